package org.twinnet.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.twinnet.dl4j.activation.Dl4jActivation;
import org.twinnet.dl4j.loss.Dl4jLoss;
import org.twinnet.dl4j.memory.Precision;
import org.twinnet.dl4j.normalization.BatchNorm;
import org.twinnet.dl4j.update.Descent;
import org.twinnet.dl4j.update.EpsilonPlace;
import org.twinnet.dl4j.update.GradientClip;
import org.twinnet.dl4j.update.RateSchedule;
import org.twinnet.dl4j.update.Update;

/** Networks of every kind that settings can say. */
final class RandomSettings {

    private final SplittableRandom random;

    RandomSettings(long seed) {
        random = new SplittableRandom(seed);
    }

    Dl4jSettings next() {
        int layers = random.nextInt(1, 6);
        List<Integer> sizes = new ArrayList<>();
        for (int l = 0; l < layers; l++) {
            sizes.add(random.nextInt(1, 6));
        }
        int output = random.nextInt(4);
        sizes.add(output == 1 ? random.nextInt(2, 5) : random.nextInt(1, 4));
        List<Dl4jActivation> hidden = new ArrayList<>();
        List<Optional<BatchNorm>> normalization = new ArrayList<>();
        List<Double> keep = new ArrayList<>();
        boolean normalizes = random.nextInt(3) == 0;
        boolean drops = random.nextInt(3) == 0;
        for (int l = 0; l < layers; l++) {
            if (l > 0) {
                hidden.add(activation());
            }
            normalization.add(
                    normalizes && random.nextBoolean()
                            ? Optional.of(new BatchNorm(random.nextDouble(), 1e-5, random.nextBoolean()))
                            : Optional.empty());
            keep.add(drops ? 0.5 + random.nextDouble() / 2 : 1);
        }
        return Dl4jSettings.of(sizes, 0.1)
                .withHidden(hidden)
                .withNormalization(normalization)
                .withKeepProbabilities(keep)
                .withOutput(
                        switch (output) {
                            case 0 -> new Dl4jActivation.Sigmoid();
                            case 1 -> new Dl4jActivation.Softmax();
                            default -> activation();
                        },
                        switch (output) {
                            case 0 -> Dl4jLoss.BINARY_CROSS_ENTROPY;
                            case 1 -> Dl4jLoss.SOFTMAX_CROSS_ENTROPY;
                            case 2 -> Dl4jLoss.MEAN_SQUARED_ERROR;
                            default -> Dl4jLoss.QUADRATIC;
                        })
                .withUpdate(new Update(clip(), descent(), schedule(), random.nextInt(3) == 0 ? 0.01 : 0))
                .withPenalty(new Penalty(
                        strength(), strength(), strength(), strength(), random.nextBoolean(), random.nextBoolean()))
                .withPrecision(random.nextInt(4) == 0 ? Precision.FLOAT32 : Precision.FLOAT64);
    }

    private double strength() {
        return random.nextBoolean() ? random.nextDouble() : 0;
    }

    private Dl4jActivation activation() {
        return List.of(
                        new Dl4jActivation.Relu(),
                        new Dl4jActivation.Sigmoid(),
                        new Dl4jActivation.Tanh(),
                        new Dl4jActivation.LeakyRelu(random.nextDouble()),
                        new Dl4jActivation.Elu(),
                        new Dl4jActivation.Softplus(),
                        new Dl4jActivation.Gelu(),
                        new Dl4jActivation.Swish(),
                        new Dl4jActivation.Identity())
                .get(random.nextInt(9));
    }

    private Descent descent() {
        double rate = random.nextDouble();
        return List.of(
                        new Descent.GradientDescent(rate),
                        new Descent.Momentum(rate, 0.9, random.nextBoolean()),
                        new Descent.Nesterov(rate, 0.9),
                        new Descent.Adagrad(rate, 1e-8),
                        new Descent.Rmsprop(rate, 0.9, 1e-8),
                        adam(rate, random.nextBoolean(), random.nextBoolean()))
                .get(random.nextInt(6));
    }

    private static Descent adam(double rate, boolean afterCorrection, boolean largest) {
        EpsilonPlace place = afterCorrection ? EpsilonPlace.AFTER_CORRECTION : EpsilonPlace.BEFORE_CORRECTION;
        return largest
                ? new Descent.Amsgrad(rate, 0.9, 0.999, 1e-8, place)
                : new Descent.Adam(rate, 0.9, 0.999, 1e-8, place);
    }

    private RateSchedule schedule() {
        return List.of(
                        new RateSchedule.Constant(),
                        new RateSchedule.Step(random.nextInt(1, 9), 0.5),
                        new RateSchedule.Exponential(0.9),
                        new RateSchedule.Inverse(0.1, 0.75))
                .get(random.nextInt(4));
    }

    private GradientClip clip() {
        return List.of(
                        new GradientClip.None(),
                        new GradientClip.Value(random.nextDouble(), random.nextBoolean()),
                        new GradientClip.NormPerLayer(random.nextDouble(), random.nextBoolean()))
                .get(random.nextInt(3));
    }
}
