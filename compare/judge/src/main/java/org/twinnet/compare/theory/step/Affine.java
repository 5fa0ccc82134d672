package org.twinnet.compare.theory.step;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Chapter;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.mistake.Mistake;

/**
 * The affine map of a dense layer and its gradients, with rounding bounds that hold in any order of summation, with or
 * without fused multiply-add.
 *
 * <pre>
 *   Z  = W·A + b       εZ  = γ·(|W|·|A| + |b|) + (1 + 2γ)·(|W|·εA + εW·(|A| + 3εA) + εb) + (n + 1)·τ
 *                                                                                 n inputs, γ = γₙ₊₂
 *   dA = Wᵀ·dZ         εdA = γ·|W|ᵀ·|dZ| + (1 + 2γ)·(|W|ᵀ·εdZ + εWᵀ·(|dZ| + 3εdZ)) + (n + 1)·τ
 *                                                                                 n units, γ = γₙ₊₂
 *   dW = dZ·Aᵀ/m       εdW = (P·|A|ᵀ + Q·εAᵀ)/m + 2τ
 *   db = Σⱼ dZⱼ/m      εdb = Σⱼ Pⱼ/m + τ
 *                      P   = γₘ₊₂·|dZ| + (1 + 2γₘ₊₂)·εdZ,   Q = (1 + 2γₘ₊₂)·(|dZ| + 3εdZ)
 * </pre>
 *
 * <p>A product of x and y, both off by their errors, is off by |x|·εy + |y|·εx + 3·εx·εy: the values here may be as far
 * from the exact ones as a program's. Each operation may also be off by τ, where it underflows. Where the terms of a
 * sum are so large that partial sums may leave the range of the format, its bound is infinite.
 *
 * <p>Loops run along rows; products take four inputs a pass and 2 × 2 dot products a pass, values and bounds in loops
 * of their own, which measured twice as fast as one loop for both. Not thread-safe: holds its scratch rows.
 */
public final class Affine implements Chapter {

    private final Rounding rounding;
    private final double[][] terms;
    private final double[][] movedTerms;

    /**
     * Makes the scratch rows.
     *
     * @param rounding the format that programs compute in
     * @param widest units of the widest layer, the inputs among them
     * @param m number of examples
     */
    public Affine(Rounding rounding, int widest, int m) {
        this.rounding = rounding;
        this.terms = new double[widest][m];
        this.movedTerms = new double[widest][m];
    }

    @Override
    public String formula() {
        return "Z = W·A + b";
    }

    /** Those of every affine map, whatever its size. */
    @Override
    public List<Mistake> mistakes() {
        return ofAll();
    }

