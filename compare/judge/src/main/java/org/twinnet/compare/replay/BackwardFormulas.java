package org.twinnet.compare.replay;

import org.twinnet.compare.trace.HyperParameters;
import org.twinnet.scratch.linalg.Matrix;

/**
 * The backward formulas of one layer and the update, with their rounding errors; ε is the error of what goes in.
 *
 * <pre>
 *   dAᴸ  = (1 − Y)/(1 − A) − Y/A                 γ₆·|dAᴸ| + εA·dAᴸ²
 *   dZᴸ  = Aᴸ − Y                                γ₈·|dZᴸ| + u·Aᴸ + εA      A may be rounded once more when it is stored
 *   dAˡ  = Wˡ⁺¹ᵀ·dZˡ⁺¹·D/keep_prob               (γₙ₊₄·|W|ᵀ·|dZ| + |W|ᵀ·εdZ + εWᵀ·(|dZ| + εdZ))·D/keep_prob
 *   dZˡ  = dAˡ where Zˡ &gt; 0, else 0           γ₂·|dAˡ| + εdA; |dAˡ| more where |Zˡ| ≤ εZ; n units
 *   dWˡ  = dZˡ·Aˡ⁻¹ᵀ/m + λ/m·Wˡ                  γₘ₊₆·(|dZ|·|A|ᵀ/m + λ/m·|W|) + (|dZ|·εAᵀ + εdZ·(|A| + εA)ᵀ)/m + λ/m·εW
 *   dbˡ  = Σⱼ dZˡⱼ/m                             γₘ₊₂·Σⱼ |dZˡⱼ|/m + Σⱼ εdZ/m
 *   V at i + 1 = V − α·dV                        γ₄·(|V| + α·|dV|) + εV + α·εdV
 *   d          = (V − V at i + 1)/α              γ₄·((|V| + |V at i + 1|)/α + |d|)
 * </pre>
 */
final class BackwardFormulas {

    private final Recipe recipe;
    private final Arithmetic arithmetic;
    private final HyperParameters hyper;
    private final Matrix Y;
    private final int m;

    BackwardFormulas(Recipe recipe, Arithmetic arithmetic, HyperParameters hyper, Matrix Y) {
        this.recipe = recipe;
        this.arithmetic = arithmetic;
        this.hyper = hyper;
        this.Y = Y;
        this.m = Y.columns();
    }

    private boolean averagedEarly() {
        return recipe.has(Alteration.AVERAGED_EARLY, 0);
    }

    Bounded outputGradient(Bounded A) {
        double share = recipe.has(Alteration.OUTPUT_DA_AVERAGED, 0) ? 1.0 / m : 1;
        return A.each((r, c, a, e, dA) -> {
            double p = Y.get(r, c) == 1 ? a : 1 - a;
            double full = (Y.get(r, c) == 1 ? -1 : 1) / p;
            double moved = e == 0 ? 0 : e * full * full / Math.max(1 - e * Math.abs(full), Double.MIN_NORMAL);
            double da = full * share;
            dA.set(r, c, da, arithmetic.gamma(7) * Math.abs(da) + moved * share + arithmetic.tiny());
        });
    }

    Bounded residual(Bounded A, int layer) {
        boolean flipped = recipe.has(Alteration.LABELS_FLIPPED_GRADIENT, layer);
        boolean twice = recipe.has(Alteration.SIGMOID_DERIVATIVE_TWICE, layer);
        double factor = recipe.factor(Factor.OUTPUT_GRADIENT, layer) / (averagedEarly() ? m : 1);
        return A.each((r, c, a, e, dZ) -> {
            double y = flipped ? 1 - Y.get(r, c) : Y.get(r, c);
            double slope = factor * (twice ? a * (1 - a) : 1);
            double dz = slope * (a - y);
            double stored = e + arithmetic.u() * Math.abs(a);
            dZ.set(r, c, dz, arithmetic.gamma(8) * Math.abs(dz) + stored * Math.abs(slope) + arithmetic.tiny());
        });
    }

