package org.twinnet.compare.bench.peers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.twinnet.compare.bench.ChildProcess;
import org.twinnet.compare.bench.covering.Configuration;
import org.twinnet.compare.bench.result.ChildFailedException;
import org.twinnet.compare.experiment.file.ExperimentFile;

/** PyTorch's own training of some experiments, in a process of Python. */
final class PeerRun {

    /** A hundred trainings, four runs each, take about two minutes. */
    private static final Duration LIMIT = Duration.ofHours(1);

    private final String python;
    private final Path folder;
    private final ChildProcess processes;

    PeerRun(String python, Path folder) {
        this.python = python;
        this.folder = folder;
        this.processes = new ChildProcess(folder, LIMIT);
    }

    /**
     * What PyTorch computed, and how far it moves with the last bit of the first weights and the order of the examples.
     *
     * @param costs of every iteration
     * @param spreads of the costs
     * @param outputs after training, one example after the other
     * @param moved of the outputs
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Result(double[] costs, double[] spreads, double[] outputs, double[] moved) {}

    /** The version of PyTorch in {@code python3}; fails if there is none. */
    String version() throws ChildFailedException, InterruptedException {
        List<String> lines =
                processes.run(List.of(python, "-c", "import numpy, torch; print(torch.__version__)"), true, null);
        return lines.isEmpty() ? "of unknown version" : lines.get(lines.size() - 1);
    }

    List<Result> run(List<Configuration> configurations)
            throws ChildFailedException, IOException, InterruptedException {
        Path script = folder.resolve("peers.py");
        try (InputStream resource = PeerRun.class.getResourceAsStream("peers.py")) {
            Files.copy(resource, script, StandardCopyOption.REPLACE_EXISTING);
        }
        for (int i = 0; i < configurations.size(); i++) {
            Configuration configuration = configurations.get(i);
            Files.writeString(file(i, "json"), ExperimentFile.text(List.of(configuration.experiment())));
            write(file(i, "x.csv"), configuration.data().featureRows());
            write(file(i, "y.csv"), configuration.data().targetRows());
        }
        processes.run(List.of(python, script.toString(), folder.toString()), true, null);
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < configurations.size(); i++) {
            double[][] costs = read(file(i, "costs.csv"));
            double[][] outputs = read(file(i, "outputs.csv"));
            results.add(new Result(costs[0], costs[1], outputs[0], outputs[1]));
        }
        return results;
    }

    private Path file(int i, String ending) {
        return folder.resolve(String.format(Locale.ROOT, "%04d.%s", i, ending));
    }

    private static void write(Path file, double[][] rows) throws IOException {
        Files.write(
                file,
                Arrays.stream(rows)
                        .map(row ->
                                Arrays.stream(row).mapToObj(Double::toString).collect(Collectors.joining(",")))
                        .toList());
    }

    /** The two columns of a table. */
    private static double[][] read(Path file) throws IOException {
        List<String[]> rows = Files.readAllLines(file).stream()
                .map(line -> line.split(",", -1))
                .toList();
        double[][] columns = new double[2][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int c = 0; c < 2; c++) {
                columns[c][i] = number(rows.get(i)[c]);
            }
        }
        return columns;
    }

    private static double number(String text) {
        return switch (text) {
            case "nan", "-nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