    /**
     * What people get wrong with affine maps.
     *
     * @return the mistakes, the usual ones first
     */
    public static List<Mistake> ofAll() {
        return Stream.of(
                        AffineMistakes.ofForward(),
                        AverageMistakes.ofAverage(),
                        AffineMistakes.ofGradient(),
                        AverageMistakes.ofFactor())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Z = W·A + b.
     *
     * @param W weights, n × k, not modified
     * @param b biases, 1 × n, not modified
     * @param A inputs, k × m, not modified
     * @param Z overwritten, n × m
     */
    public void forward(Bounded W, Bounded b, Bounded A, Bounded Z) {
        double gamma = rounding.gamma(W.columns() + 2);
        bounds(A, gamma, terms);
        double tiny = (W.columns() + 1) * rounding.tiny();
        for (int i = 0; i < W.rows(); i++) {
            double[] w = W.values(i);
            double[] z = Z.values(i);
            double[] ez = Z.errors(i);
            double bias = b.values(0)[i];
            Arrays.fill(z, bias);
            Arrays.fill(ez, gamma * Math.abs(bias) + tiny);
            int k = 0;
            for (; k + 4 <= w.length; k += 4) {
                RowLoops.addScaled4(
                        w[k],
                        A.values(k),
                        w[k + 1],
                        A.values(k + 1),
                        w[k + 2],
                        A.values(k + 2),
                        w[k + 3],
                        A.values(k + 3),
                        z);
                RowLoops.addScaled4(
                        Math.abs(w[k]),
                        terms[k],
                        Math.abs(w[k + 1]),
                        terms[k + 1],
                        Math.abs(w[k + 2]),
                        terms[k + 2],
                        Math.abs(w[k + 3]),
                        terms[k + 3],
                        ez);
            }
            for (; k < w.length; k++) {
                RowLoops.addScaled(w[k], A.values(k), z);
                RowLoops.addScaled(Math.abs(w[k]), terms[k], ez);
            }
        }
        if (!W.isExact() || !b.isExact()) {
            addParameterErrors(W, b, A, 1 + 2 * gamma, Z);
        }
        for (int i = 0; i < Z.rows(); i++) {
            RowLoops.openBeyond(gamma * rounding.largest(), Z.errors(i));
        }
    }

    private static void addParameterErrors(Bounded W, Bounded b, Bounded A, double factor, Bounded Z) {
        for (int i = 0; i < W.rows(); i++) {
            double[] ew = W.errors(i);
            double[] ez = Z.errors(i);
            double eb = factor * b.errors(0)[i];
            for (int j = 0; j < ez.length; j++) {
                ez[j] += eb;
            }
            for (int k = 0; k < ew.length; k++) {
                RowLoops.addMoved(factor * ew[k], A.values(k), A.errors(k), ez);
            }
        }
    }

    /**
     * dA = Wᵀ·dZ.
     *
     * @param W weights, n × k, not modified
     * @param dZ gradient at the layer's output, n × m, not modified
     * @param dA overwritten, k × m
     */
    public void inputGradient(Bounded W, Bounded dZ, Bounded dA) {
        int n = W.rows();
        double gamma = rounding.gamma(n + 2);
        bounds(dZ, gamma, terms);
        double tiny = (n + 1) * rounding.tiny();
        for (int k = 0; k < dA.rows(); k++) {
            double[] d = dA.values(k);
            double[] ed = dA.errors(k);
            Arrays.fill(d, 0);
            Arrays.fill(ed, tiny);
            int i = 0;
            for (; i + 4 <= n; i += 4) {
                double w0 = W.values(i)[k];
                double w1 = W.values(i + 1)[k];
                double w2 = W.values(i + 2)[k];
                double w3 = W.values(i + 3)[k];
                RowLoops.addScaled4(
                        w0, dZ.values(i), w1, dZ.values(i + 1), w2, dZ.values(i + 2), w3, dZ.values(i + 3), d);
                RowLoops.addScaled4(
                        Math.abs(w0),
                        terms[i],
                        Math.abs(w1),
                        terms[i + 1],
                        Math.abs(w2),
                        terms[i + 2],
                        Math.abs(w3),
                        terms[i + 3],
                        ed);
            }
            for (; i < n; i++) {
                double w = W.values(i)[k];
                RowLoops.addScaled(w, dZ.values(i), d);
                RowLoops.addScaled(Math.abs(w), terms[i], ed);
            }
            if (!W.isExact()) {
                for (int r = 0; r < n; r++) {
                    RowLoops.addMoved((1 + 2 * gamma) * W.errors(r)[k], dZ.values(r), dZ.errors(r), ed);
                }
            }
            RowLoops.openBeyond(gamma * rounding.largest(), ed);
        }
    }

    /**
     * dW = dZ·Aᵀ/m and db = Σⱼ dZⱼ/m.
     *
     * @param dZ gradient at the layer's output, n × m, not modified
     * @param A the layer's input, k × m, not modified
     * @param dW overwritten, n × k
     * @param db overwritten, 1 × n
     */
    public void parameterGradients(Bounded dZ, Bounded A, Bounded dW, Bounded db) {
        double gamma = rounding.gamma(A.columns() + 2);
        bounds(dZ, gamma, terms);
        if (!A.isExact()) {
            moved(dZ, 1 + 2 * gamma, movedTerms);
        }
        int n = dZ.rows();
        int i = 0;
        for (; i + 2 <= n; i += 2) {
            twoRows(dZ, i, A, dW);
            mean(dZ, i, A.columns(), dW, db);
            mean(dZ, i + 1, A.columns(), dW, db);
        }
        if (i < n) {
            for (int k = 0; k < A.rows(); k++) {
                entry(dZ, i, A, k, dW);
            }
            mean(dZ, i, A.columns(), dW, db);
        }
    }

    private void twoRows(Bounded dZ, int i, Bounded A, Bounded dW) {
        double[] d0 = dZ.values(i);
        double[] d1 = dZ.values(i + 1);
        double[] dw0 = dW.values(i);
        double[] dw1 = dW.values(i + 1);
        double[] e0 = dW.errors(i);
        double[] e1 = dW.errors(i + 1);
        int k = 0;
        for (; k + 2 <= A.rows(); k += 2) {
            double[] a0 = A.values(k);
            double[] a1 = A.values(k + 1);
            RowLoops.dots2x2(d0, d1, a0, a1, dw0, dw1, k);
            RowLoops.dotsOfSizes2x2(terms[i], terms[i + 1], a0, a1, e0, e1, k);
            if (!A.isExact()) {
                RowLoops.addDots2x2(movedTerms[i], movedTerms[i + 1], A.errors(k), A.errors(k + 1), e0, e1, k);
            }
        }
        if (k < A.rows()) {
            entry(dZ, i, A, k, dW);
            entry(dZ, i + 1, A, k, dW);
        }
    }

    private void entry(Bounded dZ, int i, Bounded A, int k, Bounded dW) {
        dW.values(i)[k] = RowLoops.dot(dZ.values(i), A.values(k));
        double error = RowLoops.dotOfSizes(terms[i], A.values(k));
        dW.errors(i)[k] = A.isExact() ? error : error + RowLoops.dot(movedTerms[i], A.errors(k));
    }

    private void mean(Bounded dZ, int i, int m, Bounded dW, Bounded db) {
        double[] dw = dW.values(i);
        double[] ew = dW.errors(i);
        RowLoops.openBeyond(rounding.gamma(m + 2) * rounding.largest(), ew);
        for (int k = 0; k < dw.length; k++) {
            dw[k] /= m;
            ew[k] = ew[k] / m + 2 * rounding.tiny();
        }
        mean(dZ, i, m, db);
    }

    private void mean(Bounded dZ, int i, int m, Bounded db) {
        db.values(0)[i] = RowLoops.sum(dZ.values(i)) / m;
        double sum = RowLoops.sum(terms[i]);
        boolean known = sum < rounding.gamma(m + 2) * rounding.largest();
        db.errors(0)[i] = known ? sum / m + rounding.tiny() : Double.POSITIVE_INFINITY;
    }

    /**
     * db = Σⱼ dZⱼ/m alone.
     *
     * @param dZ gradient at the layer's output, n × m, not modified
     * @param db overwritten, 1 × n
     */
    public void biasGradient(Bounded dZ, Bounded db) {
        int m = dZ.columns();
        bounds(dZ, rounding.gamma(m + 2), terms);
        for (int i = 0; i < dZ.rows(); i++) {
            mean(dZ, i, m, db);
        }
    }

    /** γ·|x| + (1 + 2γ)·ε, what rounding makes of each term of a sum. */
    private static void bounds(Bounded X, double gamma, double[][] bounds) {
        for (int i = 0; i < X.rows(); i++) {
            RowLoops.bounds(X.values(i), X.errors(i), gamma, bounds[i]);
        }
    }

    /** factor·(|x| + 3ε), by which the error of another factor is multiplied. */
    private static void moved(Bounded X, double factor, double[][] moved) {
        for (int i = 0; i < X.rows(); i++) {
            RowLoops.moved(X.values(i), X.errors(i), factor, moved[i]);
        }
    }
}
