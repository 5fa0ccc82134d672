package org.twinnet.compare.replay;

import org.twinnet.scratch.linalg.Matrix;

/**
 * The forward formulas of one layer, with their rounding errors; ε is the error of what goes in.
 *
 * <pre>
 *   Z  = W·A + b                γₙ₊₃·(|W|·|A| + |b|) + |W|·εA + εW·(|A| + εA) + εb      n inputs
 *   A  = max(0, Z)·D/keep_prob  γ₃·|A| + εZ·D/keep_prob
 *   Aᴸ = 1 / (1 + e⁻ᶻ)          γ₈·max(a, ½) + a·(1 − a)·(e^εZ − 1)
 * </pre>
 *
 * <p>The ½ is there because ½·(1 + tanh z/2), which some libraries compute, is the same function but rounds beside ½
 * and not beside a.
 *
 * <p>γₙ as {@link Arithmetic#gamma}. Error analysis: Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed.,
 * ch. 3.
 */
final class ForwardFormulas {

    private final Recipe recipe;
    private final Arithmetic arithmetic;
    private final int depth;

    ForwardFormulas(Recipe recipe, Arithmetic arithmetic, int depth) {
        this.recipe = recipe;
        this.arithmetic = arithmetic;
        this.depth = depth;
    }

    Bounded Z(Bounded weights, Bounded inputs, Bounded biases, int layer) {
        boolean turned =
                recipe.has(Alteration.WEIGHTS_TRANSPOSED_FORWARD, layer) && weights.rows() == weights.columns();
        Bounded W = turned ? weights.transposed() : weights;
        boolean added = !recipe.has(Alteration.BIAS_NOT_ADDED, layer);
        int m = inputs.columns();
        double gamma = arithmetic.gamma(W.columns() + 3);
        Bounded Z = Bounded.ofShape(W.rows(), m);
        for (int r = 0; r < W.rows(); r++) {
            double[] z = Z.values().row(r);
            double[] magnitude = new double[m];
            double[] error = Z.errors().row(r);
            if (added) {
                double b = biases.values().get(r, 0);
                for (int j = 0; j < m; j++) {
                    z[j] = b;
                    magnitude[j] = Math.abs(b);
                    error[j] = biases.errors().get(r, 0);
                }
            }
            for (int k = 0; k < W.columns(); k++) {
                double w = W.values().get(r, k);
                double size = Math.abs(w);
                double ew = W.errors().get(r, k);
                double[] a = inputs.values().row(k);
                double[] ea = inputs.errors().row(k);
                for (int j = 0; j < m; j++) {
                    z[j] += w * a[j];
                    magnitude[j] += size * Math.abs(a[j]);
                    error[j] += size * ea[j] + ew * (Math.abs(a[j]) + ea[j]);
                }
            }
            for (int j = 0; j < m; j++) {
                error[j] += gamma * magnitude[j] + arithmetic.tiny();
            }
        }
        return Z;
    }

    /** A of a hidden layer. */
    Bounded hidden(Bounded Z, Matrix scale, int layer) {
        double leak = recipe.factor(Factor.LEAK, layer);
        double gamma3 = arithmetic.gamma(3);
        double gamma8 = arithmetic.gamma(8);
        if (recipe.has(Alteration.SIGMOID, layer)) {
            return Z.each((r, c, z, e, A) -> sigmoid(r, c, z, e, scale.get(r, c), A));
        }
        if (recipe.has(Alteration.TANH, layer)) {
            return Z.each((r, c, z, e, A) -> {
                double a = Math.tanh(z) * scale.get(r, c);
                A.set(r, c, a, gamma8 * Math.abs(a) + e * scale.get(r, c) + arithmetic.tiny());
            });
        }
        boolean linear = recipe.has(Alteration.IDENTITY, layer);
        return Z.each((r, c, z, e, A) -> {
            double s = scale.get(r, c);
            double a = (linear || z > 0 ? z : leak == 0 ? 0 : leak * z) * s;
            A.set(r, c, a, gamma3 * Math.abs(a) + e * s + arithmetic.tiny());
        });
    }

    /** A of the output. */
    Bounded output(Bounded Z) {
        if (recipe.has(Alteration.IDENTITY, depth)) {
            return Z;
        }
        if (recipe.has(Alteration.RECTIFIED_OUTPUT, depth)) {
            return Z.each((r, c, z, e, A) -> A.set(r, c, Math.max(0, z), e));
        }
        double clip = recipe.factor(Factor.OUTPUT_CLIP, depth);
        return Z.each((r, c, z, e, A) -> {
            sigmoid(r, c, z, e, 1, A);
            if (clip > 0) {
                clip(r, c, z, clip, A);
            }
        });
    }

    /**
     * Holds an output to [ε, 1 − ε], or only one of exactly 0 or 1 to ε or 1 − ε. With q = e^(−|z|), an output is 1
     * where q is below u/2 and not where it is above 4u; it is 0 where q is below the smallest number and not where it
     * is a normal one. Between, either may be, and 1/(1 + e⁻ᶻ) is taken.
     */
    private void clip(int r, int c, double z, double clip, Bounded A) {
        double a = A.values().get(r, c);
        double held = Math.min(Math.max(a, clip), 1 - clip);
        if (!recipe.has(Alteration.CLIP_SATURATED_ONLY, depth)) {
            A.set(r, c, held, A.errors().get(r, c));
            return;
        }
        double q = Math.exp(-Math.abs(z));
        double sure = z > 0 ? arithmetic.u() / 2 : arithmetic.tiny() * arithmetic.u();
        double never = z > 0 ? 4 * arithmetic.u() : arithmetic.tiny();
        boolean saturated = z > 0 ? q <= arithmetic.u() : q < arithmetic.tiny() / 4;
        A.set(r, c, saturated ? held : a, A.errors().get(r, c) + (q > sure && q < never ? clip : 0));
    }

    private void sigmoid(int r, int c, double z, double e, double scale, Bounded A) {
        double a = 1 / (1 + Math.exp(-z));
        double moved = e == 0 ? 0 : a * (1 - a) * Math.expm1(e);
        A.set(r, c, a * scale, (arithmetic.gamma(8) * Math.max(a, 0.5) + moved) * scale + arithmetic.tiny());
    }
}
