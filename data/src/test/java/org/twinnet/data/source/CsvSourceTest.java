package org.twinnet.data.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.twinnet.data.Refusals.assertRefused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.data.Dataset;
import org.twinnet.data.Split;

class CsvSourceTest {

    @TempDir
    Path folder;

    private Dataset read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), ReadOptions.defaults());
    }

    private Dataset read(byte[] bytes, ReadOptions options) throws IOException {
        Split split = DataFiles.read(Files.write(folder.resolve("data.csv"), bytes), options);
        assertTrue(split.test().isEmpty());
        return split.train();
    }

    @Test
    void should_read_a_table_with_a_header() throws IOException {
        Dataset dataset = read("x1,x2,label\n0.1,-2,0\n3e-3,.5,1\n");
        assertEquals("data.csv", dataset.name());
        assertEquals(List.of("x1", "x2"), dataset.featureNames());
        assertArrayEquals(new double[][] {{0.1, -2}, {3e-3, 0.5}}, dataset.featureRows());
        assertArrayEquals(new double[] {0, 1}, dataset.labels());
    }

    @Test
    void should_number_the_features_of_a_table_without_a_header() throws IOException {
        Dataset dataset = read("0.1,2,7,0\n3,4,8,1\n");
        assertEquals(List.of("x1", "x2", "x3"), dataset.featureNames());
        assertArrayEquals(new double[][] {{0.1, 2, 7}, {3, 4, 8}}, dataset.featureRows());
    }

    @Test
    void should_take_the_label_from_the_named_column() throws IOException {
        byte[] text = "a,won,b\n1,0,2\n3,1,4\n".getBytes(StandardCharsets.UTF_8);
        Dataset dataset = read(text, ReadOptions.defaults().withLabelColumn("won"));
        assertEquals(List.of("a", "b"), dataset.featureNames());
        assertArrayEquals(new double[][] {{1, 2}, {3, 4}}, dataset.featureRows());
        assertArrayEquals(new double[] {0, 1}, dataset.labels());
    }

    @Test
    void should_parse_numbers_as_double_and_never_as_float() throws IOException {
        List<String> numbers = List.of(
                "0.7",
                "0.1",
                "-0.0",
                "4.9E-324",
                "1.7976931348623157E308",
                "2.2250738585072012e-308",
                "9007199254740993");
        String text = numbers.stream().map(n -> n + ",0\n").collect(Collectors.joining()) + "1,1\n";
        Dataset dataset = read(text);
        for (int i = 0; i < numbers.size(); i++) {
            assertEquals(
                    Double.doubleToRawLongBits(Double.parseDouble(numbers.get(i))),
                    Double.doubleToRawLongBits(dataset.feature(i, 0)),
                    numbers.get(i));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x,y\r\n1,0\r\n2,1\r\n",
                "x,y\r1,0\r2,1",
                "\uFEFFx,y\n1,0\n2,1",
                "x,y\n1,0\n2,1\n\n  \n\n",
                " x ,\ty\n 1 , 0\n\t2,1 \n",
                "\"x\",\"y\"\n\"1\",\"0\"\n2,\"1\"\n",
                "x,y\n+1,0.0\n2.,1e0\n",
                "1,0\n2,1"
            })
    void should_accept_the_ways_in_which_programs_write_csv(String text) throws IOException {
        Dataset dataset = read(text);
        assertArrayEquals(new double[][] {{1}, {2}}, dataset.featureRows());
        assertArrayEquals(new double[] {0, 1}, dataset.labels());
        assertTrue(dataset.featureNames().get(0).startsWith("x"));
    }

    @Test
    void should_accept_a_comma_in_a_quoted_name() throws IOException {
        assertEquals(List.of("x, in m"), read("\"x, in m\",y\n1,0\n2,1\n").featureNames());
    }

    @Test
    void should_name_file_line_and_column_of_what_is_not_a_number() {
        String path = folder.resolve("data.csv").toString();
        assertRefused(
                () -> read("x1,x2,y\n1,2,0\n3,abc,1\n"), path, "line 3, column 2 ('x2')", "'abc' is not a number");
        assertRefused(() -> read("1,2,0\n3,,1\n"), path, "line 2, column 2", "is empty");
        assertRefused(() -> read("1,2,0\n3, ,1\n"), "line 2, column 2", "is empty");
        assertRefused(() -> read("a,b,y\n3,1,\n"), "line 2, column 3", "is empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "nan",
                "-NaN",
                "Infinity",
                "-inf",
                "inf",
                "0x10",
                "0x1p3",
                "1d",
                "1f",
                "1_000",
                "1e",
                "e5",
                ".",
                "+",
                "1e5.0",
                "--1",
                "1 2",
                "１",
                "٣",
                "1\u00a0",
                "true",
                "1;2"
            })
    void should_refuse_other_notations_than_finite_decimal_numbers(String field) {
        assertRefused(() -> read("x,y\n1,0\n" + field + ",1\n"), "line 3, column 1 ('x')", "is not a number");
        assertRefused(() -> read("x,y\n1,0\n1," + field + "\n"), "line 3, column 2 ('y')", "is not a number");
    }

    @Test
    void should_refuse_a_number_too_large_for_a_double() {
        assertRefused(() -> read("x,y\n1e400,0\n1,1\n"), "line 2, column 1", "'1e400' is too large");
        assertRefused(() -> read("x,y\n-1e309,0\n1,1\n"), "line 2, column 1", "'-1e309' is too large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-400", "-0.5e-324", "1e-999999999999"})
    void should_refuse_a_number_too_small_for_a_double(String number) {
        assertRefused(
                () -> read("x,y\n" + number + ",0\n1,1\n"),
                "line 2, column 1 ('x')",
                "'" + number + "' is too small for a double");
        assertRefused(() -> read("1,1\n0," + number + "\n"), "line 2, column 2", "too small for a double");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "+0", "0.000", ".0", "0.", "0e5", "0.0E-999", "-0e-1"})
    void should_read_every_way_to_write_zero(String zero) throws IOException {
        Dataset dataset = read("x,y\n" + zero + "," + zero + "\n1,1\n");
        assertEquals(0, dataset.feature(0, 0) + 0.0);
        assertEquals(0.0, dataset.label(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "+1", "1.0", "1.", "1e0", "0.1e1", "10e-1", "01"})
    void should_read_every_way_to_write_the_label_one(String one) throws IOException {
        assertArrayEquals(new double[] {1, 0}, read("x,y\n5," + one + "\n5,0\n").labels());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "-1", "0.7", "1.0000000000000002", "10"})
    void should_refuse_a_label_that_is_neither_0_nor_1(String label) {
        assertRefused(
                () -> read("x,y\n1,0\n1," + label + "\n1,1\n"), "line 3, column 2 ('y')", "'" + label + "'", "0 or 1");
    }

    @Test
    void should_refuse_ragged_and_blank_lines() {
        assertRefused(() -> read("a,b,y\n1,2,0\n1,1\n"), "line 3", "2 columns, expected 3");
        assertRefused(() -> read("a,b,y\n1,2,0\n1,2,3,1\n"), "line 3", "4 columns, expected 3");
        assertRefused(() -> read("1,2,0,\n1,2,1\n"), "line 1, column 4", "is empty");
        assertRefused(() -> read("1,2,0\n1,2,1,\n"), "line 2", "4 columns, expected 3");
        assertRefused(() -> read("a,y\n1,0\n\n1,1\n"), "line 3: is blank");
        assertRefused(() -> read("\na,y\n1,0\n1,1\n"), "line 1: is blank");
    }

    @Test
    void should_refuse_a_first_line_that_is_neither_header_nor_example() {
        assertRefused(() -> read("0.5,abc,1\n1,2,0\n"), "line 1, column 2", "'abc' is not a number");
        assertRefused(() -> read("nan,inf\n1,1\n1,0\n"), "line 1, column 1", "'nan' is not a number");
        assertRefused(() -> read("x,,y\n1,2,0\n"), "line 1, column 2", "has no name");
        assertRefused(() -> read("x,x,y\n1,2,0\n"), "line 1, column 2", "repeats the name 'x'");
        assertRefused(() -> read("x\n1\n"), "line 1", "one column");
        assertRefused(() -> read("x y\n1 0\n2 1\n"), "line 1", "one column", "commas");
    }

    @Test
    void should_refuse_a_label_column_that_is_not_there() {
        ReadOptions named = ReadOptions.defaults().withLabelColumn("won");
        assertRefused(() -> read("a,b\n1,0\n".getBytes(StandardCharsets.UTF_8), named), "'won'", "'a, b'");
        assertRefused(() -> read("1,0\n2,1\n".getBytes(StandardCharsets.UTF_8), named), "no header line", "'won'");
    }

    @Test
    void should_refuse_a_table_without_examples_or_of_one_class() {
        assertRefused(() -> read(""), "data.csv", "is empty");
        assertRefused(() -> read("\n\n"), "data.csv", "blank lines only");
        assertRefused(() -> read("\uFEFF"), "data.csv", "blank lines only");
        assertRefused(() -> read("x,y\n"), "no examples");
        assertRefused(() -> read("x,y\n1,1\n2,1\n"), "data.csv", "both classes");
    }

    @Test
    void should_refuse_what_datavec_would_drop_silently() {
        assertRefused(() -> read("x,y\n0.\\5,0\n1,1\n"), "line 2, column 1", "backslash");
        assertRefused(() -> read("x,y\n1\"2\",0\n1,1\n"), "line 2, column 1", "quotation mark inside");
        assertRefused(() -> read("x,y\n1,\"0\"1\n1,1\n"), "line 2, column 2", "quotation mark inside");
        assertRefused(() -> read("x,y\n1,\"0\n1,1\n"), "line 2, column 2", "not closed");
        assertRefused(() -> read("x,y\n\"\"\"1\",0\n1,1\n"), "line 2, column 1", "quotation mark inside");
    }

    @Test
    void should_refuse_text_that_is_not_utf_8() {
        assertRefused(() -> read("x,y\n1,0\n2,1\n".getBytes(StandardCharsets.UTF_16), ReadOptions.defaults()), "UTF-8");
        byte[] latin = "é,y\n1,0\n2,1\n".getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(() -> read(latin, ReadOptions.defaults()), "data.csv", "UTF-8");
    }

    @Test
    void should_keep_control_characters_out_of_messages() {
        assertRefused(() -> read("x,y\n\u001b[31m,0\n"), "'?[31m' is not a number");
        assertRefused(() -> read("x,y\n" + "z".repeat(100_000) + ",0\n"), "z…'");
    }

    @Test
    void should_refuse_a_file_that_is_too_big_or_too_wide_or_too_long() {
        assertRefused(
                () -> read(new byte[SourceLimits.MAX_CSV_BYTES + 1], ReadOptions.defaults()), "more than 16777216");
        String wide = IntStream.range(0, 4_000_000).mapToObj(i -> "0").collect(Collectors.joining(","));
        assertRefused(() -> read(wide), "line 1", "more than 10000 features");
        assertRefused(() -> read("0,1\n".repeat(SourceLimits.MAX_EXAMPLES + 1)), "500001 examples");
    }

    @Test
    void should_parse_a_very_long_number_in_bounded_time_and_stack() throws IOException {
        String digits = "0." + "1".repeat(1_000_000);
        assertEquals(1.0 / 9, read(digits + ",0\n1,1\n").feature(0, 0));
        assertRefused(() -> read(digits + "x,0\n1,1\n"), "line 1, column 1");
    }
}
