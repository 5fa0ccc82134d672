package org.twinnet.compare.bench.floor;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.twinnet.compare.agreement.floor.NoiseFloor;
import org.twinnet.compare.bench.result.Spread;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Scenario;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;

/**
 * Measures the noise floor of a step beside the step of the hand-written network, in turn, by the thread's own CPU
 * time.
 */
public final class FloorBench {

    /** Networks and data: the published network on as many examples as in the course, and on a wider table. */
    private static final List<Size> SIZES = List.of(new Size(2, 211), new Size(30, 569));

    /** Iterations of a round, divided by what one example costs. */
    private static final int WORK = 150_000;

    private static final double WARM_UP = 0.5;

    private record Size(int features, int examples) {}

    private FloorBench() {}

    /**
     * What came out for one size and scenario.
     *
     * @param scenario what is trained
     * @param features number of features
     * @param examples number of examples
     * @param step microseconds of one step of the hand-written network
     * @param floor microseconds of the floors of such a step
     */
    public record Row(Scenario scenario, int features, int examples, Spread step, Spread floor) {

        /**
         * How many steps the floors of one step cost.
         *
         * @return ratio of the medians
         */
        public double ratio() {
            return floor.median() / step.median();
        }
    }

    /**
     * Measures all sizes and scenarios.
     *
     * @param rounds so many rounds each, after half as many to warm up; at least 1
     * @return one row a size and scenario
     */
    public static List<Row> run(int rounds) {
        List<Row> rows = new ArrayList<>();
        for (Size size : SIZES) {
            for (Scenario scenario : Scenario.values()) {
                rows.add(measure(scenario, size, rounds));
            }
        }
        return rows;
    }

    private static Row measure(Scenario scenario, Size size, int rounds) {
        Dataset data = data(size);
        Experiment experiment = scenario.of(Experiment.published(size.features()));
        NoiseFloor floor = new NoiseFloor(experiment, data);
        List<Double> steps = new ArrayList<>();
        List<Double> floors = new ArrayList<>();
        try (ScratchTwin twin = new ScratchTwin(experiment, data)) {
            double[] theta = new double[twin.parameterCount()];
            double[] update = theta.clone();
            double[] next = theta.clone();
            int iterations = Math.max(1, WORK / (size.examples() * size.features()));
            int warmUp = (int) Math.ceil(WARM_UP * rounds);
            for (int round = 0; round < warmUp + rounds; round++) {
                double step = microseconds(iterations, twin::step);
                twin.copyParametersTo(theta);
                int iteration = twin.iteration();
                double ofFloor = microseconds(iterations, () -> {
                    floor.analyse(theta, iteration);
                    floor.update(update, next);
                });
                if (round >= warmUp) {
                    steps.add(step);
                    floors.add(ofFloor);
                }
            }
        }
        return new Row(scenario, size.features(), size.examples(), Spread.of(steps), Spread.of(floors));
    }

    private static double microseconds(int iterations, Runnable work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < iterations; i++) {
            work.run();
        }
        return (threads.getCurrentThreadCpuTime() - before) / 1e3 / iterations;
    }

    private static Dataset data(Size size) {
        SplittableRandom random = new SplittableRandom(1);
        double[][] rows = new double[size.examples()][size.features()];
        double[] labels = new double[size.examples()];
        for (int j = 0; j < rows.length; j++) {
            double sum = random.nextGaussian();
            for (int k = 0; k < rows[j].length; k++) {
                rows[j][k] = 0.4 * random.nextGaussian();
                sum += k % 2 == 0 ? rows[j][k] : -rows[j][k];
            }
            labels[j] = sum > 0 ? 1 : 0;
        }
        List<String> names =
                IntStream.rangeClosed(1, size.features()).mapToObj(k -> "x" + k).toList();
        return Dataset.of("normal", names, rows, labels);
    }
}
