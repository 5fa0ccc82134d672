package org.twinnet.data.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.twinnet.data.Refusals.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.Mutations;
import org.twinnet.data.Refusals;
import org.twinnet.data.Split;
import org.twinnet.data.npz.NpzFiles;

class NpzSourceTest {

    private static final ReadOptions COLUMNS =
            ReadOptions.defaults().withNpzOrientation(NpzOrientation.EXAMPLES_AS_COLUMNS);
    private static final ReadOptions ROWS = ReadOptions.defaults().withNpzOrientation(NpzOrientation.EXAMPLES_AS_ROWS);

    @TempDir
    Path folder;

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private NpzSourceTest with(String name, String shape, double... values) {
        entries.put(name + ".npy", NpzFiles.float64(shape, values));
        return this;
    }

    private Split read(ReadOptions options) throws IOException {
        return DataFiles.read(Files.write(folder.resolve("data.npz"), NpzFiles.stored(entries)), options);
    }

    private Split read() throws IOException {
        return read(ReadOptions.defaults());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(1, 3)", "(3,)"})
    void should_find_examples_in_columns(String labels) throws IOException {
        with("X", "(2, 3)", 1, 2, 3, 4, 5, 6).with("Y", labels, 0, 1, 0);
        for (ReadOptions options : new ReadOptions[] {ReadOptions.defaults(), COLUMNS}) {
            Split split = read(options);
            assertArrayEquals(
                    new double[][] {{1, 4}, {2, 5}, {3, 6}}, split.train().featureRows());
            assertArrayEquals(new double[] {0, 1, 0}, split.train().labels());
            assertEquals("data.npz (X, Y)", split.train().name());
            assertTrue(split.test().isEmpty());
        }
        assertRefused(() -> read(ROWS), "X (2, 3) with Y", "does not hold examples as rows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(3, 1)", "(3,)"})
    void should_find_examples_in_rows(String labels) throws IOException {
        with("X", "(3, 2)", 1, 2, 3, 4, 5, 6).with("Y", labels, 0, 1, 0);
        for (ReadOptions options : new ReadOptions[] {ReadOptions.defaults(), ROWS}) {
            assertArrayEquals(
                    new double[][] {{1, 2}, {3, 4}, {5, 6}},
                    read(options).train().featureRows());
        }
        assertRefused(() -> read(COLUMNS), "X (3, 2) with Y", "does not hold examples as columns");
    }

    @Test
    void should_ask_when_both_orientations_fit() throws IOException {
        with("X", "(2, 2)", 1, 2, 3, 4).with("Y", "(2,)", 0, 1);
        assertRefused(this::read, "data.npz", "X (2, 2) with Y (2,)", "as columns or as rows", "say which");
        assertArrayEquals(new double[][] {{1, 3}, {2, 4}}, read(COLUMNS).train().featureRows());
        assertArrayEquals(new double[][] {{1, 2}, {3, 4}}, read(ROWS).train().featureRows());
    }

    @Test
    void should_let_the_labels_or_the_test_set_decide_for_a_square() throws IOException {
        with("X", "(2, 2)", 1, 2, 3, 4).with("Y", "(1, 2)", 0, 1);
        assertArrayEquals(new double[][] {{1, 3}, {2, 4}}, read().train().featureRows());
        with("Y", "(2, 1)", 0, 1);
        assertArrayEquals(new double[][] {{1, 2}, {3, 4}}, read().train().featureRows());
        with("Y", "(2,)", 0, 1).with("X_test", "(2, 3)", 5, 6, 7, 8, 9, 10).with("Y_test", "(3,)", 1, 1, 1);
        assertArrayEquals(new double[][] {{1, 3}, {2, 4}}, read().train().featureRows());
    }

    @Test
    void should_read_a_test_set() throws IOException {
        with("X", "(2, 3)", 1, 2, 3, 4, 5, 6).with("Y", "(1, 3)", 0, 1, 0);
        with("X_test", "(2, 1)", 7, 8).with("Y_test", "(1, 1)", 1);
        Split split = read();
        assertArrayEquals(new double[][] {{7, 8}}, split.test().orElseThrow().featureRows());
        assertEquals("data.npz (X_test, Y_test)", split.test().orElseThrow().name());
    }

    @Test
    void should_refuse_a_test_set_in_the_other_orientation() {
        with("X", "(2, 3)", 1, 2, 3, 4, 5, 6).with("Y", "(3,)", 0, 1, 0);
        with("X_test", "(4, 2)", 1, 2, 3, 4, 5, 6, 7, 8).with("Y_test", "(4,)", 0, 0, 1, 1);
        assertRefused(this::read, "data.npz", "different orientations");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "(2, 3);(4,)",
                "(2, 3);(1, 2)",
                "(2, 3);(3, 1)",
                "(3, 2);(1, 3)",
                "(6,);(6,)",
                "(2, 3);()",
                "(1, 2, 3);(3,)"
            })
    void should_refuse_shapes_that_do_not_fit(String x, String y) {
        int labels = y.contains("4") ? 4 : y.equals("()") ? 1 : y.contains("3") ? 3 : y.contains("6") ? 6 : 2;
        with("X", x, 1, 2, 3, 4, 5, 6).with("Y", y, new double[labels]);
        assertRefused(this::read, "data.npz", "X " + x + " with Y " + y, "do not fit", "(features, m)");
    }

