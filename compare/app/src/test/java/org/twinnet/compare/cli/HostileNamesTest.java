package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinnet.compare.diagnosis.TraceFiles;

/** Files and columns may be called anything; what is written for people shows it and does nothing else. */
@DisplayName("A name with control characters")
class HostileNamesTest {

    /** Clears a terminal, begins a line of its own, rings, and turns the order of reading. */
    private static final String HOSTILE = "a\u001b[2J\nFAKED\u0007\u009b31m\u202e";

    private static final String COLUMN = HOSTILE.replace("\n", "");

    private static final Pattern RAW = Pattern.compile("[\\p{Cc}\u2028\u2029\u202a-\u202e&&[^\n\t]]");

    @TempDir
    private Path folder;

    @Test
    void should_be_harmless_in_a_comparison() throws IOException {
        Path data = write(HOSTILE + ".csv", "x,\"=y\",label\n-4,1,0\n-3,2,0\n3,1,1\n4,2,1\n");
        Path report = folder.resolve("report\u001b[2J");
        Cli.Outcome outcome = Cli.run(
                "compare", "--data", data, "--layers", 1, "--l2", 0, "--iterations", 2, "--quiet", "--out", report);
        assertEquals(0, outcome.code(), outcome.err());
        isHarmless(outcome.out());
        isHarmless(report, "report.html", "report.md", "junit.xml", "costs.csv");
        Cli.Outcome again = Cli.run(
                "report",
                report.resolve("report.json"),
                "--out",
                folder.resolve("again"),
                "--format",
                "html,md,junit,csv");
        assertEquals(0, again.code(), again.err());
        isHarmless(folder.resolve("again"), "report.html", "report.md", "junit.xml", "costs.csv");
    }

    @Test
    void should_be_harmless_in_a_check() throws IOException {
        Path trace;
        try {
            trace = TraceFiles.faulty("l2-gradient-halved").write(folder.resolve(HOSTILE + ".npz"));
        } catch (InvalidPathException e) {
            Assumptions.abort("this file system has no such names");
            return;
        }
        Path report = folder.resolve("report");
        Cli.Outcome outcome = Cli.run("check", trace, "--report", report);
        assertEquals(1, outcome.code(), outcome.err());
        isHarmless(outcome.out());
        isHarmless(report, "report.html", "report.md", "junit.xml");
    }

    @Test
    void should_be_harmless_in_a_study() throws IOException {
        Path data = write(HOSTILE + ".csv", "x,y,label\n-4,1,0\n-3,2,0\n3,1,1\n4,2,1\n1,1,1\n-1,0,0\n");
        Path study = folder.resolve("study\u001b[2J");
        Cli.Outcome outcome = Cli.run(
                "tune",
                "--data",
                data,
                "--study",
                study,
                "--candidates",
                2,
                "--iterations",
                5,
                "--folds",
                2,
                "--repeats",
                1,
                "--layers",
                "2,1",
                "--twin",
                "scratch",
                "--quiet");
        assertEquals(0, outcome.code(), outcome.err());
        isHarmless(outcome.out());
        isHarmless(study.resolve("report"), "report.html", "report.md", "candidates.csv");
        isHarmless(study.resolve("twins"), "report.html", "report.md", "junit.xml", "costs.csv");
        Cli.Outcome cut =
                Cli.run("tune", "--study", folder.resolve(HOSTILE), "--data", data, "--max-time", "0.001s", "--quiet");
        isHarmless(cut.out());
    }

    @Test
    void should_be_harmless_in_a_refusal() throws IOException {
        Path data = write(HOSTILE + ".csv", "x,label\n1,2\n");
        Path column = write("column.csv", "\"" + COLUMN + "\",label\n1,0\n2,1\n");
        for (List<Object> command : List.<List<Object>>of(
                List.of("compare", "--data", data),
                List.of("compare", "--data", column),
                List.of("check", folder.resolve(HOSTILE)),
                List.of("report", folder.resolve(HOSTILE), "--out", folder.resolve("page")),
                List.of("tune", "show", folder.resolve(HOSTILE)),
                List.of("mistakes", HOSTILE),
                List.of(HOSTILE))) {
            Cli.Outcome outcome = Cli.run(command.toArray());
            assertEquals(2, outcome.code());
            isHarmless(outcome.err());
        }
    }

    private Path write(String name, String text) throws IOException {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (InvalidPathException e) {
            return Assumptions.abort("this file system has no such names");
        }
    }

    private static void isHarmless(Path report, String... names) throws IOException {
        for (String name : names) {
            String text = Files.readString(report.resolve(name));
            // A command is shown in its lines, where nothing in it is markup.
            isHarmless(text.replaceAll("(?s)```+\n.*?```+\n|<code>.*?</code>", ""));
        }
    }

    private static void isHarmless(String text) {
        assertFalse(RAW.matcher(text).find(), () -> RAW.matcher(text).replaceAll("<RAW>"));
        assertTrue(
                text.contains("<html") || text.lines().noneMatch(line -> line.startsWith("FAKED")),
                "a name has begun a line");
        assertFalse(Pattern.compile("\\\\u00(1b|07)", Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .find());
    }
}
