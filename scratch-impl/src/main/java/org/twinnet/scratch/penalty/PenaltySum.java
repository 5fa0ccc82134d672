package org.twinnet.scratch.penalty;

import java.util.List;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.ShapeMismatchException;

/**
 * Several penalties at once: costs add up, and so do gradients.
 *
 * @param parts the penalties
 * @param ofBiases whether biases are penalized as weights are
 */
public record PenaltySum(List<Penalty> parts, boolean ofBiases) implements Penalty {

    /**
     * Copies the list.
     *
     * @param parts the penalties
     * @param ofBiases whether biases are penalized as weights are
     */
    public PenaltySum {
        parts = List.copyOf(parts);
    }

    @Override
    public double cost(Matrix W, int m) {
        double sum = 0;
        for (int n = 0; n < parts.size(); n++) {
            sum += parts.get(n).cost(W, m);
        }
        return sum;
    }

    @Override
    public double slope(double w, int m) {
        double sum = 0;
        for (int n = 0; n < parts.size(); n++) {
            sum += parts.get(n).slope(w, m);
        }
        return sum;
    }

    @Override
    public void addGradient(Matrix W, int m, Matrix dW) {
        ShapeMismatchException.requireSameShape("dW += Σ ∂penalty/∂W", "W", W, "dW", dW);
        L1Penalty.addSlopes(this, W, m, dW);
    }
}
