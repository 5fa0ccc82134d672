package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Standard output")
class StandardOutputTest {

    /** Takes so many bytes and then fails. */
    private static final class Failing extends OutputStream {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private final int most;
        private final String reason;

        Failing(int most, String reason) {
            this.most = most;
            this.reason = reason;
        }

        @Override
        public void write(int value) throws IOException {
            if (taken.size() == most) {
                throw new IOException(reason);
            }
            taken.write(value);
        }
    }

    @Test
    void should_hold_what_was_written() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StandardOutput output = new StandardOutput(bytes, () -> false);
        StringWriter err = new StringWriter();

        int code = Main.PROGRAM.run(new String[] {"mistakes"}, output, new PrintWriter(err));

        assertEquals(0, code);
        assertTrue(bytes.toString(StandardCharsets.UTF_8).contains("cost-clipped"));
        assertEquals("", err.toString());
        assertEquals(Optional.empty(), output.failure());
    }

    @Test
    void should_end_with_2_and_the_reason_when_the_disk_is_full_on_the_way() {
        StandardOutput output = new StandardOutput(new Failing(100, "No space left on device"), () -> false);
        StringWriter err = new StringWriter();

        int code = Main.PROGRAM.run(new String[] {"mistakes"}, output, new PrintWriter(err));

        assertEquals(2, code);
        assertEquals(
                "twinnet: standard output could not be written: No space left on device; what was printed"
                        + " is not complete.",
                err.toString().strip());
    }

    @ParameterizedTest
    @CsvSource({"Broken pipe, false", "Datenübergabe unterbrochen, true"})
    void should_not_complain_of_a_pipe_that_has_ended_whatever_the_language(String reason, boolean pipe) {
        StandardOutput output = new StandardOutput(new Failing(100, reason), () -> pipe);
        StringWriter err = new StringWriter();

        int code = Main.PROGRAM.run(new String[] {"mistakes"}, output, new PrintWriter(err));

        assertEquals(0, code);
        assertEquals("", err.toString());
    }
}
