package org.twinnet.compare.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {

    private static final Map<String, byte[]> FILES = Map.of("report.json", bytes("{}"), "report.md", bytes("# new"));

    @TempDir
    private Path root;

    @Test
    void should_write_all_files_and_make_the_folders_above() throws IOException {
        Path target = root.resolve("a/b/report");
        assertEquals(target, claim(target, Existing.KEEP).write(FILES));
        assertEquals("{}", Files.readString(target.resolve("report.json")));
        assertEquals(List.of("report"), names(root.resolve("a/b")));
        assertEquals(List.of(".twinnet-report", "report.json", "report.md"), names(target));
    }

    @Test
    void should_change_nothing_while_claiming() throws IOException {
        claim(root.resolve("a/b/report"), Existing.REPLACE);
        assertEquals(List.of(), names(root));
    }

    @Test
    void should_take_an_empty_folder() throws IOException {
        claim(root.resolve("report"), Existing.KEEP).write(FILES);
        Path empty = Files.createDirectory(root.resolve("empty"));
        claim(empty, Existing.KEEP).write(FILES);
        assertEquals(3, names(empty).size());
        assertEquals(List.of("empty", "report"), names(root));
    }

    @Test
    void should_give_the_folder_the_permissions_of_any_new_folder() throws IOException {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                "the file system has no POSIX permissions");
        Path ordinary = Files.createDirectory(root.resolve("ordinary"));
        Path target = claim(root.resolve("report"), Existing.KEEP).write(FILES);
        assertEquals(
                PosixFilePermissions.toString(Files.getPosixFilePermissions(ordinary)),
                PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
    }

    @Test
    void should_refuse_a_file() throws IOException {
        Path file = Files.writeString(root.resolve("report"), "mine");
        refuses(file, Existing.REPLACE, "is a file; name a folder.");
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void should_refuse_a_folder_below_a_file() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "mine");
        refuses(file.resolve("report"), Existing.KEEP, "cannot be made: " + file + " is a file; name another folder.");
        refuses(
                file.resolve("a/report"),
                Existing.KEEP,
                "cannot be made: " + file + " is a file; name another folder.");
    }

    @Test
    void should_refuse_the_root_of_the_file_system() {
        refuses(root.getRoot(), Existing.REPLACE, "is the root of a file system; name a folder below it.");
    }

    @Test
    void should_refuse_the_working_folder_and_those_above_it() {
        String why = "holds the working folder and so cannot be replaced; name a folder below it.";
        refuses(Path.of("."), Existing.REPLACE, why);
        refuses(Path.of(".."), Existing.REPLACE, why);
    }

    @Test
    void should_refuse_a_name_that_the_file_system_cannot_hold() {
        String message = assertThrows(OutputException.class, () -> claim(root.resolve("x".repeat(5000)), Existing.KEEP))
                .getMessage();
        assertTrue(message.endsWith("; name another folder."), message);
        assertEquals(1, message.lines().count());
    }

    @Test
    void should_refuse_a_mounted_file_system_because_it_cannot_be_moved() {
        Path mounted = Path.of("/proc");
        assumeTrue(Files.isDirectory(mounted), "there is no /proc here");
        refuses(
                mounted,
                Existing.REPLACE,
                "is a mounted file system and so cannot be replaced; name a folder below it.");
    }

    @Test
    void should_refuse_where_nothing_can_be_written() throws IOException {
        Path locked = Files.createDirectory(root.resolve("locked"));
        assumeTrue(locked.toFile().setWritable(false), "write permission cannot be taken away here");
        assumeFalse(Files.isWritable(locked), "this user may write everywhere");
        refuses(
                locked.resolve("a/report"),
                Existing.KEEP,
                "cannot be made: " + locked + " cannot be written to; name another folder.");
    }

    @Test
    void should_follow_a_link_and_keep_it() throws IOException {
        Path real = Files.createDirectory(root.resolve("real"));
        Path link = root.resolve("link");
        try {
            Files.createSymbolicLink(link, real);
        } catch (IOException | UnsupportedOperationException e) {
            assumeTrue(false, "links cannot be made here");
        }
        claim(link, Existing.KEEP).write(FILES);
        assertTrue(Files.isSymbolicLink(link));
        assertEquals(List.of(".twinnet-report", "report.json", "report.md"), names(real));
    }

    @Test
    void should_keep_the_old_report_and_leave_no_trace_when_writing_fails() throws IOException {
        Path target = claim(root.resolve("report"), Existing.KEEP).write(Map.of("report.json", bytes("old")));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("report.json", bytes("new"));
        files.put(".twinnet-report/report.md", bytes("cannot be written"));
        ReportFolder folder = claim(target, Existing.REPLACE);
        OutputException failure = assertThrows(OutputException.class, () -> folder.write(files));
        assertTrue(
                failure.getMessage().startsWith("the report could not be written: --out " + target + ": "),
                failure.getMessage());
        assertEquals("old", Files.readString(target.resolve("report.json")));
        assertEquals(List.of("report"), names(root));
    }

    @Test
    void should_take_the_next_free_name_rather_than_replace_a_report_that_came_in_the_meantime() throws IOException {
        Path target = root.resolve("report");
        ReportFolder first = claim(target, Existing.KEEP);
        ReportFolder second = claim(target, Existing.KEEP);
        ReportFolder third = claim(target, Existing.KEEP);
        assertEquals(target, first.write(Map.of("report.json", bytes("1"))));
        assertEquals(root.resolve("report-2"), second.write(Map.of("report.json", bytes("2"))));
        assertEquals(root.resolve("report-3"), third.write(Map.of("report.json", bytes("3"))));
        assertEquals("1", Files.readString(target.resolve("report.json")));
        assertEquals("3", Files.readString(root.resolve("report-3/report.json")));
    }

    private static ReportFolder claim(Path target, Existing existing) {
        return ReportFolder.at("--out", target, existing, Inputs.of());
    }

    private static void refuses(Path target, Existing existing, String why) {
        OutputException refusal = assertThrows(OutputException.class, () -> claim(target, existing));
        assertEquals("--out " + target + " " + why, refusal.getMessage());
        assertFalse(refusal.getMessage().contains("\n"));
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
