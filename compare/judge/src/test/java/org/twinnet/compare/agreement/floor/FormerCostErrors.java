package org.twinnet.compare.agreement.floor;

import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.Products;

/**
 * How far two correct programs can part in the cost: one taking the logarithm of the probability and the other working
 * on the logit, or both working on the logit. The former has no bound where an output saturates on the wrong side, the
 * latter has one as long as the logits are finite.
 *
 * <pre>
 *   per row, with p the probability of the true class:
 *     from the probability  −ln(1 − (εAᴸ + u)/p) + 2u·|ln p|
 *     from the logit        εZᴸ·min(1, 1.001·(1 − p + 4u)) + 4u·(|z| + |ln p|) + τ; εZᴸ for its first term where that is above 0.001
 *   cross-entropy           mean of both + 2γₘ₊₁·J; with two logits, mean of twice the second + 2γₘ₊₁·J
 *   penalty                 2γₖ₊₆·penalty + 2τ, for k weights
 * </pre>
 */
final class FormerCostErrors {

    private final double lambda;
    private final Matrix Y;
    private double crossEntropy;
    private double crossEntropyFloor;
    private double logitCrossEntropy;
    private double logitCrossEntropyFloor;
    private double penalty;
    private double penaltyFloor;

    FormerCostErrors(double lambda, Matrix Y) {
        this.lambda = lambda;
        this.Y = Y;
    }

    /** Analyses the cost of a forward pass. */
    void analyse(Parameters parameters, FormerForwardErrors forward) {
        analyseCrossEntropy(forward, parameters.depth());
        analysePenalty(parameters);
    }

    double crossEntropyFloor() {
        return crossEntropyFloor;
    }

    double logitCrossEntropyFloor() {
        return logitCrossEntropyFloor;
    }

    double penaltyFloor() {
        return penaltyFloor;
    }

    double costFloor() {
        return crossEntropyFloor + penaltyFloor + 2 * FormerRounding.UNIT * (crossEntropy + penalty);
    }

    double logitCostFloor() {
        return logitCrossEntropyFloor + penaltyFloor + 2 * FormerRounding.UNIT * (logitCrossEntropy + penalty);
    }

    private void analyseCrossEntropy(FormerForwardErrors forward, int L) {
        double[] a = forward.pass().output().row(0);
        double[] ea = forward.aError(L).row(0);
        double[] z = forward.pass().Z(L).row(0);
        double[] ez = forward.zError(L).row(0);
        double[] y = Y.row(0);
        int m = y.length;
        double sum = 0;
        double logitSum = 0;
        double floors = 0;
        double logitFloors = 0;
        for (int j = 0; j < m; j++) {
            double p = y[j] == 1.0 ? a[j] : 1.0 - a[j];
            double term = -Math.log(p);
            double relative = (ea[j] + FormerRounding.UNIT) / p;
            double logarithm =
                    relative <= FormerRounding.SMALL ? 1.001 * relative : -Math.log1p(-Math.min(1, relative));
            // beside its own size a saturated probability hardly knows its logarithm, which is then the logit
            double logitTerm = relative <= FormerRounding.SMALL ? term : Math.abs(z[j]) + 1;
            double slope = ez[j] <= FormerRounding.SMALL ? Math.min(1, 1.001 * (1 - p + 4 * FormerRounding.UNIT)) : 1;
            double fromLogit =
                    slope * ez[j] + 4 * FormerRounding.UNIT * (Math.abs(z[j]) + logitTerm) + FormerRounding.TINY;
            sum += term;
            logitSum += logitTerm;
            floors += logarithm + 2 * FormerRounding.UNIT * term + fromLogit;
            logitFloors += fromLogit;
        }
        crossEntropy = sum / m;
        crossEntropyFloor = floors / m + 2 * FormerRounding.gamma(m + 1) * crossEntropy;
        logitCrossEntropy = logitSum / m;
        logitCrossEntropyFloor = 2 * (logitFloors / m + FormerRounding.gamma(m + 1) * logitCrossEntropy);
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
        penaltyFloor = 2 * FormerRounding.gamma(weights + 6) * penalty + 2 * FormerRounding.TINY;
    }
}