    Bounded throughWeights(Bounded weights, Bounded dZ, Matrix scale, int layer) {
        boolean turned =
                recipe.has(Alteration.WEIGHTS_TRANSPOSED_BACKWARD, layer + 1) && weights.rows() == weights.columns();
        Bounded W = turned ? weights.transposed() : weights;
        double gamma = arithmetic.gamma(W.rows() + 4);
        Bounded dA = Bounded.ofShape(W.columns(), m);
        for (int k = 0; k < W.columns(); k++) {
            double[] sum = dA.values().row(k);
            double[] error = dA.errors().row(k);
            for (int r = 0; r < W.rows(); r++) {
                double w = W.values().get(r, k);
                double size = Math.abs(w);
                double ew = W.errors().get(r, k);
                double[] dz = dZ.values().row(r);
                double[] ez = dZ.errors().row(r);
                for (int j = 0; j < m; j++) {
                    sum[j] += w * dz[j];
                    error[j] += gamma * size * Math.abs(dz[j]) + size * ez[j] + ew * (Math.abs(dz[j]) + ez[j]);
                }
            }
            for (int j = 0; j < m; j++) {
                double s = scale.get(k, j);
                sum[j] *= s;
                error[j] = error[j] * Math.abs(s) + arithmetic.tiny();
            }
        }
        return dA;
    }

    /** dZ of a hidden layer; A only matters where the gate is taken from it. */
    Bounded gate(Bounded dA, Bounded Z, Bounded A, int layer) {
        boolean missing = recipe.has(Alteration.GATE_MISSING, layer);
        boolean inverted = recipe.has(Alteration.GATE_INVERTED, layer);
        boolean byActivation = recipe.has(Alteration.GATE_BY_ACTIVATION, layer);
        boolean sigmoid = recipe.has(Alteration.GATE_SIGMOID, layer);
        boolean tanh = recipe.has(Alteration.GATE_TANH, layer);
        double leak = recipe.has(Alteration.GATE_WITHOUT_LEAK, layer) ? 0 : recipe.factor(Factor.LEAK, layer);
        double factor = recipe.factor(Factor.HIDDEN_GRADIENT, layer);
        double gamma2 = arithmetic.gamma(2);
        Bounded gated = dA.each((r, c, da, e, dZ) -> {
            double z = Z.values().get(r, c);
            double ez = Z.errors().get(r, c);
            if (sigmoid || tanh) {
                double a = sigmoid ? 1 / (1 + Math.exp(-z)) : Math.tanh(z);
                double slope = sigmoid ? a * (1 - a) : 1 - a * a;
                double dz = da * slope;
                double size = arithmetic.gamma(8) * Math.abs(da) * (sigmoid ? slope + a * a : 1);
                dZ.set(r, c, dz, size + slope * e + Math.abs(da) * ez + arithmetic.tiny());
                return;
            }
            boolean positive = byActivation ? A.values().get(r, c) > 0 : z > 0;
            boolean open = missing || positive != inverted;
            double dz = open ? da : leak == 0 ? 0 : leak * da;
            boolean uncertain = !missing && ez > 0 && Math.abs(z) <= ez;
            dZ.set(r, c, dz, gamma2 * Math.abs(dz) + e + (uncertain ? Math.abs(da) : 0));
        });
        return factor == 1
                ? gated
                : gated.each((r, c, dz, e, dZ) ->
                        dZ.set(r, c, factor * dz, Math.abs(factor) * (e + arithmetic.gamma(4) * Math.abs(dz))));
    }

    /** Entry by entry what is left of mask and scale. */
    Bounded times(Bounded dA, Matrix scale) {
        double gamma = arithmetic.gamma(2);
        return dA.each((r, c, da, e, scaled) -> {
            double s = scale.get(r, c);
            scaled.set(r, c, da * s, gamma * Math.abs(da * s) + e * Math.abs(s) + arithmetic.tiny());
        });
    }

    /** dW + λ/m·W. */
    Bounded penalized(Bounded dW, Bounded W, int layer) {
        double decay = recipe.factor(Factor.PENALTY_GRADIENT, layer) * hyper.lambda() / m;
        boolean sign = recipe.has(Alteration.PENALTY_GRADIENT_OF_SIGN, layer);
        double gamma = arithmetic.gamma(4);
        return dW.each((r, c, dw, e, sum) -> {
            double w = W.values().get(r, c);
            double penalty = decay * (sign ? Math.signum(w) : w);
            double error = e
                    + gamma * (Math.abs(dw) + Math.abs(penalty))
                    + Math.abs(decay) * W.errors().get(r, c);
            sum.set(r, c, dw + penalty, error + arithmetic.tiny());
        });
    }

