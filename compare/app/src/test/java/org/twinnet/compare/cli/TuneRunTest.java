package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.study.StudyFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("twinnet tune")
class TuneRunTest {

    /** A study of seconds. */
    private static final List<String> SMALL = List.of(
            "--candidates",
            "6",
            "--iterations",
            "150",
            "--folds",
            "3",
            "--repeats",
            "1",
            "--layers",
            "4,1",
            "--workers",
            "2");

    @TempDir
    private static Path shared;

    private static Cli.Outcome first;

    @TempDir
    private Path folder;

    @BeforeAll
    static void tuneOnce() {
        first = tune(shared.resolve("study"), List.of("--twin", "scratch"));
    }

    @Test
    void should_find_a_winner_and_prove_it() throws IOException {
        assertEquals("", first.err());
        assertEquals(0, first.code(), first.out());
        JsonNode report = report(shared.resolve("study"));
        assertEquals("complete", report.get("ending").asString());
        assertEquals(6, report.get("candidates").size());
        JsonNode proof = report.get("proof");
        assertEquals(4, proof.get("contenders").size());
        assertEquals(4, proof.get("twins").size());
        proof.get("twins")
                .forEach(twins -> assertEquals("agree", twins.get("verdict").asString()));
        assertEquals(200, proof.get("test").get("accuracy").get("total").asInt());
        double best = Double.POSITIVE_INFINITY;
        for (JsonNode candidate : report.get("candidates")) {
            best = Math.min(best, candidate.get("score").asDouble());
        }
        assertEquals(
                best,
                report.get("candidates")
                        .get(proof.get("winner").asInt())
                        .get("score")
                        .asDouble());
    }

    @Test
    void should_write_the_whole_comparison_of_the_twins_beside_the_report() throws IOException {
        Path study = shared.resolve("study");

        assertEquals(List.of("report", "settings.json", "study.db", "study.lock", "twins"), Cli.names(study));
        assertTrue(Cli.names(study.resolve("twins")).contains("report.html"));
        assertTrue(Cli.names(study.resolve("report")).containsAll(List.of("report.json", "candidates.csv")));
    }

    @Test
    void should_show_a_study_again_without_training() throws IOException {
        Path page = folder.resolve("page");

        Cli.Outcome shown = Cli.run("tune", "show", shared.resolve("study"), "--out", page);

        assertEquals(0, shown.code(), shown.err());
        assertEquals(withoutLastLine(first.out()), withoutLastLine(shown.out()));
        assertEquals(
                Files.readString(shared.resolve("study/report/report.json")),
                Files.readString(page.resolve("report.json")));
    }

    @Test
    void should_have_nothing_to_do_when_a_finished_study_is_resumed() throws IOException {
        Path study = shared.resolve("study");
        String before = Files.readString(study.resolve("report/report.json"));

        Cli.Outcome resumed = Cli.run("tune", "--study", study, "--resume", "--quiet");

        assertEquals(0, resumed.code(), resumed.err());
        assertEquals(before, Files.readString(study.resolve("report/report.json")));
    }

    @Test
    void should_write_the_same_bytes_twice_when_asked_to() throws IOException {
        for (String name : List.of("a", "b")) {
            Cli.Outcome outcome = tune(
                    folder.resolve(name),
                    List.of("--stable", "--search", "random", "--twin", "scratch", "--halving", "2"));
            assertEquals(0, outcome.code(), outcome.err());
        }
        for (String file : Cli.names(folder.resolve("a/report"))) {
            assertEquals(
                    Files.readString(folder.resolve("a/report").resolve(file), StandardCharsets.ISO_8859_1),
                    Files.readString(folder.resolve("b/report").resolve(file), StandardCharsets.ISO_8859_1),
                    file);
        }
    }

    @Test
    void should_end_at_its_time_and_go_on_later_to_the_same_study() {
        Path study = folder.resolve("study");
        Cli.Outcome cut = tune(study, List.of("--twin", "scratch", "--max-time", "0.001s"));
        assertEquals(0, cut.code(), cut.err());
        assertTrue(cut.out()
                .contains("The search is not finished: go on with 'twinnet tune --study " + study + " --resume'."));
        assertTrue(results(study).size() < 6);

        Cli.Outcome resumed = Cli.run("tune", "--study", study, "--resume", "--quiet");

        assertEquals(0, resumed.code(), resumed.err());
        assertEquals(results(shared.resolve("study")), results(study));
    }

