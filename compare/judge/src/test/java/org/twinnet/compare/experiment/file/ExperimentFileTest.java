package org.twinnet.compare.experiment.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Scenario;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.testing.ProjectFolder;
import org.twinnet.data.InvalidDataException;

class ExperimentFileTest {

    private static Experiment json(String text) {
        return ExperimentFile.parse("e.json", text, false, 2).get(0);
    }

    private static String refusal(String text) {
        String message =
                assertThrows(InvalidDataException.class, () -> json(text)).getMessage();
        assertEquals(1, message.lines().count(), message);
        return message;
    }

    @Test
    void should_read_json_and_yaml_alike() {
        Experiment expected =
                Experiment.of(2, 20, 3, 1).named("mine").with(Penalty.l2(0.7)).iterations(100);
        assertEquals(
                expected,
                json("{\"name\": \"mine\", \"layers\": [{\"units\": 20}, {\"units\": 3}, {\"units\": 1}],"
                        + " \"penalty\": {\"l2\": 0.7}, \"iterations\": 100}"));
        assertEquals(expected, ExperimentFile.parse("e.yaml", """
                                # the network of the course
                                name: mine
                                layers:
                                  - units: 20
                                  - {units: 3, activation: relu}
                                  - units: 1
                                penalty:
                                  l2: 0.7
                                iterations: 100
                                """, true, 2).get(0));
    }

    @Test
    void should_read_what_it_wrote(@TempDir Path folder) throws IOException {
        List<Experiment> all = List.of(Scenario.values()).stream()
                .map(scenario -> scenario.of(Experiment.published(3)))
                .toList();
        for (List<Experiment> experiments : List.of(all, all.subList(2, 3))) {
            Path file = Files.writeString(folder.resolve("e.json"), ExperimentFile.text(experiments));
            assertEquals(experiments, ExperimentFile.read(file, 3));
        }
    }

    @Test
    void should_read_the_examples_of_the_documentation() throws IOException {
        String page = Files.readString(ProjectFolder.file("compare/docs/experiment-format.md"));
        Experiment json =
                ExperimentFile.parse("json", block(page, "json"), false, 2).get(0);
        assertEquals(
                json, ExperimentFile.parse("yaml", block(page, "yaml"), true, 2).get(0));
        assertEquals(0.86, json.layers().get(0).keepProb());
    }

    private static String block(String page, String language) {
        int from = page.indexOf("```" + language) + 3 + language.length();
        return page.substring(from, page.indexOf("```", from));
    }

    @Test
    void should_name_file_line_and_key() {
        assertEquals(
                "e.json, line 3: optimizer.learning_rate is -1; allowed: a number above 0",
                refusal("{\"layers\": [{\"units\": 1}],\n\"optimizer\": {\n\"learning_rate\": -1}}")
                        .replace("-1.0", "-1"));
        assertEquals(
                "e.json, line 2: layers[0].unit is no key; did you mean 'units'?",
                refusal("{\"layers\": [\n{\"unit\": 1}]}"));
        assertEquals(
                "e.json, line 2: penalty.l2 is 1e999, which leaves the range of doubles",
                refusal("{\"layers\": [{\"units\": 1}],\n\"penalty\": {\"l2\": 1e999}}"));
        assertEquals(
                "e.json, line 2: name has no value; leave the key out for its default",
                refusal("{\"layers\": [{\"units\": 1}],\n\"name\": null}"));
    }

    @Test
    void should_take_a_bare_word_for_masks_as_for_any_choice() {
        assertEquals(
                json("{\"layers\": [{\"units\": 1}], \"masks\": {\"kind\": \"fresh\"}}"),
                json("{\"layers\": [{\"units\": 1}], \"masks\": \"fresh\"}"));
        assertEquals(
                "e.json, line 1: masks.kind is 'new'; allowed: published, fresh",
                refusal("{\"layers\": [{\"units\": 1}], \"masks\": \"new\"}"));
    }

    @Test
    void should_say_which_kind_a_setting_belongs_to() {
        assertEquals(
                "e.json, line 2: optimizer.momentum belongs to momentum and nesterov, not to gradient-descent; choose"
                        + " optimizer.kind momentum or nesterov, or leave it out",
                refusal("{\"layers\": [{\"units\": 1}], \"optimizer\": {\n\"momentum\": 0.9}}"));
        assertEquals(
                "e.json, line 1: layers[0].activation.slope belongs to leaky-relu, not to sigmoid; choose"
                        + " layers[0].activation.kind leaky-relu, or leave it out",
                refusal("{\"layers\": [{\"units\": 1, \"activation\": {\"kind\": \"sigmoid\", \"slope\": 1}}]}"));
        assertEquals(
                "e.json, line 1: layers[0].activation.width is no key; there are none here",
                refusal("{\"layers\": [{\"units\": 1, \"activation\": {\"kind\": \"sigmoid\", \"width\": 1}}]}"));
    }

    @Test
    void should_name_what_stands_for_the_layers() {
        assertEquals(
                "e.json, line 1: Layers is no key; did you mean 'layers'?", refusal("{\"Layers\": [{\"units\": 1}]}"));
        assertEquals(
                "e.json, line 1: layers are no list of layers; needed: a list with one entry a layer, the output last",
                refusal("{\"layers\": 3}"));
    }

