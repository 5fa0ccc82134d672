package org.twinnet.data.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.twinnet.data.Refusals.assertRefused;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinnet.data.Split;

/**
 * How a MATLAB file stores the numbers of a variable: any numeric storage is read as the numbers that stand there, and
 * a number that the variable's class does not have is refused.
 */
class MatStorageTest {

    private static final int CHAR_STORAGE = 16;

    @TempDir
    Path folder;

    /** The numeric classes, by MATLAB's number, with what only they have. */
    enum MatClass {
        DOUBLE(6),
        SINGLE(7),
        INT8(8),
        UINT8(9),
        INT16(10),
        UINT16(11),
        INT32(12),
        UINT32(13),
        INT64(14),
        UINT64(15);

        private final int code;

        MatClass(int code) {
            this.code = code;
        }

        private boolean floating() {
            return this == DOUBLE || this == SINGLE;
        }
    }

    /** The storage types, by MATLAB's number. */
    enum Storage {
        INT8(1, 1),
        UINT8(2, 1),
        INT16(3, 2),
        UINT16(4, 2),
        INT32(5, 4),
        UINT32(6, 4),
        SINGLE(7, 4),
        DOUBLE(9, 8),
        INT64(12, 8),
        UINT64(13, 8);

        private final int code;
        private final int bytes;

        Storage(int code, int bytes) {
            this.code = code;
            this.bytes = bytes;
        }

        private boolean longInteger() {
            return this == INT64 || this == UINT64;
        }

        private void put(ByteBuffer out, double value) {
            switch (this) {
                case INT8, UINT8 -> out.put((byte) (long) value);
                case INT16, UINT16 -> out.putShort((short) (long) value);
                case INT32, UINT32 -> out.putInt((int) (long) value);
                case INT64, UINT64 -> out.putLong((long) value);
                case SINGLE -> out.putFloat((float) value);
                case DOUBLE -> out.putDouble(value);
            }
        }
    }

    /** A variable as the format has it; values column by column. */
    private static byte[] variable(
            ByteOrder order, String name, int flags, int rows, int columns, int storage, byte[] values) {
        boolean small = values.length <= 4;
        int padded = (values.length + 7) / 8 * 8;
        ByteBuffer out =
                ByteBuffer.allocate(8 + 16 + 16 + 16 + (small ? 8 : 8 + padded)).order(order);
        out.putInt(14).putInt(out.capacity() - 8);
        out.putInt(6).putInt(8).putInt(flags).putInt(0);
        out.putInt(5).putInt(8).putInt(rows).putInt(columns);
        out.putInt(1).putInt(name.length()).put(name.getBytes(StandardCharsets.US_ASCII));
        out.position(48 + 8);
        if (small) {
            out.putInt(values.length << 16 | storage).put(values);
        } else {
            out.putInt(storage).putInt(values.length).put(values);
        }
        return out.array();
    }

    private static byte[] values(ByteOrder order, Storage storage, double... numbers) {
        ByteBuffer out = ByteBuffer.allocate(numbers.length * storage.bytes).order(order);
        for (double number : numbers) {
            storage.put(out, number);
        }
        return out.array();
    }

