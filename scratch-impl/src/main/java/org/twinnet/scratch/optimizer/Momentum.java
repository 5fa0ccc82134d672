package org.twinnet.scratch.optimizer;

import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.Matrix;

/**
 * Gradient descent with momentum: v ← μ·v + dV, or v ← μ·v + (1 − μ)·dV where it averages; then V ← V − α·v. It
 * remembers the velocity v of each parameter, which begins at 0.
 *
 * <p>Source: Polyak, USSR Computational Mathematics and Mathematical Physics 4 (1964); the averaging form is that of
 * the course's {@code update_parameters_with_momentum}.
 *
 * @param momentum μ, from 0 and below 1
 * @param average whether the velocity is an exponential average of gradients
 */
public record Momentum(double momentum, boolean average) implements Optimizer {

    /**
     * Checks μ.
     *
     * @param momentum μ
     * @param average whether the velocity is an average
     * @throws IllegalArgumentException if μ is below 0, or 1 or more
     */
    public Momentum {
        Ranges.requireShare("Momentum", momentum);
    }

    @Override
    public OptimizerState newState(Parameters parameters) {
        return OptimizerState.zeros(parameters, "v");
    }

    @Override
    public void update(Parameters gradients, int t, double learningRate, OptimizerState state, Parameters update) {
        update.requireSameTensors("update = α·v", "d", gradients, "update of ");
        Parameters velocities = state.get("v");
        double share = average ? 1 - momentum : 1;
        for (int n = 0; n < update.tensors().size(); n++) {
            Matrix dV = gradients.tensors().get(n).values();
            Matrix v = velocities.tensors().get(n).values();
            Matrix U = update.tensors().get(n).values();
            for (int i = 0; i < U.rows(); i++) {
                double[] dv = dV.row(i);
                double[] velocity = v.row(i);
                double[] u = U.row(i);
                for (int k = 0; k < u.length; k++) {
                    velocity[k] = momentum * velocity[k] + share * dv[k];
                    u[k] = learningRate * velocity[k];
                }
            }
        }
    }
}
