package org.twinnet.compare.report.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.report.kit.JsonWriter;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.report.model.JsonReader;
import org.twinnet.compare.report.model.Packing;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.report.model.Reports;
import org.twinnet.data.InvalidDataException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class JsonReaderTest {

    private static final int DAMAGES = 100;

    private static final String TEXT =
            JsonWriter.write(Reports.of(Status.DISAGREE, Reports.agreeing(), Reports.parted(), Reports.inconclusive()));

    @TempDir
    private Path folder;

    /** Version 3 knew nothing of numbers that are not determined, nor of divergence. */
    @Test
    void should_read_a_report_of_version_3() {
        JsonNode tree = JsonMapper.shared().readTree(TEXT);
        ((ObjectNode) tree).put("version", 3);
        for (JsonNode scenario : tree.get("scenarios")) {
            ((ObjectNode) scenario).remove("diverges");
            for (JsonNode rung : scenario.get("rungs")) {
                ((ObjectNode) rung).remove("undetermined");
                for (JsonNode quantity : rung.get("quantities")) {
                    ((ObjectNode) quantity).remove(List.of("undetermined", "firstUndetermined"));
                }
            }
        }
        Report old = JsonReader.parse("old", tree.toString());

        assertEquals(Report.VERSION, old.version());
        assertEquals(
                Summary.sentences(JsonReader.parse("new", TEXT), Texts.of(Language.EN)),
                Summary.sentences(old, Texts.of(Language.EN)));
    }

    @Test
    void should_read_what_the_writer_wrote_and_lose_nothing() {
        assertEquals(TEXT, JsonWriter.write(JsonReader.parse("r", TEXT)));
    }

    @Test
    void should_read_a_stable_report_and_one_without_pictures_or_scenarios() {
        for (Report report : List.of(
                Reports.of(Status.AGREE, "d", Reports.PROVENANCE.stable(), Reports.agreeing()),
                Reports.of(Status.AGREE, Reports.withPicture(null)),
                Reports.of(Status.INCONCLUSIVE))) {
            assertEquals(report, JsonReader.parse("r", JsonWriter.write(report)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "\"verdict\" : \"disagree\" → \"verdict\" : \"fine\" → verdict",
                "\"version\" : 9 → \"version\" : 2 → version",
                "\"seed\" : 3 → \"seed\" : \"3\" → seed",
                "\"seed\" : 3 → \"sead\" : 3 → seed",
                "\"seed\" : 3 → \"seed\" : 3, \"seed\" : 4 → Duplicate",
                "\"seed\" : 3 → \"seed\" : NaN → NaN",
                "\"noiseFloor\" : 3.0E-14 → \"noiseFloor\" : \"NaN\" → noiseFloor",
                "\"name\" : \"cost\" → \"name\" : \"no rung\" → name",
                "\"size\" : 2 → \"size\" : 1000000 → size",
                "\"size\" : 2 → \"size\" : 3 → does not hold 9 points",
                "\"total\" : 211 → \"total\" : 0 → total"
            })
    void should_refuse_what_is_damaged_in_one_line_that_says_where(String whole, String damaged, String says) {
        assertTrue(TEXT.contains(whole), whole);
        isRefused(TEXT.replace(whole, damaged), says);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "1", "not json", "{\"format\":", "\u0000"})
    void should_refuse_what_is_no_report(String text) {
        isRefused(text, "report.json");
    }

    @Test
    void should_call_a_file_without_anything_empty() {
        isRefused("", "it is empty");
        isRefused(" \n", "it is empty");
    }

    @Test
    void should_refuse_text_behind_the_report_and_endless_nesting() {
        isRefused(TEXT + "{}", "report.json");
        isRefused("[".repeat(100_000), "depth");
    }

    @Test
    void should_refuse_a_field_that_inflates_beyond_its_points() {
        String bomb = Packing.pack(new byte[50_000_000]);
        String field = Reports.picture().snapshots().get(0).scratch().field();
        isRefused(TEXT.replace(field, bomb), "does not hold 4 points");
        isRefused(TEXT.replace(field, "!!!"), "snapshot 0");
        isRefused(TEXT.replace(field, "AAAA"), "damaged");
    }

    @Test
    void should_refuse_points_without_partners() {
        isRefused(TEXT.replace("\"labels\" : [ 0, 1 ]", "\"labels\" : [ 0 ]"), "2 x, 2 y and 1 labels");
    }

    @Test
    void should_refuse_costs_without_their_differences() {
        String points = TEXT.substring(TEXT.indexOf("\"points\"", TEXT.indexOf("\"costDifferences\"")));
        isRefused(
                TEXT.replace(points.substring(0, points.indexOf(']') + 1), "\"points\" : [ ]"),
                "2 costs and 0 differences between them");
    }

    /**
     * Whatever is put in the place of one value: a line that says what is wrong, or a report that every writer renders.
     */
    @Test
    void should_refuse_or_render_a_report_in_which_any_value_is_another() {
        List<String> others =
                List.of("null", "-1", "0", "1e300", "\"\"", "\"\\u0000{9}</script>\"", "[]", "{}", "[ null ]", "true");
        Matcher value = Pattern.compile("(?<=: )(\"[^\"]*\"|-?[0-9][0-9.E-]*|null|true|false|\\[ [^\\[\\]{}]* ])")
                .matcher(TEXT);
        List<MatchResult> values = value.results().toList();
        assertTrue(values.size() > 300, values.size() + " values");
        Random random = new Random(20);
        int rendered = 0;
        Set<String> faults = new TreeSet<>();
        for (int i = 0; i < DAMAGES; i++) {
            MatchResult place = values.get(random.nextInt(values.size()));
            String other = others.get(random.nextInt(others.size()));
            String damaged = TEXT.substring(0, place.start()) + other + TEXT.substring(place.end());
            Report report;
            try {
                report = JsonReader.parse("report.json", damaged);
            } catch (InvalidDataException e) {
                assertFalse(e.getMessage().contains("\n"), e.getMessage());
                continue;
            }
            try {
                Format.render(EnumSet.allOf(Format.class), report, Language.EN);
            } catch (RuntimeException e) {
                faults.add(
                        TEXT.substring(Math.max(0, place.start() - 60), place.end()) + " becomes " + other + ": " + e);
            }
            rendered++;
        }
        assertEquals(Set.of(), faults);
        assertTrue(rendered > DAMAGES / 20, rendered + " rendered");
    }

    @Test
    void should_refuse_missing_files_and_folders() throws IOException {
        assertThrows(InvalidDataException.class, () -> JsonReader.read(folder));
        assertThrows(InvalidDataException.class, () -> JsonReader.read(folder.resolve("missing.json")));
        Path file = Files.writeString(folder.resolve("report.json"), TEXT);
        assertEquals(TEXT, JsonWriter.write(JsonReader.read(file)));
    }

    /** The first scenario has a long run: so many costs of each twin, and as many differences. */
    private static ObjectNode longReport(int costs) {
        ObjectNode report = (ObjectNode) JsonMapper.shared().readTree(TEXT);
        JsonNode scenario = report.at("/scenarios/0");
        for (String list :
                List.of("/twins/scratch/costs", "/twins/dl4j/costs", "/costDifferences/points", "/spread/points")) {
            ArrayNode points = (ArrayNode) scenario.at(list);
            ObjectNode first = (ObjectNode) points.get(0);
            points.removeAll();
            for (int i = 0; i < costs; i++) {
                points.add(first.deepCopy().put("iteration", i));
            }
        }
        return report;
    }

    @Test
    void should_read_long_lists_to_their_ends() {
        ObjectNode report = longReport(2500);
        Report read = JsonReader.parse("r", report.toString());
        assertEquals(report, JsonMapper.shared().readTree(JsonWriter.write(read)));
        assertEquals(2500, read.scenarios().get(0).twins().dl4j().costs().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 999, 1000, 1001, 2499})
    void should_hold_every_element_of_a_long_list_against_the_schema(int index) {
        for (String list : List.of("/twins/scratch/costs/", "/costDifferences/points/", "/spread/points/")) {
            String place = "/scenarios/0" + list + index;
            ObjectNode report = longReport(2500);
            ((ObjectNode) report.at(place)).put("iteration", "3");
            isRefused(report.toString(), place + "/iteration");
            ((ObjectNode) report.at(place)).remove("iteration");
            isRefused(report.toString(), place);
            ((ObjectNode) report.at(place)).put("iteration", 3).put("other", 1);
            isRefused(report.toString(), place);
        }
    }

    @Test
    void should_read_a_file_of_any_size() throws IOException {
        Path file = folder.resolve("report.json");
        byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(TEXT.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 70; i++) {
                out.write(blanks);
            }
        }
        assertEquals(TEXT, JsonWriter.write(JsonReader.read(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scratch", "dl4j"})
    void should_refuse_a_network_that_has_neither_accuracies_nor_r_squared(String twin) {
        JsonNode tree = JsonMapper.shared().readTree(TEXT);
        ((ObjectNode) tree.get("scenarios").get(0).get("twins").get(twin)).putNull("accuracy");
        isRefused(tree.toString(), "has no accuracies, or no R²");
    }

    /** A device is read no further than to what no report has. */
    @Test
    @Timeout(60)
    void should_not_read_on_where_a_file_never_ends() {
        Path endless = Path.of("/dev/zero");
        assumeTrue(Files.exists(endless), "this system has no /dev/zero");
        String message = assertThrows(InvalidDataException.class, () -> JsonReader.read(endless))
                .getMessage();
        assertTrue(message.startsWith(endless + ": is no JSON that holds a report"), message);
    }

    /** What the shell puts in place of {@code <(…)} is a pipe, which can be read once. */
    @Test
    void should_read_a_pipe() throws IOException, InterruptedException {
        Path report = Files.writeString(folder.resolve("report.json"), TEXT);
        Path pipe = folder.resolve("pipe");
        assumeTrue(exitOf("mkfifo", pipe.toString()) == 0, "this system has no mkfifo");
        Process writer = new ProcessBuilder("sh", "-c", "cat '" + report + "' > '" + pipe + "'").start();

        assertEquals(TEXT, JsonWriter.write(JsonReader.read(pipe)));
        assertEquals(0, writer.waitFor());
    }

    private static int exitOf(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor();
        } catch (IOException e) {
            // There is no such program.
            return -1;
        }
    }

    @Test
    void should_refuse_a_number_too_large_for_a_double() {
        isRefused(TEXT.replace("\"noiseFloor\" : 3.0E-14", "\"noiseFloor\" : 1e400"), "too large for a double");
        isRefused(TEXT.replace("\"seed\" : 3", "\"seed\" : 1e400"), "seed: a number too large");
    }

    @Test
    void should_refuse_bytes_that_are_not_utf_8() throws IOException {
        byte[] bytes = TEXT.replace("points.csv", "poi?ts.csv").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '?' ? (byte) 0xC3 : bytes[i];
        }
        Path file = Files.write(folder.resolve("latin.json"), bytes);
        String message = assertThrows(InvalidDataException.class, () -> JsonReader.read(file))
                .getMessage();
        assertTrue(message.contains("UTF-8"), message);
        assertEquals(1, message.lines().count(), message);
    }

    private static void isRefused(String text, String says) {
        String message = assertThrows(InvalidDataException.class, () -> JsonReader.parse("report.json", text))
                .getMessage();
        assertTrue(message.startsWith("report.json: "), message);
        assertTrue(message.contains(says), message);
        assertFalse(message.contains("\n"), message);
    }
}
