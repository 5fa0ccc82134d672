package org.twinnet.data.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.twinnet.data.Refusals.assertRefused;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.Mutations;
import org.twinnet.data.Refusals;
import org.twinnet.data.Split;

/** MATLAB files that were damaged, or made to exhaust memory. */
class MatHostileTest {

    private static final int HEADER = 128;
    private static final int COPIES = 2000;
    private static final double[][] X = {{0.5, -1.25}, {3, 4}, {0.1, 1e-300}};
    private static final double[][] Y = {{0}, {1}, {1}};

    @TempDir
    Path folder;

    private Split read(byte[] bytes) throws IOException {
        return DataFiles.read(Files.write(folder.resolve("data.mat"), bytes), ReadOptions.defaults());
    }

    private static byte[] plain() throws IOException {
        return MatFiles.plain().with("X", X).with("y", Y).bytes();
    }

    /** The file header and one compressed element with any content. */
    private static byte[] compressed(byte[] content) throws IOException {
        return compressed(content, 1);
    }

    private static byte[] compressed(byte[] content, int times) throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(stream, new Deflater(9))) {
            for (int i = 0; i < times; i++) {
                deflater.write(content);
            }
        }
        return ByteBuffer.allocate(HEADER + 8 + stream.size())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(plain(), 0, HEADER)
                .putInt(15)
                .putInt(stream.size())
                .put(stream.toByteArray())
                .array();
    }

    private static byte[] element(byte[] file) {
        return Arrays.copyOfRange(file, HEADER, file.length);
    }

    @Test
    void should_stop_a_bomb() throws IOException {
        byte[] bomb = compressed(new byte[1 << 20], 80);
        assertTrue(bomb.length < 100_000);
        assertRefused(() -> read(bomb), "element at byte 128", "inflates to more than");
    }

    /** A variable of 3 × 2 doubles in MFL's layout: tag 8, flags 16, dimensions 16, name 8, values' tag 8, values. */
    @ParameterizedTest
    @CsvSource({
        // offset from the element's tag, new 32-bit value, what the message says
        "0, 9, not one matrix",
        "4, 2147483647, not one matrix",
        "8, 5, array flags",
        "12, 2147483640, array flags",
        "12, -8, array flags",
        "12, 16, array flags",
        "16, 99, unknown class 99",
        "16, 1, a cell array",
        "16, 2054, complex",
        "24, 6, dimensions",
        "28, 2147483640, dimensions",
        "28, 4, dimensions",
        "32, 1342177280, 1342177280 x 2 is not read",
        "32, 2147483647, is not read",
        "32, -3, is not read",
        "32, 4, values",
        "40, 131073, not one of",
        "40, 327681, name",
        "48, 2, values",
        "48, 14, values",
        "48, 10, values",
        "52, 2147483640, values",
        "52, -8, values",
        "52, 40, values"
    })
    void should_refuse_a_part_that_claims_what_it_has_not(int offset, int value, String reason) throws IOException {
        byte[] content = element(MatFiles.plain().with("X", X).bytes());
        ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).putInt(offset, value);
        byte[] whole = Arrays.copyOf(plain(), HEADER + content.length);
        System.arraycopy(content, 0, whole, HEADER, content.length);
        if (offset != 0 && offset != 4) {
            assertRefused(() -> read(whole), "data.mat", reason);
        }
        byte[] packed = compressed(content);
        assertTrue(packed.length < 1024);
        assertRefused(() -> read(packed), "data.mat", reason);
    }

    @Test
    void should_refuse_elements_in_elements_and_other_elements() throws IOException {
        byte[] nested = compressed(element(compressed(element(plain()))));
        assertRefused(() -> read(nested), "not one matrix");
        byte[] number = plain();
        number[HEADER] = 9;
        assertRefused(() -> read(number), "not one matrix");
        byte[] twoInOne = compressed(element(plain()));
        assertRefused(() -> read(twoInOne), "not one matrix");
    }

    @Test
    void should_refuse_objects_and_trailing_bytes() throws IOException {
        byte[] objects = plain();
        objects[116] = 64;
        assertRefused(() -> read(objects), "MATLAB objects");
        byte[] whole = plain();
        assertRefused(() -> read(Arrays.copyOf(whole, whole.length + 7)), "is cut off");
        assertRefused(() -> read(Arrays.copyOf(whole, whole.length + 8)), "not one matrix");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void should_refuse_a_file_that_is_cut_off_anywhere(boolean compressed) throws IOException {
        MatFiles files = compressed ? MatFiles.compressed() : MatFiles.plain();
        byte[] whole = files.with("X", X).with("y", Y).bytes();
        for (int length = 1; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertRefused(() -> read(cut), "data.mat");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"compressed.mat", "bool.mat", "int64.mat"})
    void should_never_read_a_damaged_compressed_file_as_another_one(String file) throws IOException {
        byte[] original = Files.readAllBytes(MatFiles.golden(file));
        Split expected = read(original);
        int refused = 0;
        int withoutTest = 0;
        for (long seed = 0; seed < COPIES; seed++) {
            try {
                Split split = read(Mutations.of(original, seed));
                assertEquals(expected.train().sha256(), split.train().sha256(), file + ", seed " + seed);
                if (split.test().isPresent()) {
                    assertEquals(testHash(expected), testHash(split), file + ", seed " + seed);
                } else {
                    withoutTest++;
                }
            } catch (InvalidDataException e) {
                Refusals.assertOneLine(e);
                refused++;
            }
        }
        // The header holds 116 bytes of free text, so some damaged copies hold the same data:
        // measured 1889 to 1904 refused of 2000.
        assertTrue(refused > COPIES * 9 / 10, refused + " of " + COPIES + " were refused");
        // The format has no end mark: a file cut off exactly between two variables is a whole file of fewer variables.
        assertTrue(withoutTest <= COPIES / 500, withoutTest + " of " + COPIES + " lost their test set");
    }

    /** Without compression there is no checksum: numbers may change, but nothing else may happen. */
    @Test
    void should_read_or_refuse_a_damaged_plain_file() throws IOException {
        byte[] original = plain();
        int refused = 0;
        for (long seed = 0; seed < COPIES; seed++) {
            try {
                Split split = read(Mutations.of(original, seed));
                assertEquals(3, split.train().size());
            } catch (InvalidDataException e) {
                Refusals.assertOneLine(e);
                refused++;
            }
        }
        assertTrue(refused > COPIES / 3, refused + " of " + COPIES + " were refused");
    }

    private static String testHash(Split split) {
        return split.test().orElseThrow().sha256();
    }
}
