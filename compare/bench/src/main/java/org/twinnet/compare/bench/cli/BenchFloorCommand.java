package org.twinnet.compare.bench.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.twinnet.compare.bench.floor.FloorBench;
import org.twinnet.compare.cli.options.Allowed;
import org.twinnet.compare.cli.text.ExitCode;
import org.twinnet.compare.report.kit.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what the judge's error analysis costs beside the step that it judges. */
@Command(
        name = "floor",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures the noise floor of a training step beside the step itself, in turn, in CPU time of one thread.",
            ""
        },
        footer = {"", "Example: twinnet-bench floor --rounds 60"})
final class BenchFloorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "60",
            converter = Allowed.Count.class,
            description = "Measure each so many times, in turn. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Override
    public Integer call() {
        TextTable table =
                new TextTable(List.of("microseconds", "features", "examples", "step", "floor", "floor : step"));
        for (FloorBench.Row row : FloorBench.run(rounds)) {
            table.add(List.of(
                    row.scenario().label(),
                    String.valueOf(row.features()),
                    String.valueOf(row.examples()),
                    number(row.step().median()),
                    number(row.floor().median()),
                    number(row.ratio())));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(table);
        out.flush();
        return ExitCode.AGREE.code();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
