package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bad data through the command line: one line that names the file, and no training. */
@Timeout(20)
class DataFilesTest {

    @TempDir
    private Path folder;

    private static void isRefused(Cli.Outcome outcome, String file, String reason) {
        assertEquals(2, outcome.code(), outcome.err());
        assertEquals("", outcome.out());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
        assertTrue(outcome.err().startsWith("twinnet: "), outcome.err());
        assertTrue(outcome.err().contains(file), outcome.err());
        assertTrue(outcome.err().contains(reason), outcome.err());
        assertFalse(outcome.err().contains("Exception"), outcome.err());
    }

    @ParameterizedTest
    @CsvSource({"compare, --data", "compare, --test-data", "effect, --data", "effect, --test-data"})
    void should_say_that_a_file_is_missing(String command, String option) throws IOException {
        Path file = folder.resolve("missing.csv");
        isRefused(Cli.run(command, option, file, "--iterations", Cli.ENDLESS), file.toString(), "no such file");
        assertEquals(List.of(), Cli.names(folder));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.csv  | x,label\\n1,0\\n2,two\\n | line 3, column 2",
                "a.csv  | x,label\\n1,0\\n2,2\\n3,1\\n | is not a label",
                "a.csv  | x,label\\n1,0\\nNaN,1\\n | is not a number",
                "a.csv  | x,label\\n1,0\\n1\\n     | line 3",
                "a.csv  | x,label\\n1,0\\n2,0\\n   | class",
                "a.csv  | x,label\\n              | no examples",
                "a.csv  | ''                      | a.csv",
                "a.mat  | not a MATLAB file       | a.mat",
                "a.npz  | not a NumPy file        | a.npz",
                "a.txt  | 1,0                     | unknown kind of file"
            })
    void should_say_what_is_wrong_in_a_file(String name, String text, String reason) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text.replace("\\n", "\n"));
        isRefused(
                Cli.run("compare", "--data", file, "--iterations", Cli.ENDLESS, "--out", folder.resolve("report")),
                name,
                reason);
        isRefused(Cli.run("effect", "--data", file, "--iterations", Cli.ENDLESS), name, reason);
        assertEquals(List.of(name), Cli.names(folder));
    }

    @Test
    void should_refuse_a_folder_as_data() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data.csv"));
        isRefused(Cli.run("compare", "--data", data, "--iterations", Cli.ENDLESS), data.toString(), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"compare", "effect"})
    void should_refuse_test_data_of_other_features(String command) throws IOException {
        Path test = Cli.separablePoints(folder);
        isRefused(
                Cli.run(command, "--test-data", test, "--iterations", Cli.ENDLESS),
                test.toString(),
                "has 1 features, the training data has 2; both need the same.");
    }

    @Test
    void should_ask_for_test_data_where_the_effect_is_measured_on_it() throws IOException {
        isRefused(
                Cli.run("effect", "--data", Cli.separablePoints(folder), "--iterations", Cli.ENDLESS),
                "separable.csv",
                "has no test examples; give some with --test-data.");
    }

    @Test
    void should_name_the_columns_where_the_label_is_not_among_them() throws IOException {
        Path data = Cli.separablePoints(folder);
        isRefused(
                Cli.run("compare", "--data", data, "--label-column", "y", "--iterations", Cli.ENDLESS),
                data.toString(),
                "no column is named 'y'; the columns are 'x, label'");
        isRefused(
                Cli.run("compare", "--data", data, "--examples-as", "rows", "--iterations", Cli.ENDLESS),
                data.toString(),
                "for an .npz file only");
    }

    @Test
    void should_read_a_table_as_it_comes_and_say_how() throws IOException {
        Path train = Files.writeString(
                folder.resolve("train.csv"), "id;kind;x;z\n7;M;1;2\n3;B;?;4\n9;M;2;3\n4;B;-1;4\n5;B;-2;1\n");
        Path test = Files.writeString(folder.resolve("test.csv"), "id;kind;x;z\n1;B;NA;2\n2;M;3;4\n");
        Cli.Outcome outcome = Cli.run(
                "effect",
                "--data",
                train,
                "--test-data",
                test,
                "--label-column",
                "kind",
                "--drop-column",
                "id",
                "--missing",
                "mean",
                "--positive",
                "M",
                "--iterations",
                5,
                "--seeds",
                1);
        assertEquals(0, outcome.code(), outcome.err());
        assertTrue(
                outcome.err().contains("train.csv: labels: 'B' is 0, 'M' is 1." + System.lineSeparator()),
                outcome.err());
        assertTrue(
                outcome.err()
                        .contains("test.csv: numbers that are missing (1) became the mean of their column in the"
                                + " training examples."),
                outcome.err());
        isRefused(
                Cli.run("effect", "--data", train, "--test-data", test, "--label-column", "kind"),
                "line 3, column 3 ('x'): '?' is not a number; every number must be known",
                "; --missing drop-rows leaves such examples out, --missing mean fills features");
        isRefused(
                Cli.run("effect", "--data", train, "--test-data", test),
                "line 2, column 2 ('kind'): 'M' is not a number",
                "--drop-column leaves out what is no feature, --label-column names the label");
    }

    @Test
    void should_standardize_and_say_where_that_would_help() throws IOException {
        Path data = Files.writeString(
                folder.resolve("wide.csv"), "a,b,kind\n1,1000,no\n2,5000,yes\n3,1500,no\n4,5200,yes\n");
        Cli.Outcome wide = Cli.run("compare", "--data", data, "--print-experiment");
        assertTrue(
                wide.err()
                        .contains("wide.csv: the widest feature varies 1730 times as much as the narrowest, and"
                                + " training follows the wide ones alone; --standardize brings them to one scale."),
                wide.err());
        Path report = folder.resolve("report");
        Cli.Outcome scaled = Cli.run(
                "compare", "--data", data, "--standardize", "--iterations", 20, "--scenario", "l2", "--out", report);
        assertEquals(0, scaled.code(), scaled.err());
        assertFalse(scaled.err().contains("--standardize"), scaled.err());
        String page = Files.readString(report.resolve("report.html"));
        assertTrue(page.contains("labels of the file: 0 = no, 1 = yes"), "labels");
        assertTrue(page.contains("each feature has mean 0 and standard deviation 1"), "features");
        JsonNode prepared = JsonMapper.shared()
                .readTree(Files.readString(report.resolve("report.json")))
                .at("/data/prepared");
        assertEquals(2.5, prepared.at("/standardized/0/mean").doubleValue());
        assertEquals(3175, prepared.at("/standardized/1/mean").doubleValue());
    }

    @Test
    void should_show_boundaries_over_the_features_that_matter_or_that_are_named() throws IOException {
        StringBuilder text = new StringBuilder("noise,b,c,label\n");
        for (int i = 0; i < 40; i++) {
            double b = Math.cos(i);
            double c = Math.sin(2.0 * i);
            text.append(
                    String.format(Locale.ROOT, "%.3f,%.3f,%.3f,%d%n", 0.1 * Math.cos(7.0 * i), b, c, b > c ? 1 : 0));
        }
        Path data = Files.writeString(folder.resolve("three.csv"), text);
        Path report = folder.resolve("plane");
        Cli.Outcome outcome = Cli.run(
                "compare", "--data", data, "--iterations", 60, "--scenario", "l2", "--format", "json", "--out", report);
        assertTrue(outcome.out().contains("Boundaries are shown over b and c, of 3 features"), outcome.out());
        assertEquals(
                "[\"b\",\"c\"]",
                JsonMapper.shared()
                        .readTree(Files.readString(report.resolve("report.json")))
                        .at("/scenarios/0/picture/plane/axes")
                        .toString());
        isRefused(
                Cli.run("compare", "--data", data, "--plane", "b,d"),
                "--plane: no feature is called 'd'",
                "the data has noise, b, c.");
        isRefused(
                Cli.run("compare", "--output", "identity", "--layers", "3,1", "--plane", "1,2"),
                "--plane shows boundaries",
                "a regression has none");
    }

    @Test
    void should_test_on_examples_of_one_class() throws IOException {
        Path test = Files.writeString(folder.resolve("zeros.csv"), "x,label\n-1,0\n-2,0\n");
        Cli.Outcome outcome = Cli.run(
                "effect", "--data", Cli.separablePoints(folder), "--test-data", test, "--iterations", 5, "--seeds", 1);
        assertEquals(0, outcome.code(), outcome.err());
    }

    @Test
    void should_give_an_option_to_the_file_of_its_kind() throws IOException {
        Path train = Files.writeString(folder.resolve("train.npz"), "not a NumPy file");
        Path test = Files.writeString(folder.resolve("test.csv"), "label,x,y\n0,1,2\n1,3,4\n");
        isRefused(
                Cli.run("effect", "--data", train, "--test-data", test, "--label-column", "label"),
                "train.npz",
                "not a complete zip archive");
        isRefused(
                Cli.run("effect", "--test-data", test, "--label-column", "wrong"),
                "test.csv",
                "no column is named 'wrong'");
        assertEquals(
                0,
                Cli.run("effect", "--test-data", test, "--label-column", "label", "--iterations", 5, "--seeds", 1)
                        .code());
    }

    @Test
    void should_refuse_dropout_where_there_is_nothing_to_drop() {
        isRefused(
                Cli.run("compare", "--keep-prob", 0.8, "--layers", 1, "--iterations", Cli.ENDLESS),
                "--layers 1",
                "no hidden units");
    }
}