    private Split read(ByteOrder order, boolean compressed, byte[]... variables) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(MatFiles.in(order, false).bytes(), 0, 128);
        for (byte[] variable : variables) {
            byte[] element = compressed ? deflated(order, variable) : variable;
            file.writeBytes(element);
        }
        return DataFiles.read(Files.write(folder.resolve("data.mat"), file.toByteArray()), ReadOptions.defaults());
    }

    private static byte[] deflated(ByteOrder order, byte[] variable) throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(stream)) {
            deflater.write(variable);
        }
        return ByteBuffer.allocate(8 + stream.size())
                .order(order)
                .putInt(15)
                .putInt(stream.size())
                .put(stream.toByteArray())
                .array();
    }

    /** A file with features of one storage and labels 0 and 1. */
    private Split read(int flags, Storage storage, double... features) throws IOException {
        ByteOrder order = ByteOrder.LITTLE_ENDIAN;
        return read(order, false, x(order, flags, storage, features), labels(order, features.length));
    }

    private static byte[] x(ByteOrder order, int flags, Storage storage, double... features) {
        return variable(order, "X", flags, features.length, 1, storage.code, values(order, storage, features));
    }

    private static byte[] labels(ByteOrder order, int count) {
        double[] labels = new double[count];
        labels[0] = 1;
        return variable(order, "y", 6, count, 1, Storage.UINT8.code, values(order, Storage.UINT8, labels));
    }

    @ParameterizedTest
    @EnumSource(MatClass.class)
    void should_read_the_numbers_that_stand_there_from_every_storage(MatClass of) throws IOException {
        for (Storage storage : Storage.values()) {
            if (of.floating() && storage.longInteger()) {
                continue;
            }
            for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
                for (boolean compressed : new boolean[] {false, true}) {
                    double[] few = {1, 127};
                    double[] many = {0, 1, 2, 100, 126, 127, 64, 3, 5};
                    for (double[] numbers : List.of(few, many)) {
                        Split split = read(
                                order, compressed, x(order, of.code, storage, numbers), labels(order, numbers.length));
                        for (int i = 0; i < numbers.length; i++) {
                            assertEquals(
                                    numbers[i],
                                    split.train().feature(i, 0),
                                    of + " stored as " + storage + ", " + order);
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UINT8, UINT8, 255",
        "UINT8, INT16, 200",
        "UINT8, DOUBLE, 255",
        "INT8, INT8, -128",
        "INT8, DOUBLE, -128",
        "UINT16, UINT16, 65535",
        "UINT16, DOUBLE, 40000",
        "INT16, INT8, -7",
        "UINT32, UINT32, 4294967295",
        "UINT32, DOUBLE, 4294967295",
        "INT32, INT32, -2147483648",
        "UINT64, UINT64, 9007199254740992",
        "UINT64, UINT8, 200",
        "INT64, INT64, -9007199254740992",
        "INT64, UINT32, 4294967295",
        "SINGLE, UINT8, 250",
        "SINGLE, UINT16, 65535",
        "SINGLE, DOUBLE, 0.5",
        "DOUBLE, UINT8, 255",
        "DOUBLE, INT8, -3",
        "DOUBLE, UINT16, 65535",
        "DOUBLE, INT16, -32768",
        "DOUBLE, INT32, -5",
        "DOUBLE, UINT32, 4294967295",
        "DOUBLE, SINGLE, 0.25"
    })
    void should_read_the_ends_of_a_class(MatClass of, Storage storage, double value) throws IOException {
        double[] features = {value, 1, 0};
        double[][] rows = read(of.code, storage, features).train().featureRows();
        assertArrayEquals(new double[][] {{value}, {1}, {0}}, rows);
    }

    @ParameterizedTest
    @CsvSource({
        // A value that the storage has and the class has not: no writer can mean it
        "UINT8, INT8, -1, uint8",
        "UINT8, INT16, 256, uint8",
        "UINT8, DOUBLE, 0.5, uint8",
        "UINT8, DOUBLE, NaN, uint8",
        "INT8, UINT8, 128, int8",
        "INT8, DOUBLE, 1e300, int8",
        "INT8, SINGLE, Infinity, int8",
        "UINT16, INT32, -1, uint16",
        "UINT16, UINT32, 65536, uint16",
        "INT16, UINT16, 32768, int16",
        "UINT32, INT8, -1, uint32",
        "UINT32, DOUBLE, 4294967296, uint32",
        "INT32, UINT32, 2147483648, int32",
        "UINT64, INT8, -1, uint64",
        "UINT64, INT64, -1, uint64",
        "INT64, DOUBLE, 0.5, int64",
        "SINGLE, DOUBLE, 0.1, single",
        "SINGLE, INT32, 16777217, single",
        "SINGLE, DOUBLE, 1e300, single"
    })
    void should_refuse_a_value_that_the_class_has_not(MatClass of, Storage storage, double value, String name) {
        assertRefused(
                () -> read(of.code, storage, 1, 0, value),
                "data.mat",
                "variable X, row 3, column 1",
                "no value of the variable's class, " + name + ";",
                "save it again");
    }

    @ParameterizedTest
    @CsvSource({"UINT8, 2", "UINT8, 255", "INT8, -1", "DOUBLE, 0.5", "DOUBLE, NaN", "UINT16, 256"})
    void should_refuse_a_logical_value_other_than_0_and_1(Storage storage, double value) throws IOException {
        int logical = 0x200 | 9;
        assertRefused(() -> read(logical, storage, 1, value, 0), "variable X, row 2, column 1", "logical (0 or 1)");
        ByteOrder order = ByteOrder.LITTLE_ENDIAN;
        byte[] x = x(order, 6, Storage.DOUBLE, 0.5, 2, 3);
        byte[] y = variable(order, "y", logical, 3, 1, storage.code, values(order, storage, 0, 1, value));
        for (boolean compressed : new boolean[] {false, true}) {
            assertRefused(() -> read(order, compressed, x, y), "variable y, row 3, column 1", "logical (0 or 1)");
        }
        assertArrayEquals(
                new double[] {0, 1, 1},
                read(order, false, x, variable(order, "y", logical, 3, 1, 2, new byte[] {0, 1, 1}))
                        .train()
                        .labels());
    }

    @Test
    void should_count_rows_and_columns_of_a_bad_value_column_by_column() {
        ByteOrder order = ByteOrder.BIG_ENDIAN;
        byte[] x = variable(order, "X", 0x200 | 9, 2, 3, Storage.UINT8.code, new byte[] {0, 1, 1, 0, 0, 7});
        assertRefused(() -> read(order, true, x, labels(order, 2)), "variable X, row 2, column 3: 7");
    }

    @ParameterizedTest
    @CsvSource({"INT64, 9007199254740994", "UINT64, 9007199254740994", "UINT64, -1", "INT64, -9007199254740994"})
    void should_refuse_a_stored_integer_that_a_double_would_change(Storage storage, long value) {
        for (MatClass of : MatClass.values()) {
            if (of.floating()) {
                continue;
            }
            ByteOrder order = ByteOrder.LITTLE_ENDIAN;
            byte[] stored = ByteBuffer.allocate(16)
                    .order(order)
                    .putLong(1)
                    .putLong(value)
                    .array();
            byte[] x = variable(order, "X", of.code, 2, 1, storage.code, stored);
            assertRefused(() -> read(order, false, x, labels(order, 2)), "variable X, row 2, column 1", "±2^53");
        }
    }

    @ParameterizedTest
    @CsvSource({"DOUBLE, UINT64, double", "DOUBLE, INT64, double", "SINGLE, UINT64, single"})
    void should_refuse_floating_point_numbers_that_are_stored_as_64_bit_integers(
            MatClass of, Storage storage, String name) {
        String[] parts = {"variable X: its numbers are of class " + name, "64-bit integers"};
        assertRefused(() -> read(of.code, storage, 0, 1, 2), parts);
        ByteOrder order = ByteOrder.LITTLE_ENDIAN;
        byte[] bitsOfDoubles = values(order, Storage.DOUBLE, 0, 1, -2.5);
        byte[] x = variable(order, "X", of.code, 3, 1, storage.code, bitsOfDoubles);
        assertRefused(() -> read(order, true, x, labels(order, 3)), parts);
    }

    @Test
    void should_refuse_numbers_that_are_stored_as_text() {
        ByteOrder order = ByteOrder.LITTLE_ENDIAN;
        byte[] x = variable(order, "X", 6, 2, 1, CHAR_STORAGE, new byte[] {1, 2});
        assertRefused(() -> read(order, false, x, labels(order, 2)), "values have type 16");
    }

    @Test
    void should_refuse_the_shared_logical_matrix() {
        Path file = Path.of("..", "..", "shared", "cases", "inputs", "logical-2to255.mat");
        Assumptions.assumeTrue(Files.exists(file), "the shared cases are not beside this project");
        assertRefused(
                () -> DataFiles.read(file, ReadOptions.defaults()),
                "variable X, row 1, column 1: 29 is no value",
                "logical (0 or 1)");
    }
}
