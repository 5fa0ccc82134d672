package org.twinnet.compare.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.twinnet.compare.cli.options.Allowed;
import org.twinnet.compare.cli.options.OptionNames;
import org.twinnet.compare.cli.text.ExitCode;
import org.twinnet.compare.cli.text.UserException;
import org.twinnet.compare.cli.text.Versions;
import org.twinnet.compare.output.OutputException;
import org.twinnet.compare.text.Visible;
import org.twinnet.data.InvalidDataException;
import org.twinnet.dl4j.runtime.Nd4jUnavailableException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * A command line as a program: it runs a command and ends with its exit code, and whatever fails is said in one line.
 */
public final class Program {

    private final String name;
    private final Supplier<?> root;
    private final List<Class<?>> commands;
    private final Function<String, Optional<String>> elsewhere;

    /**
     * A program.
     *
     * @param name what the lines that it says begin with
     * @param root makes its first command, which names those below it
     */
    public Program(String name, Supplier<?> root) {
        this(name, root, List.of(), word -> Optional.empty());
    }

    /** Commands below the first one; the last says where a command is that this program does not have. */
    Program(String name, Supplier<?> root, List<Class<?>> commands, Function<String, Optional<String>> elsewhere) {
        this.name = name;
        this.root = root;
        this.commands = commands;
        this.elsewhere = elsewhere;
    }

    String name() {
        return name;
    }

    /**
     * Runs the program and ends the virtual machine with its exit code.
     *
     * @param arguments the command line
     */
    public void runAndExit(String[] arguments) {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> endOf(failure));
        System.exit(run(arguments, StandardOutput.open(), writer(System.err)));
    }

    /** A thread that ends by an error, such as too little memory, leaves others waiting for its result for ever. */
    private void endOf(Throwable failure) {
        try {
            explainInternal(failure, writer(System.err));
        } finally {
            Runtime.getRuntime().halt(ExitCode.INTERNAL_ERROR.code());
        }
    }

    /** A terminal expects the platform's charset, whatever it is. */
    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(stream, true, Charset.defaultCharset());
    }

    /** A result that nobody got is none, whatever it was. */
    int run(String[] arguments, StandardOutput output, PrintWriter err) {
        PrintWriter out = writer(output);
        int code = run(arguments, out, err);
        out.flush();
        Optional<IOException> failure = output.failure();
        failure.ifPresent(reason -> say(
                err,
                "standard output could not be written: " + oneLine(OutputException.reason(reason))
                        + "; what was printed is not complete."));
        return failure.isPresent() ? ExitCode.BAD_INPUT.code() : code;
    }

    /**
     * Runs the program.
     *
     * @param arguments the command line
     * @param out where results go
     * @param err where errors and progress go
     * @return the exit code
     */
    public int run(String[] arguments, PrintWriter out, PrintWriter err) {
        return run(commandLine(out, err, asked(arguments)), arguments);
    }

    /** The command that is asked for; all where the words tell none, or one that tells of others. */
    private List<Class<?>> asked(String... arguments) {
        return commands.stream()
                .filter(command -> arguments.length > 0 && arguments[0].equals(nameOf(command)))
                .filter(command -> !command.getPackageName().equals(CommandLine.class.getPackageName()))
                .findFirst()
                .<List<Class<?>>>map(List::of)
                .orElse(commands);
    }

    private static String nameOf(Class<?> command) {
        return command.getAnnotation(CommandLine.Command.class).name();
    }

    /**
     * An error of the machine, such as too little memory, must not end the program with the exit code of a
     * disagreement.
     */
    int run(CommandLine commandLine, String... arguments) {
        try {
            return commandLine.execute(arguments);
        } catch (Error e) {
            return explainInternal(e, commandLine.getErr());
        }
    }

    CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return commandLine(out, err, commands);
    }

    /** Each command takes its time: it describes its options. */
    private CommandLine commandLine(PrintWriter out, PrintWriter err, List<Class<?>> of) {
        CommandLine commandLine = new CommandLine(root.get());
        of.forEach(commandLine::addSubcommand);
        for (CommandLine command : commandLine.getSubcommands().values()) {
            command.getCommandSpec()
                    .versionProvider(new Versions())
                    .usageMessage()
                    .abbreviateSynopsis(true)
                    .hidden(false);
        }
        return commandLine
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .registerConverter(Path.class, new Allowed.NamedPath())
                .setParameterExceptionHandler(this::explainUsage)
                .setExecutionExceptionHandler(this::explainFailure);
    }

    /** One line, then where to look. */
    private int explainUsage(ParameterException exception, String[] arguments) {
        CommandLine command = exception.getCommandLine();
        PrintWriter err = command.getErr();
        Optional<String> where = unknownCommand(exception).flatMap(elsewhere);
        say(err, oneLine(message(exception)) + where.map(place -> ": " + place).orElse(""));
        if (where.isEmpty()) {
            UnmatchedArgumentException.printSuggestions(exception, err);
        }
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.BAD_INPUT.code();
    }

    /** Of what was not understood, the first word is the cause; those after it may only be its values. */
    private static String message(ParameterException exception) {
        if (exception instanceof UnmatchedArgumentException unmatched) {
            String word = "'" + unmatched.getUnmatched().get(0) + "'";
            if (unmatched.isUnknownOption()) {
                return "unknown option " + word;
            }
            return unknownCommand(exception).isPresent() ? "unknown command " + word : "unexpected argument " + word;
        }
        return exception.getMessage();
    }

    private static Optional<String> unknownCommand(ParameterException exception) {
        return exception instanceof UnmatchedArgumentException unmatched
                        && !unmatched.isUnknownOption()
                        && exception.getCommandLine().getParent() == null
                ? Optional.of(unmatched.getUnmatched().get(0))
                : Optional.empty();
    }

    private int explainFailure(Exception exception, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (exception instanceof OutputException output) {
            say(err, oneLine(output.message(OptionNames::of)));
            return ExitCode.BAD_INPUT.code();
        }
        if (exception instanceof InvalidDataException data) {
            String remedy =
                    data.remedy().map(Remedies::text).map(text -> "; " + text).orElse("");
            say(err, oneLine(data.getMessage()) + remedy);
            return ExitCode.BAD_INPUT.code();
        }
        if (exception instanceof UserException || exception instanceof Nd4jUnavailableException) {
            say(err, oneLine(exception.getMessage()));
            return ExitCode.BAD_INPUT.code();
        }
        return explainInternal(exception, err);
    }

    private int explainInternal(Throwable failure, PrintWriter err) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                say(
                        err,
                        "out of memory (" + oneLine(String.valueOf(cause.getMessage())) + "): the program may take "
                                + Runtime.getRuntime().maxMemory() / (1024 * 1024)
                                + " MB. Give it more, such as java -Xmx2g -jar " + name
                                + ".jar, or ask for fewer --threads.");
                return ExitCode.INTERNAL_ERROR.code();
            }
        }
        say(err, "internal error: " + oneLine(String.valueOf(failure)));
        if (System.getenv("TWINNET_DEBUG") != null) {
            failure.printStackTrace(err);
        } else {
            err.println("Set TWINNET_DEBUG=1 to see where it happened.");
        }
        return ExitCode.INTERNAL_ERROR.code();
    }

    private void say(PrintWriter err, String line) {
        err.println(name + ": " + line);
    }

    static String oneLine(String message) {
        return Visible.of(message.replaceAll("\\s*\\R\\s*", " "));
    }
}
