package org.twinnet.scratch.optimizer;

import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.Matrix;

/**
 * Plain gradient descent: V ← V − α·dV for every weight and bias. It remembers nothing.
 *
 * <p>Source: the notebook's {@code update_parameters}.
 */
public record GradientDescent() implements Optimizer {

    @Override
    public OptimizerState newState(Parameters parameters) {
        return OptimizerState.none();
    }

    @Override
    public void update(Parameters gradients, int t, double learningRate, OptimizerState state, Parameters update) {
        update.requireSameTensors("update = α·dV", "d", gradients, "update of ");
        for (int n = 0; n < update.tensors().size(); n++) {
            Matrix dV = gradients.tensors().get(n).values();
            Matrix U = update.tensors().get(n).values();
            for (int i = 0; i < U.rows(); i++) {
                double[] dv = dV.row(i);
                double[] u = U.row(i);
                for (int k = 0; k < u.length; k++) {
                    u[k] = learningRate * dv[k];
                }
            }
        }
    }
}
