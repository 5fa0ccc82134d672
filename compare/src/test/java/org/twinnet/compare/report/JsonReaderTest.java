package org.twinnet.compare.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.data.InvalidDataException;

class JsonReaderTest {

    private static final int DAMAGES = 100;

    private static final String TEXT =
            JsonWriter.write(Reports.of("disagree", Reports.agreeing(), Reports.parted(), Reports.inconclusive()));

    @TempDir
    private Path folder;

    @Test
    void should_read_what_the_writer_wrote_and_lose_nothing() {
        assertEquals(TEXT, JsonWriter.write(JsonReader.parse("r", TEXT)));
    }

    @Test
    void should_read_a_stable_report_and_one_without_pictures_or_scenarios() {
        for (Report report : List.of(
                Reports.of("agree", "d", Reports.PROVENANCE.stable(), Reports.agreeing()),
                Reports.of("agree", Reports.withPicture(null)),
                Reports.of("inconclusive"))) {
            assertEquals(report, JsonReader.parse("r", JsonWriter.write(report)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "\"verdict\" : \"disagree\" → \"verdict\" : \"fine\" → verdict",
                "\"version\" : 4 → \"version\" : 2 → version",
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

    /** Whatever is put in the place of one value: a line that says what is wrong, or a report that every writer renders. */
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

    private static void isRefused(String text, String says) {
        String message = assertThrows(InvalidDataException.class, () -> JsonReader.parse("report.json", text))
                .getMessage();
        assertTrue(message.startsWith("report.json: "), message);
        assertTrue(message.contains(says), message);
        assertFalse(message.contains("\n"), message);
    }
}
