package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinnet.compare.cli.text.Versions;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.study.StudyFolder;

/**
 * The study in {@code former-study} was made by {@code twinnet tune} when settings had names of their own;
 * {@code shown.txt} is what it printed.
 */
@DisplayName("A study of a former version")
class FormerStudyTest {

    @TempDir
    private Path folder;

    private Path study;

    @BeforeEach
    void copy() throws Exception {
        study = Files.createDirectory(folder.resolve("study"));
        for (String file : List.of("settings.json", "study.db")) {
            Files.write(study.resolve(file), bytes(file));
        }
        // the test is of its names, whatever version runs it
        Path settings = study.resolve("settings.json");
        Files.writeString(
                settings,
                Files.readString(settings)
                        .replace("\"version\" : \"development\"", "\"version\" : \"" + Versions.twinnet() + "\""));
        execute("UPDATE setting SET value = '" + Versions.twinnet() + "' WHERE name = 'Twinnet''s version'");
    }

    @Test
    void should_be_shown_in_the_same_words() throws IOException {
        Cli.Outcome shown = Cli.run("tune", "show", study, "--out", folder.resolve("page"));

        assertEquals("", shown.err());
        assertEquals(0, shown.code());
        assertEquals(
                new String(bytes("shown.txt"), StandardCharsets.UTF_8),
                shown.out().replaceFirst("Report: .*\\R", ""));
        assertTrue(Files.readString(folder.resolve("page/report.json")).contains("\"layers[].keep_prob\" : 0.86"));
    }

    @Test
    void should_go_on_to_the_same_end() throws Exception {
        List<CandidateResult> whole = results();
        execute("DELETE FROM training WHERE candidate > 7");
        execute("DELETE FROM rung WHERE candidate > 7");
        execute("DELETE FROM candidate WHERE number > 7");
        execute("DELETE FROM finding");

        Cli.Outcome resumed = Cli.run("tune", "--study", study, "--resume", "--quiet");

        assertEquals("", resumed.err());
        assertEquals(0, resumed.code());
        assertEquals(12, whole.size());
        assertEquals(whole, results());
    }

    @Test
    void should_be_refused_under_other_settings_in_the_words_of_options() {
        Cli.run("tune", "--study", study, "--resume", "--l2", "0.1", "--layers", "2,1")
                .isRefused("the study " + study + " cannot be resumed: --l2 is 0.1, the study has 1.0E-4..10.0:log;"
                        + " --layers is 2,1, the study has 2,1|3,1; begin another study for that");
    }

    private List<CandidateResult> results() {
        try (StudyFolder kept = StudyFolder.look(study)) {
            return kept.results().stream().map(CandidateResult::timeless).toList();
        }
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + study.resolve("study.db"));
                Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream in = FormerStudyTest.class.getResourceAsStream("former-study/" + file)) {
            return in.readAllBytes();
        }
    }
}