    @Test
    void should_say_in_the_report_of_a_resumed_study_what_does_all_of_it_again() throws IOException {
        Path study = folder.resolve("study");
        Path data = Files.move(Cli.separablePoints(folder), folder.resolve("it's.csv"));
        List<String> options = List.of(
                "--data",
                data.toString(),
                "--label-column",
                "label",
                "--standardize",
                "--search",
                "random",
                "--l2",
                "0|0.5",
                "--keep-prob",
                "0.5..1",
                "--learning-rate",
                "0.01..0.5:log",
                "--metric",
                "accuracy",
                "--candidate-time",
                "1.5m",
                "--seed",
                "5",
                "--halving",
                "2",
                "--twin",
                "scratch",
                "--max-time",
                "0.001s");
        tune(study, options);

        Cli.Outcome resumed = Cli.run("tune", "--study", study, "--resume", "--quiet");

        assertEquals("", resumed.err());
        String command = report(study).at("/provenance/command").stringValue();
        assertFalse(command.contains("--resume"), command);
        List<Object> words = new ArrayList<>(Shell.words(command));
        assertEquals("twinnet", words.remove(0));
        words.addAll(List.of("--study", folder.resolve("again"), "--quiet"));
        assertEquals(resumed.code(), Cli.run(words.toArray()).code());
        assertEquals(results(study), results(folder.resolve("again")));
        try (StudyFolder first = StudyFolder.look(study);
                StudyFolder again = StudyFolder.look(folder.resolve("again"))) {
            assertEquals(first.settings(), again.settings());
            assertEquals(first.source(), again.source());
        }
    }

    @Test
    void should_go_on_without_its_database_and_say_that_the_test_examples_were_used_before() throws IOException {
        Path study = folder.resolve("study");
        List<String> small = List.of("--twin", "scratch");
        assertEquals(0, tune(study, small).code());
        Files.delete(study.resolve("study.db"));

        Cli.Outcome resumed = Cli.run("tune", "--study", study, "--resume", "--quiet");

        assertEquals(0, resumed.code(), resumed.err());
        assertTrue(resumed.err().startsWith("twinnet: " + study + " has lost its study.db: "), resumed.err());
        assertTrue(
                resumed.out()
                        .contains(
                                "test examples, which this study has used 2 times, so that they are no longer unseen"),
                resumed.out());
        assertEquals(2, report(study).get("testUses").size());
    }

    @Test
    void should_record_failures_and_end_with_their_reasons_when_all_fail() throws IOException {
        Path study = folder.resolve("study");

        Cli.Outcome outcome = tune(study, List.of("--learning-rate", "1e6", "--l2", "100..1000"));

        assertEquals(1, outcome.code(), outcome.err());
        assertTrue(outcome.out().contains("diverged by iteration "), outcome.out());
        JsonNode report = report(study);
        assertEquals(6, report.get("effort").get("failed").asInt());
        assertTrue(report.get("proof").isNull());
    }

    @Test
    void should_end_when_every_setting_was_tried() throws IOException {
        Path study = folder.resolve("study");

        Cli.Outcome outcome =
                tune(study, List.of("--search", "genetic", "--l2", "0|0.1", "--keep-prob", "1", "--twin", "scratch"));

        assertEquals(0, outcome.code(), outcome.err());
        assertEquals("exhausted", report(study).get("ending").asString());
        assertEquals(2, report(study).get("candidates").size());
    }

    @Test
    void should_tune_any_setting_of_an_experiment() throws IOException {
        Path study = folder.resolve("study");

        Cli.Outcome outcome = tune(
                study,
                List.of(
                        "--dropout-masks",
                        "published|fresh",
                        "--l2",
                        "0.1",
                        "--keep-prob",
                        "0.8",
                        "--twin",
                        "scratch"));

        assertEquals(0, outcome.code(), outcome.err());
        JsonNode report = report(study);
        assertEquals("exhausted", report.get("ending").asString());
        JsonNode parameter = report.get("parameters").get(4);
        assertEquals("masks.kind", parameter.get("key").asString());
        assertTrue(parameter.get("searched").asBoolean());
        assertEquals(
                Set.of("published", "fresh"),
                report.get("candidates").values().stream()
                        .map(candidate ->
                                candidate.get("setting").get("masks.kind").asString())
                        .collect(Collectors.toSet()));
        // the same folds, weights and seeds: only the masks differ
        assertNotEquals(
                report.get("candidates").get(0).get("score"),
                report.get("candidates").get(1).get("score"));
        Cli.run("tune", "--study", study, "--resume", "--dropout-masks", "fresh")
                .isRefused("the study " + study + " cannot be resumed: --dropout-masks is fresh, the study has"
                        + " published|fresh; begin another study for that");
    }

    @Test
    void should_refuse_a_setting_that_no_network_can_have() {
        Path study = folder.resolve("study");
        Cli.run("tune", "--study", study, "--activation", "relu|tanh,softmax")
                .isMisuse(
                        "twinnet tune",
                        "--activation: activation of layer 2 is softmax; allowed: a softmax as the output only");
        Cli.run("tune", "--study", study, "--dropout-masks", "fresh|fresh")
                .isMisuse(
                        "twinnet tune",
                        "Invalid value for option '--dropout-masks': 'fresh|fresh' is not allowed;"
                                + " allowed: values that differ, with bars between them, such as published|fresh");
        assertFalse(Files.exists(study));
    }

