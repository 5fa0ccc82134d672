package org.twinnet.compare.bench.tune;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.twinnet.compare.bench.ResidentMemory;
import org.twinnet.compare.bench.result.MemoryPoint;
import org.twinnet.compare.tuning.score.Trainings;
import org.twinnet.compare.twin.TwinFactory;
import org.twinnet.compare.twin.dl4j.Dl4jTwin;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;
import org.twinnet.data.source.DataFiles;
import org.twinnet.data.source.ReadOptions;
import org.twinnet.dl4j.runtime.Nd4jRuntime;

/** A Java process that measures one thing and prints what it found. */
final class TuneBenchChild {

    static final String STOCK = "stock";
    static final String OURS = "ours";
    static final String MEMORY = "memory";
    static final String DL4J = "dl4j";

    private TuneBenchChild() {}

    /**
     * Measures.
     *
     * @param arguments {@code stock TRAIN VALIDATION CANDIDATES ITERATIONS WORKERS}, {@code ours TRAIN CANDIDATES FOLDS
     *     REPEATS ITERATIONS WORKERS}, or {@code memory TRAIN NETWORK CANDIDATES}
     */
    public static void main(String[] arguments) {
        int exitCode = 0;
        try {
            List<String> rest = List.of(arguments).subList(1, arguments.length);
            switch (arguments[0]) {
                case STOCK ->
                    print(StockArbiter.run(
                            Path.of(rest.get(0)),
                            Path.of(rest.get(1)),
                            number(rest, 2),
                            number(rest, 3),
                            number(rest, 4)));
                case OURS -> print(ours(rest));
                case MEMORY -> memory(rest);
                default -> throw new IllegalArgumentException("no such job: " + arguments[0]);
            }
        } catch (RuntimeException | LinkageError e) {
            System.err.println(e);
            exitCode = 1;
        }
        // Threads of ND4J and of Arbiter's own runner would keep the process alive.
        System.exit(exitCode);
    }

    /** With 1 repeat only the first fold is trained, as the stock contestant does; else everything. */
    private static double ours(List<String> arguments) {
        Trainings all = Trainings.of(read(arguments), number(arguments, 2), number(arguments, 3), 1, false);
        Trainings trainings = number(arguments, 3) == 1
                ? new Trainings(all.whole(), all.parts().subList(0, 1))
                : all;
        long start = System.nanoTime();
        new Candidates(ScratchTwin::new, trainings, number(arguments, 4), 1, number(arguments, 5))
                .run(number(arguments, 1), 1, done -> {});
        return (System.nanoTime() - start) / 1e9;
    }

    /** Small trainings: what counts is how often networks are made and thrown away. */
    private static void memory(List<String> arguments) {
        boolean dl4j = arguments.get(1).equals(DL4J);
        TwinFactory twins = dl4j ? Dl4jTwin::withLogitLoss : ScratchTwin::new;
        if (dl4j) {
            Nd4jRuntime.start();
        }
        int candidates = number(arguments, 2);
        int step = Math.max(1, candidates / 10);
        new Candidates(twins, Trainings.of(read(arguments), 3, 1, 1, false), 50, 1, 2).run(candidates, 1, done -> {
            if (done % step == 0) {
                System.out.println(new MemoryPoint(
                                done,
                                ResidentMemory.bytes(),
                                Runtime.getRuntime().totalMemory())
                        .line());
            }
        });
    }

    private static Dataset read(List<String> arguments) {
        return DataFiles.read(Path.of(arguments.get(0)), new ReadOptions(Optional.empty(), Optional.empty()))
                .train();
    }

    private static int number(List<String> arguments, int index) {
        return Integer.parseInt(arguments.get(index));
    }

    private static void print(double seconds) {
        System.out.println(String.format(Locale.ROOT, "seconds %.6f", seconds));
    }
}