    @Test
    void should_refuse_an_alias_and_a_name_without_text_in_yaml() {
        for (String text :
                List.of("layers: [&a {units: 3}, *a]", "base: &a {l2: 1}\nlayers: [{units: 1}]\npenalty: *a")) {
            String message = assertThrows(
                            InvalidDataException.class, () -> ExperimentFile.parse("e.yaml", text, true, 2))
                    .getMessage();
            assertTrue(
                    message.endsWith(" is the alias *a, and aliases are not read; write what it stands for"), message);
        }
        for (String name : List.of("", " ~", " null", " Null", " ''", " ' '")) {
            String message = assertThrows(
                            InvalidDataException.class,
                            () -> ExperimentFile.parse("e.yaml", "name:" + name + "\nlayers: [{units: 1}]", true, 2))
                    .getMessage();
            assertEquals("e.yaml, line 1: name has no value; leave the key out for its default", message);
        }
    }

    @Test
    void should_refuse_what_is_no_experiment() {
        for (String text : List.of("", "7", "[]", "\"adam\"", "[3]")) {
            assertTrue(refusal(text).startsWith("e.json"), text);
        }
        assertTrue(refusal("{\"name\": \"a\", \"name\": \"b\"}").startsWith("e.json, line 1: is no JSON: Duplicate"));
        assertTrue(refusal("{\"layers\": [{\"units\": 1}]} 5").contains("something follows the experiment"));
        assertTrue(refusal("{\"layers\": [{\"units\": ").startsWith("e.json, line 1: is no JSON: "));
        assertTrue(refusal("[".repeat(50)).contains("too deep"));
        assertTrue(refusal("[{\"layers\": [{\"units\": 1}]}, {\"layers\": [{\"units\": 1}]}]")
                .contains("two experiments have the name 'experiment'"));
    }

    @Test
    void should_say_in_its_own_words_what_is_no_json_and_no_yaml() {
        Map<String, String> reasons = Map.of(
                "{\"iterations\": NaN}", "Non-standard token 'NaN'",
                "// mine\n{\"iterations\": 3}", "Unexpected character ('/' (code 47))",
                "{\"iterations\": 3", "it ends too early",
                "{\"name\": \"a\", \"name\": \"b\"}", "Duplicate field \"name\"",
                "{\"iterations\": 3,}", "Unexpected character ('}' (code 125))");
        reasons.forEach((text, reason) -> assertEquals("e.json, line 1: is no JSON: " + reason, refusal(text)));
        assertEquals(
                "e.yaml, line 1: is no YAML: found character '\\t(TAB)' that cannot start any token.",
                assertThrows(InvalidDataException.class, () -> ExperimentFile.parse("e.yaml", "\tname: x\n", true, 2))
                        .getMessage());
    }

    @Test
    void should_name_the_words_of_a_choice_once() {
        assertEquals(
                "e.json, line 1: loss is 'foo'; allowed: binary-cross-entropy, softmax-cross-entropy,"
                        + " mean-squared-error, quadratic",
                refusal("{\"layers\": [{\"units\": 1}], \"loss\": \"foo\"}"));
        assertTrue(refusal("{\"layers\": [{\"units\": 1}], \"optimizer\": \"adm\"}")
                .endsWith("; did you mean 'adam'?"));
    }

    @Test
    void should_refuse_the_name_that_no_file_can_have() {
        String message = refusal("{\"layers\": [{\"units\": 1}], \"initialization\": {\"kind\": \"file\", \"file\":"
                + " \"a\\u0000b\"}}");
        assertTrue(
                message.matches("e.json, line 1: initialization.file is 'a.b'; allowed: the path of a file"), message);
    }

    @Test
    void should_read_what_an_editor_began_with_a_byte_order_mark() {
        assertEquals(
                3,
                ExperimentFile.parse("e.json", "\uFEFF{\"layers\": [{\"units\": 1}], \"iterations\": 3}", false, 2)
                        .get(0)
                        .iterations());
    }

    /** A device has the size 0 and no end. */
    @Test
    void should_not_read_on_where_a_file_never_ends() {
        Path endless = Path.of("/dev/zero");
        assumeTrue(Files.exists(endless), "this system has no /dev/zero");
        assertEquals(
                endless + ": is larger than an experiment file can be (1 MB)",
                assertThrows(InvalidDataException.class, () -> ExperimentFile.read(endless, 2))
                        .getMessage());
    }

    @Test
    void should_say_that_a_file_is_missing_or_too_large(@TempDir Path folder) throws IOException {
        Path none = folder.resolve("none.json");
        assertEquals(
                none + ": there is no such file",
                assertThrows(InvalidDataException.class, () -> ExperimentFile.read(none, 2))
                        .getMessage());
        Path large = Files.writeString(folder.resolve("large.json"), " ".repeat(1_000_001));
        assertTrue(assertThrows(InvalidDataException.class, () -> ExperimentFile.read(large, 2))
                .getMessage()
                .contains("larger than an experiment file can be"));
        assertEquals(
                folder + ": is a directory; give a file in it",
                assertThrows(InvalidDataException.class, () -> ExperimentFile.read(folder, 2))
                        .getMessage());
        Path bytes = Files.write(folder.resolve("bytes.json"), new byte[] {(byte) 0xC3, 0x28});
        assertEquals(
                bytes + ": is not text in UTF-8",
                assertThrows(InvalidDataException.class, () -> ExperimentFile.read(bytes, 2))
                        .getMessage());
    }
}
