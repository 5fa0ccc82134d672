package org.twinnet.compare.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.twinnet.compare.cli.options.ReportOptions;
import org.twinnet.compare.cli.text.ExitCode;
import org.twinnet.compare.output.Existing;
import org.twinnet.compare.output.Inputs;
import org.twinnet.compare.output.OutputException;
import org.twinnet.compare.output.Outputs;
import org.twinnet.compare.output.ReportFolder;
import org.twinnet.compare.report.check.CheckReader;
import org.twinnet.compare.report.kit.StrictJson;
import org.twinnet.compare.report.model.JsonReader;
import org.twinnet.compare.verdict.CheckReport;
import org.twinnet.data.InvalidDataException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Renders a report again, from its numbers alone. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {"Renders a report.json again, in any format and language. Nothing is trained.", ""},
        footer = {"", "Example: twinnet report twinnet-report/report.json --format html --lang zh --out page"})
final class ReportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "report.json", description = "A report.json that 'compare' or 'check' wrote.")
    private Path file;

    @Mixin
    private ReportOptions options;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for the files.")
    private Path out;

    @Option(
            names = "--force",
            description = "Replace the report in --out. What Twinnet did not write into it, the report.json that "
                    + "is read, and a study are"
                    + " never replaced.")
    private boolean force;

    @Override
    public Integer call() {
        ReportFolder folder = ReportFolder.at("--out", out, Existing.forced(force), Inputs.of(file));
        try {
            render(
                    StrictJson.Source.of(file),
                    Outputs.of(folder),
                    spec.commandLine().getOut());
        } catch (IOException e) {
            throw new InvalidDataException(file + ": cannot be read (" + OutputException.reason(e) + ")", e);
        }
        return ExitCode.AGREE.code();
    }

    private void render(StrictJson.Source source, Outputs outputs, PrintWriter console) throws IOException {
        if (StrictJson.format(source).filter(CheckReport.FORMAT::equals).isPresent()) {
            options.requireThoseOfCheck();
            options.write(CheckReader.read(file.toString(), source), null, outputs, console);
        } else {
            options.write(JsonReader.read(file.toString(), source), outputs, console);
        }
    }
}
