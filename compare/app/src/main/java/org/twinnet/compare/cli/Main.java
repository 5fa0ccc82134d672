package org.twinnet.compare.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;
import org.twinnet.compare.output.OutputException;
import org.twinnet.compare.report.Visible;
import org.twinnet.data.InvalidDataException;
import org.twinnet.dl4j.Nd4jUnavailableException;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program: parses the command line, runs a command, ends with its exit code. */
@Command(
        name = "twinnet",
        mixinStandardHelpOptions = true,
        versionProvider = Versions.class,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Trains the same network twice, once written by hand and once with Deeplearning4j, and says whether the two agree.",
            ""
        },
        subcommands = {
            CompareCommand.class,
            CheckCommand.class,
            MistakesCommand.class,
            TuneCommand.class,
            ReportCommand.class,
            EffectCommand.class,
            BenchCommand.class,
            AutoComplete.GenerateCompletion.class,
            CommandLine.HelpCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:agree",
            "1:disagree",
            "2:bad usage or input, output that cannot be written, or ND4J cannot start on this machine",
            "3:inconclusive: something could not be compared",
            "4:internal error, or too little memory"
        },
        footer = {"", "Example: twinnet compare --data data.csv --l2 0.7 --keep-prob 0.9"})
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec;

    private Main() {}

    /**
     * Runs the program and ends the virtual machine with its exit code.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> endOf(failure));
        System.exit(run(arguments, StandardOutput.open(), writer(System.err)));
    }

    /** A thread that ends by an error, such as too little memory, leaves others waiting for its result for ever. */
    private static void endOf(Throwable failure) {
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
    static int run(String[] arguments, StandardOutput output, PrintWriter err) {
        PrintWriter out = writer(output);
        int code = run(arguments, out, err);
        out.flush();
        Optional<IOException> failure = output.failure();
        failure.ifPresent(reason -> err.println("twinnet: standard output could not be written: "
                + oneLine(OutputException.reason(reason)) + "; what was printed is not complete."));
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
    static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        return run(commandLine(out, err), arguments);
    }

    /** An error of the machine, such as too little memory, must not end the program with the exit code of a disagreement. */
    static int run(CommandLine commandLine, String... arguments) {
        try {
            return commandLine.execute(arguments);
        } catch (Error e) {
            return explainInternal(e, commandLine.getErr());
        }
    }

    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        CommandLine commandLine = new CommandLine(new Main());
        commandLine
                .getSubcommands()
                .get("generate-completion")
                .getCommandSpec()
                .usageMessage()
                .hidden(false);
        commandLine
                .getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().versionProvider(new Versions()));
        return commandLine
                .setOut(out)
                .setErr(err)
                .registerConverter(Path.class, new Allowed.NamedPath())
                .setParameterExceptionHandler(Main::explainUsage)
                .setExecutionExceptionHandler(Main::explainFailure);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a COMMAND is needed, such as 'compare'.");
    }

    /** One line, then where to look. */
    private static int explainUsage(ParameterException exception, String[] arguments) {
        CommandLine command = exception.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("twinnet: " + oneLine(message(exception)));
        UnmatchedArgumentException.printSuggestions(exception, err);
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
            return exception.getCommandLine().getParent() == null
                    ? "unknown command " + word
                    : "unexpected argument " + word;
        }
        return exception.getMessage();
    }

    private static int explainFailure(Exception exception, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (exception instanceof InvalidDataException
                || exception instanceof OutputException
                || exception instanceof UserException
                || exception instanceof Nd4jUnavailableException) {
            err.println("twinnet: " + oneLine(exception.getMessage()));
            return ExitCode.BAD_INPUT.code();
        }
        return explainInternal(exception, err);
    }

    private static int explainInternal(Throwable failure, PrintWriter err) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                err.println("twinnet: out of memory (" + oneLine(String.valueOf(cause.getMessage()))
                        + "): the program may take "
                        + Runtime.getRuntime().maxMemory() / (1024 * 1024)
                        + " MB. Give it more, such as java -Xmx2g -jar twinnet.jar, or ask for fewer --threads.");
                return ExitCode.INTERNAL_ERROR.code();
            }
        }
        err.println("twinnet: internal error: " + oneLine(String.valueOf(failure)));
        if (System.getenv("TWINNET_DEBUG") != null) {
            failure.printStackTrace(err);
        } else {
            err.println("Set TWINNET_DEBUG=1 to see where it happened.");
        }
        return ExitCode.INTERNAL_ERROR.code();
    }

    static String oneLine(String message) {
        return Visible.of(message.replaceAll("\\s*\\R\\s*", " "));
    }
}
