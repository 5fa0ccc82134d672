package org.twinnet.compare.bench.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.twinnet.compare.bench.search.SearchBench;
import org.twinnet.compare.cli.options.AllowedStudy;
import org.twinnet.compare.cli.text.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows how good the searches are where the answer is known. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Holds TPE and the genetic search against random search on ten standard test functions, at an "
                    + "equal number of evaluations.",
            ""
        },
        footer = {"", "Example: twinnet-bench search --evaluations 60 --seeds 30"})
final class BenchSearchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--evaluations",
            paramLabel = "N",
            defaultValue = "60",
            converter = AllowedStudy.Candidates.class,
            description = "Evaluations of each search. Default: ${DEFAULT-VALUE}.")
    private int evaluations;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "30",
            converter = AllowedBench.Seeds.class,
            description = "Searches on each function. Default: ${DEFAULT-VALUE}.")
    private int seeds;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(SearchBench.run(evaluations, seeds).text());
        out.flush();
        return ExitCode.AGREE.code();
    }
}
