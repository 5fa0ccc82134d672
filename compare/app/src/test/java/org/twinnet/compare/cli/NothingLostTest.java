package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinnet.compare.diagnosis.TraceFiles;

/** Every command that writes, on every kind of place that it may be told to write to. */
@DisplayName("Nothing of the user's is lost")
class NothingLostTest {

    /** What one command reads, and how it is told where to write. */
    private enum Writer {
        COMPARE("data/points.csv", "--out", "compare --layers 1 --l2 0 --iterations 2 --data data/points.csv"),
        CHECK("data/mine.npz", "--out", "check data/mine.npz"),
        REPORT("data/report.json", "--out", "report data/report.json"),
        TUNE_SHOW("study", "--out", "tune show study");

        private final String input;
        private final String option;
        private final String command;

        Writer(String input, String option, String command) {
            this.input = input;
            this.option = option;
            this.command = command;
        }
    }

    @TempDir
    private static Path made;

    @TempDir
    private Path root;

    /** One file of each kind that is read, a report, and a study. */
    @BeforeAll
    static void make() throws IOException {
        Path data = Files.createDirectory(made.resolve("data"));
        Files.move(Cli.separablePoints(made), data.resolve("points.csv"));
        TraceFiles.correct().write(data.resolve("mine.npz"));
        Path report = made.resolve("report");
        Cli.Outcome compared = Cli.run(
                "compare",
                "--data",
                data.resolve("points.csv"),
                "--layers",
                1,
                "--l2",
                0,
                "--iterations",
                2,
                "--out",
                report);
        assertEquals(0, compared.code(), compared.err());
        Files.copy(report.resolve("report.json"), data.resolve("report.json"));
        Cli.Outcome tuned = Cli.run(
                "tune",
                "--study",
                made.resolve("study"),
                "--candidates",
                1,
                "--iterations",
                5,
                "--folds",
                2,
                "--repeats",
                1,
                "--layers",
                1,
                "--twin",
                "scratch",
                "--quiet",
                "--stable");
        assertEquals(0, tuned.code(), tuned.err());
    }

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> entries = Files.walk(made)) {
            for (Path entry : entries.toList()) {
                if (!entry.equals(made)) {
                    Files.copy(entry, root.resolve(made.relativize(entry)));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void should_fill_an_empty_folder(Writer writer) throws IOException {
        Path target = Files.createDirectory(root.resolve("empty"));
        assertEquals(0, run(writer, target).code());
        assertTrue(Files.exists(target.resolve("report.html")));
    }

    @ParameterizedTest
    @EnumSource
    void should_replace_a_report_only_when_forced(Writer writer) throws IOException {
        Path target = root.resolve("report");
        Files.writeString(target.resolve("costs.csv"), "changed");
        keepsEverything(writer, target);
        assertEquals(0, run(writer, target, "--force").code());
        assertFalse(Files.exists(target.resolve("costs.csv"))
                && Files.readString(target.resolve("costs.csv")).equals("changed"));
        assertEquals(List.of("data", "report", "study"), Cli.names(root));
    }

    @ParameterizedTest
    @EnumSource
    void should_keep_a_report_beside_which_something_else_is(Writer writer) throws IOException {
        Files.writeString(root.resolve("report/thesis.txt"), "years of work");
        keepsEverything(writer, root.resolve("report"), "--force");
    }

    @ParameterizedTest
    @EnumSource
    void should_keep_a_foreign_folder(Writer writer) throws IOException {
        Path target = Files.createDirectories(root.resolve("mine/sub")).getParent();
        keepsEverything(writer, target, "--force");
        Files.delete(target.resolve("sub"));
        Files.writeString(target.resolve("report.md"), "# My own report");
        keepsEverything(writer, target, "--force");
    }

    @ParameterizedTest
    @EnumSource
    void should_keep_what_it_reads(Writer writer) {
        keepsEverything(writer, root.resolve(writer.input).getParent(), "--force");
    }

    @ParameterizedTest
    @EnumSource
    void should_keep_what_it_reads_from_the_folder_of_a_report_by_whatever_name(Writer writer) throws IOException {
        Path input = root.resolve(writer.input);
        Path link = root.resolve("link");
        link(link, input.getParent());
        keepsEverything(writer, link, "--force");
        if (writer != Writer.TUNE_SHOW) {
            Path report = root.resolve("report");
            Path moved = report.resolve(input.getFileName());
            Files.move(input, moved, StandardCopyOption.REPLACE_EXISTING);
            link(input, moved);
            keepsEverything(writer, report, "--force");
        }
    }

    @ParameterizedTest
    @EnumSource
    void should_keep_a_study_and_all_that_is_in_it(Writer writer) throws IOException {
        keepsEverything(writer, root.resolve("study"), "--force");
        keepsEverything(writer, root.resolve("study/twins"), "--force");
        Path link = root.resolve("link");
        link(link, root.resolve("study/twins"));
        keepsEverything(writer, link, "--force");
        if (writer != Writer.TUNE_SHOW) {
            keepsEverything(writer, root.resolve("study/report"), "--force");
        }
    }

    @Test
    void should_renew_the_report_of_a_study_unless_somebody_changed_it() throws IOException {
        Path report = root.resolve("study/report");
        assertEquals(0, Cli.run("tune", "show", root.resolve("study")).code());
        assertEquals(0, run(Writer.TUNE_SHOW, report).code());
        Path page = root.resolve("page");
        assertEquals(0, run(Writer.TUNE_SHOW, page).code());
        assertEquals(0, run(Writer.TUNE_SHOW, page).code());

        Files.writeString(report.resolve("report.md"), "My own remarks.");
        Files.writeString(page.resolve("report.md"), "My own remarks.");

        keepsEverything(Writer.TUNE_SHOW, page);
        keepsEverything(Writer.TUNE_SHOW, report);
        Map<String, String> before = contents(root);
        for (List<String> command :
                List.of(List.of("tune", "show"), List.of("tune", "--resume", "--quiet", "--study"))) {
            List<Object> words = new ArrayList<>(command);
            words.add(root.resolve("study"));
            Cli.run(words.toArray())
                    .isRefused("the study's folder " + report
                            + " holds report.md, which was changed after Twinnet wrote it; move it away.");
            assertEquals(before, contents(root));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPARE", "CHECK"})
    void should_write_json_where_nothing_is_or_json_of_twinnet(Writer writer) throws IOException {
        for (String name : List.of("new.json", "data/report.json")) {
            Path json = root.resolve(name);
            assertEquals(
                    0,
                    run(writer, root.resolve("new" + name.length()), "--json", json)
                            .code());
            assertTrue(
                    Files.readString(json).contains(writer == Writer.CHECK ? "twinnet-check" : "\"iterations\" : 2"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPARE", "CHECK"})
    void should_write_json_over_a_foreign_file_only_when_forced(Writer writer) throws IOException {
        Path mine = Files.writeString(root.resolve("mine.json"), "{\"mine\": 1}");
        keepsEverything(writer, root.resolve("new"), "--json", mine);
        assertEquals(
                0, run(writer, root.resolve("new"), "--force", "--json", mine).code());
        assertTrue(Files.readString(mine).contains("\"format\" : \"twinnet-"));
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPARE", "CHECK"})
    void should_never_write_json_over_what_it_reads_or_a_study(Writer writer) throws IOException {
        Path link = root.resolve("link.json");
        link(link, root.resolve(writer.input));
        for (String name : List.of(writer.input, "link.json", "study/study.db", "study/settings.json", "data")) {
            keepsEverything(writer, root.resolve("new"), "--force", "--json", root.resolve(name));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPARE", "CHECK"})
    void should_keep_json_in_the_folder_of_its_report(Writer writer) throws IOException {
        for (int i = 0; i < 2; i++) {
            Path json = root.resolve("new/x.json");
            assertEquals(
                    0, run(writer, json.getParent(), "--force", "--json", json).code());
            assertEquals(-1, Files.mismatch(json, root.resolve("new/report.json")));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPARE", "CHECK"})
    void should_say_that_a_device_is_full_and_write_the_report_still(Writer writer) {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "there is no /dev/full here");
        Cli.Outcome outcome = run(writer, root.resolve("new"), "--json", full);
        assertEquals(2, outcome.code());
        assertTrue(outcome.err().startsWith("twinnet: --json /dev/full could not be written: "), outcome.err());
        assertTrue(Files.exists(root.resolve("new/report.html")));
    }

    private Cli.Outcome run(Writer writer, Path target, Object... more) {
        List<Object> words = new ArrayList<>();
        for (String word : writer.command.split(" ", -1)) {
            words.add(word.equals(writer.input) ? root.resolve(word) : word);
        }
        words.addAll(List.of(writer.option, target));
        words.addAll(List.of(more));
        return Cli.run(words.toArray());
    }

    /** Refused in one line, and every file is there still, byte for byte. */
    private void keepsEverything(Writer writer, Path target, Object... more) {
        Map<String, String> before = contents(root);
        Cli.Outcome outcome = run(writer, target, more);
        assertEquals(before, contents(root));
        assertEquals(2, outcome.code(), outcome.out() + outcome.err());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
    }

    private static Map<String, String> contents(Path folder) {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.toList()) {
                String content = Files.isSymbolicLink(entry)
                        ? Files.readSymbolicLink(entry).toString()
                        : Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)
                                ? Files.readString(entry, StandardCharsets.ISO_8859_1)
                                : "";
                contents.put(folder.relativize(entry).toString(), content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contents;
    }

    private static void link(Path link, Path target) throws IOException {
        try {
            Files.createSymbolicLink(link, target);
        } catch (UnsupportedOperationException e) {
            assumeTrue(false, "links cannot be made here");
        }
    }
}
