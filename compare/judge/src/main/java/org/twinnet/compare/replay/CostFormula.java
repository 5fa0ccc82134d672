package org.twinnet.compare.replay;

import java.util.List;
import org.twinnet.scratch.linalg.Matrix;

/**
 * The cost, with its rounding error; ε is the error of what goes in.
 *
 * <pre>
 *   J     = Σ −ln p / m + λ/2m·Σ W²          p the probability of the true class
 *   per term, with d the relative error of the stored probability, 8u·max(a, ½)/p for p = a and u/p more for p = 1 − a:
 *           −ln(1 − d) + 8u·(|z| + |ln p|) + (1 − p)·(e^εZ − 1)
 *   floor = Σ terms / m + γₘ₊₂·cross-entropy + γₖ₊₆·penalty + 2·√k·‖W‖·εW·λ/2m      k weights
 * </pre>
 *
 * <p>The first line covers both ways to compute a term, from the stored probability and from the logit. Where an output
 * saturates, so that rounding can make p zero, the cost of a probability is not determined: the error is then infinite.
 */
final class CostFormula {

    private final Recipe recipe;
    private final Arithmetic arithmetic;
    private final double lambda;
    private final Matrix Y;
    private final int m;

    CostFormula(Recipe recipe, Arithmetic arithmetic, double lambda, Matrix Y) {
        this.recipe = recipe;
        this.arithmetic = arithmetic;
        this.lambda = lambda;
        this.Y = Y;
        this.m = Y.columns();
    }

    /** The cross-entropy from the logits. */
    BoundedNumber fromLogits(Bounded Z) {
        double u = arithmetic.u();
        double sum = 0;
        double magnitude = 0;
        double error = 0;
        for (int r = 0; r < Z.rows(); r++) {
            for (int j = 0; j < m; j++) {
                double z = Z.values().get(r, j);
                double toTruth = isPositive(r, j) ? z : -z;
                // ln(1 + e⁻ᶻ) without overflow; the value is the same
                double logTerm = Math.max(0, -toTruth) + Math.log1p(Math.exp(-Math.abs(z)));
                double p = Math.exp(-logTerm);
                double term = term(p, logTerm);
                double weight = weight(r, j);
                double stored = isPositive(r, j) ? p : -Math.expm1(-logTerm);
                double relative = (8 * u * Math.max(stored, 0.5) + (isPositive(r, j) ? 0 : u)) / inLogarithm(p);
                double moved = Z.errors().get(r, j) == 0
                        ? 0
                        : (1 - p) * Math.expm1(Z.errors().get(r, j));
                error += Math.abs(weight)
                        * (-Math.log1p(-Math.min(1, relative)) + 8 * u * (Math.abs(z) + Math.abs(term)) + moved);
                sum += weight * term;
                magnitude += Math.abs(weight * term);
            }
        }
        return mean(sum, magnitude, error, Z.rows());
    }

    /**
     * The cross-entropy from the output, where no logit tells more. Terms that are not a number count as nothing, as
     * the notebook's nansum has it.
     */
    BoundedNumber fromProbabilities(Bounded A) {
        double u = arithmetic.u();
        double sum = 0;
        double magnitude = 0;
        double error = 0;
        for (int r = 0; r < A.rows(); r++) {
            for (int j = 0; j < m; j++) {
                double a = A.values().get(r, j);
                double p = isPositive(r, j) ? a : 1 - a;
                double term = term(p, -Math.log(p));
                if (Double.isNaN(term)) {
                    continue;
                }
                double relative =
                        (8 * u * a + (isPositive(r, j) ? 0 : u) + A.errors().get(r, j)) / inLogarithm(p);
                double weight = weight(r, j);
                error += Math.abs(weight) * (-Math.log1p(-Math.min(1, Math.abs(relative))) + 8 * u * Math.abs(term));
                sum += weight * term;
                magnitude += Math.abs(weight * term);
            }
        }
        return mean(sum, magnitude, error, A.rows());
    }

    private boolean isPositive(int r, int j) {
        return (Y.get(r, j) == 1) != recipe.has(Alteration.LABELS_FLIPPED_COST, 0);
    }

    private double weight(int r, int j) {
        return recipe.factor(isPositive(r, j) ? Factor.POSITIVE_TERM : Factor.NEGATIVE_TERM, 0);
    }

    private double term(double p, double logTerm) {
        double held = inLogarithm(p);
        return held == p ? logTerm : -Math.log(held);
    }

    /** What the logarithm is taken of. A small ε in it bounds what rounding of p can do. */
    private double inLogarithm(double p) {
        double clip = recipe.factor(Factor.CLIP, 0);
        double most = recipe.has(Alteration.CLIP_BELOW_ONLY, 0) ? 1 : 1 - clip;
        double held = clip > 0 ? Math.min(Math.max(p, clip), most) : p;
        return held + recipe.factor(Factor.OFFSET, 0);
    }

    private BoundedNumber mean(double sum, double magnitude, double error, int outputs) {
        double factor = recipe.factor(Factor.CROSS_ENTROPY, 0);
        double floor = Math.abs(factor) / m * (error + arithmetic.gamma(outputs * m + 2) * magnitude);
        return new BoundedNumber(factor * sum / m, floor);
    }

    /** What the weights, and by mistake the biases, add. */
    BoundedNumber penalty(List<Bounded> weights, List<Bounded> biases) {
        double value = 0;
        double error = 0;
        double all = 0;
        for (int l = 1; l <= weights.size(); l++) {
            Bounded W = weights.get(l - 1);
            double factor = recipe.factor(Factor.PENALTY, l);
            boolean absolute = recipe.has(Alteration.PENALTY_OF_ABSOLUTE_VALUES, l);
            double[] sum = sums(W, absolute);
            if (recipe.has(Alteration.PENALTY_WITH_BIASES, l)) {
                double[] more = sums(biases.get(l - 1), absolute);
                sum[0] += more[0];
                sum[1] += more[1];
            }
            all += factor * sum[0];
            if (recipe.has(Alteration.NORM_NOT_SQUARED, l)) {
                double norm = Math.sqrt(sum[0]);
                sum[1] = norm == 0 ? 0 : sum[1] / norm + arithmetic.gamma(2) * norm;
                sum[0] = norm;
            }
            value += factor * sum[0];
            error += Math.abs(factor) * sum[1];
        }
        if (recipe.has(Alteration.NORM_OF_ALL_NOT_SQUARED, 0)) {
            double norm = Math.sqrt(all);
            error = norm == 0 ? 0 : error / norm + arithmetic.gamma(2) * norm;
            value = norm;
        }
        double scale = lambda / (2.0 * m);
        return new BoundedNumber(scale * value, scale * error + arithmetic.gamma(4) * Math.abs(scale * value));
    }

    private double[] sums(Bounded W, boolean absolute) {
        double sum = 0;
        double error = 0;
        for (int r = 0; r < W.rows(); r++) {
            for (int c = 0; c < W.columns(); c++) {
                double w = Math.abs(W.values().get(r, c));
                double e = W.errors().get(r, c);
                sum += absolute ? w : w * w;
                error += absolute ? e : 2 * w * e + e * e;
            }
        }
        return new double[] {sum, error + arithmetic.gamma(W.rows() * W.columns() + 6) * sum};
    }
}
