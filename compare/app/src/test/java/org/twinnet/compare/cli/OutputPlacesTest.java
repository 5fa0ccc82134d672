package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Places that cannot be written to are refused before a training that would not end within the test's time. */
@Timeout(20)
class OutputPlacesTest {

    @TempDir
    private Path folder;

    private static Cli.Outcome compare(Object... arguments) {
        Object[] all = new Object[arguments.length + 3];
        all[0] = "compare";
        all[1] = "--iterations";
        all[2] = Cli.ENDLESS;
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return Cli.run(all);
    }

    @Test
    void should_refuse_a_file_as_folder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        compare("--out", file, "--force").isRefused("--out " + file + " is a file; name a folder.");
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void should_refuse_a_folder_that_is_not_empty() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine"), "mine");
        compare("--out", folder)
                .isRefused("--out " + folder
                        + " holds mine, which Twinnet did not write, and so is never replaced; name another folder.");
        assertEquals(List.of("mine"), Cli.names(folder));
        assertEquals("mine", Files.readString(mine));
    }

    @Test
    void should_refuse_a_folder_that_cannot_be_made() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        Path below = file.resolve("report");
        compare("--out", below)
                .isRefused("--out " + below + " cannot be made: " + file + " is a file; name another folder.");
    }

    @Test
    void should_refuse_the_root_of_the_file_system() {
        Path root = folder.getRoot();
        compare("--out", root, "--force")
                .isRefused("--out " + root + " is the root of a file system; name a folder below it.");
    }

    @Test
    void should_refuse_the_working_folder() {
        compare("--out", "..", "--force")
                .isRefused("--out .. holds the working folder and so cannot be replaced; name a folder below it.");
    }

    @Test
    void should_refuse_a_json_file_that_cannot_be_written() throws IOException {
        for (Path json : List.of(folder.resolve("missing/x.json"), folder, folder.getRoot())) {
            compare("--out", folder.resolve("report"), "--json", json)
                    .isRefused("--json " + json + " cannot be written; name a file in a folder that exists.");
        }
        assertEquals(List.of(), Cli.names(folder));
    }

    @Test
    void should_refuse_the_same_place_for_report_and_json() throws IOException {
        Path both = folder.resolve("both");
        compare("--out", both, "--json", folder.resolve("./both"))
                .isRefused("--json " + folder.resolve("./both")
                        + " cannot be written; name a file in a folder that exists.");
        assertEquals(List.of(), Cli.names(folder));
    }
}
