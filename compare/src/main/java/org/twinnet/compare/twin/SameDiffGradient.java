package org.twinnet.compare.twin;

import org.twinnet.compare.experiment.Experiment;
import org.twinnet.data.Dataset;
import org.twinnet.dl4j.Examples;
import org.twinnet.dl4j.SameDiffWitness;

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
        witness = new SameDiffWitness(
                Dl4jTwin.settings(experiment),
                Examples.of(training.featureRows(), training.labels()),
                Dl4jTwin.dropout(experiment, training.size()));
    }

    @Override
    public String name() {
        return "SameDiff";
    }

    @Override
    public Testimony gradient(double[] theta, double costError) {
        double[] values = witness.evaluate(theta, 0).gradient();
        return new Testimony(values, new double[values.length]);
    }
}
