package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.ladder.RungName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole runs, real but short. */
@Timeout(120)
class CompareRunTest {

    @TempDir
    private Path folder;

    private static JsonNode read(Path report) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(report.resolve("report.json")));
    }

    private static List<Integer> iterations(JsonNode twin) {
        return StreamSupport.stream(twin.at("/costs").spliterator(), false)
                .map(point -> point.at("/iteration").intValue())
                .toList();
    }

    /** Features of any size end with a verdict and a report, and not with an internal error after all the training. */
    @ParameterizedTest
    @ValueSource(strings = {"1e150", "1e-300", "1e-320", "1e308"})
    void should_write_a_report_of_features_of_any_size(String size) throws IOException {
        double scale = Double.parseDouble(size);
        StringBuilder text = new StringBuilder();
        for (int j = 0; j < 12; j++) {
            text.append(scale * Math.sin(j))
                    .append(',')
                    .append(scale * Math.cos(3 * j))
                    .append(',')
                    .append(j % 2);
            text.append('\n');
        }
        Path data = Files.writeString(folder.resolve("data.csv"), text);
        Path report = folder.resolve("report");
        Cli.Outcome outcome =
                Cli.run("compare", "--data", data, "--scenario", "none", "--iterations", 3, "--quiet", "--out", report);
        assertEquals("", outcome.err());
        assertTrue(List.of(0, 1, 3).contains(outcome.code()), outcome.out());
        JsonNode boundary = read(report).at("/scenarios/0/boundary");
        assertTrue(boundary.at("/maxX").doubleValue() > boundary.at("/minX").doubleValue(), boundary.toString());
        assertEquals(
                160_000,
                boundary.at("/compared").intValue() + boundary.at("/notFinite").intValue());
        assertTrue(Cli.names(report).contains("boundaries.png"));
    }

    @Test
    void should_test_dl4js_own_dropout_over_seeds_where_asked() throws IOException {
        Path report = folder.resolve("report");
        Cli.Outcome outcome = Cli.run(
                "compare", "--keep-prob", 0.8, "--iterations", 20, "--dropout-seeds", 3, "--quiet", "--out", report);

        assertEquals("", outcome.err());
        JsonNode dropout = read(report).at("/scenarios/0/picture/dropout");
        assertEquals(3, dropout.at("/seeds").intValue(), dropout.toString());
        assertTrue(dropout.at("/margin").doubleValue() > 0, dropout.toString());
        assertTrue(Files.readString(report.resolve("report.md")).contains("DL4J’s own Dropout"));
        assertTrue(Files.readString(report.resolve("report.html")).contains("class=\"dropout\""));
    }

    @Test
    void should_refuse_to_test_dropout_where_nothing_is_dropped() {
        Cli.Outcome outcome = Cli.run("compare", "--l2", 0.7, "--iterations", 3, "--dropout-seeds", 3);

        assertEquals(2, outcome.code());
        assertEquals(
                "twinnet: --dropout-seeds tests dropout, and no keep probability is below 1; add --keep-prob.",
                outcome.firstLine());
    }

    @Test
    void should_write_the_whole_comparison_of_a_published_scenario() throws IOException {
        Path report = folder.resolve("a/report");
        Path copy = folder.resolve("copy.json");
        Cli.Outcome outcome = Cli.run(
                "compare",
                "--iterations",
                50,
                "--scenario",
                "none",
                "--cost-every",
                20,
                "--quiet",
                "--out",
                report,
                "--json",
                copy);
        assertEquals("", outcome.err());
        assertEquals(0, outcome.code());
        assertTrue(outcome.out().contains("Both networks computed the same in 1 of 1 scenarios"), outcome.out());
        assertTrue(outcome.out().endsWith("Report: " + report + System.lineSeparator()), outcome.out());
        assertEquals(
                List.of(
                        ".twinnet-report",
                        "boundaries.png",
                        "costs.csv",
                        "costs.png",
                        "junit.xml",
                        "report.html",
                        "report.json",
                        "report.md"),
                Cli.names(report));
        assertEquals(List.of("a", "copy.json"), Cli.names(folder));
        assertEquals(-1, Files.mismatch(copy, report.resolve("report.json")));

        JsonNode root = read(report);
        assertEquals("agree", root.at("/verdict").stringValue());
        assertEquals(1, root.at("/scenarios").size());
        JsonNode scenario = root.at("/scenarios/0");
        assertEquals("none", scenario.at("/name").stringValue());
        assertEquals("agree", scenario.at("/verdict").stringValue());
        for (String name : List.of("scratch", "dl4j")) {
            JsonNode twin = scenario.at("/twins/" + name);
            assertEquals(List.of(0, 20, 40, 49), iterations(twin));
            assertTrue(twin.at("/costs/0/cost").doubleValue()
                    > twin.at("/costs/3/cost").doubleValue());
            assertAccuracy(twin.at("/accuracy/train"), 211);
            assertAccuracy(twin.at("/accuracy/test"), 200);
        }
        assertRungs(scenario.at("/rungs"));
        assertEquals(160_000, scenario.at("/boundary/compared").intValue());
        assertEquals(0, scenario.at("/boundary/disagreements").intValue());
        assertTrue(scenario.at("/firstDivergence").isNull());
        assertTrue(
                Files.readString(report.resolve("report.md")).startsWith("# Hand-written network and DL4J: agree\n"));
    }

    private static void assertAccuracy(JsonNode accuracy, int total) {
        assertEquals(total, accuracy.at("/total").intValue());
        int correct = accuracy.at("/correct").intValue();
        assertTrue(correct > total / 2 && correct <= total, accuracy.toString());
    }

    private static void assertRungs(JsonNode rungs) {
        assertEquals(
                Arrays.stream(RungName.values()).map(RungName::label).toList(),
                StreamSupport.stream(rungs.spliterator(), false)
                        .map(rung -> rung.at("/name").stringValue())
                        .toList());
        for (JsonNode rung : rungs) {
            assertEquals("agree", rung.at("/status").stringValue(), rung.toString());
            assertTrue(rung.at("/compared").longValue() > 0, rung.toString());
            assertTrue(
                    rung.at("/maxRelativeDifference").doubleValue()
                            <= rung.at("/noiseFloor").doubleValue(),
                    rung.toString());
        }
    }

    @Test
    void should_tell_where_and_end_with_1_when_the_stock_loss_parts_from_the_formula() throws IOException {
        Path report = folder.resolve("report");
        Cli.Outcome outcome = Cli.run(
                "compare",
                "--data",
                Cli.separablePoints(folder),
                "--layers",
                1,
                "--l2",
                0,
                "--iterations",
                5,
                "--quiet",
                "--out",
                report,
                "--dl4j-loss",
                "STOCK");
        assertEquals("", outcome.err());
        assertEquals(1, outcome.code());
        assertTrue(
                outcome.out()
                        .contains("The networks part in scenario custom: rung \"cost\", cross-entropy, first "
                                + "at iteration 0"),
                outcome.out());
        JsonNode root = read(report);
        assertEquals("disagree", root.at("/verdict").stringValue());
        assertEquals("disagree", root.at("/scenarios/0/verdict").stringValue());
        assertEquals("cost", root.at("/scenarios/0/firstDivergence/rung").stringValue());
        assertTrue(root.at("/scenarios/0/twins/dl4j/accuracy/test").isNull());
    }

    @Test
    void should_train_one_custom_scenario_from_l2_and_keep_probability_together() throws IOException {
        Path report = folder.resolve("report");
        Cli.Outcome outcome = Cli.run(
                "compare",
                "--layers",
                "4,1",
                "--l2",
                0.5,
                "--keep-prob",
                0.8,
                "--dropout-masks",
                "Fresh",
                "--seed",
                7,
                "--mask-seed",
                8,
                "--learning-rate",
                0.01,
                "--iterations",
                7,
                "--cost-every",
                3,
                "--threads",
                1,
                "--quiet",
                "--out",
                report);
        assertEquals(0, outcome.code(), outcome.err());
        JsonNode root = read(report);
        assertEquals(1, root.at("/scenarios").size());
        JsonNode scenario = root.at("/scenarios/0");
        assertEquals("custom", scenario.at("/name").stringValue());
        assertEquals(JsonMapper.shared().readTree("""
                        {"format":"twinnet-experiment/1","name":"custom",
                         "layers":[{"units":4,"activation":"relu","keep_prob":0.8,"batch_norm":"none"},
                                   {"units":1,"activation":"sigmoid","keep_prob":1.0,"batch_norm":"none"}],
                         "input_keep_prob":1.0,
                         "initialization":{"kind":"scaled-gaussian","seed":7},
                         "loss":"binary-cross-entropy",
                         "penalty":{"l2":0.5,"l1":0.0,"l2_coefficient":0.0,"l1_coefficient":0.0,
                                    "biases":false,"over":"training-set"},
                         "optimizer":{"kind":"gradient-descent","learning_rate":0.01},
                         "schedule":"constant","weight_decay":0.0,"clip":"none","batches":"full",
                         "masks":{"kind":"fresh","seed":8},"precision":"float64","iterations":7}"""), scenario.at("/experiment"));
        assertEquals(List.of(0, 3, 6), iterations(scenario.at("/twins/scratch")));
        assertEquals(List.of(0, 3, 6), iterations(scenario.at("/twins/dl4j")));
        assertEquals(1, root.at("/provenance/threads").intValue());
    }

    @Test
    void should_train_each_named_scenario_once_and_in_order() throws IOException {
        Path report = folder.resolve("report");
        Cli.Outcome outcome = Cli.run(
                "compare",
                "--data",
                Cli.separablePoints(folder),
                "--layers",
                "2,1",
                "--scenario",
                "dropout,L2",
                "l2",
                "--learning-rate",
                0.01,
                "--iterations",
                2,
                "--quiet",
                "--out",
                report);
        assertEquals(0, outcome.code(), outcome.err());
        assertEquals(
                List.of("dropout", "l2"),
                StreamSupport.stream(read(report).at("/scenarios").spliterator(), false)
                        .map(scenario -> scenario.at("/name").stringValue())
                        .toList());
    }

    @Test
    void should_replace_an_old_report_when_forced_and_show_how_to_run_again() throws IOException {
        Path report = folder.resolve("my report");
        Path data = Files.move(Cli.separablePoints(folder), folder.resolve("it's.csv"));
        Path json = report.resolve("copy.json");
        Cli.run(tiny(data, "--out", report, "--format", "md", "--json", json));
        Cli.Outcome outcome = Cli.run(tiny(data, "--out", report, "--force", "--json", json));
        assertEquals(0, outcome.code(), outcome.err());
        assertEquals(
                List.of(
                        ".twinnet-report",
                        "boundaries.png",
                        "copy.json",
                        "costs.csv",
                        "costs.png",
                        "junit.xml",
                        "report.html",
                        "report.json",
                        "report.md"),
                Cli.names(report));
        assertEquals(-1, Files.mismatch(json, report.resolve("report.json")));
        assertEquals(List.of("it's.csv", "my report"), Cli.names(folder));
        String command = read(report).at("/provenance/command").stringValue();
        assertTrue(command.startsWith("twinnet compare --data '" + folder + "/it'\\''s.csv' --layers 1 "), command);
        assertTrue(command.contains(" '" + report + "' "), command);
    }

    @Test
    void should_show_the_result_even_where_the_report_cannot_be_written() throws IOException {
        Path unwritable = Path.of("/proc");
        assumeTrue(Files.isWritable(unwritable), "nothing here seems writable and is not");
        Cli.Outcome outcome = Cli.run(tiny(Cli.separablePoints(folder), "--out", unwritable.resolve("report")));
        assertEquals(2, outcome.code());
        assertTrue(outcome.out().contains("Both networks computed the same"), outcome.out());
        assertFalse(outcome.out().contains("Report: "), outcome.out());
        assertTrue(outcome.err().startsWith("twinnet: the report could not be written: "), outcome.err());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
    }

    private static Object[] tiny(Path data, Object... more) {
        return Stream.concat(
                        Stream.of("compare", "--data", data, "--layers", 1, "--l2", 0, "--iterations", 2, "--quiet"),
                        Stream.of(more))
                .toArray();
    }

    @Test
    void should_write_the_same_bytes_again_in_a_stable_report() throws IOException {
        List<Path> reports = new ArrayList<>();
        for (int threads : List.of(1, 2)) {
            Path report = folder.resolve("report" + threads);
            Cli.Outcome outcome = Cli.run(
                    "compare",
                    "--iterations",
                    300,
                    "--stable",
                    "--quiet",
                    "--threads=" + threads,
                    "--json",
                    folder.resolve(threads + ".json"),
                    "--out",
                    report);
            assertEquals(0, outcome.code(), outcome.err() + threads);
            reports.add(report);
        }
        List<String> names = Cli.names(reports.get(0));
        assertEquals(8, names.size(), names::toString);
        assertEquals(names, Cli.names(reports.get(1)));
        for (String name : names) {
            assertEquals(
                    -1,
                    Files.mismatch(reports.get(0).resolve(name), reports.get(1).resolve(name)),
                    name);
        }
        assertTrue(read(reports.get(0)).at("/provenance/date").isNull());
        assertEquals(
                "twinnet compare --iterations 300 --stable",
                read(reports.get(0)).at("/provenance/command").stringValue());
    }

    @Test
    void should_render_a_report_again_from_its_json_alone() throws IOException {
        Path report = folder.resolve("report");
        assertEquals(
                0, Cli.run(tiny(Cli.separablePoints(folder), "--out", report)).code());
        Path again = folder.resolve("again");
        Cli.Outcome outcome = Cli.run("report", report.resolve("report.json"), "--out", again);
        assertEquals(0, outcome.code(), outcome.err());
        for (String name : Cli.names(report)) {
            assertEquals(-1, Files.mismatch(report.resolve(name), again.resolve(name)), name);
        }
        Path chinese = folder.resolve("zh");
        assertEquals(
                0,
                Cli.run("report", report.resolve("report.json"), "--format", "md", "--lang", "zh", "--out", chinese)
                        .code());
        assertTrue(Files.readString(chinese.resolve("report.md")).startsWith("# 手工实现的网络与 DL4J"));
    }

    @Test
    void should_refuse_to_render_what_is_no_report() throws IOException {
        Path file = Files.writeString(folder.resolve("x.json"), "{\"format\": 1}");
        Cli.Outcome outcome = Cli.run("report", file, "--out", folder.resolve("page"));
        assertEquals(2, outcome.code());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
        assertTrue(outcome.err().startsWith("twinnet: " + file + ": is no report of this version"), outcome.err());
        assertEquals(List.of("x.json"), Cli.names(folder));
    }
}
