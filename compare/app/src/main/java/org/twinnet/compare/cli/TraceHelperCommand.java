package org.twinnet.compare.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.twinnet.compare.cli.text.ExitCode;
import org.twinnet.compare.cli.text.UserException;
import org.twinnet.compare.text.Visible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the file that writes traces, to be put beside somebody's own network. */
@Command(
        name = "trace-helper",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Prints a file that lets a network of your own write a trace for 'twinnet check' in four lines: put it"
                    + " beside your code. It needs NumPy alone, and records PyTorch as well.",
            ""
        },
        footer = {"", "Example: twinnet trace-helper python > twinnet_trace.py"})
final class TraceHelperCommand implements Callable<Integer> {

    /** Name of the file, a resource beside this class. */
    static final String PYTHON = "twinnet_trace.py";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "LANGUAGE", description = "The language of your network: python.")
    private String language;

    @Override
    public Integer call() {
        if (!language.equals("python")) {
            throw new UserException("there is no helper for '" + Visible.of(language)
                    + "'; write 'twinnet trace-helper python', or write the file as compare/docs/trace-format.md"
                    + " says.");
        }
        PrintWriter console = spec.commandLine().getOut();
        console.print(text());
        console.flush();
        return ExitCode.AGREE.code();
    }

    private static String text() {
        try (InputStream file = TraceHelperCommand.class.getResourceAsStream(PYTHON)) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
