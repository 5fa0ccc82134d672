package org.twinnet.compare.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.twinnet.compare.Twinnet;
import org.twinnet.compare.check.TraceJudge;
import org.twinnet.compare.cli.options.ExperimentSource;
import org.twinnet.compare.cli.options.ReportOptions;
import org.twinnet.compare.cli.options.TableOptions;
import org.twinnet.compare.cli.text.ExitCode;
import org.twinnet.compare.cli.text.Painted;
import org.twinnet.compare.cli.text.TerminalProgress;
import org.twinnet.compare.cli.text.UserException;
import org.twinnet.compare.output.Existing;
import org.twinnet.compare.output.Inputs;
import org.twinnet.compare.output.Outputs;
import org.twinnet.compare.output.ReportFolder;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.report.port.PortReport;
import org.twinnet.compare.report.port.PortWriter;
import org.twinnet.compare.text.Visible;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.file.TraceReader;
import org.twinnet.compare.verdict.CheckReport;
import org.twinnet.compare.verdict.CheckText;
import org.twinnet.compare.verdict.TraceVerdict;
import org.twinnet.data.Dataset;
import org.twinnet.data.source.DataFiles;
import org.twinnet.data.source.ReadOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds what somebody's own network wrote down against the formulas, and says what is wrong. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Checks a network of your own, in any language, by a trace that it wrote: every number is "
                    + "recomputed from the numbers"
                    + " before it, and what rounding does not explain is diagnosed.",
            "The format is described in compare/docs/trace-format.md; 'twinnet mistakes' lists what is recognized.",
            "With --dl4j it checks a model of Deeplearning4j that you made of your network, against the trace or an"
                    + " experiment; compare/docs/conventions.md has what goes wrong there.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  twinnet check mine.npz --out check-report",
            "  twinnet check --dl4j model.zip --trace mine.npz",
            "  twinnet check --dl4j model.zip --experiment mine.json --data data.csv --out port --lang zh"
        })
final class CheckCommand implements Callable<Integer> {

    /** So many iterations take a second or more. */
    private static final long WORTH_WATCHING = 10_000;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TRACE.npz", arity = "0..1", description = "The trace, a NumPy .npz file.")
    private Path file;

    @Option(
            names = "--dl4j",
            paramLabel = "MODEL.zip",
            description = "Check this model, which DL4J's ModelSerializer saved; nothing in it is run.")
    private Path model;

    @Option(names = "--trace", paramLabel = "TRACE.npz", description = "The trace of the original, with --dl4j.")
    private Path trace;

    @Mixin
    private ExperimentSource source;

    @Mixin
    private PenaltyOption penalty;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = "Training data of an experiment, or of a trace that holds no X and Y: .csv, .mat or .npz.")
    private Path data;

    @Mixin
    private TableOptions table;

    @Option(
            names = {"--out", "--report"},
            paramLabel = "DIR",
            description = "Write the report to this folder.")
    private Path folder;

    @Option(
            names = "--force",
            description = "Replace the report in --out, or any file in --json. What Twinnet did not write into "
                    + "the folder, what this"
                    + " command reads, and a study are never replaced.")
    private boolean force;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write report.json to this file; in the folder of the report it is part of it.")
    private Path json;

    @Mixin
    private ReportOptions options;

    @Option(names = "--stable", description = "Leave the time out of junit.xml, so that two runs write the same bytes.")
    private boolean stable;

    @Option(names = "--quiet", description = "Print the verdict only.")
    private boolean quiet;

    @Override
    public Integer call() {
        if (model != null) {
            return port();
        }
        if (trace != null || source.file().isPresent()) {
            throw new UserException("--trace and --experiment go with --dl4j, the model of your network; "
                    + "'twinnet check TRACE.npz' checks a trace alone.");
        }
        if (file == null) {
            throw new ParameterException(spec.commandLine(), "Missing required parameter: 'TRACE.npz'");
        }
        return check();
    }

    private int port() {
        if (file != null && trace != null) {
            throw new UserException("'" + file + "' and --trace both name a trace; leave one of both out.");
        }
        Path ofOriginal = file == null ? trace : file;
        if (ofOriginal != null && source.name().isPresent()) {
            throw new UserException("A trace states its experiment; leave out the trace or --experiment.");
        }
        options.requireThoseOfCheck();
        Outputs outputs = outputs(
                Inputs.of(file, data).and(model).and(trace).and(source.file().orElse(null)));
        CheckedPort port = new CheckedPort(model, data, table.csv());
        PortReport found =
                ofOriginal != null ? port.against(() -> read(ofOriginal), ofOriginal) : port.against(source, penalty);
        PrintWriter console = spec.commandLine().getOut();
        Texts texts = options.texts();
        console.println(Painted.of(Visible.of(found.sentence().in(texts)), found.verdict()));
        if (!quiet) {
            console.print(PortWriter.details(found, texts));
        }
        console.flush();
        options.write(found, outputs, console);
        return ExitCode.of(found.verdict()).code();
    }

    private int check() {
        long start = System.nanoTime();
        options.requireThoseOfCheck();
        Outputs outputs = outputs(Inputs.of(file, data));
        TraceVerdict verdict = judge(read(file));
        CheckReport found = verdict.report(file.getFileName().toString());
        Texts texts = options.texts();
        PrintWriter console = spec.commandLine().getOut();
        console.println(Painted.of(Visible.of(found.sentence().in(texts)), verdict.status()));
        if (!quiet) {
            console.print(CheckText.details(found, texts));
        }
        console.flush();
        double seconds = (System.nanoTime() - start) / 1e9;
        options.write(found, stable ? null : seconds, outputs, console);
        return ExitCode.of(verdict.status()).code();
    }

    private Trace read(Path path) {
        Optional<Dataset> examples = Optional.ofNullable(data)
                .map(given -> DataFiles.read(given, ReadOptions.defaults().withCsv(table.csv()))
                        .train());
        return TraceReader.read(path, examples);
    }

    private TraceVerdict judge(Trace read) {
        long iterations = TraceJudge.iterations(read);
        try (TerminalProgress progress = TerminalProgress.start(iterations, "", quiet || iterations < WORTH_WATCHING)) {
            return Twinnet.check(read, progress);
        }
    }

    private Outputs outputs(Inputs inputs) {
        Optional<ReportFolder> report =
                Optional.ofNullable(folder).map(path -> ReportFolder.at("--out", path, Existing.forced(force), inputs));
        return Outputs.claim(report, "--json", Optional.ofNullable(json), force, inputs);
    }
}
