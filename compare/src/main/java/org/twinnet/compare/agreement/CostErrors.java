package org.twinnet.compare.agreement;

import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.Products;
import org.twinnet.scratch.network.Parameters;

/**
 * How far two correct programs can part in the cost, one taking the logarithm of the probability and one working on the logit.
 *
 * <pre>
 *   per row, with p the probability of the true class and d = a·(1 − a)·εZᴸ + 4u·a + u:
 *     from the probability  −ln(1 − d/p) + 2u·|ln p|
 *     from the logit        (1 − p)·εZᴸ + 4u·(|z| + |ln p|)
 *   cross-entropy           mean of both + 2γₘ₊₁·J
 *   penalty                 2γₖ₊₆·penalty, for k weights
 * </pre>
 */
final class CostErrors {

    private final double lambda;
    private final Matrix Y;
    private double crossEntropy;
    private double crossEntropyFloor;
    private double penalty;
    private double penaltyFloor;

    CostErrors(double lambda, Matrix Y) {
        this.lambda = lambda;
        this.Y = Y;
    }

    /** Analyses the cost of a forward pass. */
    void analyse(Parameters parameters, ForwardErrors forward) {
        analyseCrossEntropy(forward, parameters.depth());
        analysePenalty(parameters);
    }

    double crossEntropyFloor() {
        return crossEntropyFloor;
    }

    double penaltyFloor() {
        return penaltyFloor;
    }

    double costFloor() {
        return crossEntropyFloor + penaltyFloor + 2 * Rounding.UNIT * (crossEntropy + penalty);
    }

    private void analyseCrossEntropy(ForwardErrors forward, int L) {
        double[] a = forward.pass().output().row(0);
        double[] z = forward.pass().Z(L).row(0);
        double[] ez = forward.zError(L).row(0);
        double[] y = Y.row(0);
        int m = y.length;
        double sum = 0;
        double floors = 0;
        for (int j = 0; j < m; j++) {
            double p = y[j] == 1.0 ? a[j] : 1.0 - a[j];
            double term = -Math.log(p);
            double relative = (a[j] * (1 - a[j]) * ez[j] + 4 * Rounding.UNIT * a[j] + Rounding.UNIT) / p;
            // −ln(1 − x) ≤ 1.001·x for x ≤ 0.001; the exact form is only worth its price beyond
            double logarithm = relative <= 1e-3 ? 1.001 * relative : -Math.log1p(-Math.min(1, relative));
            double fromProbability = logarithm + 2 * Rounding.UNIT * term;
            double fromLogit = (1 - p) * ez[j] + 4 * Rounding.UNIT * (Math.abs(z[j]) + term);
            sum += term;
            floors += fromProbability + fromLogit;
        }
        crossEntropy = sum / m;
        crossEntropyFloor = floors / m + 2 * Rounding.gamma(m + 1) * crossEntropy;
    }

    private void analysePenalty(Parameters parameters) {
        int weights = 0;
        double squares = 0;
        for (int l = 1; l <= parameters.depth(); l++) {
            Matrix W = parameters.W(l);
            squares += Products.squaredNorm(W);
            weights += W.rows() * W.columns();
        }
        penalty = lambda * squares / (2.0 * Y.columns());
        penaltyFloor = 2 * Rounding.gamma(weights + 6) * penalty;
    }
}
