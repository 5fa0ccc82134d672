package org.twinnet.compare.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A file for the JSON")
class OutputsTest {

    private static final String OURS = "{\"format\": \"twinnet-check\", \"version\": 1}";
    private static final String NEW = "{\"format\": \"twinnet-check\", \"version\": 2}";

    @TempDir
    private Path root;

    @Test
    void should_be_written_where_nothing_is() throws IOException {
        Path file = root.resolve("x.json");
        claim(file, false, Inputs.of()).write(bytes(NEW));
        assertEquals(NEW, Files.readString(file));
        assertEquals(List.of("x.json"), names(root));
    }

    @Test
    void should_replace_json_of_ours() throws IOException {
        Path file = Files.writeString(root.resolve("x.json"), OURS);
        claim(file, false, Inputs.of()).write(bytes(NEW));
        assertEquals(NEW, Files.readString(file));
        assertEquals(List.of("x.json"), names(root));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mine",
                "{}",
                "[]",
                "{\"format\": 1}",
                "{\"format\": \"theirs\"}",
                "{\"format\": \"twinnet-check\", \"version\"",
                "{\"format\": \"twinnet-check\"} {}",
                "{\"name\": {\"format\": \"twinnet-check\"}}",
                "{\"format\": \"twinnet-study\"}"
            })
    void should_not_replace_what_is_not_ours_unless_forced(String mine) throws IOException {
        Path file = Files.writeString(root.resolve("x.json"), mine);
        refuses(
                file,
                false,
                Inputs.of(),
                "exists and is no JSON of Twinnet; name another file, or add force to replace it.");
        claim(file, true, Inputs.of()).write(bytes(NEW));
        assertEquals(NEW, Files.readString(file));
    }

    @Test
    void should_never_replace_what_the_command_reads() throws IOException {
        Path input = Files.writeString(root.resolve("x.json"), OURS);
        Path link = root.resolve("link.json");
        link(link, input);
        Path twin = Files.createLink(root.resolve("hard.json"), input);
        for (boolean replace : new boolean[] {false, true}) {
            for (Path named : List.of(input, link, twin, root.resolve("sub/../x.json"))) {
                refuses(named, replace, Inputs.of(input), "is read by this command; name another file.");
                refuses(input, replace, Inputs.of(named), "is read by this command; name another file.");
            }
        }
    }

    @Test
    void should_never_lie_in_a_study() throws IOException {
        Files.writeString(root.resolve("settings.json"), "{\"format\": \"twinnet-study\"}");
        Files.createDirectory(root.resolve("report"));
        for (String name : List.of("settings.json", "study.db-wal", "report/report.json")) {
            refuses(root.resolve(name), true, Inputs.of(), "lies in the study " + root + "; name a file elsewhere.");
        }
    }

    @Test
    void should_not_replace_a_folder_or_what_a_dangling_link_stands_for() throws IOException {
        refuses(root, true, Inputs.of(), "cannot be written; name a file in a folder that exists.");
        refuses(
                root.resolve("none/x.json"),
                true,
                Inputs.of(),
                "cannot be written; name a file in a folder that exists.");
        Path link = root.resolve("link.json");
        link(link, root.resolve("none"));
        refuses(link, true, Inputs.of(), "cannot be used (NoSuchFileException: " + link + "); name another file.");
    }

    @Test
    void should_follow_a_link_and_keep_it() throws IOException {
        Path file = Files.writeString(root.resolve("x.json"), OURS);
        Path link = root.resolve("link.json");
        link(link, file);
        claim(link, false, Inputs.of()).write(bytes(NEW));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals(NEW, Files.readString(file));
    }

    @Test
    void should_keep_the_permissions_of_the_file() throws IOException {
        Path file = Files.writeString(root.resolve("x.json"), OURS);
        assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"), "there are no POSIX permissions here");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
        claim(file, false, Inputs.of()).write(bytes(NEW));
        assertEquals("rw-rw----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void should_stay_whole_when_another_came_in_the_meantime() throws IOException {
        Path file = root.resolve("x.json");
        OutputFile claimed = claim(file, false, Inputs.of());
        Files.writeString(file, "mine");
        assertThrows(OutputException.class, () -> claimed.write(bytes(NEW)));
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void should_fail_on_a_device_that_is_full() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "there is no /dev/full here");
        OutputFile claimed = claim(full, false, Inputs.of());
        String message = assertThrows(OutputException.class, () -> claimed.write(bytes(NEW)))
                .getMessage();
        assertTrue(message.startsWith("--json /dev/full could not be written: "), message);
    }

    @Test
    void should_be_part_of_the_report_when_it_lies_in_its_folder() throws IOException {
        Path report = root.resolve("new/report");
        for (boolean replace : new boolean[] {false, true}) {
            Outputs outputs = outputs(report, report.resolve("x.json"), replace);
            assertEquals(
                    Optional.of(report), outputs.write(() -> Map.of("report.md", bytes("# new")), () -> bytes(NEW)));
            assertEquals(NEW, Files.readString(report.resolve("x.json")));
            assertEquals(List.of(".twinnet-report", "report.md", "x.json"), names(report));
        }
    }

    @Test
    void should_be_the_same_file_as_the_json_of_the_report_when_it_is_named_so() throws IOException {
        Path report = root.resolve("report");
        outputs(report, report.resolve("report.json"), false).write(() -> Map.of(), () -> bytes(NEW));
        assertEquals(NEW, Files.readString(report.resolve("report.json")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"report.md", "report.html", "junit.xml", "costs.png", ".twinnet-report"})
    void should_not_be_another_file_of_the_report(String name) {
        Path file = root.resolve("report").resolve(name);
        String message = assertThrows(OutputException.class, () -> outputs(root.resolve("report"), file, true))
                .getMessage();
        assertEquals("--json " + file + " is another file of the report; name another file.", message);
    }

    @Test
    void should_not_be_where_the_folder_of_the_report_is_or_above_it() {
        for (Path json : List.of(root.resolve("a"), root.resolve("a/b"))) {
            String message = assertThrows(OutputException.class, () -> outputs(root.resolve("a/b"), json, true))
                    .getMessage();
            assertEquals("--json " + json + " cannot be written; name a file in a folder that exists.", message);
        }
    }

    @Test
    void should_be_written_even_when_the_report_cannot_be() throws IOException {
        Path json = root.resolve("x.json");
        Outputs outputs = outputs(root.resolve("report"), json, false);
        assertThrows(
                OutputException.class,
                () -> outputs.write(() -> Map.of(".twinnet-report/report.md", bytes("")), () -> bytes(NEW)));
        assertEquals(NEW, Files.readString(json));
        assertEquals(List.of("x.json"), names(root));
    }

    private static Outputs outputs(Path report, Path json, boolean replace) {
        ReportFolder folder = ReportFolder.at("--out", report, Existing.forced(replace), Inputs.of());
        return Outputs.claim(Optional.of(folder), "--json", Optional.of(json), replace, Inputs.of());
    }

    private static OutputFile claim(Path file, boolean replace, Inputs inputs) {
        return OutputFile.at("--json", file, replace, inputs);
    }

    /** In one line, and the file is there still, byte for byte. */
    private static void refuses(Path file, boolean replace, Inputs inputs, String why) throws IOException {
        String before = Files.isRegularFile(file) ? Files.readString(file) : "";
        OutputException refusal = assertThrows(OutputException.class, () -> claim(file, replace, inputs));
        assertEquals("--json " + file + " " + why, refusal.getMessage());
        assertEquals(before, Files.isRegularFile(file) ? Files.readString(file) : "");
    }

    private static void link(Path link, Path target) throws IOException {
        try {
            Files.createSymbolicLink(link, target);
        } catch (UnsupportedOperationException e) {
            assumeTrue(false, "links cannot be made here");
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
