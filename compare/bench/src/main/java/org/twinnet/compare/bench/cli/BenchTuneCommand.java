package org.twinnet.compare.bench.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.twinnet.compare.bench.tune.TuneBench;
import org.twinnet.compare.bench.tune.TuneBenchReport;
import org.twinnet.compare.cli.options.Allowed;
import org.twinnet.compare.cli.options.DataOptions;
import org.twinnet.compare.cli.text.ExitCode;
import org.twinnet.compare.cli.text.Terminal;
import org.twinnet.compare.text.Visible;
import org.twinnet.data.Targets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what tuning costs on this machine. It reports and never judges. */
@Command(
        name = "tune",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures how many candidates a second are scored, beside Arbiter's own task creator on "
                    + "Deeplearning4j; what successive"
                    + " halving saves; and memory over a thousand candidates. Takes about 25 minutes on two cores.",
            ""
        },
        footer = {"", "Example: twinnet-bench tune --part throughput memory"})
final class BenchTuneCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data;

    @Option(
            names = "--part",
            paramLabel = "PART",
            arity = "1..*",
            split = ",",
            converter = AllowedBench.Parts.class,
            completionCandidates = AllowedBench.Parts.class,
            description = "What to measure: throughput, halving, memory. Default: all.")
    private List<TuneBench.Part> parts;

    @Option(
            names = "--workers",
            paramLabel = "N",
            converter = Allowed.Threads.class,
            description = "Candidates side by side. Default: the number of processors.")
    private Integer workers;

    @Option(names = "--quick", description = "A tenth of the work: faster, and less exact.")
    private boolean quick;

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        Consumer<String> progress = quiet || !Terminal.isWatched() ? line -> {} : err::println;
        int threads = workers == null ? Runtime.getRuntime().availableProcessors() : workers;
        TuneBenchReport report = new TuneBench(data.read(Targets.LABEL).train(), threads, progress)
                .run(parts == null ? List.of(TuneBench.Part.values()) : parts, quick);
        report.failures().forEach(failure -> err.println("twinnet-bench: " + Visible.of(failure)));
        PrintWriter out = spec.commandLine().getOut();
        out.print(TuneBenchText.of(report));
        out.flush();
        return ExitCode.AGREE.code();
    }
}
