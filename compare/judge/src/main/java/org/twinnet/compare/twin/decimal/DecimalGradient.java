package org.twinnet.compare.twin.decimal;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.twin.scratch.ScratchModels;
import org.twinnet.compare.twin.witness.Expense;
import org.twinnet.compare.twin.witness.GradientWitness;
import org.twinnet.data.Dataset;

/** The witness that hardly rounds: backpropagation in decimal arithmetic. */
public final class DecimalGradient implements GradientWitness {

    /** How many multiplications of doubles one of decimals takes as long as. */
    private static final long SLOWNESS = 400;

    private final DecimalNetwork network;
    private final int affordable;

    /**
     * Prepares the witness.
     *
     * @param experiment what is trained
     * @param training the training examples
     */
    public DecimalGradient(Experiment experiment, Dataset training) {
        network = new DecimalNetwork(experiment, training, ScratchModels.masks(experiment, training.size()));
        Expense pass = Expense.of(experiment, training.size()).times(SLOWNESS);
        affordable = pass.affordable() > 0 ? Integer.MAX_VALUE : 0;
    }

    @Override
    public Phrase name() {
        return Said.DECIMAL_ARITHMETIC.of();
    }

    /** One pass in both directions gives all of them, or takes too long for any. */
    @Override
    public int affordable() {
        return affordable;
    }

    @Override
    public Testimony gradient(double[] theta, double costError, int[] parameters, IntConsumer progress) {
        double[] gradient = network.gradient(theta);
        double[] values =
                Arrays.stream(parameters).mapToDouble(i -> gradient[i]).toArray();
        double[] errors = Arrays.stream(values).map(Math::ulp).toArray();
        return new Testimony(values, errors);
    }
}
