package org.twinnet.compare.cli;

import java.util.List;
import java.util.Optional;
import org.twinnet.compare.cli.text.Versions;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program {@code twinnet}: its commands. */
@Command(
        name = "twinnet",
        mixinStandardHelpOptions = true,
        versionProvider = Versions.class,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Trains the same network twice, once written by hand and once with Deeplearning4j, and says "
                    + "whether the two agree.",
            ""
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

    /** The measurements are no part of the product. */
    private static final String BENCH =
            "the measurements are a program of their own, java -jar compare/bench/target/twinnet-bench.jar";

    static final Program PROGRAM = new Program(
            "twinnet",
            Main::new,
            List.of(
                    CompareCommand.class,
                    CheckCommand.class,
                    MoveCommand.class,
                    MistakesCommand.class,
                    TraceHelperCommand.class,
                    TuneCommand.class,
                    ReportCommand.class,
                    EffectCommand.class,
                    AutoComplete.GenerateCompletion.class,
                    CommandLine.HelpCommand.class),
            word -> word.equals("bench") ? Optional.of(BENCH) : Optional.empty());

    @Spec
    private CommandSpec spec;

    private Main() {}

    /**
     * Runs the program and ends the virtual machine with its exit code.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        PROGRAM.runAndExit(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a COMMAND is needed, such as 'compare'.");
    }
}
