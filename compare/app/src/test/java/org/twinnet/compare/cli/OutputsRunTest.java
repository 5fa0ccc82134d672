package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.twinnet.compare.report.model.JsonReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Networks with other outputs than one label, from the command line to a report that is read again. */
@Timeout(120)
class OutputsRunTest {

    @TempDir
    private Path folder;

    private JsonNode scenario(Object... options) throws IOException {
        Path report = folder.resolve("report");
        Object[] all = new Object[options.length + 8];
        System.arraycopy(options, 0, all, 1, options.length);
        all[0] = "compare";
        System.arraycopy(
                new Object[] {"--iterations", 20, "--l2", 0.1, "--quiet", "--out", report},
                0,
                all,
                options.length + 1,
                7);
        Cli.Outcome outcome = Cli.run(all);
        assertEquals("", outcome.err());
        assertEquals(0, outcome.code(), outcome.out());
        Path json = report.resolve("report.json");
        // whatever is written is read again, the schema included
        assertEquals(1, JsonReader.read(json).scenarios().size());
        return JsonMapper.shared().readTree(Files.readString(json)).at("/scenarios/0");
    }

    @Test
    void should_compare_classes_on_the_arms_that_come_with_it() throws IOException {
        JsonNode scenario = scenario("--layers", "6,3");
        assertEquals("softmax", scenario.at("/experiment/layers/1/activation").stringValue());
        assertEquals("softmax-cross-entropy", scenario.at("/experiment/loss").stringValue());
        JsonNode twin = scenario.at("/twins/scratch");
        int correct = 0;
        int all = 0;
        for (int c = 0; c < 3; c++) {
            for (int k = 0; k < 3; k++) {
                int count = twin.at("/confusion/" + c + "/" + k).intValue();
                all += count;
                correct += c == k ? count : 0;
            }
        }
        assertEquals(240, all);
        assertEquals(twin.at("/accuracy/train/correct").intValue(), correct);
        assertEquals(0, scenario.at("/boundary/disagreements").intValue());
        assertTrue(Cli.names(folder.resolve("report")).contains("boundaries.png"));
    }

    @Test
    void should_compare_a_regression_on_the_waves_that_come_with_it() throws IOException {
        JsonNode scenario =
                scenario("--layers", "6,1", "--output", "identity", "--activation", "tanh", "--learning-rate", 0.05);
        assertEquals("mean-squared-error", scenario.at("/experiment/loss").stringValue());
        assertTrue(scenario.at("/boundary").isNull());
        assertTrue(scenario.at("/twins/dl4j/accuracy").isNull());
        assertEquals(
                scenario.at("/twins/scratch/rSquared/train").doubleValue(),
                scenario.at("/twins/dl4j/rSquared/train").doubleValue(),
                1e-12);
        assertFalse(Cli.names(folder.resolve("report")).contains("boundaries.png"));
        String markdown = Files.readString(folder.resolve("report/report.md"));
        assertTrue(markdown.contains("R² "), markdown);
        assertTrue(markdown.contains("A regression has no accuracy"), markdown);
    }

    @Test
    void should_print_the_experiment_of_outputs_losses_and_slopes() {
        Cli.Outcome outcome = Cli.run(
                "compare",
                "--layers",
                "6,1",
                "--activation",
                "leaky-relu",
                "--slope",
                0.25,
                "--output",
                "softplus",
                "--loss",
                "quadratic",
                "--scenario",
                "none",
                "--print-experiment");
        assertEquals("", outcome.err());
        JsonNode experiment = JsonMapper.shared().readTree(outcome.out());
        assertEquals(0.25, experiment.at("/layers/0/activation/slope").doubleValue());
        assertEquals("softplus", experiment.at("/layers/1/activation").stringValue());
        assertEquals("quadratic", experiment.at("/loss").stringValue());
    }

    @Test
    void should_refuse_in_one_line_what_does_not_go_together() {
        assertRefused(
                "--data is missing: none of the data sets that come with Twinnet gives each example one of 4 classes;"
                        + " give one.",
                "compare",
                "--layers",
                "6,4");
        assertRefused(
                "loss is binary-cross-entropy with the output softmax; allowed: softmax-cross-entropy,"
                        + " mean-squared-error, quadratic",
                "compare",
                "--layers",
                "6,3",
                "--loss",
                "binary-cross-entropy");
        assertRefused("--slope is 0.5, and no layer has such a setting", "compare", "--slope", 0.5);
    }

    private static void assertRefused(String message, Object... command) {
        Cli.Outcome outcome = Cli.run(command);
        assertEquals(2, outcome.code());
        assertTrue(outcome.err().contains(message), outcome.err());
    }
}
