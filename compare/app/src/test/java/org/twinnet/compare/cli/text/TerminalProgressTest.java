package org.twinnet.compare.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalProgressTest {

    @Test
    void should_tell_what_goes_on_beside_the_iterations_until_it_is_over() {
        try (TerminalProgress progress = TerminalProgress.start(100, "--iterations", true)) {
            progress.advanced("none", 50);
            progress.working("l2", "central differences", 3, 127);
            assertEquals(" l2: central differences 3 of 127", progress.message(Duration.ofSeconds(9), 0.5));
            progress.working("l2", "central differences", 127, 127);
            progress.working("none", "boundary", 0, 1);
            assertEquals(" none: boundary", progress.message(Duration.ofSeconds(9), 0.5));
            progress.working("none", "boundary", 1, 1);
            assertEquals("", progress.message(Duration.ofSeconds(9), 0.5));
        }
    }

    @Test
    void should_foretell_a_run_of_more_than_two_minutes_after_its_first_seconds() {
        try (TerminalProgress progress = TerminalProgress.start(100, "--iterations, --threads", true)) {
            progress.working("none", "boundary", 0, 1);
            assertEquals(" none: boundary", progress.message(Duration.ofSeconds(4), 0.01));
            assertEquals(" shorter: --iterations, --threads", progress.message(Duration.ofSeconds(5), 0.03));
            assertEquals(" none: boundary", progress.message(Duration.ofSeconds(5), 0.05));
        }
    }

    /** The build runs tests in a process whose streams are pipes. */
    @ParameterizedTest(name = "quiet {0}")
    @ValueSource(booleans = {true, false})
    void should_print_nothing_where_nobody_watches(boolean quiet) {
        PrintStream before = System.err;
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try {
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            try (TerminalProgress progress = TerminalProgress.start(100, "", quiet)) {
                progress.advanced("none", 50);
                progress.advanced("l2", 50);
            }
        } finally {
            System.setErr(before);
        }
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }
}
