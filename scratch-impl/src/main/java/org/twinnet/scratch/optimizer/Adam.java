package org.twinnet.scratch.optimizer;

import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.Matrix;

/**
 * Adam: m ← β₁·m + (1 − β₁)·dV and v ← β₂·v + (1 − β₂)·dV². It remembers m and v of each parameter, which begin at 0
 * and are too small at first: m̂ = m/(1 − β₁ᵗ) and v̂ = v/(1 − β₂ᵗ) correct that.
 *
 * <pre>
 *   after the correction    V ← V − α·m̂/(√v̂ + ε)
 *   before the correction   V ← V − α·√(1 − β₂ᵗ)/(1 − β₁ᵗ)·m/(√v + ε)
 * </pre>
 *
 * <p>Source: Kingma and Ba, Adam: A Method for Stochastic Optimization, ICLR (2015), algorithm 1; the other place of ε
 * is that of the remark in section 2.
 *
 * @param beta1 β₁, from 0 and below 1
 * @param beta2 β₂, from 0 and below 1
 * @param epsilon ε, above 0
 * @param epsilonPlace where ε is added
 */
public record Adam(double beta1, double beta2, double epsilon, EpsilonPlace epsilonPlace) implements Optimizer {

    /**
     * Checks the numbers.
     *
     * @param beta1 β₁, from 0 and below 1
     * @param beta2 β₂, from 0 and below 1
     * @param epsilon ε, above 0
     * @param epsilonPlace where ε is added
     * @throws IllegalArgumentException if one of them is out of its range
     */
    public Adam {
        Ranges.requireShare("Beta1", beta1);
        Ranges.requireShare("Beta2", beta2);
        Ranges.requireAboveZero("Epsilon", epsilon);
    }

    @Override
    public OptimizerState newState(Parameters parameters) {
        return OptimizerState.zeros(parameters, "m", "v");
    }

    @Override
    public void update(Parameters gradients, int t, double learningRate, OptimizerState state, Parameters update) {
        update.requireSameTensors("update = α·m̂/(√v̂ + ε)", "d", gradients, "update of ");
        double first = 1 - Math.pow(beta1, t);
        double second = 1 - Math.pow(beta2, t);
        double early = learningRate * Math.sqrt(second) / first;
        for (int n = 0; n < update.tensors().size(); n++) {
            Matrix dV = gradients.tensors().get(n).values();
            Matrix m = state.get("m").tensors().get(n).values();
            Matrix v = state.get("v").tensors().get(n).values();
            Matrix U = update.tensors().get(n).values();
            for (int i = 0; i < U.rows(); i++) {
                double[] dv = dV.row(i);
                double[] mean = m.row(i);
                double[] square = v.row(i);
                double[] u = U.row(i);
                for (int k = 0; k < u.length; k++) {
                    mean[k] = beta1 * mean[k] + (1 - beta1) * dv[k];
                    square[k] = beta2 * square[k] + (1 - beta2) * dv[k] * dv[k];
                    u[k] = epsilonPlace == EpsilonPlace.AFTER_CORRECTION
                            ? learningRate * (mean[k] / first) / (Math.sqrt(square[k] / second) + epsilon)
                            : early * mean[k] / (Math.sqrt(square[k]) + epsilon);
                }
            }
        }
    }
}
