package org.twinnet.compare.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.data.InvalidDataException;

class JsonReaderTest {

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
                "\"version\" : 2 → \"version\" : 1 → version",
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
