package org.twinnet.compare.bench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.cli.Cli;

@Timeout(60)
class UsageTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "tune ", "search ", "resume "})
    void should_explain_each_command(String command) {
        Cli.Outcome outcome = run((Object[]) (command + "--help").split(" ", -1));
        assertEquals(0, outcome.code());
        assertEquals("", outcome.err());
        assertTrue(outcome.out().contains("Usage: twinnet-bench " + command), outcome.out());
        assertTrue(outcome.out().contains("Example: twinnet-bench " + command), outcome.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tune ", "search ", "resume "})
    void should_say_the_version(String command) {
        Cli.Outcome outcome = run((Object[]) (command + "--version").split(" ", -1));
        assertEquals(0, outcome.code());
        assertTrue(outcome.out().matches("(?s)Twinnet \\S+\\R.*ND4J 1\\.0\\.0-M2\\.1.*"), outcome.out());
    }

    @Test
    void should_refuse_what_it_does_not_know() {
        run("--frob").isMisuse("twinnet-bench", "unknown option '--frob'");
        run("compare").isMisuse("twinnet-bench", "unknown command 'compare'");
        run("search", "five").isMisuse("twinnet-bench search", "unexpected argument 'five'");
        run("tune", "--part", "speed")
                .isMisuse(
                        "twinnet-bench tune",
                        "Invalid value for option '--part' at index 0 (PART): 'speed' is not allowed; allowed:"
                                + " throughput, halving, memory");
    }

    @Test
    void should_hold_the_searches_against_each_other() {
        Cli.Outcome outcome = run("search", "--evaluations", "3", "--seeds", "5");
        assertEquals(0, outcome.code(), outcome.err());
        assertTrue(outcome.out().contains("TPE beats random on "), outcome.out());
    }

    @Test
    void should_not_write_over_anything() throws IOException {
        Path data = Files.writeString(folder.resolve("points.csv"), "x,y,label\n0,0,0\n1,1,1\n");
        Path mine = Files.writeString(folder.resolve("mine.json"), "{\"mine\": 1}");
        run("--data", data, "--json", mine)
                .isRefused("--json " + mine
                        + " exists and is no JSON of Twinnet; name another file, or add --force to replace it.");
        run("--data", data, "--json", data, "--force")
                .isRefused("--json " + data + " is read by this command; name another file.");
        assertEquals("{\"mine\": 1}", Files.readString(mine));
    }

    private static Cli.Outcome run(Object... arguments) {
        return Cli.run(Main.PROGRAM, arguments);
    }
}
