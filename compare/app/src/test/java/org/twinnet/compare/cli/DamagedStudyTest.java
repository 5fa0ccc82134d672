package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinnet.compare.tuning.study.StudyFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whatever somebody did to the files of a study, it is shown, or refused in one line of our own words. */
@DisplayName("A damaged study")
class DamagedStudyTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** What may stand in a damaged file in place of anything. */
    private static final List<JsonNode> VALUES =
            List.of(NODES.nullNode(), NODES.numberNode(-1), NODES.stringNode("MAGIC"), NODES.stringNode(""));

    /** Words of the libraries and of Java, which tell users nothing. */
    private static final Pattern FOREIGN = Pattern.compile(
            "enum|jackson|FAIL_ON|Deserializ|tools\\.|java\\.|org\\.twinnet|Exception|property|creator|coerce|null",
            Pattern.CASE_INSENSITIVE);

    @TempDir
    private static Path made;

    private static Path study;

    @BeforeAll
    static void tune() {
        study = made.resolve("study");
        Cli.Outcome tuned = Cli.run(
                "tune",
                "--study",
                study,
                "--candidates",
                3,
                "--iterations",
                20,
                "--folds",
                2,
                "--repeats",
                1,
                "--layers",
                "2,1",
                "--twin",
                "scratch",
                "--quiet");
        assertEquals(0, tuned.code(), tuned.err());
    }

    @Test
    void should_be_refused_in_our_words_whatever_became_of_its_settings() throws IOException {
        Path file = study.resolve("settings.json");
        String whole = Files.readString(file);
        try {
            List<String> all = damaged(JsonMapper.shared().readTree(whole));
            int refused = 0;
            for (int i = 0; i < all.size(); i++) {
                Files.writeString(file, all.get(i));
                refused += survives(all.get(i), "tune", "show", study) ? 0 : 1;
                if (i % 5 == 0) {
                    refused += survives(all.get(i), "tune", "--study", study, "--resume", "--quiet") ? 0 : 1;
                }
            }
            assertTrue(refused > all.size() * 3 / 4, refused + " refusals of " + all.size());
        } finally {
            Files.writeString(file, whole);
        }
    }

    @Test
    void should_be_refused_in_our_words_whatever_became_of_its_findings() {
        String whole = finding();
        JsonNode findings = JsonMapper.shared().readTree(whole);
        List<String> all = damaged(findings);
        for (String proof :
                damaged(JsonMapper.shared().readTree(findings.get("proof").asString()))) {
            ObjectNode changed = (ObjectNode) findings.deepCopy();
            changed.put("proof", proof);
            all.add(changed.toString());
        }
        try {
            int refused = 0;
            for (String damaged : all) {
                keep(damaged);
                refused += survives(damaged, "tune", "show", study) ? 0 : 1;
            }
            assertTrue(refused > all.size() / 2, refused + " refusals of " + all.size());
        } finally {
            keep(whole);
        }
    }

    /** False when it is refused: with exit code 2, in one line that says what to do. */
    private static boolean survives(String damaged, Object... command) {
        Cli.Outcome outcome = Cli.run(command);
        if (outcome.code() == 0) {
            return true;
        }
        assertEquals(2, outcome.code(), outcome.err() + damaged);
        assertEquals(1, outcome.err().lines().count(), outcome.err());
        String words = outcome.err().replace(made.toString(), "").replaceAll("'[^']*'", "");
        assertFalse(FOREIGN.matcher(words).find(), outcome.err());
        return false;
    }

    private static String finding() {
        try (StudyFolder folder = StudyFolder.look(study)) {
            return folder.finding(StudyEnd.FINDINGS).orElseThrow();
        }
    }

    private static void keep(String content) {
        try (StudyFolder folder = StudyFolder.open(study)) {
            folder.saveFinding(StudyEnd.FINDINGS, content);
        }
    }

    /** Each field in turn gone, or of another value; and the text cut. */
    private static List<String> damaged(JsonNode root) {
        List<String> damaged =
                new ArrayList<>(List.of("", "[1]", root.toString().substring(0, 40), root + "{}"));
        for (List<String> path : paths(root)) {
            damaged.add(changed(root, path, parent -> parent.remove(path.get(path.size() - 1))));
            for (JsonNode value : VALUES) {
                damaged.add(changed(root, path, parent -> parent.set(path.get(path.size() - 1), value)));
            }
        }
        return damaged;
    }

    private static String changed(JsonNode root, List<String> path, Consumer<ObjectNode> change) {
        JsonNode copy = root.deepCopy();
        JsonNode at = copy;
        for (String step : path.subList(0, path.size() - 1)) {
            at = at.isArray() ? at.get(Integer.parseInt(step)) : at.get(step);
        }
        change.accept((ObjectNode) at);
        return copy.toString();
    }

    /** Every field of every object; of a list the first element stands for all. */
    private static List<List<String>> paths(JsonNode node) {
        List<List<String>> paths = new ArrayList<>();
        if (node instanceof ArrayNode array && !array.isEmpty()) {
            paths(array.get(0)).forEach(path -> paths.add(below("0", path)));
        }
        if (node instanceof ObjectNode object) {
            object.propertyNames().forEach(name -> {
                paths.add(List.of(name));
                paths(object.get(name)).forEach(path -> paths.add(below(name, path)));
            });
        }
        return paths;
    }

    private static List<String> below(String name, List<String> path) {
        List<String> whole = new ArrayList<>(List.of(name));
        whole.addAll(path);
        return whole;
    }
}
