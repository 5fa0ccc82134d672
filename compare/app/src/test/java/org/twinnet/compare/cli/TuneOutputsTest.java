package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.compare.tuning.StudySettings;
import org.twinnet.compare.tuning.study.StudyFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("twinnet tune on other outputs than one label")
@Timeout(240)
class TuneOutputsTest {

    @TempDir
    private Path folder;

    private Cli.Outcome tune(Object... options) {
        return Cli.run(Stream.of(
                        Stream.of("tune", "--candidates", 2, "--iterations", 40, "--folds", 2, "--repeats", 1),
                        Stream.of("--twin", "scratch", "--workers", 2, "--quiet", "--study", folder.resolve("s")),
                        Stream.of(options))
                .flatMap(part -> part)
                .toArray());
    }

    private JsonNode report() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(folder.resolve("s/report/report.json")));
    }

    private StudySettings settings() {
        try (StudyFolder study = StudyFolder.look(folder.resolve("s"))) {
            return study.settings();
        }
    }

    private static void assertFound(Cli.Outcome outcome) {
        assertEquals("", outcome.err());
        assertEquals(0, outcome.code(), outcome.out());
    }

    @Test
    void should_score_three_classes_by_cross_entropy_and_count_right_labels() throws IOException {
        Cli.Outcome outcome = tune("--layers", "6,3");
        assertFound(outcome);
        JsonNode report = report();
        assertEquals("cross-entropy", report.get("metric").asString());
        assertEquals(3, report.at("/data/classes").asInt());
        assertEquals(120, report.at("/proof/test/accuracy/total").asInt());
        assertTrue(report.at("/proof/test/rSquared").isMissingNode());
        // better than guessing, ln 3, and its boundaries are drawn
        assertTrue(report.at("/proof/test/crossEntropy").asDouble() < Math.log(3));
        assertFalse(report.at("/proof/twins/0/end").isNull());
        assertTrue(outcome.out().contains("On the 120 test examples"), outcome.out());
    }

    @Test
    void should_score_a_regression_by_its_squared_error_and_draw_no_boundary() throws IOException {
        Cli.Outcome outcome = tune("--layers", "6,1", "--output", "identity", "--learning-rate", "0.05");
        assertFound(outcome);
        JsonNode report = report();
        assertEquals("mean-squared-error", report.get("metric").asString());
        assertTrue(report.at("/data/classes").isMissingNode());
        assertTrue(report.at("/proof/test/accuracy").isNull());
        assertTrue(report.at("/proof/test/rSquared").asDouble() <= 1);
        assertTrue(report.at("/proof/test/rootMeanSquaredError").asDouble() > 0);
        assertTrue(report.at("/proof/twins/0/end").isNull());
        assertFalse(Files.exists(folder.resolve("s/report/boundaries.png")));
        assertTrue(outcome.out().contains("its R² is "), outcome.out());
        assertEquals(0, Cli.run("tune", "show", folder.resolve("s")).code());
    }

    @Test
    void should_refuse_r_squared_of_targets_that_do_not_vary() throws IOException {
        Path constant = Files.write(
                folder.resolve("c.csv"),
                IntStream.range(0, 30)
                        .mapToObj(i -> i % 13 + "," + i % 7 + ",2.5")
                        .toList());
        tune("--data", constant, "--layers", "3,1", "--output", "identity", "--metric", "r-squared")
                .isRefused("--metric r-squared needs targets that vary, and those of c.csv do not; allowed:"
                        + " mean-squared-error");
        assertFalse(Files.exists(folder.resolve("s")));
    }

    @Test
    void should_resume_a_study_of_classes_with_its_own_outputs() {
        Object[] soon = {"--max-time", "0.001s"};
        assertFound(tune(
                Stream.concat(Stream.of("--layers", "6,3"), Stream.of(soon)).toArray()));
        assertFound(Cli.run("tune", "--study", folder.resolve("s"), "--resume", "--quiet", soon[0], soon[1]));
        assertEquals("6,3", settings().tried().get("layers[].units"));
        Cli.Outcome other = Cli.run("tune", "--study", folder.resolve("s"), "--resume", "--layers", "6,1");
        assertEquals(2, other.code());
        assertTrue(other.firstLine().contains("cannot be resumed"), other.err());
    }

    @Test
    void should_search_around_a_preset_whose_settings_options_replace() {
        assertFound(tune(
                "--preset",
                "mnist-like",
                "--layers",
                "8,3",
                "--vary",
                "optimizer.learning_rate=1e-3..0.1:log",
                "--vary",
                "batches.size=16|32",
                "--vary",
                "layers[0].activation=relu|tanh",
                "--max-time",
                "0.001s"));
        assertEquals("adam", settings().tried().get("optimizer.kind"));
        assertEquals("he", settings().tried().get("initialization.kind"));
        assertEquals("16|32", settings().tried().get("batches.size"));
        assertEquals("8,3", settings().tried().get("layers[].units"));
        assertEquals(40, settings().iterations());
    }

    @Test
    void should_take_the_iterations_of_an_experiment_and_leave_behind_what_another_optimizer_does_not_have()
            throws IOException {
        Path file = Files.writeString(folder.resolve("e.json"), """
                {"layers": [{"units": 3, "activation": "tanh"}, {"units": 1}], "iterations": 30,
                 "optimizer": {"kind": "adam", "learning_rate": 0.05, "beta1": 0.8}}""");
        Cli.Outcome outcome = Cli.run(
                "tune",
                "--experiment",
                file,
                "--optimizer",
                "momentum|rmsprop",
                "--max-time",
                "0.001s",
                "--quiet",
                "--study",
                folder.resolve("s"));
        assertFound(outcome);
        assertEquals(30, settings().iterations());
        assertFalse(settings().tried().containsKey("optimizer.beta1"));
        assertEquals("0.05", settings().tried().get("optimizer.learning_rate"));
        assertEquals("tanh", settings().tried().get("layers[].activation"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "--layers 6,3 --metric r-squared# --metric r-squared is not for labels; allowed: cross-entropy, accuracy",
                "--output identity --metric accuracy# --metric accuracy is not for a regression; allowed:"
                        + " mean-squared-error, r-squared",
                "--preset published --experiment e.json# --experiment and --preset both say what is trained; leave one of"
                        + " both out.",
                "--layers 6,1|6,3# --layers: 6,1|6,3 reads the numbers beside the features in different ways, as a label,"
                        + " 0 or 1 and as one of 3 classes; tune one after the other",
                "--output sigmoid|identity# --output: sigmoid|identity reads the numbers beside the features in different"
                        + " ways, as a label, 0 or 1 and as a number; tune one after the other",
                "--layers 6,4# --data is missing: none of the data sets that come with Twinnet gives each example one of 4"
                        + " classes; give one.",
                "--initialization he|file# --initialization: one of its values asks for what a study gives each of its"
                        + " trainings itself; allowed: any other",
                "--clip norm# --clip is norm, and DL4J has no limit for the norm of a gradient over all layers; allowed"
                        + " where DL4J trains: none, value, norm-per-layer",
                "--preset frob# Invalid value for option '--preset': 'frob' is not allowed; allowed: published,"
                        + " logistic-regression, spiral-softmax, regression, momentum, adam, batch-norm, mnist-like"
            })
    void should_refuse_in_one_line_before_a_folder_is_made(String options, String message) {
        Cli.Outcome outcome = tune((Object[]) options.split(" "));
        assertEquals(2, outcome.code(), outcome.err());
        assertEquals("twinnet: " + message, outcome.firstLine());
        assertFalse(Files.exists(folder.resolve("s")));
    }

    @Test
    void should_search_no_dropout_of_hidden_units_where_there_are_none() {
        assertFound(tune("--preset", "logistic-regression", "--max-time", "0.001s"));
        assertEquals("1.0", settings().tried().get("layers[].keep_prob"));
        assertEquals("1.0E-4..10.0:log", settings().tried().get("penalty.l2"));
    }

    @Test
    void should_refuse_what_one_of_the_networks_cannot_be_trained_with_before_the_search() {
        Cli.Outcome outcome = tune("--clip", "none|norm");
        assertEquals(2, outcome.code(), outcome.err());
        assertTrue(outcome.firstLine().startsWith("twinnet: --clip"), outcome.err());
        assertFalse(Files.exists(folder.resolve("s")));
    }
}
