package org.twinnet.data.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.twinnet.data.Refusals.assertRefused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.data.Dataset;

/** Whether the first line of a CSV file holds names or an example, and that an example never passes for names. */
class CsvHeaderTest {

    @TempDir
    Path folder;

    private Dataset read(String text) throws IOException {
        Path file = Files.write(folder.resolve("data.csv"), text.getBytes(StandardCharsets.UTF_8));
        return DataFiles.read(file, ReadOptions.defaults()).train();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x1p-3,0x1p-2,0x1",
                "0X10,0xFF,0x0",
                "0x.8p0,0x1.8,0x0L",
                "0b101,0o17,0b1",
                "1d,2d,0d",
                "0.5f,2.0F,1f",
                "5L,7l,1L",
                "5u,7UL,1u",
                "1_000,2_000,0_1",
                "１,２.５,０",
                "０ｘ１,０．５,１",
                "٣,٤,١",
                "٣٫٥,١٬٠٠٠,٠",
                "३,४,१",
                "\u22120.5,\u22122,\u22121",
                "\u20130.5,\uFF0D2,\u22121",
                "\"1,5\",\"2,25\",\"1,0\"",
                "\"1,000.5\",\"1.000,5\",\"1,0\"",
                "1\u00A0000,2\u202F000,0\u00A01",
                "1 000,2 000,0 1",
                "1'000,2’000,0'1",
                "1e3f,2E5d,1e0f",
                "1.5D+00,2.5d-1,1D0",
                "1×10⁻³,2·10^5,1*10**0",
                "²,³,¹",
                "①,②,①",
                "½,¾,1/2",
                "50%,20%,100%",
                "--1,++2,+-1",
                "∞,-∞,+∞",
                "1.#INF,-1.#IND,1.#QNAN",
                "sNaN,-qnan,nan(ind)",
                "1j,2i,0j",
                "\u200B1,2\u200B,\u20601",
                "1\u0000,2\u0000,0\u0000",
                "0x1,１,1d"
            })
    void should_refuse_a_first_line_of_numbers_in_other_notations(String line) {
        assertRefused(
                () -> read(line + "\n0.1,0.2,0\n0.3,-0.4,1\n"),
                "data.csv, line 1, column 1",
                "another notation than plain decimal",
                "name the columns by words");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x1,x2,label",
                "0x1,0x2,label",
                "1d,2d,label",
                "1_000,x,1d",
                "１,２,标签",
                "1st,2nd,3rd",
                "1er,2e,3e",
                "a,b,c",
                "f1,e2,d3",
                "e,E,d",
                "dead,beef,cafe",
                "0x,0xg,0y",
                "_1,_2,_3",
                "(1),(2),(3)",
                "#1,#2,#3",
                "2020_Q1,2020_Q2,2020_Q3",
                "2020-01-01,2020-01-02,2020-01-03",
                "12:00,13:00,14:00",
                "1stFlrSF,2ndFlrSF,Sold",
                "1kg,2kg,y",
                "一,二,三",
                "$,%,+",
                "-,.,x",
                "x+1,x-1,y"
            })
    void should_go_on_reading_names(String line) throws IOException {
        Dataset dataset = read(line + "\n0.1,0.2,0\n0.3,-0.4,1\n");
        assertEquals(2, dataset.size());
        assertEquals(List.of(line.split(",")).subList(0, 2), dataset.featureNames());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2020,2021,label; 3; 'label'",
                "0x1p-3,0x1p-2,1; 1; '0x1p-3'",
                "0.5,１,1; 2; '１'",
                "−1,2,1; 1; '−1'",
                "1d,nan,1; 1; '1d'"
            })
    void should_take_a_line_with_a_decimal_number_for_an_example(String line, int column, String field) {
        assertRefused(
                () -> read(line + "\n0.1,0.2,0\n0.3,-0.4,1\n"),
                "line 1, column " + column,
                "'" + field + "' is not a number");
    }

    @ParameterizedTest
    @CsvSource({"0000", "001B", "200B", "202E", "FEFF", "2028", "0085"})
    void should_refuse_a_name_with_an_invisible_character(String code) {
        String invisible = Character.toString(Integer.parseInt(code, 16));
        // Blanks and some controls at an edge are stripped like others, so the character stands inside.
        assertRefused(
                () -> read("x1,lab" + invisible + "el,y\n0.1,0.2,0\n0.3,-0.4,1\n"),
                "line 1, column 2",
                "invisible character U+" + code);
    }

    @Test
    void should_refuse_a_second_byte_order_mark() {
        assertRefused(() -> read("\uFEFF\uFEFFx1,y\n1,0\n2,1\n"), "line 1, column 1", "U+FEFF");
        assertRefused(() -> read("\uFEFF\uFEFF1,0\n2,1\n"), "line 1, column 1", "is not a number");
    }

    @Test
    void should_keep_the_joiners_that_words_need() throws IOException {
        assertTrue(read("می\u200Cخواهم,y\n1,0\n2,1\n").featureNames().get(0).contains("\u200C"));
    }

    @Test
    void should_read_a_very_long_first_line_in_bounded_time_and_stack() {
        String digits = "1_0".repeat(500_000);
        assertRefused(() -> read(digits + "," + digits + "d\n1,1\n"), "another notation");
        assertRefused(() -> read(digits + "," + digits + "z\n1,1,1\n"), "line 2");
    }

    @Test
    void should_refuse_the_shared_first_line_in_hexadecimal() {
        Path file = Path.of("..", "..", "shared", "cases", "inputs", "first-row-hex.csv");
        Assumptions.assumeTrue(Files.exists(file), "the shared cases are not beside this project");
        assertRefused(() -> DataFiles.read(file, ReadOptions.defaults()), "line 1, column 1", "'0x1p-3'");
    }
}
