package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program in a process of its own, as users run it, with its streams in files and no terminal. */
@Timeout(120)
class ProgramTest {

    @TempDir
    private Path folder;

    @Test
    void should_name_a_new_folder_keep_silent_without_a_terminal_and_end_with_the_verdict() throws Exception {
        Path work = Files.createDirectory(folder.resolve("work"));
        Path data = Cli.separablePoints(folder);
        int code = run(work, "compare", "--data", data, "--layers", 1, "--l2", 0, "--iterations", 3, "--loss", "stock");
        String out = Files.readString(folder.resolve("out"));
        assertEquals("", Files.readString(folder.resolve("err")));
        assertEquals(1, code, out);
        List<String> made = Cli.names(work);
        assertEquals(1, made.size(), made.toString());
        assertTrue(made.get(0).matches("twinnet-report-\\d{8}-\\d{6}"), made.toString());
        assertEquals("Report: " + made.get(0), out.lines().reduce("", (a, b) -> b));
        assertEquals(
                List.of(
                        ".twinnet-report",
                        "boundaries.png",
                        "costs.csv",
                        "costs.png",
                        "junit.xml",
                        "report.html",
                        "report.json",
                        "report.md"),
                Cli.names(work.resolve(made.get(0))));
    }

    @Test
    void should_end_with_2_on_misuse() throws Exception {
        assertEquals(2, run(folder, "compare", "--iterations", "none"));
        assertTrue(
                Files.readString(folder.resolve("err")).startsWith("twinnet: Invalid value for option '--iterations'"));
        assertEquals("", Files.readString(folder.resolve("out")));
    }

    private int run(Path work, Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=" + StandardCharsets.UTF_8,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(Cli.words(arguments)));
        Process process = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        try {
            assertTrue(process.waitFor(100, TimeUnit.SECONDS), "the program did not end");
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }
}
