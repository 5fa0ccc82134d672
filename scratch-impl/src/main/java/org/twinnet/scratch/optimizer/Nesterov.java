package org.twinnet.scratch.optimizer;

import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.Matrix;

/**
 * Gradient descent with Nesterov's momentum: v ← μ·v + dV, then V ← V − α·(dV + μ·v). It goes where the velocity will
 * have carried it, and remembers the velocity v of each parameter, which begins at 0.
 *
 * <p>Source: Sutskever, Martens, Dahl and Hinton, On the importance of initialization and momentum in deep learning,
 * ICML (2013), in the form of PyTorch's {@code SGD(nesterov=True)}, whose velocity does not carry α.
 *
 * @param momentum μ, from 0 and below 1
 */
public record Nesterov(double momentum) implements Optimizer {

    /**
     * Checks the numbers.
     *
     * @param momentum μ, from 0 and below 1
     * @throws IllegalArgumentException if one of them is out of its range
     */
    public Nesterov {
        Ranges.requireShare("Momentum", momentum);
    }

    @Override
    public OptimizerState newState(Parameters parameters) {
        return OptimizerState.zeros(parameters, "v");
    }

    @Override
    public void update(Parameters gradients, int t, double learningRate, OptimizerState state, Parameters update) {
        update.requireSameTensors("update = α·(dV + μ·v)", "d", gradients, "update of ");
        for (int n = 0; n < update.tensors().size(); n++) {
            Matrix dV = gradients.tensors().get(n).values();
            Matrix v = state.get("v").tensors().get(n).values();
            Matrix U = update.tensors().get(n).values();
            for (int i = 0; i < U.rows(); i++) {
                double[] dv = dV.row(i);
                double[] velocity = v.row(i);
                double[] u = U.row(i);
                for (int k = 0; k < u.length; k++) {
                    velocity[k] = momentum * velocity[k] + dv[k];
                    u[k] = learningRate * (dv[k] + momentum * velocity[k]);
                }
            }
        }
    }
}
