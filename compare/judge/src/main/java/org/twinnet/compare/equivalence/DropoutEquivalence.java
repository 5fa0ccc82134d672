package org.twinnet.compare.equivalence;

import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.choice.Batches;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.choice.MaskKind;
import org.twinnet.compare.experiment.choice.Masks;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.dl4j.Dl4jTwin;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;

/**
 * Whether DL4J's own {@code Dropout}, which draws masks that no other program can share, trains networks that are as
 * good as those by hand: over many seeds, two one-sided tests on the cost of the training examples, without dropout, at
 * the end of each run.
 *
 * <p>The margin is the standard deviation of that cost from seed to seed, of hand-written runs with seeds of their own:
 * what is equivalent changes less than another seed does. Where costs are normally distributed and do not differ, 10
 * seeds find so with a probability of 0.34, 20 of 0.78, 30 of 0.94 and 50 of 0.997 (20,000 simulated tests each).
 *
 * @param tests the tests on DL4J's cost minus the cost by hand
 * @param byHand mean cost of the hand-written runs
 * @param dl4j mean cost of DL4J's runs
 */
public record DropoutEquivalence(TwoOneSidedTests tests, double byHand, double dl4j) {

    /** Enough for a power of 0.997. */
    public static final int USUAL_SEEDS = 50;

    /**
     * Trains and tests.
     *
     * @param experiment what to train, with dropout
     * @param training the training examples
     * @param seeds how many seeds, at least 2; three networks are trained for each
     * @param progress hears of the iterations, {@link #progressOf} of them in all
     * @return the tests; empty where nothing is dropped
     * @throws IllegalArgumentException if there are fewer than two seeds
     */
    public static Optional<DropoutEquivalence> measure(
            Experiment experiment, Dataset training, int seeds, ProgressListener progress) {
        return measure(
                experiment, training, seeds, progress, seed -> Dl4jTwin.withOwnDropout(experiment, training, seed));
    }

    /** The same with any program in the place of DL4J's. */
    static Optional<DropoutEquivalence> measure(
            Experiment experiment, Dataset training, int seeds, ProgressListener progress, LongFunction<Twin> other) {
        if (seeds < 2) {
            throw new IllegalArgumentException("an equivalence test needs at least 2 seeds, not " + seeds);
        }
        if (!experiment.hasDropout()) {
            return Optional.empty();
        }
        long first = experiment.masks().seed();
        try (Twin judge = new ScratchTwin(experiment.withoutDropout().with(new Batches.Full()), training)) {
            Runs runs = new Runs(experiment, judge, progress);
            LongFunction<Twin> own =
                    seed -> new ScratchTwin(experiment.with(new Masks(MaskKind.FRESH, seed)), training);
            double[] byHand = runs.costs(own, first, seeds);
            double[] dl4j = runs.costs(other, first, seeds);
            double margin = Math.sqrt(TwoOneSidedTests.variance(runs.costs(own, first + seeds, seeds)));
            double[] differences = IntStream.range(0, seeds)
                    .mapToDouble(i -> dl4j[i] - byHand[i])
                    .toArray();
            return Optional.of(new DropoutEquivalence(
                    TwoOneSidedTests.of(differences, margin),
                    TwoOneSidedTests.mean(byHand),
                    TwoOneSidedTests.mean(dl4j)));
        }
    }

    /** The runs of one experiment, each from the same parameters with masks of its own. */
    private record Runs(Experiment experiment, Twin judge, ProgressListener progress) {

        double[] costs(LongFunction<Twin> program, long first, int seeds) {
            double[] costs = new double[seeds];
            double[] theta = new double[judge.parameterCount()];
            for (int i = 0; i < seeds; i++) {
                try (Twin twin = program.apply((first + i) % (Initialization.LARGEST_SEED + 1))) {
                    twin.train(experiment.iterations());
                    twin.copyParametersTo(theta);
                }
                judge.setParameters(theta);
                costs[i] = judge.snapshot().crossEntropy();
                progress.advanced(experiment.name(), experiment.iterations());
            }
            return costs;
        }
    }

    /**
     * How many iterations {@link #measure} will report.
     *
     * @param experiment what is trained
     * @param seeds how many seeds
     * @return iterations over all runs; 0 for an experiment without dropout
     */
    public static long progressOf(Experiment experiment, int seeds) {
        return experiment.hasDropout() ? 3L * seeds * experiment.iterations() : 0;
    }
}
