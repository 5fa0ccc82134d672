package org.twinnet.compare.check;

import java.util.Optional;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.scratch.linalg.Matrix;

/**
 * Recomputes a reported cost from the output and the weights of its iteration, with the rounding error of that one operation.
 *
 * <pre>
 *   J     = Σ −ln p / m + λ/2m·Σ W²          p the probability of the true class, from the trace's logit
 *   per term, with d the error of the stored probability, 8u·a + u:
 *           −ln(1 − d/p) + 8u·(|z| + |ln p|)
 *   floor = Σ terms / m + 2γₘ₊₂·cross-entropy + 2γₖ₊₆·penalty      k weights
 * </pre>
 *
 * <p>Where an output saturates, so that rounding can make p zero, the cost of a probability is not determined, and none is expected.
 */
final class CostRelation {

    /**
     * A recomputed cost.
     *
     * @param cost what it must be
     * @param floor largest difference that rounding explains
     */
    record Cost(double cost, double floor) {}

    private final Trace trace;
    private final int m;
    private final double u;

    CostRelation(Trace trace) {
        this.trace = trace;
        this.m = trace.exampleCount();
        this.u = trace.precision().unitRoundoff();
    }

    /** The cost of an iteration; empty where its output or a weight is missing, or where an output saturates. */
    Optional<Cost> expected(int iteration) {
        Optional<Matrix> Z = matrix(Quantity.Z, trace.depth(), iteration);
        Optional<Cost> penalty = penalty(iteration);
        if (Z.isEmpty() || penalty.isEmpty()) {
            return Optional.empty();
        }
        Cost crossEntropy = crossEntropy(Z.get());
        if (!Double.isFinite(crossEntropy.floor())) {
            return Optional.empty();
        }
        double cost = crossEntropy.cost() + penalty.get().cost();
        return Optional.of(new Cost(cost, crossEntropy.floor() + penalty.get().floor() + 2 * u * cost));
    }

    private Cost crossEntropy(Matrix Z) {
        double sum = 0;
        double floors = 0;
        for (int r = 0; r < Z.rows(); r++) {
            for (int j = 0; j < m; j++) {
                double z = Z.get(r, j);
                double toTruth = trace.Y().get(r, j) == 1 ? z : -z;
                // ln(1 + e⁻ᶻ) without overflow; the value is the same
                double term = Math.max(0, -toTruth) + Math.log1p(Math.exp(-Math.abs(z)));
                double a = 1 / (1 + Math.exp(-z));
                double relative = (8 * u * a + u) / Math.exp(-term);
                floors += -Math.log1p(-Math.min(1, relative)) + 8 * u * (Math.abs(z) + term);
                sum += term;
            }
        }
        return new Cost(sum / m, floors / m + gamma(Z.rows() * m + 2) * sum / m);
    }

    private Optional<Cost> penalty(int iteration) {
        double squares = 0;
        int weights = 0;
        for (int l = 1; l <= trace.depth(); l++) {
            Optional<Matrix> W = matrix(Quantity.W, l, iteration);
            if (W.isEmpty()) {
                return Optional.empty();
            }
            for (double[] row : W.get().toArray()) {
                for (double w : row) {
                    squares += w * w;
                    weights++;
                }
            }
        }
        double penalty = trace.hyperParameters().lambda() * squares / (2.0 * m);
        return Optional.of(new Cost(penalty, gamma(weights + 6) * penalty));
    }

    private Optional<Matrix> matrix(Quantity quantity, int layer, int iteration) {
        return trace.tensor(quantity, layer, iteration).map(TraceTensor::oriented);
    }

    /** Two programs, each within γₙ of the exact result. */
    private double gamma(int n) {
        return 2 * n * u / (1 - n * u);
    }
}
