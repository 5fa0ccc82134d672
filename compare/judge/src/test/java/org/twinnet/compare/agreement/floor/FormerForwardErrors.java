package org.twinnet.compare.agreement.floor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.twinnet.scratch.layer.ForwardPass;
import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.network.Network;

/**
 * How far rounding can carry a forward pass away from exact arithmetic, entry by entry and in any order of summation.
 *
 * <pre>
 *   εZˡ = |Wˡ|·εAˡ⁻¹ + γₙ₊₂·(|Wˡ|·(|Aˡ⁻¹| + εAˡ⁻¹) + |bˡ|) + εWˡ·(|Aˡ⁻¹| + εAˡ⁻¹) + εbˡ + n·τ      n inputs
 *   εAˡ = min(εZˡ, max(0, z + 2εZˡ))                      ReLU is exact and has slope at most 1; a unit that no program can activate is 0
 *   εAˡ ← εAˡ·D/keep_prob + γ₃·|Aˡ|                       mask and scaling: at most 3 operations
 *   εAᴸ = 1.001·(a·(1 − a) + 4u·a)·εZᴸ + 4u·a + τ        sigmoid: its slope, and exp, sum and quotient
 *       = max(σ(z + εZᴸ) − a, a − σ(z − εZᴸ)) + 4u + τ   where εZᴸ &gt; 0.001, since the sigmoid is monotone
 * </pre>
 *
 * <p>τ is the smallest normal number, for what underflows. εW and εb are uncertainties of the parameters themselves,
 * zero where both programs start from the same. Every γ bound is a worst case; a real error is mostly a tenth of it or
 * less, and a mistake is many orders larger.
 */
final class FormerForwardErrors {

    private final Network network;
    private final double keepProbability;
    private final ForwardPass pass;
    private final List<Matrix> zErrors = new ArrayList<>();
    private final List<Matrix> aErrors = new ArrayList<>();
    private final double[][] combined;

    FormerForwardErrors(Network network, double keepProbability, Matrix X) {
        this.network = network;
        this.keepProbability = keepProbability;
        this.pass = new ForwardPass(network.layers(), X);
        int m = X.columns();
        aErrors.add(Matrix.zeros(X.rows(), m));
        int widest = X.rows();
        for (int l = 1; l <= network.depth(); l++) {
            int units = pass.Z(l).rows();
            zErrors.add(Matrix.zeros(units, m));
            aErrors.add(Matrix.zeros(units, m));
            widest = Math.max(widest, units);
        }
        combined = new double[widest][m];
    }

    /** Runs the forward pass and its analysis; {@code uncertainties} may be null for exact parameters. */
    void analyse(Parameters parameters, Parameters uncertainties, List<Matrix> masks) {
        network.forward(parameters, masks, pass);
        int L = network.depth();
        for (int l = 1; l <= L; l++) {
            affine(parameters, uncertainties, l);
            if (l == L) {
                sigmoid(l);
            } else {
                rectifier(l);
                if (!masks.isEmpty()) {
                    dropout(masks.get(l - 1), l);
                }
            }
        }
    }

    ForwardPass pass() {
        return pass;
    }

    /** εZ of a layer, from 1; the bound of one program's error. */
    Matrix zError(int layer) {
        return zErrors.get(layer - 1);
    }

    /** εA of a layer, from 0 for the inputs; the bound of one program's error. */
    Matrix aError(int layer) {
        return aErrors.get(layer);
    }

    private void affine(Parameters parameters, Parameters uncertainties, int l) {
        Matrix W = parameters.W(l);
        Matrix b = parameters.b(l);
        Matrix inputs = pass.A(l - 1);
        Matrix inputErrors = aErrors.get(l - 1);
        double gamma = FormerRounding.gamma(W.columns() + 2);
        for (int k = 0; k < W.columns(); k++) {
            double[] a = inputs.row(k);
            double[] ea = inputErrors.row(k);
            double[] term = combined[k];
            for (int j = 0; j < term.length; j++) {
                term[j] = gamma * Math.abs(a[j]) + (1 + gamma) * ea[j];
            }
        }
        for (int i = 0; i < W.rows(); i++) {
            double[] w = W.row(i);
            double[] e = zErrors.get(l - 1).row(i);
            Arrays.fill(e, gamma * Math.abs(b.get(i, 0)) + (w.length + 1) * FormerRounding.TINY);
            for (int k = 0; k < w.length; k++) {
                addScaled(Math.abs(w[k]), combined[k], e);
            }
            if (uncertainties != null) {
                addParameterErrors(uncertainties, l, i, e);
            }
        }
    }

    private void addParameterErrors(Parameters uncertainties, int l, int i, double[] e) {
        double[] ew = uncertainties.W(l).row(i);
        double eb = uncertainties.b(l).get(i, 0);
        for (int j = 0; j < e.length; j++) {
            e[j] += eb;
        }
        for (int k = 0; k < ew.length; k++) {
            double[] a = pass.A(l - 1).row(k);
            double[] ea = aErrors.get(l - 1).row(k);
            for (int j = 0; j < e.length; j++) {
                e[j] += ew[k] * (Math.abs(a[j]) + ea[j]);
            }
        }
    }

    /** z lies within εZ of the exact number, and so does that of any other program: it lies within 2εZ of z. */
    private void rectifier(int l) {
        for (int i = 0; i < pass.Z(l).rows(); i++) {
            double[] z = pass.Z(l).row(i);
            double[] ez = zErrors.get(l - 1).row(i);
            double[] ea = aErrors.get(l).row(i);
            for (int j = 0; j < ea.length; j++) {
                ea[j] = Math.min(ez[j], Math.max(0, z[j] + 2 * ez[j]));
            }
        }
    }

    private void dropout(Matrix D, int l) {
        double gamma = FormerRounding.gamma(3);
        double keep = keepProbability;
        // a program may multiply by 1/keep_prob, and where that is infinite 0·∞ is no number
        double overflow = FormerRounding.overflow(keep);
        for (int i = 0; i < D.rows(); i++) {
            double[] d = D.row(i);
            double[] a = pass.A(l).row(i);
            double[] e = aErrors.get(l).row(i);
            for (int j = 0; j < e.length; j++) {
                e[j] = e[j] * d[j] / keep + gamma * Math.abs(a[j]) + overflow;
            }
        }
    }

    private void sigmoid(int l) {
        for (int i = 0; i < pass.A(l).rows(); i++) {
            double[] a = pass.A(l).row(i);
            double[] z = pass.Z(l).row(i);
            double[] ez = zErrors.get(l - 1).row(i);
            double[] ea = aErrors.get(l).row(i);
            for (int j = 0; j < ea.length; j++) {
                double rounded = 4 * FormerRounding.UNIT * a[j];
                ea[j] = ez[j] <= FormerRounding.SMALL
                        ? 1.001 * (a[j] * (1 - a[j]) + rounded) * ez[j] + rounded + FormerRounding.TINY
                        : farFromLogit(z[j], ez[j], a[j]);
            }
        }
    }

    /** The bound where the logit is hardly known; infinite where it is not known at all. */
    private static double farFromLogit(double z, double ez, double a) {
        if (!Double.isFinite(ez)) {
            return Double.POSITIVE_INFINITY;
        }
        double above = 1 / (1 + Math.exp(-(z + ez))) - a;
        double below = a - 1 / (1 + Math.exp(-(z - ez)));
        return Math.max(above, below) + 4 * FormerRounding.UNIT + FormerRounding.TINY;
    }

    static void addScaled(double factor, double[] x, double[] sum) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += factor * x[j];
        }
    }
}
