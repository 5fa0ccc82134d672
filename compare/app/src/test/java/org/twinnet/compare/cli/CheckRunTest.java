package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.compare.diagnosis.TraceFiles;
import org.twinnet.compare.report.check.CheckWriter;
import org.twinnet.compare.testing.ProjectFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("twinnet check")
class CheckRunTest {

    private static final Path REFERENCE = ProjectFolder.shared("reference/traces");

    @TempDir
    private Path folder;

    private Path trace(TraceFiles files) {
        return files.write(folder.resolve("mine.npz"));
    }

    private JsonNode json(TraceFiles files) throws IOException {
        Path json = folder.resolve("check.json");
        Cli.run("check", trace(files), "--quiet", "--json", json);
        JsonNode tree = JsonMapper.shared().readTree(Files.readString(json));
        try (InputStream schema = CheckWriter.class.getResourceAsStream(CheckWriter.SCHEMA)) {
            assertEquals(
                    List.of(),
                    SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8))
                            .validate(tree));
        }
        return tree;
    }

    @Test
    void should_agree_with_a_correct_trace_and_show_the_rungs() {
        Cli.Outcome outcome = Cli.run("check", trace(TraceFiles.correct()));
        assertEquals("", outcome.err());
        assertEquals(0, outcome.code(), outcome.out());
        assertTrue(outcome.out().startsWith("The trace agrees with the notebook's formulas at float64 precision: "));
        List.of(
                        "format",
                        "masks",
                        "forward",
                        "cost",
                        "gradients",
                        "update",
                        "free-running trajectory",
                        "the twins' opinion")
                .forEach(rung -> assertTrue(outcome.out().contains("\n" + rung + " "), rung));
    }

    @Test
    void should_name_a_mistake_and_write_every_file() throws IOException {
        Path report = folder.resolve("report");
        Cli.Outcome outcome = Cli.run("check", trace(TraceFiles.faulty("l2-gradient-halved")), "--out", report);
        assertEquals(1, outcome.code());
        assertTrue(outcome.out().contains("It is l2-gradient-halved."), outcome.out());
        for (String file : List.of("report.html", "report.md", "report.json", "junit.xml")) {
            assertTrue(Files.readString(report.resolve(file))
                    .contains(file.equals("junit.xml") ? "<failure" : "l2-gradient-halved"));
        }
    }

    @Test
    void should_say_the_settings_of_a_trace_under_the_keys_of_an_experiment() throws IOException {
        JsonNode stated = json(TraceFiles.correct());
        assertEquals(4, stated.get("version").asInt());
        assertEquals(
                List.of("optimizer.learning_rate", "penalty.l2", "layers[].keep_prob"),
                List.copyOf(stated.at("/trace/settings").propertyNames()));
        assertEquals(0.5, stated.at("/trace/settings/penalty.l2").asDouble());
        assertTrue(stated.at("/trace/assumed").isEmpty());

        JsonNode assumed = json(TraceFiles.correct().without("learning_rate"));
        assertEquals("optimizer.learning_rate", assumed.at("/trace/assumed/0").asString());

        Path report = folder.resolve("report");
        Cli.run("check", trace(TraceFiles.correct().without("learning_rate")), "--out", report);
        String facts = "learning rate 0.3 (assumed, the trace states none), λ 0.5, keep probability 0.8; ";
        assertTrue(Files.readString(report.resolve("report.md")).contains(facts));
        String page = Files.readString(report.resolve("report.html"));
        for (String row : List.of(
                "<dt>Learning rate</dt><dd>0.3 (assumed, the trace states none)</dd>",
                "<dt>λ</dt><dd>0.5</dd>",
                "<dt>Keep probability</dt><dd>0.8</dd>",
                "<dt>学习率</dt><dd>0.3（假定值，记录中没有说明）</dd>")) {
            assertTrue(inOneLanguage(page, row.contains("学习率") ? "zh" : "en").contains(row), row);
        }
    }

    /** A page without what it does not show in a language. */
    private static String inOneLanguage(String page, String language) {
        String other = language.equals("en") ? "zh" : "en";
        return page.replaceAll("<span class=\"n\">([^<]*)</span>", "$1")
                .replaceAll("<span lang=\"" + other + "\">[^<]*</span>", "")
                .replaceAll("<span lang=\"" + language + "\">([^<]*)</span>", "$1");
    }

    @Test
    void should_write_json_after_the_schema_in_each_outcome() throws IOException {
        JsonNode agree = json(TraceFiles.correct());
        assertEquals("agree", agree.get("verdict").asString());
        assertTrue(agree.get("firstDivergence").isNull());

        JsonNode disagree = json(TraceFiles.faulty("l2-gradient-halved"));
        assertEquals("disagree", disagree.get("verdict").asString());
        assertEquals("dW", disagree.at("/firstDivergence/quantity/english").asString());
        assertEquals(3, disagree.at("/firstDivergence/layer").asInt());
        assertEquals(0, disagree.at("/firstDivergence/iteration").asInt());
        assertEquals("l2-gradient-halved", disagree.at("/diagnosis/0/id").asString());
        assertEquals(0.5, disagree.at("/diagnosis/0/factor").asDouble());
        assertTrue(disagree.at("/diagnosis/0/differenceAfter").asDouble() < 1e-13);
        assertTrue(disagree.at("/diagnosis/0/differenceBefore").asDouble() > 1e-3);

        JsonNode recomputed = json(TraceFiles.correct().without("dW2@1"));
        assertEquals("agree", recomputed.get("verdict").asString());
        assertEquals(
                "dW2 of iteration 1: not in the trace, recomputed",
                recomputed.at("/notes/0/english").asString());

        JsonNode inconclusive = json(TraceFiles.correct().without("costs").without("cost_iterations"));
        assertEquals("inconclusive", inconclusive.get("verdict").asString());
        assertEquals(
                "costs: the trace holds none",
                inconclusive.at("/notChecked/0/english").asString());
    }

    @Test
    void should_never_agree_on_NaN() throws IOException {
        JsonNode tree = json(TraceFiles.correct().put("db3@0", "<f8", "(1, 1)", Double.NaN));
        assertEquals("disagree", tree.get("verdict").asString());
        assertEquals("db", tree.at("/firstDivergence/quantity/english").asString());
        assertTrue(tree.at("/firstDivergence/maxRelativeDifference").isNull());
    }

    @Test
    void should_stay_inconclusive_where_nothing_can_be_compared() {
        Cli.Outcome outcome = Cli.run(
                "check", trace(new TraceFiles().put("X", "<f8", "(1, 2)", 1, 2).put("Y", "<f8", "(1, 2)", 0, 1)));
        assertEquals(3, outcome.code(), outcome.out());
        assertTrue(outcome.out().contains("costs: the trace holds none"), outcome.out());
    }

    /** What the correct trace states in plain entries may stand in an experiment; it is no other training then. */
    @Test
    void should_read_a_stated_experiment() throws IOException {
        JsonNode tree = json(TraceFiles.correct().text("experiment", "{\"optimizer\": \"gradient-descent\"}"));
        assertEquals("agree", tree.at("/verdict").asString(), tree.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "{ ; 'experiment', line 1: is no JSON",
                "[] ; 'experiment': is no experiment; needed: keys and values",
                "{\"optimiser\": \"adam\"} ; 'experiment' optimiser is no key; did you mean 'optimizer'?",
                "{\"optimizer\": {\"learning_rate\": 0.25}} ; 'learning_rate' is 0.3, but experiment has"
                        + " optimizer.learning_rate 0.25; write it once",
                "{\"layers\": [{\"units\": 3}, {\"units\": 1}]} ; 'experiment' layers are 2, but the tensors of",
                "{\"layers\": [{\"units\": 9}, {}, {}]} ; 'experiment' layers[0].units is 9, but the tensors of the"
                        + " trace have 6 units in layer 1"
            })
    void should_refuse_an_experiment_that_is_not_the_trace_s_own(String experiment, String message) {
        Cli.Outcome outcome = Cli.run("check", trace(TraceFiles.correct().text("experiment", experiment)));
        assertEquals(2, outcome.code(), outcome.out());
        assertEquals(1, outcome.err().strip().lines().count(), outcome.err());
        assertTrue(outcome.err().contains(": " + message), outcome.err());
    }

    @Test
    void should_take_the_examples_from_a_data_set() throws IOException {
        Path csv = Files.writeString(folder.resolve("data.csv"), "a,b,y\n0.5,1,1\n2,3,0\n");
        TraceFiles files = new TraceFiles()
                .put("W1@0", "<f8", "(1, 2)", 0.25, -0.5)
                .put("b1@0", "<f8", "(1, 1)", 0.125)
                .put("Z1@0", "<f8", "(1, 2)", 0.25 * 0.5 - 0.5 + 0.125, 0.5 - 1.5 + 0.125);
        Cli.Outcome outcome = Cli.run("check", trace(files), "--data", csv);
        assertEquals(3, outcome.code(), outcome.err());
        assertTrue(outcome.out().contains("forward                           2"), outcome.out());
        Cli.run("check", trace(files))
                .isRefused(folder.resolve("mine.npz") + ": 'X' is missing; write it, or give the data set");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "activation ; <f8 ; () ; 1 ; 'activation' is not defined; allowed are X, Y,",
                "W1@0 ; <f8 ; (6,) ; 6 ; 'W1@0' is float64 (6,); it must be a matrix that is not empty",
                "b1@0 ; <f8 ; (6, 2) ; 12 ; 'b1@0' is float64 (6, 2); it must be one number a unit, of "
                        + "shape (units, 1)",
                "lambda ; <f8 ; () ; 1 ; 'lambda' is not defined; the strength of the penalty is called lambd",
                "lr ; <f8 ; () ; 1 ; 'lr' is not defined; the learning rate is called learning_rate",
                "alpha ; <f8 ; () ; 1 ; 'alpha' is not defined; the learning rate is called learning_rate",
                "keep_probs ; <f8 ; () ; 1 ; 'keep_probs' is not defined; the keep probability is called "
                        + "keep_prob, one",
                "experiment ; <f8 ; () ; 1 ; 'experiment' is float64 (); it must be a single string, the JSON of an",
                "examples_as ; <f8 ; () ; 1 ; 'examples_as' is float64 (); it must be a single string, "
                        + "'columns' or 'rows'",
                "keep_prob ; <f8 ; (2, 2) ; 4 ; 'keep_prob' is float64 (2, 2); it must be a single number, or one for",
                "D0@0 ; <f8 ; (2, 80) ; 160 ; 'D0@0' is a mask of the input that drops features, and no experiment",
                "A0@0 ; <f8 ; (2, 80) ; 160 ; 'A0@0' is not X; leave it out, or write X",
                "gamma1@0 ; <f8 ; (6,) ; 6 ; 'gamma1@0' is of a batch normalization, and no experiment states one of layer",
                "W1@0 ; <f8 ; (6, 3) ; 18 ; 'W1@0' is float64 (6, 3); it must be of shape (6, 2)",
                "Z1@0 ; |b1 ; (6, 80) ; 480 ; 'Z1@0' is bool (6, 80); it must be float64 or float32",
                "D3@0 ; |b1 ; (1, 80) ; 80 ; 'D3@0' is a mask of the output that drops units; only hidden "
                        + "layers have masks",
                "keep_prob ; <f8 ; () ; 1 ; keep_prob is 0.0; it must be above 0 and at most 1",
                "Y ; <f8 ; (1, 3) ; 3 ; 'X' has 80 examples, but Y has 3; both need the same",
                "costs ; <f8 ; (2,) ; 2 ; 'costs' is float64 (2,); it must be float64 or float32 of shape (5,)",
                "W1@0 ; |O ; (1,) ; 1 ; an object array is a pickle, which can run code and is never read; "
                        + "save numbers",
                "W1@0 ; <f8 ; (1000000, 1000000) ; 1 ; its header claims more than 4194304 elements, the "
                        + "most that is read"
            })
    void should_refuse_what_the_format_does_not_define(
            String name, String descr, String shape, int count, String message) {
        Path file = trace(TraceFiles.correct().put(name, descr.equals("") ? "|b1" : descr, shape, new double[count]));
        Cli.Outcome outcome = Cli.run("check", file);
        assertEquals(2, outcome.code(), outcome.out());
        assertEquals(1, outcome.err().strip().lines().count(), outcome.err());
        assertTrue(
                outcome.err().startsWith("twinnet: " + file) && outcome.err().contains(": " + message), outcome.err());
    }

    @Test
    void should_refuse_bad_places_before_it_checks() throws IOException {
        Path file = trace(TraceFiles.correct());
        Path full = Files.createDirectory(folder.resolve("full"));
        Files.writeString(full.resolve("precious"), "");
        Cli.run("check", file, "--out", full)
                .isRefused("--out " + full
                        + " holds precious, which Twinnet did not write, and so is never replaced; "
                        + "name another folder.");
        Cli.run("check", file, "--json", folder)
                .isRefused("--json " + folder + " cannot be written; name a file in a folder that exists.");
        assertEquals(2, Cli.run("check", folder.resolve("absent.npz")).code());
        assertEquals(2, Cli.run("check", folder).code());
        assertEquals(2, Cli.run("check").code());
    }

    @Test
    void should_diagnose_the_example_of_the_documentation() {
        Cli.Outcome outcome = Cli.run("check", ProjectFolder.file("compare/docs/example/halved.npz"));
        assertEquals(1, outcome.code());
        assertTrue(outcome.out().contains("\n  l2-gradient-halved\n"), outcome.out());
    }

    @Test
    void should_write_names_as_text_into_the_page() throws IOException {
        Path file = TraceFiles.correct().write(folder.resolve("<script>alert(1)<script>.npz"));
        Path report = folder.resolve("report");
        Cli.run("check", file, "--out", report, "--quiet");
        String page = Files.readString(report.resolve("report.html"));
        assertEquals(3, page.split("<script", -1).length, "texts and the page's own program");
        assertTrue(page.contains("&lt;script&gt;alert(1)"));
    }

    @Test
    void should_list_and_explain_mistakes() {
        assertTrue(Cli.run("mistakes").out().contains("\ncost-clipped "));
        assertTrue(Cli.run("mistakes", "update-sign").out().contains("wrong  W + α·dW"));
        String masks = Cli.run("mistakes", "Mask").out();
        assertTrue(masks.startsWith("dropout-mask-missing-backward: "), masks);
        assertTrue(masks.contains(System.lineSeparator() + System.lineSeparator() + "dropout-mask-redrawn-backward: "));
        assertFalse(masks.contains("l2-gradient-missing"), masks);
        Cli.run("mistakes", "nonsense")
                .isRefused("no mistake is called 'nonsense', and none has it in its sentence; 'twinnet mistakes' lists"
                        + " all.");
    }

    @Test
    void should_name_the_fault_of_every_published_trace() throws IOException {
        Path key = REFERENCE.resolve("faulty/key.csv");
        assumeTrue(Files.exists(key), "the published traces are not beside the project");
        List<String> lines = Files.readAllLines(key);
        assertEquals(14, lines.size());
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            Path json = folder.resolve("check.json");
            assertEquals(
                    1,
                    Cli.run("check", REFERENCE.resolve("faulty").resolve(fields[0]), "--json", json)
                            .code());
            JsonNode tree = JsonMapper.shared().readTree(Files.readString(json));
            assertEquals(fields[1], tree.at("/diagnosis/0/id").asString());
        }
    }
}
