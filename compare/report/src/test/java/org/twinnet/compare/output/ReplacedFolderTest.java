package org.twinnet.compare.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A folder that holds something")
class ReplacedFolderTest {

    private static final Map<String, byte[]> OLD = Map.of("report.json", bytes("old"), "report.md", bytes("# old"));
    private static final Map<String, byte[]> NEW = Map.of("report.json", bytes("new"));
    private static final String NAME_ANOTHER = " name another folder.";

    @TempDir
    private Path root;

    @Test
    void should_be_replaced_as_a_whole_when_it_holds_a_report() throws IOException {
        Path report = report("report");

        assertEquals(report, claim(report, Existing.REPLACE).write(NEW));

        assertEquals(
                List.of(".twinnet-report", "report.json"),
                List.copyOf(contents(report).keySet()));
        assertEquals("new", Files.readString(report.resolve("report.json")));
        assertEquals(List.of("report"), names(root));
    }

    @Test
    void should_stay_when_nobody_said_to_replace_it() {
        Path report = report("report");
        refuses(
                report,
                Existing.KEEP,
                Inputs.of(),
                "holds a report already; name another folder, or add force to replace it.");
    }

    @ParameterizedTest
    @EnumSource
    void should_stay_when_a_file_beside_the_report_is_foreign(Existing existing) throws IOException {
        Path report = report("report");
        Files.writeString(report.resolve("thesis.txt"), "years of work");
        refuses(report, existing, Inputs.of(), foreign("thesis.txt"));
    }

