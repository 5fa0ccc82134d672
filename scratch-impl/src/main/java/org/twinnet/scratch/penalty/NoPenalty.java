package org.twinnet.scratch.penalty;

import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.ShapeMismatchException;

/** No regularization: the penalty is 0 and so is its gradient. */
public record NoPenalty() implements Penalty {

    @Override
    public double cost(Matrix W, int m) {
        return 0;
    }

    @Override
    public double slope(double w, int m) {
        return 0;
    }

    @Override
    public void addGradient(Matrix W, int m, Matrix dW) {
        // The gradient of 0 is 0; shapes are held to the contract all the same.
        ShapeMismatchException.requireSameShape("dW += 0", "W", W, "dW", dW);
    }
}
