package org.twinnet.compare.twin.witness;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.twin.dl4j.Dl4jChoices;
import org.twinnet.compare.twin.dl4j.ReplayedMasks;
import org.twinnet.compare.twin.scratch.ScratchModels;
import org.twinnet.data.Dataset;
import org.twinnet.dl4j.Examples;
import org.twinnet.dl4j.witness.SameDiffWitness;

/** The witness that derives by itself: SameDiff's automatic differentiation of the same cost, written as a graph. */
public final class SameDiffGradient implements GradientWitness {

    private final SameDiffWitness witness;

    /**
     * Prepares the witness.
     *
     * @param experiment what is trained
     * @param training the training examples
     */
    public SameDiffGradient(Experiment experiment, Dataset training) {
        int m = training.size();
        Dataset first = training.select(ScratchModels.batches(experiment, m).examples(0));
        witness = new SameDiffWitness(
                Dl4jChoices.settings(experiment),
                Examples.of(first.featureRows(), first.targetRows()),
                ReplayedMasks.of(experiment, m),
                experiment.penalty().divisor(m, first.size()));
    }

    @Override
    public Phrase name() {
        return Said.NAME.of("SameDiff");
    }

    /**
     * ND4J's operation computes (1 − y) − 1/(1 + eᶻ): a probability that is tiny beside 1 is off by a few u, at most 4
     * for its four operations.
     */
    @Override
    public double residualError() {
        return 0x1p-51;
    }

    /** One pass in both directions gives all of them. */
    @Override
    public int affordable() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Testimony gradient(double[] theta, double costError, int[] parameters, IntConsumer progress) {
        double[] gradient = witness.evaluate(theta, 0).gradient();
        double[] values =
                Arrays.stream(parameters).mapToDouble(i -> gradient[i]).toArray();
        return new Testimony(values, new double[values.length]);
    }
}