    @Test
    void should_refuse_arrays_that_are_missing_or_unknown() {
        assertRefused(this::read, "data.npz", "has no array X");
        with("X", "(2, 2)", 1, 2, 3, 4);
        assertRefused(this::read, "has no array Y");
        with("Y", "(1, 2)", 0, 1).with("X_test", "(2, 1)", 1, 2);
        assertRefused(this::read, "has no array Y_test");
        entries.clear();
        with("X", "(2, 1)", 1, 2).with("Y", "(1, 1)", 1).with("x_test", "(2, 1)", 1, 2);
        assertRefused(this::read, "'x_test' is not one of X, Y, X_test, Y_test");
    }

    @Test
    void should_refuse_arrays_without_elements() {
        with("X", "(2, 0)").with("Y", "(0,)");
        assertRefused(this::read, "do not fit");
        with("X", "(0, 2)").with("Y", "(2,)", 0, 1);
        assertRefused(this::read, "do not fit");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void should_name_row_and_column_in_the_file_of_a_bad_number(double bad) {
        with("X", "(2, 3)", 1, 2, 3, 4, 5, bad).with("Y", "(1, 3)", 0, 1, 0);
        assertRefused(this::read, "data.npz, array X, row 2, column 3", Double.toString(bad));
        with("X", "(3, 2)", 1, 2, 3, 4, bad, 6).with("Y", "(3, 1)", 0, 1, 0);
        assertRefused(this::read, "array X, row 3, column 1");
        with("X", "(3, 2)", 1, 2, 3, 4, 5, 6).with("Y", "(3,)", 0, bad, 0);
        assertRefused(this::read, "array Y, row 2, column 1", "0 or 1");
        with("X", "(2, 3)", 1, 2, 3, 4, 5, 6).with("Y", "(1, 3)", 0, bad, 0);
        assertRefused(this::read, "array Y, row 1, column 2", "0 or 1");
    }

    @Test
    void should_refuse_labels_of_one_class_or_other_numbers() {
        with("X", "(2, 3)", 1, 2, 3, 4, 5, 6).with("Y", "(1, 3)", 1, 1, 1);
        assertRefused(this::read, "data.npz (X, Y)", "both classes");
        with("Y", "(1, 3)", 0, 1, 2);
        assertRefused(this::read, "array Y, row 1, column 3", "2.0 is not a label");
    }

    @Test
    void should_refuse_a_data_set_that_is_too_wide() {
        with("X", "(10001, 2)", new double[20002]).with("Y", "(1, 2)", 0, 1);
        assertRefused(this::read, "array X", "2 examples of 10001 features", "10000");
    }

    @Test
    void should_never_read_a_damaged_file_as_another_one() throws IOException {
        with("X", "(2, 3)", 1, 2, 3, 4, 5, 6).with("Y", "(1, 3)", 0, 1, 0);
        with("X_test", "(2, 1)", 7, 8).with("Y_test", "(1, 1)", 1);
        String expected = numbers(read());
        for (byte[] original : new byte[][] {NpzFiles.stored(entries), NpzFiles.deflated(entries)}) {
            for (long seed = 0; seed < 1000; seed++) {
                Path file = Files.write(folder.resolve("damaged.npz"), Mutations.of(original, seed));
                try {
                    assertEquals(expected, numbers(DataFiles.read(file, ReadOptions.defaults())), "seed " + seed);
                } catch (InvalidDataException e) {
                    Refusals.assertOneLine(e);
                }
            }
        }
    }

    private static String numbers(Split split) {
        return split.train().sha256() + split.test().map(test -> test.sha256()).orElse("none");
    }
}
