package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An interrupted comparison")
class InterruptedCompareTest {

    @TempDir
    private Path folder;

    @Test
    void should_say_that_nothing_is_kept_and_how_to_go_on() throws Exception {
        Path out = folder.resolve("report");
        Process process =
                new ProcessBuilder(Cli.process("compare", "--iterations", "10000000", "--out", out.toString())).start();
        try {
            // the training threads are there once the line would be said
            while (process.isAlive() && !trains(process)) {
                process.waitFor(100, TimeUnit.MILLISECONDS);
            }
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(130, process.waitFor(), err);
            assertTrue(err.contains("twinnet: interrupted; a comparison is whole or nothing, so nothing was"), err);
            assertTrue(err.contains("--iterations"), err);
            assertFalse(Files.exists(out), "nothing is written");
        } finally {
            process.destroyForcibly();
        }
    }

    private static boolean trains(Process process) throws Exception {
        Path[] threads;
        try (var files = Files.list(Path.of("/proc", String.valueOf(process.pid()), "task"))) {
            threads = files.toArray(Path[]::new);
        }
        return Arrays.stream(threads).anyMatch(thread -> {
            try {
                return Files.readString(thread.resolve("comm")).startsWith("twinnet-trainin");
            } catch (java.io.IOException e) {
                return false;
            }
        });
    }
}
