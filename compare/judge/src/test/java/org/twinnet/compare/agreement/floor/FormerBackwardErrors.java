package org.twinnet.compare.agreement.floor;

import java.util.Arrays;
import java.util.List;
import org.twinnet.scratch.layer.BackwardPass;
import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.network.Network;

/**
 * How far rounding can carry backpropagation of the cross-entropy away from exact arithmetic, entry by entry and in any
 * order of summation.
 *
 * <pre>
 *   εdZᴸ   = εAᴸ + u·|dZᴸ|
 *   εdWˡ   = (|dZˡ|·(γₘ₊₂·|Aˡ⁻¹| + εAˡ⁻¹)ᵀ + εdZˡ·(|Aˡ⁻¹| + εAˡ⁻¹)ᵀ) / m
 *   εdbˡ   = Σⱼ (γₘ₊₂·|dZˡⱼ| + εdZˡⱼ) / m
 *   εdAˡ⁻¹ = |Wˡ|ᵀ·(γₙ₊₃·|dZˡ| + εdZˡ), times D/keep_prob through a mask      n units
 *   εdZˡ⁻¹ = εdAˡ⁻¹                     where |Zˡ⁻¹| &gt; 2εZˡ⁻¹ and the unit is active, 0 where it is not
 *          = |dAˡ⁻¹| + εdAˡ⁻¹           where rounding decides whether the unit is active
 * </pre>
 *
 * <p>Each operation may also be off by τ, the smallest normal number, where it underflows.
 */
final class FormerBackwardErrors {

    private final Network network;
    private final double keepProbability;
    private final Matrix Y;
    private final int m;
    private final BackwardPass back;
    private final BackwardPass errors;
    private final Parameters gradient;
    private final Parameters gradientErrors;
    private final double[][] weighted;

    FormerBackwardErrors(Network network, double keepProbability, Matrix Y) {
        this.network = network;
        this.keepProbability = keepProbability;
        this.Y = Y;
        this.m = Y.columns();
        this.back = new BackwardPass(network.layers(), m);
        this.errors = new BackwardPass(network.layers(), m);
        this.gradient = Parameters.of(network.layers());
        this.gradientErrors = Parameters.of(network.layers());
        int widest = 0;
        for (int l = 1; l <= network.depth(); l++) {
            widest = Math.max(widest, back.dZ(l).rows());
        }
        this.weighted = new double[widest][m];
    }

    /**
     * Runs the backward pass of an analysed forward pass, and its analysis; dZᴸ may be off by another absolute error.
     */
    void analyse(Parameters parameters, List<Matrix> masks, FormerForwardErrors forward, double residualError) {
        network.backwardLoss(parameters, Y, forward.pass(), back, gradient);
        int L = network.depth();
        double[] ea = forward.aError(L).row(0);
        double[] dz = back.dZ(L).row(0);
        double[] edz = errors.dZ(L).row(0);
        for (int j = 0; j < m; j++) {
            edz[j] = ea[j] + FormerRounding.UNIT * Math.abs(dz[j]) + FormerRounding.TINY + residualError;
        }
        for (int l = L; l >= 1; l--) {
            analyseParameters(l, forward);
            if (l > 1) {
                analyseInputs(parameters.W(l), l, masks, forward);
            }
        }
    }

    /** The gradient of the mean cross-entropy. */
    Parameters gradient() {
        return gradient;
    }

    /** The bound of one program's error in it. */
    Parameters gradientErrors() {
        return gradientErrors;
    }

    private void analyseParameters(int l, FormerForwardErrors forward) {
        double gamma = FormerRounding.gamma(m + 2);
        for (int i = 0; i < back.dZ(l).rows(); i++) {
            double[] dz = back.dZ(l).row(i);
            double[] edz = errors.dZ(l).row(i);
            double[] dwErrors = gradientErrors.W(l).row(i);
            for (int k = 0; k < dwErrors.length; k++) {
                double[] a = forward.pass().A(l - 1).row(k);
                double[] ea = forward.aError(l - 1).row(k);
                // two sums, so that one addition need not wait for the other
                double fromInputs = 0;
                double fromGradients = 0;
                for (int j = 0; j < m; j++) {
                    double magnitude = Math.abs(a[j]);
                    fromInputs += Math.abs(dz[j]) * (gamma * magnitude + ea[j]);
                    fromGradients += edz[j] * (magnitude + ea[j]);
                }
                dwErrors[k] = (fromInputs + fromGradients) / m + 2 * FormerRounding.TINY;
            }
            double sum = 0;
            for (int j = 0; j < m; j++) {
                sum += gamma * Math.abs(dz[j]) + edz[j];
            }
            gradientErrors.b(l).set(i, 0, sum / m + FormerRounding.TINY);
        }
    }

    private void analyseInputs(Matrix W, int l, List<Matrix> masks, FormerForwardErrors forward) {
        double gamma = FormerRounding.gamma(W.rows() + 3);
        for (int i = 0; i < W.rows(); i++) {
            double[] dz = back.dZ(l).row(i);
            double[] edz = errors.dZ(l).row(i);
            double[] term = weighted[i];
            for (int j = 0; j < m; j++) {
                term[j] = gamma * Math.abs(dz[j]) + edz[j];
            }
        }
        for (int k = 0; k < W.columns(); k++) {
            double[] e = errors.dZ(l - 1).row(k);
            Arrays.fill(e, (W.rows() + 1) * FormerRounding.TINY);
            for (int i = 0; i < W.rows(); i++) {
                FormerForwardErrors.addScaled(Math.abs(W.get(i, k)), weighted[i], e);
            }
            throughGate(W, l, k, masks, forward, e);
        }
    }

    private void throughGate(Matrix W, int l, int k, List<Matrix> masks, FormerForwardErrors forward, double[] e) {
        double[] z = forward.pass().Z(l - 1).row(k);
        double[] ez = forward.zError(l - 1).row(k);
        double[] d = masks.isEmpty() ? null : masks.get(l - 2).row(k);
        for (int j = 0; j < m; j++) {
            double scale = d == null ? 1 : d[j] / keepProbability;
            if (d != null && FormerRounding.overflow(keepProbability) > 0) {
                e[j] = Double.POSITIVE_INFINITY;
                continue;
            }
            if (z[j] < -2 * ez[j]) {
                e[j] = 0;
            } else if (z[j] > 2 * ez[j]) {
                e[j] *= scale;
            } else {
                e[j] = scale * (Math.abs(inputGradient(W, l, k, j)) + e[j]);
            }
        }
    }

    /** dA before mask and ReLU, of one unit and example: only wanted where rounding decides, which is rare. */
    private double inputGradient(Matrix W, int l, int k, int j) {
        double sum = 0;
        for (int i = 0; i < W.rows(); i++) {
            sum += W.get(i, k) * back.dZ(l).get(i, j);
        }
        return sum;
    }
}
