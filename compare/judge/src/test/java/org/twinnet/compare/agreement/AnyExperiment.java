package org.twinnet.compare.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.choice.MaskKind;
import org.twinnet.compare.experiment.choice.Masks;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.data.Dataset;
import org.twinnet.data.Split;

/**
 * An experiment on data as users have them, drawn from a seed: features at scales of 10⁻⁶ to 10⁶, of one scale or
 * mixed, of 2 to 60 columns, some constant or integer; 30 to 20,000 examples; learning rates of 10⁻³ to 10³; λ of 0 to
 * 10⁴; keep probabilities of 0.3 to 1; 1 to 4 layers.
 *
 * @param experiment what to train
 * @param data the examples
 */
public record AnyExperiment(Experiment experiment, Split data) {

    /** Weights × examples × iterations that one experiment costs at most. */
    private static final double MOST_WORK = 2e7;

    public static AnyExperiment of(long number) {
        SplittableRandom random = new SplittableRandom(1000 + number);
        int features = (int) Math.round(Math.exp(between(random, Math.log(2), Math.log(60))));
        int examples = (int) Math.round(Math.exp(between(random, Math.log(30), Math.log(20_000))));
        List<Integer> sizes = new ArrayList<>(List.of(features));
        int hidden = random.nextInt(4);
        for (int l = 0; l < hidden; l++) {
            sizes.add(1 + random.nextInt(20));
        }
        sizes.add(1);
        double weights = 0;
        for (int l = 1; l < sizes.size(); l++) {
            weights += sizes.get(l) * (sizes.get(l - 1) + 1.0);
        }
        int iterations = (int) Math.max(3, Math.min(200, MOST_WORK / (weights * examples)));
        Experiment experiment = Experiment.of(sizes)
                .named("any " + number)
                .with(new Optimizer.GradientDescent(Math.pow(10, between(random, -3, 3))))
                .with(Penalty.l2(random.nextInt(3) == 0 ? 0 : Math.pow(10, between(random, -4, 4))))
                .keepProbability(random.nextInt(2) == 0 ? 1 : between(random, 0.3, 1))
                .with(new Masks(
                        random.nextBoolean() ? MaskKind.PUBLISHED : MaskKind.FRESH, random.nextLong(0x1_0000_0000L)))
                .with(new Initialization.ScaledGaussian(random.nextLong(0x1_0000_0000L)))
                .iterations(iterations);
        return new AnyExperiment(experiment, new Split(data(random, features, examples), Optional.empty()));
    }

    private static Dataset data(SplittableRandom random, int features, int examples) {
        boolean mixed = random.nextBoolean();
        double scale = Math.pow(10, between(random, -6, 6));
        double[][] rows = new double[examples][features];
        double[] labels = new double[examples];
        List<String> names = new ArrayList<>();
        for (int k = 0; k < features; k++) {
            names.add("x" + (k + 1));
            double size = mixed ? Math.pow(10, between(random, -6, 6)) : scale;
            double centre = random.nextInt(3) == 0 ? size * between(random, -5, 5) : 0;
            boolean whole = random.nextInt(5) == 0;
            boolean constant = random.nextInt(20) == 0;
            for (int j = 0; j < examples; j++) {
                double x = centre + size * (constant ? 1 : random.nextGaussian());
                rows[j][k] = whole ? Math.rint(x) : x;
                labels[j] += (k % 2 == 0 ? 1 : -1) * rows[j][k] / size;
            }
        }
        for (int j = 0; j < examples; j++) {
            labels[j] = labels[j] + random.nextGaussian() > 0 ? 1 : 0;
        }
        // a data set of one class is none
        labels[0] = 0;
        labels[1] = 1;
        return Dataset.of(String.format(Locale.ROOT, "%d × %d", examples, features), names, rows, labels);
    }

    private static double between(SplittableRandom random, double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    @Override
    public String toString() {
        return data.train().name() + " " + experiment;
    }
}
