package org.twinnet.scratch.optimizer;

import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.Matrix;

/**
 * Adagrad: s ← s + dV², then V ← V − α·dV/(√s + ε). It remembers the sum s of all squared gradients of each parameter,
 * which begins at 0, so that its steps shrink.
 *
 * <p>Source: Duchi, Hazan and Singer, Journal of Machine Learning Research 12 (2011).
 *
 * @param epsilon ε, above 0
 */
public record Adagrad(double epsilon) implements Optimizer {

    /**
     * Checks the numbers.
     *
     * @param epsilon ε, above 0
     * @throws IllegalArgumentException if one of them is out of its range
     */
    public Adagrad {
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
                    squares[k] += dv[k] * dv[k];
                    u[k] = learningRate * dv[k] / (Math.sqrt(squares[k]) + epsilon);
                }
            }
        }
    }
}
