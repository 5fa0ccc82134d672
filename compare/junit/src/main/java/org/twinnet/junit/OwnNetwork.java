package org.twinnet.junit;

import java.util.List;

/**
 * A network of your own, as Twinnet speaks to it.
 *
 * <p>Parameters, gradients and what an optimizer carries are vectors in one order: W¹ row by row (a row a unit), b¹, W²
 * row by row, b², …; γ and β of a batch normalization stand behind the biases of their layer. What is trained,
 * {@link OwnExperiment} says.
 */
public interface OwnNetwork {

    /**
     * The parameters now.
     *
     * @return a new vector
     */
    double[] parameters();

    /**
     * Replaces the parameters.
     *
     * @param parameters vector as {@link #parameters} gives it, not to be kept
     */
    void setParameters(double[] parameters);

    /**
     * The cost and its gradient at the parameters now, on the examples and under the masks of the next iteration,
     * without training.
     *
     * @return cost and gradient
     */
    CostAndGradient costAndGradient();

    /** Trains one iteration. */
    void step();

    /**
     * Predicts with one output, without dropout.
     *
     * @param featureRows examples, one row each
     * @return the output of each
     */
    double[] predict(double[][] featureRows);

    /**
     * Predicts with any number of outputs, without dropout.
     *
     * @param examples examples as the experiment has them, rows or columns
     * @return the outputs of each example, a row or a column each; without an own implementation the one that
     *     {@link #predict} gives, of rows
     */
    default double[][] outputs(double[][] examples) {
        double[] predicted = predict(examples);
        double[][] rows = new double[predicted.length][1];
        for (int j = 0; j < rows.length; j++) {
            rows[j][0] = predicted[j];
        }
        return rows;
    }

    /**
     * What the optimizer carries into the next iteration: the velocity or first moment of all parameters, then the
     * second moment, both in the order of the parameters.
     *
     * @return a new vector; empty where it is not shown, and recomputed from the steps then
     */
    default double[] optimizerState() {
        return new double[0];
    }

    /**
     * The examples that the next iteration sees.
     *
     * @return their indices from 0, in order; empty where they are those of the experiment
     */
    default int[] batch() {
        return new int[0];
    }

    /**
     * The masks of the next iteration.
     *
     * @return one of 0 and 1 for each layer that drops units, the inputs first, (units × examples); empty where they
     *     are those of the experiment
     */
    default List<double[][]> masks() {
        return List.of();
    }

    /**
     * What batch normalizations keep for predictions, before the batch of the next iteration is counted.
     *
     * @return of each layer that is normalized the means of its units, then their variances, in one new vector; needed
     *     with batch normalization
     */
    default double[] runningStatistics() {
        return new double[0];
    }
}
