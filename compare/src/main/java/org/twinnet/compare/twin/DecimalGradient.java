package org.twinnet.compare.twin;

import org.twinnet.compare.experiment.Experiment;
import org.twinnet.data.Dataset;

/** The witness that hardly rounds: backpropagation in decimal arithmetic. */
public final class DecimalGradient implements GradientWitness {

    private final DecimalNetwork network;

    /**
     * Prepares the witness.
     *
     * @param experiment what is trained
     * @param training the training examples
     */
    public DecimalGradient(Experiment experiment, Dataset training) {
        network = new DecimalNetwork(
                experiment.layerSizes(),
                training,
                ScratchModels.masks(experiment, training.size()),
                experiment.lambda());
    }

    @Override
    public String name() {
        return "decimal arithmetic";
    }

    @Override
    public Testimony gradient(double[] theta, double costError) {
        double[] values = network.gradient(theta);
        double[] errors = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            errors[i] = Math.ulp(values[i]);
        }
        return new Testimony(values, errors);
    }
}
