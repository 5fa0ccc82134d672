package org.twinnet.compare.bench.tune;

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
import org.twinnet.compare.bench.ChildProcess;
import org.twinnet.compare.bench.result.ChildFailedException;
import org.twinnet.compare.bench.result.MemoryPoint;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.score.Trainings;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;
import org.twinnet.data.Split;
import org.twinnet.data.source.CsvWriter;

/** Measures what tuning costs. */
public final class TuneBench {

    private static final Duration LIMIT = Duration.ofMinutes(60);
    /** Little heap: garbage that nobody has collected yet must not look like a leak, nor hide one. */
    private static final List<String> LITTLE_HEAP = List.of("-Xmx128m");

    private static final int ITERATIONS = 5000;
    private static final int FOLDS = 5;
    private static final int REPEATS = 3;

    private final Dataset training;
    private final int workers;
    private final Consumer<String> progress;
    private final List<String> failures = new ArrayList<>();

    /**
     * Prepares.
     *
     * @param training the examples
     * @param workers candidates side by side
     * @param progress hears a line about each thing that was measured
     */
    public TuneBench(Dataset training, int workers, Consumer<String> progress) {
        this.training = training;
        this.workers = workers;
        this.progress = progress;
    }

    /** What to measure. */
    public enum Part {
        /** Candidates a second, beside Arbiter's own task creator. */
        THROUGHPUT,
        /** What successive halving saves. */
        HALVING,
        /** Memory over many candidates. */
        MEMORY
    }

    /**
     * Measures.
     *
     * @param parts what
     * @param quick a tenth of the work
     * @return what came out; a process that fails is reported in it
     * @throws InterruptedException if this thread is interrupted; no process is left running then
     */
    public TuneBenchReport run(List<Part> parts, boolean quick) throws InterruptedException {
        List<TuneBenchReport.Throughput> throughput = List.of();
        List<TuneBenchReport.Halved> halving = List.of();
        List<TuneBenchReport.Memory> memory = List.of();
        try {
            Path folder = Files.createTempDirectory("twinnet-bench");
            try {
                if (parts.contains(Part.THROUGHPUT)) {
                    throughput = throughput(folder, quick);
                }
                if (parts.contains(Part.HALVING)) {
                    halving = halving(quick);
                }
                if (parts.contains(Part.MEMORY)) {
                    memory = memory(folder, quick);
                }
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TuneBenchReport(throughput, halving, memory, failures);
    }

    /** The stock contestant goes first and last: a machine that grows slower or faster does so for both. */
    private List<TuneBenchReport.Throughput> throughput(Path folder, boolean quick)
            throws IOException, InterruptedException {
        Split first = Trainings.of(training, FOLDS, 1, 1, false).parts().get(0).examples();
        Path all = write(training, folder.resolve("all.csv"));
        Path train = write(first.train(), folder.resolve("train.csv"));
        Path validation = write(first.test().orElseThrow(), folder.resolve("validation.csv"));
        int few = quick ? 2 : 6;
        int many = quick ? 20 : 100;
        List<TuneBenchReport.Throughput> rows = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            timed(
                    rows,
                    folder,
                    "Arbiter's own on DL4J",
                    few,
                    1,
                    List.of(
                            TuneBenchChild.STOCK,
                            train.toString(),
                            validation.toString(),
                            text(few),
                            text(ITERATIONS),
                            text(workers)));
            timed(
                    rows,
                    folder,
                    "Twinnet, scratch, the same work",
                    many,
                    1,
                    List.of(
                            TuneBenchChild.OURS,
                            all.toString(),
                            text(many),
                            text(FOLDS),
                            "1",
                            text(ITERATIONS),
                            text(workers)));
        }
        int candidates = quick ? 20 : 200;
        timed(
                rows,
                folder,
                "Twinnet, scratch, cross-validated",
                candidates,
                FOLDS * REPEATS,
                List.of(
                        TuneBenchChild.OURS,
                        all.toString(),
                        text(candidates),
                        text(FOLDS),
                        text(REPEATS),
                        text(ITERATIONS),
                        text(workers)));
        return rows;
    }

    private void timed(
            List<TuneBenchReport.Throughput> rows,
            Path folder,
            String name,
            int candidates,
            int trainings,
            List<String> arguments)
            throws InterruptedException {
        for (String line : child(folder, name, List.of(), arguments)) {
            if (line.startsWith("seconds ")) {
                TuneBenchReport.Throughput row = new TuneBenchReport.Throughput(
                        name, candidates, trainings, ITERATIONS, workers, Double.parseDouble(line.substring(8)));
                rows.add(row);
                progress.accept(String.format(Locale.ROOT, "%s  %.3f candidates/s", name, row.rate()));
            }
        }
    }

    private List<TuneBenchReport.Halved> halving(boolean quick) {
        List<TuneBenchReport.Halved> rows = new ArrayList<>();
        int candidates = quick ? 20 : 60;
        int iterations = quick ? 1000 : ITERATIONS;
        for (long seed = 1; seed <= (quick ? 2 : 5); seed++) {
            Trainings trainings = Trainings.of(training, FOLDS, 1, seed, false);
            List<CandidateResult> whole = new Candidates(ScratchTwin::new, trainings, iterations, 1, workers)
                    .run(candidates, seed, done -> {});
            List<CandidateResult> halved = new Candidates(ScratchTwin::new, trainings, iterations, 2, workers)
                    .run(candidates, seed, done -> {});
            TuneBenchReport.Halved row = new TuneBenchReport.Halved(
                    seed, 1 - (double) iterations(halved) / iterations(whole), best(whole), best(halved));
            rows.add(row);
            progress.accept(String.format(
                    Locale.ROOT,
                    "halving, seed %d  %.0f %% of iterations saved, best score %.2f %% worse",
                    seed,
                    100 * row.saved(),
                    100 * row.worse()));
        }
        return rows;
    }

    private static long iterations(List<CandidateResult> results) {
        return results.stream().mapToLong(CandidateResult::iterations).sum();
    }

    private static double best(List<CandidateResult> results) {
        return results.stream()
                .filter(result -> result.score().isPresent())
                .mapToDouble(result -> result.score().getAsDouble())
                .min()
                .orElse(Double.NaN);
    }

    private List<TuneBenchReport.Memory> memory(Path folder, boolean quick) throws IOException, InterruptedException {
        Path all = write(training, folder.resolve("all.csv"));
        List<TuneBenchReport.Memory> rows = new ArrayList<>();
        for (String network : List.of("scratch", TuneBenchChild.DL4J)) {
            List<String> lines = child(
                    folder,
                    "memory, " + network,
                    LITTLE_HEAP,
                    List.of(TuneBenchChild.MEMORY, all.toString(), network, text(quick ? 100 : 1000)));
            try {
                rows.add(new TuneBenchReport.Memory(network, MemoryPoint.parse(lines)));
                progress.accept("memory, " + network);
            } catch (ChildFailedException e) {
                failures.add("memory, " + network + ": " + e.getMessage());
            }
        }
        return rows;
    }

    private List<String> child(Path folder, String name, List<String> options, List<String> arguments)
            throws InterruptedException {
        try {
            return new ChildProcess(folder, LIMIT)
                    .run(ChildProcess.java(options, TuneBenchChild.class, arguments), true, null);
        } catch (ChildFailedException e) {
            failures.add(name + ": " + e.getMessage());
            progress.accept(name + "  failed");
            return List.of();
        }
    }

    private static Path write(Dataset examples, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            CsvWriter.write(examples, out);
        }
        return file;
    }

    private static String text(int number) {
        return String.valueOf(number);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
