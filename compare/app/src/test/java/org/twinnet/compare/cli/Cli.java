package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Runs the program inside the test's own virtual machine. */
public final class Cli {

    /** Far more than any test would wait for: where a run should be refused before training, it shows that it was. */
    static final String ENDLESS = "1000000000";

    private Cli() {}

    /** What a run came to. */
    public record Outcome(String program, int code, String out, String err) {

        /** Refused with one line that says why, perhaps another with a suggestion, and the way to the help. */
        public void isMisuse(String command, String message) {
            assertEquals(program + ": " + message, firstLine());
            assertEquals("Try '" + command + " --help'.", err.lines().reduce("", (a, b) -> b));
            assertTrue(err.lines().count() <= 3, err);
            isBadInput();
        }

        /** Refused with exactly one line. */
        public void isRefused(String message) {
            assertEquals(program + ": " + message, err.stripTrailing());
            isBadInput();
        }

        private void isBadInput() {
            assertEquals(2, code);
            assertEquals("", out);
            assertFalse(err.contains("\tat "), err);
        }

        String firstLine() {
            return err.lines().findFirst().orElse("");
        }
    }

    static Outcome run(Object... arguments) {
        return run(Main.PROGRAM, arguments);
    }

    /** Runs any program of ours. */
    public static Outcome run(Program program, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = program.run(words(arguments), new PrintWriter(out), new PrintWriter(err));
        return new Outcome(program.name(), code, out.toString(), err.toString());
    }

    /** Runs the program with one more command. */
    static Outcome runWith(String name, Object command) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine program = Main.PROGRAM.commandLine(new PrintWriter(out), new PrintWriter(err));
        program.addSubcommand(name, command);
        program.setOut(program.getOut())
                .setErr(program.getErr())
                .setExecutionExceptionHandler(program.getExecutionExceptionHandler());
        int code = Main.PROGRAM.run(program, name);
        return new Outcome(Main.PROGRAM.name(), code, out.toString(), err.toString());
    }

    /** The options that a command declares. */
    static List<OptionSpec> options(String command) {
        return Main.PROGRAM
                .commandLine(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()))
                .getSubcommands()
                .get(command)
                .getCommandSpec()
                .options();
    }

    /** The program in a process of its own: the command that starts it. */
    static List<String> process(Object... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=" + StandardCharsets.UTF_8,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(words(arguments)));
        return command;
    }

    static String[] words(Object... arguments) {
        return Stream.of(arguments).map(String::valueOf).toArray(String[]::new);
    }

    /** Six points on a line that one sigmoid unit separates so well that probabilities leave [1e-5, 1 − 1e-5]. */
    static Path separablePoints(Path folder) throws IOException {
        return Files.writeString(folder.resolve("separable.csv"), "x,label\n-40,0\n-30,0\n-1,0\n30,1\n40,1\n1,1\n");
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
