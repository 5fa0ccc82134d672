package org.twinnet.compare.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.twinnet.compare.bench.result.MemoryPoint;
import org.twinnet.compare.bench.result.Spread;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Scenario;
import org.twinnet.data.Dataset;
import org.twinnet.data.source.DataFiles;
import org.twinnet.data.source.ReadOptions;
import org.twinnet.dl4j.runtime.Engine;

/**
 * A Java process that measures one contestant in one scenario, or the memory of the DL4J twin, and prints what it
 * found.
 */
final class BenchChild {

    static final String SPEED = "speed";
    static final String MEMORY = "memory";

    private BenchChild() {}

    /**
     * Measures.
     *
     * @param arguments {@code speed} and a task's arguments, or {@code memory}, the data and the iterations to look at
     */
    public static void main(String[] arguments) {
        int exitCode = 0;
        try {
            List<String> rest = List.of(arguments).subList(1, arguments.length);
            if (arguments[0].equals(SPEED)) {
                measure(Task.parse(rest)).lines().forEach(System.out::println);
            } else {
                memory(Path.of(rest.get(0)), rest.subList(1, rest.size()));
            }
        } catch (RuntimeException | LinkageError e) {
            System.err.println(e);
            exitCode = 1;
        }
        // ND4J's threads would keep the process alive.
        System.exit(exitCode);
    }

    static Measurement measure(Task task) {
        Dataset training = read(task.data());
        Experiment experiment = Task.experiment(task.scenario(), training.featureCount());
        CheckCosts costs = new CheckCosts(task.costEvery());
        TrainingLoop loop = switch (task.contestant()) {
            case SCRATCH -> new ScratchLoop(experiment, training, costs);
            case DL4J -> new Dl4jLoop(experiment, training, Engine.FAST, costs);
            case PLAIN, PLAIN_ONE_THREAD -> new Dl4jLoop(experiment, training, Engine.PLAIN, costs);
            case NUMPY -> throw new IllegalArgumentException("NumPy does not run in Java.");
        };
        Batches batches = new Batches(loop, System::nanoTime);
        batches.warmUp(task.pace());
        List<Double> microseconds = batches.time(task.pace());
        double bytes = allocated(loop, batches.iterations());
        return new Measurement(Spread.of(microseconds).median(), bytes, costs.first(), costs.second());
    }

    /**
     * Bytes that this thread allocates in an iteration; measured in a batch of its own, so that only the loop is
     * counted.
     */
    private static double allocated(TrainingLoop loop, int iterations) {
        if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads)
                || !threads.isThreadAllocatedMemorySupported()) {
            return Double.NaN;
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        loop.run(iterations);
        return (double) (threads.getCurrentThreadAllocatedBytes() - before) / iterations;
    }

    private static void memory(Path data, List<String> checkpoints) {
        Dataset training = read(data);
        Experiment experiment = Task.experiment(Scenario.NONE, training.featureCount());
        TrainingLoop loop = new Dl4jLoop(experiment, training, Engine.FAST, new CheckCosts(1000));
        int done = 0;
        for (int checkpoint :
                checkpoints.stream().mapToInt(Integer::parseInt).sorted().toArray()) {
            loop.run(checkpoint - done);
            done = checkpoint;
            MemoryPoint point = new MemoryPoint(
                    done, ResidentMemory.bytes(), Runtime.getRuntime().totalMemory());
            System.out.println(point.line());
        }
    }

    private static Dataset read(Path data) {
        return DataFiles.read(data, new ReadOptions(Optional.empty(), Optional.empty()))
                .train();
    }
}