    Bounded weightGradient(Bounded dZ, Bounded A, Bounded W, int layer) {
        double data = recipe.factor(Factor.WEIGHT_GRADIENT, layer);
        int count = averagedEarly() ? 1 : m;
        double decay = recipe.has(Alteration.PENALTY_IN_UPDATE, layer)
                ? 0
                : recipe.factor(Factor.PENALTY_GRADIENT, layer) * hyper.lambda() / m;
        boolean sign = recipe.has(Alteration.PENALTY_GRADIENT_OF_SIGN, layer);
        double gamma = arithmetic.gamma(m + 6);
        Bounded dW = Bounded.ofShape(W.rows(), W.columns());
        for (int r = 0; r < W.rows(); r++) {
            double[] dz = dZ.values().row(r);
            double[] ez = dZ.errors().row(r);
            for (int k = 0; k < W.columns(); k++) {
                double[] a = A.values().row(k);
                double[] ea = A.errors().row(k);
                double sum = 0;
                double magnitude = 0;
                double moved = 0;
                for (int j = 0; j < m; j++) {
                    double term = dz[j] * a[j];
                    sum += term;
                    magnitude += Math.abs(term);
                    moved += Math.abs(dz[j]) * ea[j] + ez[j] * (Math.abs(a[j]) + ea[j]);
                }
                double w = W.values().get(r, k);
                double penalty = decay * (sign ? Math.signum(w) : w);
                double error = Math.abs(data) / count * (gamma * magnitude + moved)
                        + gamma * Math.abs(penalty)
                        + Math.abs(decay) * W.errors().get(r, k);
                dW.set(r, k, data * sum / count + penalty, error + arithmetic.tiny());
            }
        }
        return dW;
    }

    Bounded biasGradient(Bounded dZ, Bounded b, int layer) {
        double data = recipe.factor(Factor.BIAS_GRADIENT, layer);
        int count = averagedEarly() ? 1 : m;
        double decay = recipe.factor(Factor.BIAS_PENALTY_GRADIENT, layer) * hyper.lambda() / m;
        Bounded db = Bounded.ofShape(dZ.rows(), 1);
        for (int r = 0; r < dZ.rows(); r++) {
            double sum = 0;
            double error = 0;
            double gamma = arithmetic.gamma(m + 2);
            for (int j = 0; j < m; j++) {
                double dz = dZ.values().get(r, j);
                sum += dz;
                error += gamma * Math.abs(dz) + dZ.errors().get(r, j);
            }
            double penalty = decay * b.values().get(r, 0);
            error = error * Math.abs(data) / count
                    + arithmetic.gamma(4) * Math.abs(penalty)
                    + Math.abs(decay) * b.errors().get(r, 0);
            db.set(r, 0, data * sum / count + penalty, error + arithmetic.tiny());
        }
        return recipe.has(Alteration.BIAS_GRADIENT_MEAN_OF_UNITS, layer) ? mean(db) : db;
    }

    private Bounded mean(Bounded db) {
        double sum = 0;
        double error = 0;
        for (int r = 0; r < db.rows(); r++) {
            sum += db.values().get(r, 0);
            error += db.errors().get(r, 0)
                    + arithmetic.gamma(db.rows()) * Math.abs(db.values().get(r, 0));
        }
        double value = sum / db.rows();
        double bound = error / db.rows();
        return db.each((r, c, v, e, target) -> target.set(r, c, value, bound));
    }

    /** V − α·d − c·α·λ/m·V, the last of weights only, where it is added by mistake; layer 0 for biases. */
    Bounded update(Bounded before, Bounded direction, double stepFactor, int layer) {
        double alpha = hyper.learningRate() * stepFactor;
        double decay = layer == 0 ? 0 : alpha * recipe.factor(Factor.DECAY_IN_UPDATE, layer) * hyper.lambda() / m;
        return before.each((r, c, v, e, next) -> {
            double step = alpha * direction.values().get(r, c);
            double shrunk = decay * v;
            double error = arithmetic.gamma(4) * (Math.abs(v) + Math.abs(step))
                    + e
                    + Math.abs(alpha) * direction.errors().get(r, c);
            double more = arithmetic.gamma(6) * Math.abs(shrunk) + Math.abs(decay) * e;
            next.set(r, c, v - step - shrunk, error + more + arithmetic.tiny());
        });
    }

    /** d of an update V − α·d that is known by what it leads to. */
    Bounded direction(Bounded before, Bounded after, double stepFactor) {
        double alpha = hyper.learningRate() * stepFactor;
        return before.each((r, c, v, e, d) -> {
            double next = after.values().get(r, c);
            double value = (v - next) / alpha;
            double rounded = arithmetic.gamma(4) * (Math.abs(v) + Math.abs(next)) / Math.abs(alpha);
            d.set(r, c, value, rounded + arithmetic.gamma(4) * Math.abs(value) + arithmetic.tiny());
        });
    }
}