    @Test
    void should_refuse_what_cannot_be_resumed() throws IOException {
        Path study = shared.resolve("study");
        Cli.run("tune", "--study", study, "--resume", "--candidates", "7")
                .isRefused("the study " + study
                        + " cannot be resumed: --candidates is 7, the study has 6; begin another study for that");
        Path other =
                Files.writeString(folder.resolve("other.csv"), "x,y,label\n1,2,0\n2,1,1\n0,1,0\n3,1,1\n1,1,0\n2,2,1\n");
        Cli.Outcome refused = Cli.run("tune", "--study", study, "--resume", "--data", other);
        assertEquals(2, refused.code());
        assertTrue(refused.err().contains("cannot be resumed: training data is "), refused.err());
        Cli.run("tune", "--study", study)
                .isRefused("--study " + study
                        + " holds a study already; add --resume to go on with it, or name another folder");
        Cli.run("tune", "--study", folder.resolve("none"), "--resume")
                .isRefused(folder.resolve("none")
                        + " is no study: it has no settings.json; 'twinnet tune --study DIR' makes one");
        Cli.run("tune", "--resume").isMisuse("twinnet tune", "--resume needs the study to go on with: --study DIR.");
    }

    @Test
    void should_refuse_damaged_findings_in_one_line() {
        Path study = folder.resolve("study");
        tune(study, List.of("--twin", "scratch", "--max-time", "0.001s"));
        try (StudyFolder kept = StudyFolder.open(study)) {
            kept.saveFinding(StudyEnd.FINDINGS, "{");
        }

        for (Cli.Outcome refused :
                List.of(Cli.run("tune", "show", study), Cli.run("tune", "--study", study, "--resume", "--quiet"))) {
            assertEquals(2, refused.code(), refused.err());
            assertTrue(refused.err().startsWith("twinnet: the findings in study.db are damaged: "), refused.err());
            assertEquals(1, refused.err().lines().count(), refused.err());
        }
    }

    @Test
    void should_make_no_folder_for_a_study_that_cannot_be() throws IOException {
        Path study = folder.resolve("study");

        Cli.run("tune", "--study", study, "--folds", "1000")
                .isRefused("--folds 1000 needs as many examples, and pitch-train.csv has 211");
        Cli.run("tune", "--study", study, "--search", "grid", "--candidates", "3")
                .isRefused("--candidates 3 are too few for a grid, which needs two points of each range and "
                        + "every value of each"
                        + " choice; allow more candidates, or search at random");
        Cli.run("tune", "--study", study, "--layers", "100000,100000,1")
                .isRefused("--layers 100000,100000,1 makes 10000500001 parameters on 2 features; allowed: at "
                        + "most 10000000 in all");

        assertFalse(Files.exists(study));
    }

    @Test
    void should_end_cleanly_on_ctrl_c_with_what_is_done() throws Exception {
        Path study = folder.resolve("study");
        List<String> arguments =
                new ArrayList<>(List.of("tune", "--study", study.toString(), "--candidates", "100000"));
        arguments.addAll(SMALL.subList(2, SMALL.size()));
        Process process = new ProcessBuilder(Cli.process(arguments.toArray())).start();
        try {
            while (process.isAlive()
                    && !(Files.exists(study.resolve("settings.json"))
                            && !results(study).isEmpty())) {
                process.waitFor(20, TimeUnit.MILLISECONDS);
            }
            Cli.run("tune", "--study", study, "--resume")
                    .isRefused("the study " + study
                            + " is in use by another process; wait for its end, or name another folder with --study");
            // SIGINT, as a terminal sends it.
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(130, process.waitFor(), out);
            assertTrue(out.contains("The search is not finished: go on with "), out);
            assertTrue(Files.exists(study.resolve("report/report.json")));
            String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(
                    err.contains("twinnet: interrupted; every candidate that is finished is kept. Go on with"
                            + " 'twinnet tune --study " + study + " --resume'"),
                    err);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Cli.Outcome tune(Path study, List<String> more) {
        return Cli.run(Stream.of(List.of("tune", "--study", study.toString()), SMALL, more)
                .flatMap(List::stream)
                .toArray());
    }

    private static List<CandidateResult> results(Path study) {
        try (StudyFolder kept = StudyFolder.look(study)) {
            return kept.results().stream().map(CandidateResult::timeless).toList();
        }
    }

    private static JsonNode report(Path study) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(study.resolve("report/report.json")));
    }

    /** A command line as a shell takes it apart: words, some of them quoted. */
    private static final class Shell {
        private static final Pattern WORD = Pattern.compile("(?:'[^']*'|\\\\'|[^ '])+");

        static List<String> words(String line) {
            return WORD.matcher(line)
                    .results()
                    .map(word ->
                            word.group().replace("\\'", "\0").replace("'", "").replace('\0', '\''))
                    .toList();
        }
    }

    private static List<String> withoutLastLine(String text) {
        List<String> lines = text.lines().toList();
        return lines.subList(0, lines.size() - 1);
    }
}
