package org.twinnet.compare.agreement.floor;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Scenario;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;

/**
 * Prints how long the noise floor and the former one take, in turn in one process, in medians of CPU time. A program to
 * run, not a test: on shared cores a limit of 10 % would fail now and then.
 *
 * <p>Measured on two shared cores, µs an iteration, former to now: 2 features × 211 examples 77 to 75, with dropout 76
 * to 74; 30 × 569 743 to 537, with dropout 1,040 to 766.
 */
final class FormerFloorsSpeed {

    private FormerFloorsSpeed() {}

    public static void main(String[] arguments) {
        for (int[] size : new int[][] {{2, 211}, {30, 569}}) {
            for (Scenario scenario : Scenario.values()) {
                print(scenario, data(size[0], size[1]), 300_000 / (size[0] * size[1]));
            }
        }
    }

    private static void print(Scenario scenario, Dataset data, int iterations) {
        Experiment experiment = scenario.of(Experiment.published(data.featureCount()));
        FormerNoiseFloor former = new FormerNoiseFloor(experiment, data);
        NoiseFloor now = new NoiseFloor(experiment, data);
        List<Double> before = new ArrayList<>();
        List<Double> after = new ArrayList<>();
        try (ScratchTwin twin = new ScratchTwin(experiment, data)) {
            double[] theta = new double[twin.parameterCount()];
            double[] update = theta.clone();
            double[] next = theta.clone();
            for (int round = 0; round < 80; round++) {
                for (int i = 0; i < iterations; i++) {
                    twin.step();
                }
                twin.copyParametersTo(theta);
                double ofFormer = microseconds(iterations, () -> {
                    former.analyse(theta, 0);
                    former.update(update, next);
                });
                double ofNow = microseconds(iterations, () -> {
                    now.analyse(theta, 0);
                    now.update(update, next);
                });
                if (round >= 20) {
                    before.add(ofFormer);
                    after.add(ofNow);
                }
            }
        }
        System.out.println(String.format(
                Locale.ROOT,
                "%s, %d x %d: %.1f to %.1f us, ratio %.2f",
                scenario.label(),
                data.featureCount(),
                data.size(),
                median(before),
                median(after),
                median(after) / median(before)));
    }

    private static double microseconds(int iterations, Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < iterations; i++) {
            work.run();
        }
        return (threads.getCurrentThreadCpuTime() - start) / 1e3 / iterations;
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }

    private static Dataset data(int features, int examples) {
        SplittableRandom random = new SplittableRandom(5);
        double[][] rows = new double[examples][features];
        double[] labels = new double[examples];
        for (int j = 0; j < examples; j++) {
            double sum = 0;
            for (int k = 0; k < features; k++) {
                rows[j][k] = 0.4 * random.nextGaussian();
                sum += k % 2 == 0 ? rows[j][k] : -rows[j][k];
            }
            labels[j] = sum + 0.2 * random.nextGaussian() > 0 ? 1 : 0;
        }
        return Dataset.of(
                "normal",
                IntStream.rangeClosed(1, features).mapToObj(k -> "x" + k).toList(),
                rows,
                labels);
    }
}
