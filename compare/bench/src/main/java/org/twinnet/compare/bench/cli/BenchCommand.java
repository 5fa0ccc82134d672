package org.twinnet.compare.bench.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.twinnet.compare.bench.Bench;
import org.twinnet.compare.bench.BenchSettings;
import org.twinnet.compare.bench.result.BenchJson;
import org.twinnet.compare.bench.result.BenchReport;
import org.twinnet.compare.cli.options.Allowed;
import org.twinnet.compare.cli.options.DataOptions;
import org.twinnet.compare.cli.text.ExitCode;
import org.twinnet.compare.cli.text.Terminal;
import org.twinnet.compare.cli.text.Versions;
import org.twinnet.compare.output.OutputFile;
import org.twinnet.compare.text.Visible;
import org.twinnet.data.Dataset;
import org.twinnet.data.Targets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows how fast the twins are on this machine. It reports and never judges: on a busy machine a ratio says little. */
@Command(
        name = "twinnet-bench",
        versionProvider = Versions.class,
        subcommands = {
            BenchTuneCommand.class,
            BenchSearchCommand.class,
            BenchCoveringCommand.class,
            BenchPeersCommand.class,
            BenchResumeCommand.class,
            BenchFloorCommand.class
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures how fast both networks, NumPy (if python3 has it) and a plain DL4J fit() loop train,",
            "each in its own process, in turn, and the DL4J network's memory. Takes about three minutes.",
            ""
        },
        footer = {"", "Example: twinnet-bench --rounds 5 --json bench.json"})
final class BenchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            converter = Allowed.Count.class,
            description = "Measure each so many times, in turn. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(names = "--quick", description = "Fewer iterations: faster, and less exact.")
    private boolean quick;

    @Option(names = "--skip-memory", description = "Leave out the memory of the DL4J network.")
    private boolean skipMemory;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the numbers to this file as well.")
    private Path json;

    @Option(names = "--force", description = "Replace any file in --json, except one that this command reads.")
    private boolean force;

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    @Override
    public Integer call() throws InterruptedException {
        Dataset training = data.read(Targets.LABEL).train();
        Optional<OutputFile> copy =
                Optional.ofNullable(json).map(file -> OutputFile.at("--json", file, force, data.inputs()));
        BenchSettings settings = quick ? BenchSettings.quick(rounds) : BenchSettings.full(rounds);
        PrintWriter err = spec.commandLine().getErr();
        boolean silent = quiet || !Terminal.isWatched();
        Consumer<String> progress = silent ? line -> {} : err::println;
        BenchReport report = new Bench(skipMemory ? settings.withoutMemory() : settings, progress).run(training);
        report.failures().forEach(failure -> err.println("twinnet-bench: " + Visible.of(failure)));
        PrintWriter out = spec.commandLine().getOut();
        out.print(BenchText.of(report));
        out.flush();
        copy.ifPresent(file -> file.write(BenchJson.write(report).getBytes(StandardCharsets.UTF_8)));
        return ExitCode.AGREE.code();
    }
}
