package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.cli.text.ExitCode;
import org.twinnet.compare.cli.text.UserException;
import org.twinnet.compare.ladder.Status;
import org.twinnet.data.InvalidDataException;
import picocli.CommandLine.Command;

class ExitCodeTest {

    /** A command that fails. */
    @Command(name = "fail")
    private record Failing(Callable<Integer> failure) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            return failure.call();
        }
    }

    private static Cli.Outcome fail(Callable<Integer> failure) {
        return Cli.runWith("fail", new Failing(failure));
    }

    @Test
    void should_number_the_verdicts() {
        assertEquals(0, ExitCode.of(Status.AGREE).code());
        assertEquals(1, ExitCode.of(Status.DISAGREE).code());
        assertEquals(3, ExitCode.of(Status.INCONCLUSIVE).code());
        assertEquals(
                List.of(0, 1, 2, 3, 4),
                Stream.of(ExitCode.values()).map(ExitCode::code).toList());
    }

    @Test
    void should_end_with_2_and_one_line_where_the_user_can_put_it_right() {
        fail(() -> {
                    throw new UserException("name another folder.");
                })
                .isRefused("name another folder.");
        fail(() -> {
                    throw new InvalidDataException("x.csv: line 2");
                })
                .isRefused("x.csv: line 2");
    }

    @Test
    void should_end_with_4_and_no_stack_trace_on_an_internal_error() {
        isInternalError(
                fail(() -> {
                    throw new IllegalStateException("first\n  second");
                }),
                "java.lang.IllegalStateException: first second");
        isInternalError(
                fail(() -> {
                    throw new Exception();
                }),
                "java.lang.Exception");
    }

    @Test
    void should_end_with_4_on_an_error_of_the_machine_which_left_alone_would_end_with_1() {
        isInternalError(
                fail(() -> {
                    throw new UnsatisfiedLinkError("no native library");
                }),
                "java.lang.UnsatisfiedLinkError: no native library");
    }

    /** A worker's error may come wrapped. */
    @Test
    void should_say_in_one_line_that_memory_is_short_and_how_to_give_more() {
        for (Callable<Integer> failure : List.<Callable<Integer>>of(
                () -> {
                    throw new OutOfMemoryError("Java heap space");
                },
                () -> {
                    throw new IllegalStateException("wrapped", new OutOfMemoryError("Java heap space"));
                })) {
            Cli.Outcome outcome = fail(failure);
            assertEquals(4, outcome.code());
            assertTrue(
                    outcome.err()
                            .strip()
                            .matches("twinnet: out of memory \\(Java heap space\\): the program may take "
                                    + "[0-9]+ MB\\. Give it"
                                    + " more, such as java -Xmx2g -jar twinnet.jar, or ask for "
                                    + "fewer --threads\\."),
                    outcome.err());
        }
    }

    private static void isInternalError(Cli.Outcome outcome, String failure) {
        assertEquals(4, outcome.code());
        assertEquals("", outcome.out());
        assertEquals("twinnet: internal error: " + failure, outcome.firstLine());
        if (System.getenv("TWINNET_DEBUG") == null) {
            assertEquals(2, outcome.err().lines().count(), outcome.err());
            assertTrue(outcome.err().contains("Set TWINNET_DEBUG=1"), outcome.err());
            assertFalse(outcome.err().contains("\tat "), outcome.err());
        }
    }
}
