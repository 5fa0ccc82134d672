package org.twinnet.compare.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.network.ForwardPass;
import org.twinnet.scratch.network.Network;
import org.twinnet.scratch.network.Parameters;
import org.twinnet.scratch.penalty.NoPenalty;

/**
 * How far rounding can carry a forward pass away from exact arithmetic, entry by entry and in any order of summation.
 *
 * <pre>
 *   εZˡ = |Wˡ|·εAˡ⁻¹ + γₙ₊₂·(|Wˡ|·(|Aˡ⁻¹| + εAˡ⁻¹) + |bˡ|) + εWˡ·(|Aˡ⁻¹| + εAˡ⁻¹) + εbˡ      n inputs
 *   εAˡ = εZˡ                                             ReLU is exact and has slope at most 1
 *   εAˡ ← εAˡ·D/keep_prob + γ₃·|Aˡ|                       mask and scaling: at most 3 operations
 *   εAᴸ = a·(1 − a)·εZᴸ + 4u·a                            sigmoid: its slope, and exp, sum and quotient
 * </pre>
 *
 * <p>εW and εb are uncertainties of the parameters themselves, zero where both programs start from the same. Every γ bound is a worst case; a real
 * error is mostly a tenth of it or less, and a mistake is many orders larger.
 */
final class ForwardErrors {

    private final Network network;
    private final ForwardPass pass;
    private final List<Matrix> zErrors = new ArrayList<>();
    private final List<Matrix> aErrors = new ArrayList<>();
    private final double[][] combined;

    ForwardErrors(Network network, Matrix X) {
        this.network = new Network(network.config(), new NoPenalty(), network.keepProbability());
        this.pass = new ForwardPass(network.config(), X);
        int m = X.columns();
        aErrors.add(Matrix.zeros(X.rows(), m));
        int widest = X.rows();
        for (int l = 1; l <= network.config().depth(); l++) {
            zErrors.add(Matrix.zeros(network.config().units(l), m));
            aErrors.add(Matrix.zeros(network.config().units(l), m));
            widest = Math.max(widest, network.config().units(l));
        }
        combined = new double[widest][m];
    }

    /** Runs the forward pass and its analysis; {@code uncertainties} may be null for exact parameters. */
    void analyse(Parameters parameters, Parameters uncertainties, List<Matrix> masks) {
        network.forward(parameters, masks, pass);
        int L = network.config().depth();
        for (int l = 1; l <= L; l++) {
            affine(parameters, uncertainties, l);
            if (l == L) {
                sigmoid(l);
            } else {
                aErrors.get(l).assign(zErrors.get(l - 1));
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
        double gamma = Rounding.gamma(W.columns() + 2);
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
            Arrays.fill(e, gamma * Math.abs(b.get(i, 0)));
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

    private void dropout(Matrix D, int l) {
        double gamma = Rounding.gamma(3);
        double keep = network.keepProbability();
        for (int i = 0; i < D.rows(); i++) {
            double[] d = D.row(i);
            double[] a = pass.A(l).row(i);
            double[] e = aErrors.get(l).row(i);
            for (int j = 0; j < e.length; j++) {
                e[j] = e[j] * d[j] / keep + gamma * Math.abs(a[j]);
            }
        }
    }

    private void sigmoid(int l) {
        for (int i = 0; i < pass.A(l).rows(); i++) {
            double[] a = pass.A(l).row(i);
            double[] ez = zErrors.get(l - 1).row(i);
            double[] ea = aErrors.get(l).row(i);
            for (int j = 0; j < ea.length; j++) {
                ea[j] = a[j] * (1 - a[j]) * ez[j] + 4 * Rounding.UNIT * a[j];
            }
        }
    }

    static void addScaled(double factor, double[] x, double[] sum) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += factor * x[j];
        }
    }
}
