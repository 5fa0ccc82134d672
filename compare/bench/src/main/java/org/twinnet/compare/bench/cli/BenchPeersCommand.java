package org.twinnet.compare.bench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.twinnet.compare.bench.peers.PeerBench;
import org.twinnet.compare.bench.peers.PeerReport;
import org.twinnet.compare.bench.result.ChildFailedException;
import org.twinnet.compare.cli.options.Allowed;
import org.twinnet.compare.cli.text.ExitCode;
import org.twinnet.compare.cli.text.UserException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows that both networks train as PyTorch does. */
@Command(
        name = "peers",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Trains experiments with PyTorch's own layers, losses and optimizers, from the same weights, masks and"
                    + " batches, and holds both networks to its costs and outputs. Needs a Python with numpy and"
                    + " torch.",
            ""
        },
        footer = {"", "Example: twinnet-bench peers --count 40"})
final class BenchPeersCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "40",
            converter = Allowed.Count.class,
            description = "Experiments, evenly from the covering set. Default: ${DEFAULT-VALUE}.")
    private int count;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            defaultValue = "200",
            converter = Allowed.Count.class,
            description = "Iterations of each. Default: ${DEFAULT-VALUE}.")
    private int iterations;

    @Option(
            names = "--python",
            paramLabel = "PROGRAM",
            defaultValue = "python3",
            description = "The Python that has numpy and torch. Default: ${DEFAULT-VALUE}.")
    private String python;

    @Override
    public Integer call() throws InterruptedException, IOException {
        Path folder = Files.createTempDirectory("twinnet-peers");
        try {
            PeerReport report = PeerBench.run(PeerBench.configurations(count, iterations), python, folder);
            PrintWriter out = spec.commandLine().getOut();
            out.print(report.text());
            out.flush();
            return (report.holds() ? ExitCode.AGREE : ExitCode.DISAGREE).code();
        } catch (ChildFailedException e) {
            throw new UserException("PyTorch cannot be asked: " + e.getMessage()
                    + "; give a Python that has numpy and torch with --python");
        } finally {
            for (Path file : list(folder)) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
