package org.twinnet.data.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.twinnet.data.Refusals.assertRefused;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.data.Dataset;
import org.twinnet.data.Split;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;

class MatSourceTest {

    private static final double[][] X = {{0.5, -1.25}, {3, 4}, {0.1, 1e-300}};
    private static final double[][] Y = {{0}, {1}, {1}};

    @TempDir
    Path folder;

    private static Split read(Path file) {
        return DataFiles.read(file, ReadOptions.defaults());
    }

    private Split read(byte[] bytes) throws IOException {
        return read(Files.write(folder.resolve("data.mat"), bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"compressed.mat", "plain.mat", "bool.mat", "int64.mat"})
    void should_read_what_scipy_wrote(String file) {
        Split split = read(MatFiles.golden(file));
        assertGolden(split.train(), file + " (X, y)", 7);
        assertGolden(split.test().orElseThrow(), file + " (Xval, yval)", 5);
    }

    private static void assertGolden(Dataset dataset, String name, int size) {
        assertEquals(name, dataset.name());
        assertEquals(List.of("x1", "x2"), dataset.featureNames());
        assertEquals(size, dataset.size());
        for (int i = 0; i < size; i++) {
            assertEquals((i + 1) / 3.0 - 0.5, dataset.feature(i, 0));
            assertEquals((i + 1) / 4.0 - 0.5, dataset.feature(i, 1));
            assertEquals(i % 2, dataset.label(i));
        }
    }

    @ParameterizedTest
    @CsvSource({"true,true", "true,false", "false,true", "false,false"})
    void should_read_both_byte_orders_with_and_without_compression(boolean big, boolean compressed) throws IOException {
        ByteOrder order = big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        Split split =
                read(MatFiles.in(order, compressed).with("X", X).with("y", Y).write(folder));
        assertArrayEquals(X, split.train().featureRows());
        assertArrayEquals(new double[] {0, 1, 1}, split.train().labels());
        assertTrue(split.test().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(
            value = MatlabType.class,
            names = {"Double", "Single", "Int8", "UInt8", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64"})
    void should_read_every_numeric_class(MatlabType type) throws IOException {
        double[][] x = {{1, 100}, {2, 90}, {3, 0}};
        Split split = read(MatFiles.compressed()
                .with("X", MatFiles.matrix(type, x))
                .with("y", MatFiles.matrix(type, Y))
                .write(folder));
        assertArrayEquals(x, split.train().featureRows());
    }

    @ParameterizedTest
    @CsvSource({"Int64,9007199254740993", "Int64,-9007199254740993", "UInt64,-1", "UInt64,9007199254740993"})
    void should_refuse_an_integer_that_a_double_would_change(MatlabType type, long value) throws IOException {
        Matrix x = Mat5.newMatrix(3, 2, type);
        x.setLong(2, 1, value);
        Path file = MatFiles.compressed().with("X", x).with("y", Y).write(folder);
        assertRefused(() -> read(file), "variable X, row 3, column 2", "±2^53");
    }

    @Test
    void should_read_the_course_data() {
        Path file = Path.of("..", "..", "shared", "reference", "data.mat");
        Assumptions.assumeTrue(Files.exists(file), "the reference folder is not beside this project");
        Split split = read(file);
        assertEquals(211, split.train().size());
        assertEquals(200, split.test().orElseThrow().size());
        // SciPy 1.17.1 on the same file: X[0] = [-0.158986, 0.423977], sums of y 106 and of yval 87
        assertEquals(-0.158986, split.train().feature(0, 0));
        assertEquals(0.423977, split.train().feature(0, 1));
        assertEquals(106, Arrays.stream(split.train().labels()).sum());
        assertEquals(87, Arrays.stream(split.test().orElseThrow().labels()).sum());
    }

    @Test
    void should_name_file_variable_row_and_column_of_a_bad_number() throws IOException {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            Path file = MatFiles.compressed()
                    .with("X", new double[][] {{1, 2}, {3, bad}, {5, 6}})
                    .with("y", Y)
                    .write(folder);
            assertRefused(() -> read(file), file.toString(), "variable X, row 2, column 2", Double.toString(bad));
        }
        for (double bad : new double[] {2, -1, 0.5, Double.NaN}) {
            Path file = MatFiles.compressed()
                    .with("X", X)
                    .with("y", new double[][] {{0}, {1}, {bad}})
                    .write(folder);
            assertRefused(() -> read(file), file.toString(), "variable y, row 3, column 1", "0 or 1");
        }
    }

    @Test
    void should_refuse_variables_that_are_missing_or_do_not_fit() throws IOException {
        Path noY = MatFiles.compressed().with("X", X).write(folder);
        assertRefused(() -> read(noY), "data.mat", "no variable y");
        Path noX = MatFiles.compressed().with("y", Y).write(folder);
        assertRefused(() -> read(noX), "no variable X");
        Path noTestLabels =
                MatFiles.compressed().with("X", X).with("y", Y).with("Xval", X).write(folder);
        assertRefused(() -> read(noTestLabels), "no variable yval");
        Path rowOfLabels = MatFiles.compressed()
                .with("X", X)
                .with("y", new double[][] {{0, 1, 1}})
                .write(folder);
        assertRefused(() -> read(rowOfLabels), "variable y", "is 1x3, expected 3x1");
        Path fewLabels = MatFiles.compressed()
                .with("X", X)
                .with("y", new double[][] {{0}, {1}})
                .write(folder);
        assertRefused(() -> read(fewLabels), "is 2x1, expected 3x1", "X, which is 3x2");
        Path empty =
                MatFiles.compressed().with("X", new double[0][]).with("y", Y).write(folder);
        assertRefused(() -> read(empty), "variable X", "empty (0x0)");
        Path wider = MatFiles.compressed()
                .with("X", X)
                .with("y", Y)
                .with("Xval", new double[][] {{1}, {2}, {3}})
                .with("yval", Y)
                .write(folder);
        assertRefused(() -> read(wider), "Xval", "1 features", "has 2");
        Path oneClass = MatFiles.compressed()
                .with("X", X)
                .with("y", new double[][] {{1}, {1}, {1}})
                .write(folder);
        assertRefused(() -> read(oneClass), "data.mat (X, y)", "both classes");
    }

    @Test
    void should_refuse_variables_that_nobody_asked_for_or_that_occur_twice() throws IOException {
        Path typo =
                MatFiles.compressed().with("X", X).with("y", Y).with("Xtest", X).write(folder);
        assertRefused(() -> read(typo), "'Xtest' is not one of X, y, Xval, yval");
        Path lowerCase = MatFiles.compressed().with("x", X).with("y", Y).write(folder);
        assertRefused(() -> read(lowerCase), "'x' is not one of");
        Path twice = MatFiles.plain().with("X", X).with("y", Y).with("X", X).write(folder);
        assertRefused(() -> read(twice), "variable X occurs twice");
    }

    @ParameterizedTest
    @CsvSource({
        "complex.mat,complex",
        "struct.mat,a structure",
        "text.mat,text",
        "cell.mat,a cell array",
        "sparse.mat,a sparse matrix"
    })
    void should_refuse_what_is_not_a_real_numeric_matrix(String file, String kind) {
        assertRefused(() -> read(MatFiles.golden(file)), file, kind);
    }

    @Test
    void should_refuse_more_than_two_dimensions() throws IOException {
        Path file = MatFiles.plain()
                .with("X", Mat5.newMatrix(new int[] {2, 2, 2}, MatlabType.Double))
                .with("y", Y)
                .write(folder);
        assertRefused(() -> read(file), "dimensions have 12 bytes");
    }

    @Test
    void should_refuse_other_kinds_of_files() {
        assertRefused(() -> read("not matlab".getBytes(StandardCharsets.US_ASCII)), "not a complete MATLAB v5 file");
        byte[] hdf = Arrays.copyOf("MATLAB 7.3 MAT-file, Platform".getBytes(StandardCharsets.US_ASCII), 600);
        assertRefused(() -> read(hdf), "v7.3", "-v7");
        byte[] headerOnly = Arrays.copyOf("MATLAB 5.0 MAT-file".getBytes(StandardCharsets.US_ASCII), 128);
        assertRefused(() -> read(headerOnly), "damaged header");
        assertRefused(() -> read(Arrays.copyOf(headerOnly, 100)), "not a complete MATLAB v5 file");
    }

    @Test
    void should_print_nothing() throws IOException {
        PrintStream standardError = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        byte[] good = MatFiles.compressed().with("X", X).with("y", Y).bytes();
        byte[] huge = MatFiles.plain().with("X", X).with("y", Y).bytes();
        Arrays.fill(huge, 132, 136, (byte) 0xF0);
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            read(good);
            assertRefused(() -> read(huge), "claims 4042322160 bytes");
        } finally {
            System.setErr(standardError);
        }
        assertEquals("", printed.toString(StandardCharsets.UTF_8));
    }
}
