package org.twinnet.scratch.optimizer;

import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.ShapeMismatchException;
import org.twinnet.scratch.network.Parameters;

/**
 * Plain gradient descent: V ← V − α·dV for every weight and bias.
 *
 * <p>Source: the notebook's {@code update_parameters}.
 *
 * @param learningRate α, above 0
 */
public record GradientDescent(double learningRate) {

    /**
     * Checks the learning rate.
     *
     * @param learningRate α, above 0
     * @throws IllegalArgumentException if it is not a finite number above 0
     */
    public GradientDescent {
        if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
            throw new IllegalArgumentException(
                    "Gradient descent needs a finite learning rate above 0, not " + learningRate + ".");
        }
    }

    /**
     * Takes one step.
     *
     * @param gradients dWˡ and dbˡ, not modified
     * @param parameters Wˡ and bˡ, modified in place
     * @throws IllegalArgumentException if the shapes or the numbers of layers differ
     */
    public void update(Parameters gradients, Parameters parameters) {
        if (gradients.depth() != parameters.depth()) {
            throw new IllegalArgumentException("V = V - α·dV: there are gradients of " + gradients.depth()
                    + " layers and parameters of " + parameters.depth() + "; needed: equal numbers of layers.");
        }
        for (int l = 1; l <= parameters.depth(); l++) {
            step(gradients.W(l), parameters.W(l));
            step(gradients.b(l), parameters.b(l));
        }
    }

    private void step(Matrix dV, Matrix V) {
        ShapeMismatchException.requireSameShape("V = V - α·dV", "dV", dV, "V", V);
        for (int i = 0; i < V.rows(); i++) {
            double[] dv = dV.row(i);
            double[] v = V.row(i);
            for (int k = 0; k < v.length; k++) {
                v[k] -= learningRate * dv[k];
            }
        }
    }
}
