package org.twinnet.compare.bench.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.twinnet.compare.bench.covering.Configuration;
import org.twinnet.compare.bench.covering.CoveringBench;
import org.twinnet.compare.bench.covering.CoveringReport;
import org.twinnet.compare.cli.options.Allowed;
import org.twinnet.compare.cli.text.ExitCode;
import org.twinnet.compare.experiment.choice.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows that both networks agree whatever choices meet. */
@Command(
        name = "covering",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Compares both networks in " + Configuration.COUNT + " configurations, such that every two choices of an"
                    + " experiment meet in one of them.",
            ""
        },
        footer = {"", "Example: twinnet-bench covering --iterations 200"})
final class BenchCoveringCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            defaultValue = "200",
            converter = Allowed.Count.class,
            description = "Iterations of each. Default: ${DEFAULT-VALUE}.")
    private int iterations;

    @Option(
            names = "--every",
            paramLabel = "N",
            defaultValue = "1",
            converter = Allowed.Count.class,
            description = "Take every n-th configuration. Default: ${DEFAULT-VALUE}.")
    private int every;

    @Option(
            names = "--precision",
            paramLabel = "FORMAT",
            defaultValue = "float64",
            converter = AllowedBench.Precisions.class,
            completionCandidates = AllowedBench.Precisions.class,
            description = "Numbers of both networks: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Precision precision;

    @Option(
            names = "--scale",
            paramLabel = "FACTOR",
            converter = AllowedBench.Scales.class,
            completionCandidates = AllowedBench.Scales.class,
            description = "Multiply the features of all by one of ${COMPLETION-CANDIDATES}. Default: the factor is a"
                    + " choice among the others.")
    private Double scale;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        List<Configuration> all = Configuration.all(iterations, precision, Optional.ofNullable(scale));
        List<Configuration> some = IntStream.range(0, all.size())
                .filter(i -> i % every == 0)
                .mapToObj(all::get)
                .toList();
        CoveringReport report = CoveringBench.run(some, line -> {
            out.println(line);
            out.flush();
        });
        out.print(report.text());
        out.flush();
        return (report.holds() ? ExitCode.AGREE : ExitCode.DISAGREE).code();
    }
}
