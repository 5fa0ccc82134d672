package org.twinnet.compare.tuning.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.DataSource;
import org.twinnet.compare.tuning.SearchKind;
import org.twinnet.compare.tuning.SmallStudies;
import org.twinnet.compare.tuning.StudySettings;

@DisplayName("The folder of a study")
class StudyFolderTest {

    private static final DataSource SOURCE = new DataSource("train.csv", "", "", Map.of("label-column", "label"));
    private static final StudySettings SETTINGS = SmallStudies.settings();

    @TempDir
    private Path folder;

    @Test
    void should_give_back_every_result_bit_for_bit() {
        List<CandidateResult> results = SmallStudies.random(200, 42);
        try (StudyFolder study = StudyFolder.create(folder, SETTINGS, SOURCE)) {
            results.forEach(study::save);
        }

        try (StudyFolder study = StudyFolder.open(folder)) {
            assertEquals(results, study.results());
            assertEquals(SETTINGS, study.settings());
            assertEquals(SOURCE, study.source());
        }
    }

    @Test
    void should_keep_results_in_the_order_of_their_numbers_and_allow_gaps() {
        List<CandidateResult> results = SmallStudies.random(5, 1);
        try (StudyFolder study = StudyFolder.create(folder, SETTINGS, SOURCE)) {
            study.save(results.get(4));
            study.save(results.get(1));

            assertEquals(List.of(results.get(1), results.get(4)), study.results());
        }
    }

    @Test
    void should_refuse_a_candidate_twice_and_keep_the_first() {
        try (StudyFolder study = StudyFolder.create(folder, SETTINGS, SOURCE)) {
            study.save(SmallStudies.complete(3, 0.5));

            assertThrows(StudyException.class, () -> study.save(SmallStudies.complete(3, 0.1)));
            assertEquals(List.of(SmallStudies.complete(3, 0.5)), study.results());
        }
    }