    @ParameterizedTest
    @EnumSource
    void should_stay_when_a_file_of_the_report_has_another_name_now(Existing existing) throws IOException {
        Path report = report("report");
        Files.move(report.resolve("report.md"), report.resolve("report-of-may.md"));
        refuses(report, existing, Inputs.of(), foreign("report-of-may.md"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "report.json/x"})
    void should_stay_when_it_holds_a_folder_even_under_a_known_name(String name) throws IOException {
        Path report = report("report");
        Files.delete(report.resolve("report.json"));
        Files.createDirectories(report.resolve(name));
        refuses(report, Existing.REPLACE, Inputs.of(), foreign(name.replaceFirst("/.*", "")));
    }

    @Test
    void should_stay_when_a_file_of_the_report_is_a_link_now() throws IOException {
        Path report = report("report");
        Path mine = Files.writeString(root.resolve("mine"), "mine");
        Files.delete(report.resolve("report.md"));
        link(report.resolve("report.md"), mine);
        refuses(report, Existing.REPLACE, Inputs.of(), foreign("report.md"));
        assertEquals("mine", Files.readString(mine));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# Twinnet wrote these files\n", "no list\nat all\n"})
    void should_stay_when_its_list_is_damaged(String damaged) throws IOException {
        Path report = report("report");
        Files.writeString(report.resolve(".twinnet-report"), damaged);
        refuses(report, Existing.REPLACE, Inputs.of(), foreign(".twinnet-report"));
    }

    @ParameterizedTest
    @EnumSource
    void should_stay_when_it_is_foreign_altogether(Existing existing) throws IOException {
        Path folder = Files.createDirectory(root.resolve("folder"));
        Files.writeString(folder.resolve("report.md"), "# My thesis\n");
        Files.writeString(folder.resolve("costs.csv"), "item,price\n");
        refuses(folder, existing, Inputs.of(), foreign("costs.csv"));
    }

    @Test
    void should_stay_when_it_holds_pictures_only_which_may_be_anybodys() throws IOException {
        Path folder = Files.createDirectory(root.resolve("folder"));
        Files.writeString(folder.resolve("costs.png"), "a picture");
        refuses(folder, Existing.REPLACE, Inputs.of(), foreign("costs.png"));
    }

    @Test
    void should_be_replaced_when_a_former_version_without_a_list_wrote_the_report() throws IOException {
        Path folder = Files.createDirectory(root.resolve("folder"));
        Files.writeString(
                folder.resolve("report.json"), "{\n  \"format\" : \"twinnet-report\",\n  \"version\" : 3 }\n");
        Files.writeString(folder.resolve("report.md"), "# 手写网络与 DL4J：一致\n");
        Files.writeString(
                folder.resolve("report.html"),
                "<!DOCTYPE html>\n<html lang=\"en\">\n<meta content=\"default-src 'none'; "
                        + "script-src\"><title>Hand</title>");
        Files.writeString(
                folder.resolve("junit.xml"),
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"twinnet\">");
        Files.writeString(folder.resolve("costs.csv"), "scenario,iteration,cost_scratch,cross_entropy_scratch\n");
        Files.writeString(folder.resolve("costs.png"), "a picture");
        refuses(
                folder,
                Existing.KEEP,
                Inputs.of(),
                "holds a report already; name another folder, or add force to replace it.");

        assertEquals(folder, claim(folder, Existing.REPLACE).write(NEW));
    }

    @Test
    void should_stay_when_it_holds_what_the_command_reads() throws IOException {
        Path report = report("report");
        Path input = report.resolve("report.json");
        refuses(report, Existing.REPLACE, Inputs.of(input), reads(input));
        Path data = Files.writeString(Files.createDirectory(root.resolve("d")).resolve("x.csv"), "x,y\n1,0\n");
        refuses(data.getParent(), Existing.REPLACE, Inputs.of(data), reads(data));
        refuses(root, Existing.REPLACE, Inputs.of(data), reads(data));
    }

    @Test
    void should_stay_when_a_link_hides_that_it_holds_what_the_command_reads() throws IOException {
        Path report = report("report");
        Path folder = root.resolve("folder");
        link(folder, report);
        Path file = root.resolve("file.json");
        link(file, report.resolve("report.json"));
        for (Path input : List.of(report.resolve("report.json"), folder.resolve("report.json"), file)) {
            refuses(folder, Existing.REPLACE, Inputs.of(input), reads(input));
            refuses(report, Existing.REPLACE, Inputs.of(input), reads(input));
        }
    }

    @Test
    void should_stay_when_a_link_in_it_is_what_the_command_reads() throws IOException {
        Path report = report("report");
        Path data = Files.writeString(root.resolve("x.csv"), "x,y\n1,0\n");
        link(report.resolve("x.csv"), data);
        refuses(report, Existing.REPLACE, Inputs.of(report.resolve("x.csv")), reads(report.resolve("x.csv")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"settings.json", "study.db study.lock"})
    void should_stay_when_it_is_a_study_or_lies_in_one(String files) throws IOException {
        Path study = Files.createDirectory(root.resolve("study"));
        for (String file : files.split(" ", -1)) {
            Files.writeString(study.resolve(file), "{\n  \"format\" : \"twinnet-study\"\n}\n");
        }
        Path report = report("study/report");

        refuses(study, Existing.REPLACE, Inputs.of(), "holds a study, which is never replaced;" + NAME_ANOTHER);
        refuses(
                report,
                Existing.REPLACE,
                Inputs.of(),
                "lies in the study " + study + ", where nothing is replaced;" + NAME_ANOTHER);
        assertEquals(report, ReportFolder.ofStudy(study, "report").write(NEW));
    }

    @Test
    void should_not_be_taken_for_a_study_because_of_settings_of_another_program() throws IOException {
        Files.writeString(root.resolve("settings.json"), "{}");
        Files.writeString(root.resolve("study.db"), "of another program");
        assertEquals(
                root.resolve("report"),
                claim(report("report"), Existing.REPLACE).write(NEW));
    }

    @Test
    void should_be_renewed_only_when_it_holds_an_unchanged_report_of_a_study() throws IOException {
        refuses(
                report("report"),
                Existing.RENEW,
                Inputs.of(),
                "holds another report; name another folder, or add force to replace it.");
        Path page = claim(root.resolve("page"), Existing.KEEP)
                .write(Map.of("report.md", bytes("#"), "candidates.csv", bytes("number")));
        claim(page, Existing.RENEW).write(Map.of("report.md", bytes("# new"), "candidates.csv", bytes("number")));
        Files.writeString(page.resolve("report.md"), "# new\n\nMy own remarks.\n");
        refuses(
                page,
                Existing.RENEW,
                Inputs.of(),
                "holds report.md, which was changed after Twinnet wrote it; name another folder, or add force to"
                        + " replace it.");
        claim(page, Existing.REPLACE).write(NEW);
    }

    @Test
    void should_stay_in_a_study_when_somebody_changed_it() throws IOException {
        Path report = report("report");
        Files.writeString(report.resolve("report.md"), "My own remarks.");
        Map<String, String> before = contents(report);

        OutputException refusal = assertThrows(OutputException.class, () -> ReportFolder.ofStudy(root, "report"));

        assertEquals(
                "the study's folder " + report
                        + " holds report.md, which was changed after Twinnet wrote it; move it away.",
                refusal.getMessage());
        assertEquals(before, contents(report));
    }

    @Test
    void should_stay_when_what_may_not_be_replaced_came_after_it_was_claimed() throws IOException {
        Path report = report("report");
        ReportFolder claimed = claim(report, Existing.REPLACE);
        Files.writeString(report.resolve("thesis.txt"), "years of work");
        Map<String, String> before = contents(report);

        assertEquals(root.resolve("report-2"), claimed.write(NEW));

        assertEquals(before, contents(report));
        assertEquals(List.of("report", "report-2"), names(root));
    }

    @Test
    void should_stay_when_it_cannot_be_written_to() throws IOException {
        Path report = report("report");
        assumeTrue(report.toFile().setWritable(false), "write permission cannot be taken away here");
        assumeFalse(Files.isWritable(report), "this user may write everywhere");
        refuses(report, Existing.REPLACE, Inputs.of(), "cannot be written to;" + NAME_ANOTHER);
    }

    private static String foreign(String name) {
        return "holds " + name + ", which Twinnet did not write, and so is never replaced;" + NAME_ANOTHER;
    }

    private static String reads(Path input) {
        return "holds " + input + ", which this command reads;" + NAME_ANOTHER;
    }

    private Path report(String name) {
        return claim(root.resolve(name), Existing.KEEP).write(OLD);
    }

    private static ReportFolder claim(Path target, Existing existing) {
        return ReportFolder.at("--out", target, existing, Inputs.of());
    }

    /** In one line, and everything is there still, byte for byte. */
    private static void refuses(Path target, Existing existing, Inputs inputs, String why) {
        Map<String, String> before = contents(target);

        OutputException refusal =
                assertThrows(OutputException.class, () -> ReportFolder.at("--out", target, existing, inputs));

        assertEquals("--out " + target + " " + why, refusal.getMessage());
        assertEquals(before, contents(target));
        assertTrue(before.size() > 0, "nothing was at stake");
    }

    private static Map<String, String> contents(Path folder) {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> entries = Files.walk(folder.toRealPath())) {
            for (Path entry : entries.toList()) {
                contents.put(
                        folder.toRealPath().relativize(entry).toString(),
                        Files.isRegularFile(entry) ? Files.readString(entry, StandardCharsets.ISO_8859_1) : "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        contents.remove("");
        return contents;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    private static void link(Path link, Path target) throws IOException {
        try {
            Files.createSymbolicLink(link, target);
        } catch (UnsupportedOperationException e) {
            assumeTrue(false, "links cannot be made here");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
