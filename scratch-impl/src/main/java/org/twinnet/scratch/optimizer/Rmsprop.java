package org.twinnet.scratch.optimizer;

import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.Matrix;

/**
 * RMSProp: s ← ρ·s + (1 − ρ)·dV², then V ← V − α·dV/(√s + ε). It remembers the average s of the squared gradients of
 * each parameter, which begins at 0.
 *
 * <p>Source: Hinton, Neural Networks for Machine Learning, lecture 6e (2012).
 *
 * @param decay ρ, from 0 and below 1
 * @param epsilon ε, above 0
 */
public record Rmsprop(double decay, double epsilon) implements Optimizer {

    /**
     * Checks the numbers.
     *
     * @param decay ρ, from 0 and below 1
     * @param epsilon ε, above 0
     * @throws IllegalArgumentException if one of them is out of its range
     */
    public Rmsprop {
        Ranges.requireShare("Decay", decay);
        Ranges.requireAboveZero("Epsilon", epsilon);
    }

    @Override
    public OptimizerState newState(Parameters parameters) {
        return OptimizerState.zeros(parameters, "s");
    }

    @Override
    public void update(Parameters gradients, int t, double learningRate, OptimizerState state, Parameters update) {
        update.requireSameTensors("update = α·dV/(√s + ε)", "d", gradients, "update of ");
        for (int n = 0; n < update.tensors().size(); n++) {
            Matrix dV = gradients.tensors().get(n).values();
            Matrix s = state.get("s").tensors().get(n).values();
            Matrix U = update.tensors().get(n).values();
            for (int i = 0; i < U.rows(); i++) {
                double[] dv = dV.row(i);
                double[] squares = s.row(i);
                double[] u = U.row(i);
                for (int k = 0; k < u.length; k++) {
                    squares[k] = decay * squares[k] + (1 - decay) * dv[k] * dv[k];
                    u[k] = learningRate * dv[k] / (Math.sqrt(squares[k]) + epsilon);
                }
            }
        }
    }
}