    @Test
    void should_be_a_database_that_people_can_query() throws SQLException {
        try (StudyFolder study = StudyFolder.create(folder, SETTINGS, SOURCE)) {
            study.save(SmallStudies.complete(0, 0.5));
            study.save(SmallStudies.complete(1, 0.25));
        }

        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("study.db"));
                Statement statement = connection.createStatement();
                ResultSet best = statement.executeQuery(
                        "SELECT c.number, c.\"layers[].keep_prob\", count(t.fold) FROM candidate c JOIN "
                                + "training t ON t.candidate = c.number"
                                + " WHERE status = 'complete' GROUP BY c.number ORDER BY c.score LIMIT 1")) {
            assertTrue(best.next());
            assertEquals(1, best.getInt(1));
            assertEquals(0.9, best.getDouble(2));
            assertEquals(1, best.getInt(3));
        }
    }

    @Test
    void should_refuse_a_second_process_while_the_first_works() {
        try (StudyFolder first = StudyFolder.create(folder, SETTINGS, SOURCE)) {
            StudyException refused = assertThrows(StudyException.class, () -> StudyFolder.open(first.path()));

            assertTrue(refused.getMessage().contains("is in use by another process"), refused.getMessage());
        }
        StudyFolder.open(folder).close();
    }

    @Test
    void should_let_others_look_while_a_process_works() {
        try (StudyFolder first = StudyFolder.create(folder, SETTINGS, SOURCE)) {
            first.save(SmallStudies.complete(0, 0.5));
            try (StudyFolder second = StudyFolder.look(folder)) {
                assertEquals(1, second.results().size());
                first.save(SmallStudies.complete(1, 0.4));
                assertEquals(2, second.results().size());
            }
        }
    }

    @Test
    void should_not_begin_a_study_where_something_is() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "years of work");

        StudyException refused = assertThrows(StudyException.class, () -> StudyFolder.create(folder, SETTINGS, SOURCE));

        assertEquals(
                "study " + folder + " is not empty (it holds thesis.txt); name a new folder, nothing is overwritten",
                refused.getMessage());
        assertEquals("years of work", Files.readString(folder.resolve("thesis.txt")));
    }

    @Test
    void should_not_begin_a_study_over_another() {
        StudyFolder.create(folder, SETTINGS, SOURCE).close();

        StudyException refused = assertThrows(StudyException.class, () -> StudyFolder.create(folder, SETTINGS, SOURCE));

        assertTrue(refused.getMessage().endsWith("add resume to go on with it, or name another folder"));
    }

    @Test
    void should_begin_again_where_a_process_was_killed_before_it_had_written_the_settings() throws IOException {
        StudyFolder.create(folder, SETTINGS, SOURCE).close();
        Files.delete(folder.resolve("settings.json"));
        Files.writeString(folder.resolve("settings.json.part"), "{");

        StudyFolder.create(folder, SETTINGS, SOURCE).close();

        StudyFolder.open(folder).close();
    }

    @Test
    void should_name_everything_that_differs_when_it_is_resumed_under_other_settings() {
        try (StudyFolder study = StudyFolder.create(folder, SETTINGS, SOURCE)) {
            study.requireSame(SETTINGS);

            StudyException refused = assertThrows(
                    StudyException.class, () -> study.requireSame(SmallStudies.settings(SearchKind.TPE, 7, 1)));

            assertEquals(
                    "the study " + folder
                            + " cannot be resumed: search is tpe, the study has random; candidates is 7, the"
                            + " study has 6; begin another study for that",
                    refused.getMessage());
        }
    }

    @Test
    void should_not_be_resumed_by_another_version() throws IOException {
        StudyFolder.create(folder, SETTINGS, SOURCE).close();
        Path file = folder.resolve("settings.json");
        Files.writeString(file, Files.readString(file).replace("1.2.3", "1.2.2"));
        Files.delete(folder.resolve("study.db"));
        try (StudyFolder study = StudyFolder.open(folder)) {
            StudyException refused = assertThrows(StudyException.class, () -> study.requireSame(SETTINGS));

            assertTrue(
                    refused.getMessage().contains("Twinnet's version is 1.2.3, the study has 1.2.2"),
                    refused.getMessage());
        }
    }

    @Test
    void should_not_take_a_database_that_lost_its_settings_for_other_data() throws IOException {
        try (StudyFolder study = StudyFolder.create(folder, SETTINGS, SOURCE)) {
            study.save(SmallStudies.complete(0, 0.5));
            study.noteTestUse(0);
        }
        Files.delete(folder.resolve("settings.json"));
        Files.createDirectory(folder.resolve("report"));

        StudyException refused = assertThrows(
                StudyException.class,
                () -> StudyFolder.create(folder, SmallStudies.settings(SearchKind.TPE, 6, 1), SOURCE));
        assertEquals(
                "study " + folder + " holds the study.db of a study that lost its settings.json: search is tpe, the"
                        + " study has random; name another folder",
                refused.getMessage());
        StudyException lost = assertThrows(StudyException.class, () -> StudyFolder.open(folder));
        assertTrue(lost.getMessage().startsWith(folder + " has lost its settings.json; "), lost.getMessage());

        try (StudyFolder study = StudyFolder.create(folder, SETTINGS, SOURCE)) {
            assertEquals(List.of(SmallStudies.complete(0, 0.5)), study.results());
            assertEquals(List.of(0), study.testUses());
            assertTrue(study.note().orElseThrow().contains("had lost its settings.json"));
        }
    }

    @Test
    void should_not_take_a_database_of_a_former_version_that_lost_its_settings() throws Exception {
        try (StudyFolder study = StudyFolder.create(folder, SETTINGS, SOURCE)) {
            study.save(SmallStudies.complete(0, 0.5));
        }
        execute("DROP TABLE setting");
        Files.delete(folder.resolve("settings.json"));

        StudyException refused = assertThrows(StudyException.class, () -> StudyFolder.create(folder, SETTINGS, SOURCE));

        assertTrue(refused.getMessage().contains("nobody knows what it is of"), refused.getMessage());
    }

    @Test
    void should_resume_a_study_of_a_former_version_whose_files_know_less() throws Exception {
        try (StudyFolder study = StudyFolder.create(folder, SETTINGS, SOURCE)) {
            study.save(SmallStudies.complete(0, 0.5));
            study.noteTestUse(0);
        }
        execute("DROP TABLE setting");
        Path file = folder.resolve("settings.json");
        String former = Files.readString(file).replaceFirst(",\\s*\"testUses\"[^]]*]", "");
        assertTrue(!former.contains("testUses"), former);
        Files.writeString(file, former);

        try (StudyFolder study = StudyFolder.open(folder)) {
            study.requireSame(SETTINGS);
            assertEquals(List.of(0), study.testUses());
        }
        assertTrue(Files.readString(file).contains("testUses"));
    }

    @Test
    void should_not_resume_or_show_the_database_of_another_study() throws IOException {
        StudyFolder.create(folder, SETTINGS, SOURCE).close();
        Path file = folder.resolve("settings.json");
        Files.writeString(file, Files.readString(file).replace("\"seed\" : 7", "\"seed\" : 8"));

        StudyException shown = assertThrows(StudyException.class, () -> StudyFolder.look(folder));
        assertEquals(
                folder
                        + " has the study.db of another study than its settings.json: seed is 8, the "
                        + "study has 7; put the"
                        + " right one back",
                shown.getMessage());
        String before = Files.readString(file);
        StudyException refused = assertThrows(StudyException.class, () -> StudyFolder.open(folder));
        assertEquals(shown.getMessage(), refused.getMessage());
        assertEquals(before, Files.readString(file), "what is refused stays as it was");
    }

    @Test
    void should_say_that_the_database_is_lost_and_still_know_of_the_use_of_the_test_examples() throws IOException {
        try (StudyFolder study = StudyFolder.create(folder, SETTINGS, SOURCE)) {
            study.save(SmallStudies.complete(3, 0.5));
            study.noteTestUse(3);
        }
        Files.delete(folder.resolve("study.db"));

        try (StudyFolder study = StudyFolder.open(folder)) {
            assertEquals(
                    folder
                            + " has lost its study.db: its candidates are scored again; the test examples "
                            + "were used before,"
                            + " and the report will say so",
                    study.note().orElseThrow());
            assertEquals(List.of(), study.results());
            assertEquals(List.of(3), study.testUses());
            study.noteTestUse(3);
        }
        try (StudyFolder study = StudyFolder.look(folder)) {
            assertEquals(List.of(3, 3), study.testUses());
        }
    }

    @Test
    void should_leave_the_database_of_another_program_as_it_is() throws Exception {
        execute("CREATE TABLE mine (x)");
        byte[] before = Files.readAllBytes(folder.resolve("study.db"));

        StudyException refused = assertThrows(StudyException.class, () -> StudyFolder.create(folder, SETTINGS, SOURCE));

        assertEquals(
                folder.resolve("study.db") + " is the database of another program; name another folder",
                refused.getMessage());
        assertArrayEquals(before, Files.readAllBytes(folder.resolve("study.db")));
        assertTrue(Files.notExists(folder.resolve("settings.json")));
    }

    @Test
    void should_refuse_a_damaged_candidate_in_our_words() throws Exception {
        try (StudyFolder study = StudyFolder.create(folder, SETTINGS, SOURCE)) {
            study.save(SmallStudies.complete(0, 0.5));
        }
        for (String damage : List.of("\"layers[].units\" = 'x'", "\"layers[].keep_prob\" = 7", "position = 'y'")) {
            execute("UPDATE candidate SET " + damage);
            try (StudyFolder study = StudyFolder.look(folder)) {
                StudyException refused = assertThrows(StudyException.class, study::results);
                assertEquals(
                        folder.resolve("study.db")
                                + " is damaged: a candidate in it is not as it was written; put a copy"
                                + " back, or begin another study",
                        refused.getMessage());
            }
        }
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("study.db"));
                Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    @Test
    void should_say_in_one_line_that_there_is_no_study() {
        StudyException refused = assertThrows(StudyException.class, () -> StudyFolder.open(folder));

        assertTrue(refused.getMessage().contains("is no study: it has no settings.json"), refused.getMessage());
    }

    @Test
    void should_refuse_damaged_settings_in_one_line() throws IOException {
        StudyFolder.create(folder, SETTINGS, SOURCE).close();
        Path file = folder.resolve("settings.json");
        String whole = Files.readString(file);
        for (String damaged : List.of(
                "",
                "{}",
                "[1]",
                whole.substring(0, whole.length() / 2),
                whole.replace("\"folds\"", "\"fold\""),
                whole.replace("\"RANDOM\"", "\"MAGIC\""),
                whole + whole)) {
            Files.writeString(file, damaged);

            StudyException refused = assertThrows(StudyException.class, () -> StudyFolder.open(folder), damaged);

            assertTrue(refused.getMessage().startsWith(file + " is damaged: "), refused.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"training", "rung"})
    void should_say_in_our_words_that_a_table_is_gone(String table) throws Exception {
        try (StudyFolder study = StudyFolder.create(folder, SETTINGS, SOURCE)) {
            study.save(SmallStudies.complete(3, 0.1));
        }
        Path file = folder.resolve("study.db");
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = database.createStatement()) {
            statement.execute("DROP TABLE " + table);
        }
        try (StudyFolder study = StudyFolder.look(folder)) {
            assertEquals(
                    file + " cannot be read: it is damaged: it lacks a table or a column; put a copy back, or begin"
                            + " another study",
                    assertThrows(StudyException.class, study::results).getMessage());
        }
    }

    /** A primary key of SQLite may be nothing. */
    @Test
    void should_say_in_our_words_that_a_setting_has_lost_its_name() throws Exception {
        StudyFolder.create(folder, SETTINGS, SOURCE).close();
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("study.db"));
                Statement statement = database.createStatement()) {
            assertEquals(1, statement.executeUpdate("UPDATE setting SET name = NULL WHERE name = 'folds'"));
        }
        String message = assertThrows(StudyException.class, () -> StudyFolder.look(folder))
                .getMessage();
        assertTrue(message.startsWith(folder + " has the study.db of another study than its settings.json"), message);
    }

    @Test
    void should_say_that_settings_are_no_text() throws IOException {
        StudyFolder.create(folder, SETTINGS, SOURCE).close();
        Path file = folder.resolve("settings.json");
        Files.write(file, new byte[] {(byte) 0xFE, (byte) 0xFF});
        assertEquals(
                file + " is damaged: it is not text in UTF-8; put a copy back, or begin another study",
                assertThrows(StudyException.class, () -> StudyFolder.open(folder))
                        .getMessage());
    }

    @Test
    void should_refuse_a_database_that_is_none() throws IOException {
        StudyFolder.create(folder, SETTINGS, SOURCE).close();
        Files.writeString(
                folder.resolve("study.db"), "no database, but longer than the header of one would be ".repeat(50));

        StudyException refused = assertThrows(StudyException.class, () -> StudyFolder.open(folder));

        assertTrue(refused.getMessage().startsWith(folder.resolve("study.db") + " cannot be "), refused.getMessage());
    }

    @Test
    void should_keep_findings_and_uses_of_the_test_examples() {
        try (StudyFolder study = StudyFolder.create(folder, SETTINGS, SOURCE)) {
            assertEquals(Optional.empty(), study.finding("proof"));
            study.saveFinding("proof", "one");
            study.saveFinding("proof", "two");
            study.noteTestUse(4);
            study.noteTestUse(4);

            assertEquals(Optional.of("two"), study.finding("proof"));
            assertEquals(List.of(4), study.testUses());
        }
    }
}
