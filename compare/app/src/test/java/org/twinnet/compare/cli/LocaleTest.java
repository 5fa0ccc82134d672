package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.diagnosis.TraceFiles;

/**
 * Whatever country the machine is set to, the program writes the same bytes: German has a decimal comma, Turkish
 * another lower case of I, Arabic, Persian and Hindi may have digits of their own.
 */
class LocaleTest {

    private static final Locale BEFORE = Locale.getDefault();

    @TempDir
    private static Path folder;

    private static Written neutral;

    /** What a run printed and wrote, byte for byte. */
    private record Written(String printed, Map<String, byte[]> files) {

        static Written of(Cli.Outcome outcome, Path folder) throws IOException {
            Map<String, byte[]> files = new TreeMap<>();
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.filter(Files::isRegularFile).toList()) {
                    files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
                }
            }
            return new Written(outcome.code() + outcome.out() + outcome.err(), files);
        }

        void assertSame(Written other) {
            assertEquals(printed, other.printed);
            assertEquals(files.keySet(), other.files.keySet());
            files.forEach((name, bytes) -> assertArrayEquals(bytes, other.files.get(name), name));
        }

        Written and(Written more) {
            Map<String, byte[]> all = new TreeMap<>(files);
            more.files.forEach((name, bytes) -> all.put(files.size() + name, bytes));
            return new Written(printed + more.printed, all);
        }
    }

    @BeforeAll
    static void runInNoCountry() throws IOException {
        tune("study");
        neutral = in(Locale.ROOT);
        assertTrue(neutral.files.size() >= 12, neutral.files.keySet()::toString);
        assertTrue(neutral.printed.contains("0."), neutral.printed);
    }

    @AfterEach
    void restore() {
        Locale.setDefault(BEFORE);
    }

    private static Cli.Outcome tune(String name) {
        return Cli.run(
                "tune",
                "--study",
                folder.resolve(name),
                "--candidates",
                3,
                "--iterations",
                40,
                "--folds",
                2,
                "--repeats",
                1,
                "--layers",
                "3,1|2,1",
                "--workers",
                1,
                "--twin",
                "scratch",
                "--stable",
                "--quiet");
    }

    /** Compares, checks a right and a wrong trace, shows a study, and is refused. */
    private static Written in(Locale locale) throws IOException {
        Locale.setDefault(locale);
        try {
            Written written = compared();
            for (TraceFiles trace : new TraceFiles[] {TraceFiles.correct(), TraceFiles.faulty("l2-gradient-halved")}) {
                written = written.and(checked(trace));
            }
            return written.and(shown()).and(refused());
        } finally {
            Locale.setDefault(BEFORE);
        }
    }

    /** The same place each time, since its path is printed. */
    private static Path fresh(String name) throws IOException {
        Path out = folder.resolve(name);
        if (Files.exists(out)) {
            try (Stream<Path> paths = Files.walk(out)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return out;
    }

    private static Written compared() throws IOException {
        Path out = fresh("report");
        return Written.of(
                Cli.run(
                        "compare",
                        "--iterations",
                        400,
                        "--l2",
                        0.7,
                        "--keep-prob",
                        0.86,
                        "--layers",
                        "4,1",
                        "--format",
                        "html,md,json,junit,csv",
                        "--stable",
                        "--quiet",
                        "--threads",
                        1,
                        "--out",
                        out),
                out);
    }

    private static Written checked(TraceFiles trace) throws IOException {
        Path out = fresh("check");
        return Written.of(
                Cli.run("check", trace.write(folder.resolve("mine.npz")), "--quiet", "--stable", "--out", out), out);
    }

    private static Written shown() throws IOException {
        Path out = fresh("shown");
        return Written.of(Cli.run("tune", "show", folder.resolve("study"), "--stable", "--out", out), out);
    }

    private static Written refused() {
        Cli.Outcome wide = Cli.run("compare", "--layers", "100000,100000,1");
        Cli.Outcome word = Cli.run("compare", "--activation", "SIGMOID", "--iterations", "0");
        Cli.Outcome folds = Cli.run("tune", "--folds", 999, "--study", folder.resolve("none"), "--quiet");
        return new Written(
                wide.err() + word.err() + folds.err() + Cli.run("mistakes").out(), Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva"})
    void should_write_the_same_bytes_in_every_country(String tag) throws IOException {
        neutral.assertSame(in(Locale.forLanguageTag(tag)));
    }

    @Test
    void should_tune_to_the_same_report_in_every_country() throws IOException {
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        tune("elsewhere");
        Written here = Written.of(
                new Cli.Outcome(Main.PROGRAM.name(), 0, "", ""),
                folder.resolve("study").resolve("report"));
        here.assertSame(Written.of(
                new Cli.Outcome(Main.PROGRAM.name(), 0, "", ""),
                folder.resolve("elsewhere").resolve("report")));
    }

    @Test
    void should_run_in_locales_that_write_numbers_otherwise() {
        assertEquals("0,5", String.format(Locale.forLanguageTag("de-DE"), "%.1f", 0.5));
        assertEquals("٥", String.format(Locale.forLanguageTag("ar-EG-u-nu-arab"), "%d", 5));
        assertEquals("५", String.format(Locale.forLanguageTag("hi-IN-u-nu-deva"), "%d", 5));
        assertNotEquals("sigmoid", "SIGMOID".toLowerCase(Locale.forLanguageTag("tr-TR")));
    }
}
