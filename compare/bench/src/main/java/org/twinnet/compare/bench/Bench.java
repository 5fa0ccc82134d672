package org.twinnet.compare.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.twinnet.compare.bench.result.BenchReport;
import org.twinnet.compare.bench.result.ChildFailedException;
import org.twinnet.compare.bench.result.Contestant;
import org.twinnet.compare.bench.result.MemoryPoint;
import org.twinnet.compare.bench.result.Pace;
import org.twinnet.compare.experiment.Scenario;
import org.twinnet.data.Dataset;
import org.twinnet.data.source.CsvWriter;

/**
 * Measures everybody in turn, round after round, so that a machine that grows slower or faster does so for all of them.
 */
public final class Bench {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final BenchSettings settings;
    private final Consumer<String> progress;
    private final Results results = new Results();

    /**
     * Prepares.
     *
     * @param settings what to measure
     * @param progress hears a line about each process that has ended
     */
    public Bench(BenchSettings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Measures. A process that fails is reported in the result, and not tried again.
     *
     * @param training the examples
     * @return what came out
     * @throws InterruptedException if this thread is interrupted; no process is left running then
     * @throws UncheckedIOException if no temporary files can be written
     */
    public BenchReport run(Dataset training) throws InterruptedException {
        try {
            Path folder = Files.createTempDirectory("twinnet-bench");
            // For the case that a signal ends the program; what is in the folder does the same.
            folder.toFile().deleteOnExit();
            try {
                return run(training, folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BenchReport run(Dataset training, Path folder) throws IOException, InterruptedException {
        Path data = write(training, folder);
        Commands commands = new Commands(new ChildProcess(folder, LIMIT), folder);
        BenchSettings possible = settings;
        String numpy = null;
        if (settings.contestants().contains(Contestant.NUMPY)) {
            try {
                numpy = commands.numpyVersion();
            } catch (ChildFailedException e) {
                possible = settings.without(Contestant.NUMPY);
            }
        }
        for (int round = 1; round <= possible.rounds(); round++) {
            for (Scenario scenario : possible.scenarios()) {
                for (Contestant contestant : possible.contestants()) {
                    if (!results.hasFailed(contestant, scenario)) {
                        Pace pace = possible.pace().warmedUpLonger(contestant.warmUpFactor());
                        measure(
                                new Task(contestant, scenario, data, pace, possible.costEvery()),
                                round,
                                training,
                                commands);
                    }
                }
            }
        }
        List<MemoryPoint> memory = memory(commands, data, possible.memoryCheckpoints());
        return Figures.report(possible, training, numpy, results, memory);
    }

    private void measure(Task task, int round, Dataset training, Commands commands) throws InterruptedException {
        String name = "round " + round + "/" + settings.rounds() + "  "
                + task.scenario().label() + "  " + task.contestant().label();
        try {
            Measurement measurement = commands.speed(task, training.featureCount());
            results.add(task.contestant(), task.scenario(), round, measurement);
            progress.accept(name + "  " + String.format(Locale.ROOT, "%.1f us/iteration", measurement.microseconds()));
        } catch (ChildFailedException e) {
            String message = task.contestant().label() + ", " + task.scenario().label() + ", round " + round + ": "
                    + e.getMessage();
            results.fail(task.contestant(), task.scenario(), message);
            progress.accept(name + "  failed");
        }
    }

    private List<MemoryPoint> memory(Commands commands, Path data, List<Integer> checkpoints)
            throws InterruptedException {
        if (checkpoints.isEmpty()) {
            return List.of();
        }
        try {
            List<MemoryPoint> points = commands.memory(data, checkpoints);
            progress.accept("memory of the " + Contestant.DL4J.label());
            return points;
        } catch (ChildFailedException e) {
            results.fail("memory of the " + Contestant.DL4J.label() + ": " + e.getMessage());
            return List.of();
        }
    }

    /** The examples for other processes, bit by bit, under feature names that fit into any CSV file. */
    private static Path write(Dataset training, Path folder) throws IOException {
        List<String> names = IntStream.rangeClosed(1, training.featureCount())
                .mapToObj(k -> "x" + k)
                .toList();
        Path file = folder.resolve("examples.csv");
        file.toFile().deleteOnExit();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            CsvWriter.write(Dataset.of(training.name(), names, training.featureRows(), training.labels()), out);
        }
        return file;
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (var listing = Files.list(folder)) {
            listing.forEach(files::add);
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(folder);
    }
}
