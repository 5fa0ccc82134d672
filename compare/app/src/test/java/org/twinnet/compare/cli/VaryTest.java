package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.compare.tuning.study.StudyFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("twinnet tune --vary")
class VaryTest {

    private static final List<String> SMALL = List.of(
            "--candidates",
            "8",
            "--iterations",
            "60",
            "--folds",
            "2",
            "--repeats",
            "1",
            "--layers",
            "4,3,1",
            "--twin",
            "scratch",
            "--workers",
            "2",
            "--quiet");

    private static final List<String> VARIED = List.of(
            "--vary",
            "optimizer.learning_rate=1e-3..0.3:log",
            "--vary",
            "optimizer.kind=adam|momentum",
            "--vary",
            "optimizer.beta1=0.8..0.99",
            "--vary",
            "optimizer.average=true|false",
            "--vary",
            "layers[0].units=4..40",
            "--vary",
            "layers[1].activation=tanh|leaky-relu");

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Cli.Outcome whole;

    @BeforeAll
    static void tuneOnce() {
        whole = tune(shared.resolve("whole"), VARIED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "optimizer.learning_rat=1# --vary: optimizer.learning_rat is no key; did you mean 'optimizer.learning_rate'?",
                "penalty.l2# --vary: 'penalty.l2' is not allowed; allowed: KEY=VALUES, such as"
                        + " optimizer.learning_rate=1e-4..1:log",
                "iterations=3|4# --vary iterations: a study gives each of its trainings this setting itself; allowed: any other",
                "layers[0].units=4.5..40# --vary layers[0].units: '4.5..40' is not allowed; allowed: a whole number from 1 to"
                        + " 100000; several between bars, such as 10|20|40; or a range, such as 10..40 or 10..1000:log",
                "layers[5].units=4..40# --vary layers[5].units: is of no layer: the network has 3, from layers[0], the first"
                        + " after the inputs, to layers[2], the output",
                "optimizer.beta1=0.8..0.9# --vary optimizer.beta1: belongs to adam and adamw and amsgrad, not to"
                        + " gradient-descent; choose --optimizer adam or adamw or amsgrad, or leave it out",
                "layers[0].activation.slope=0.1..0.2# --vary layers[0].activation.slope: is 0.1, and its layer has no such"
                        + " setting; its activation is relu"
            })
    void should_refuse_what_cannot_be_varied(String said, String message) {
        tune("s", List.of("--vary", said)).isMisuse("twinnet tune", message);
        assertFalse(Files.exists(folder.resolve("s")));
    }

    @Test
    void should_refuse_a_setting_that_is_given_twice() {
        tune("s", List.of("--l2", "0", "--vary", "penalty.l2=1"))
                .isMisuse("twinnet tune", "--l2 and --vary penalty.l2 say the same; leave one of both out");
        tune("s", List.of("--vary", "penalty.l2=0", "--vary", "penalty.l2=1"))
                .isMisuse("twinnet tune", "--vary penalty.l2 is given twice; leave one of both out");
    }

    @Test
    void should_be_the_same_door_as_the_option_of_a_setting() {
        List<String> soon = List.of("--max-time", "0.001s");
        tune("option", join(List.of("--keep-prob", "0.8|0.9", "--l2", "0.1"), soon));
        tune("vary", join(List.of("--vary", "layers[].keep_prob=0.8|0.9", "--vary", "penalty.l2=0.1"), soon));
        try (StudyFolder option = StudyFolder.look(folder.resolve("option"));
                StudyFolder vary = StudyFolder.look(folder.resolve("vary"))) {
            assertEquals(option.settings(), vary.settings());
        }
    }

    @Test
    void should_leave_out_of_each_candidate_what_its_kinds_do_not_have() throws IOException {
        assertEquals(0, whole.code(), whole.err());
        JsonNode report = JsonMapper.shared().readTree(Files.readString(shared.resolve("whole/report/report.json")));
        assertEquals(8, report.get("candidates").size());
        for (JsonNode candidate : report.get("candidates")) {
            assertEquals("complete", candidate.get("status").asString());
            JsonNode setting = candidate.get("setting");
            boolean adam = setting.get("optimizer.kind").asString().equals("adam");
            assertEquals(adam, setting.has("optimizer.beta1"));
            assertNotEquals(adam, setting.has("optimizer.average"));
            assertTrue(setting.get("layers[0].units").isInt());
        }
        String csv = Files.readString(shared.resolve("whole/report/candidates.csv"));
        assertTrue(csv.lines().findFirst().orElseThrow().contains(",layers[0].units,layers[1].activation,"), csv);
    }

    @Test
    void should_go_on_to_the_same_study_after_it_was_cut() throws IOException {
        tune("cut", join(VARIED, List.of("--max-time", "0.001s")));

        Cli.Outcome resumed = Cli.run("tune", "--study", folder.resolve("cut"), "--resume", "--quiet");

        assertEquals(0, resumed.code(), resumed.err());
        assertEquals(candidates(shared.resolve("whole")), candidates(folder.resolve("cut")));
        String command = JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("cut/report/report.json")))
                .at("/provenance/command")
                .asString();
        assertTrue(command.contains("--vary 'layers[0].units=4..40'"), command);
        assertTrue(command.contains("--beta1 0.8..0.99"), command);
        Cli.run("tune", "--study", folder.resolve("cut"), "--resume", "--vary", "layers[0].units=4..41")
                .isRefused("the study " + folder.resolve("cut")
                        + " cannot be resumed: --vary layers[0].units is 4..41, the study has 4..40; begin another study"
                        + " for that");
    }

    private Cli.Outcome tune(String study, List<String> more) {
        return tune(folder.resolve(study), more);
    }

    private static Cli.Outcome tune(Path study, List<String> more) {
        return Cli.run(join(join(List.of("tune", "--study", study.toString()), SMALL), more)
                .toArray());
    }

    private static List<String> join(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** Candidates with everything but their time, the settings in their order. */
    private static List<String> candidates(Path study) {
        try (StudyFolder kept = StudyFolder.look(study)) {
            return kept.results().stream()
                    .map(result -> result.timeless().toString())
                    .toList();
        }
    }
}
