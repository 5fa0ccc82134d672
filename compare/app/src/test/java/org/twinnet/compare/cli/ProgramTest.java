package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program in a process of its own, as users run it, with its streams in files and no terminal. */
@Timeout(120)
class ProgramTest {

    @TempDir
    private Path folder;

    @Test
    void should_name_a_new_folder_keep_silent_without_a_terminal_and_end_with_the_verdict() throws Exception {
        Path work = Files.createDirectory(folder.resolve("work"));
        Path data = Cli.separablePoints(folder);
        int code = run(
                work, "compare", "--data", data, "--layers", 1, "--l2", 0, "--iterations", 3, "--dl4j-loss", "stock");
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

    @ParameterizedTest
    @ValueSource(strings = {"--help", "compare --help", "mistakes", "help check", "--version", "generate-completion"})
    void should_end_with_2_when_its_output_cannot_be_written(String arguments) throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "there is no /dev/full here");
        for (String output : List.of("/dev/full", "&-")) {
            int code = shell("\"$@\" >" + output, arguments);
            String err = Files.readString(folder.resolve("err"));
            assertTrue(err.startsWith("twinnet: standard output could not be written: "), err);
            assertEquals(1, err.lines().count(), err);
            assertEquals(2, code);
        }
    }

    @Test
    void should_end_quietly_when_the_reader_of_its_output_has_ended() throws Exception {
        assumeTrue(Files.exists(Path.of("/bin/bash")), "there is no bash here");
        int code = shell("\"$@\" | true; exit ${PIPESTATUS[0]}", "mistakes");
        assertEquals("", Files.readString(folder.resolve("err")));
        assertEquals(0, code);
    }

    /** Runs the program, whose words are the arguments of the script. */
    private int shell(String script, String arguments) throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/bin/bash")), "there is no bash here");
        List<String> command = new ArrayList<>(List.of("/bin/bash", "-c", script, "bash"));
        command.addAll(Cli.process(List.of(arguments.split(" ", -1)).toArray()));
        return end(command, folder);
    }

    private int run(Path work, Object... arguments) throws IOException, InterruptedException {
        return end(Cli.process(arguments), work);
    }

    private int end(List<String> command, Path work) throws IOException, InterruptedException {
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
