package org.twinnet.scratch.proof;

import org.twinnet.scratch.gradcheck.NumericalGradient;
import org.twinnet.scratch.layer.ForwardPass;
import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.network.NetworkConfig;

/** The cost J of an example as a function of all parameters; the piece is the set of active hidden units. */
public final class ExampleCost implements NumericalGradient.CostFunction {

    private final Example example;
    private final Parameters parameters;
    private final ForwardPass pass;

    public ExampleCost(Example example) {
        this.example = example;
        this.parameters = example.parameters().zeros();
        this.pass = new ForwardPass(example.network().layers(), example.X());
    }

    @Override
    public double at(double[] theta) {
        parameters.readFrom(theta);
        example.network().forward(parameters, example.masks(), pass);
        return example.network().cost(parameters, example.Y(), pass).total();
    }

    @Override
    public long piece() {
        long hash = 1;
        for (int l = 1; l < example.config().depth(); l++) {
            Matrix Z = pass.Z(l);
            for (int i = 0; i < Z.rows(); i++) {
                for (int j = 0; j < Z.columns(); j++) {
                    hash = 1_000_003 * hash + (Z.get(i, j) > 0 ? 1 : 0);
                }
            }
        }
        return hash;
    }

    /**
     * How far rounding can carry one evaluation of J away from exact arithmetic, to first order:
     *
     * <pre>
     *   εZˡ = |Wˡ|·εAˡ⁻¹ + γₙ₊₁·(|Wˡ|·|Aˡ⁻¹| + |bˡ|)      n inputs
     *   εAˡ = εZˡ·D/keep_prob + γ₂·|Aˡ|                    ReLU is exact and has slope at most 1
     *   εJ  = mean of |a − y|·εZᴸ + 4u·a/(1 − a or 1) + 3u·(1 + |ln|),  plus γₘ·J, plus γ of the squares · penalty
     * </pre>
     *
     * <p>4u is what exp (one ulp), sum and quotient leave in a; it knows nothing of the backward pass.
     */
    public double roundingError() {
        double[] theta = example.parameters().toVector();
        double J = at(theta);
        NetworkConfig config = example.config();
        int m = example.X().columns();
        double sum = 0;
        for (int j = 0; j < m; j++) {
            double[] error = new double[config.units(0)];
            for (int l = 1; l <= config.depth(); l++) {
                error = layerError(l, j, error);
            }
            double a = pass.output().get(0, j);
            double y = example.Y().get(0, j);
            double right = y == 1 ? a : 1 - a;
            sum += Math.abs(a - y) * error[0]
                    + 4 * Rounding.UNIT * a / right
                    + 3 * Rounding.UNIT * (1 + Math.abs(Math.log(right)));
        }
        return sum / m + Rounding.gamma(m + theta.length + 4) * J;
    }

    private double[] layerError(int l, int j, double[] inputError) {
        Matrix W = parameters.W(l);
        Matrix A = pass.A(l - 1);
        double[] error = new double[W.rows()];
        boolean hidden = l < parameters.depth();
        for (int i = 0; i < W.rows(); i++) {
            double size = Math.abs(parameters.b(l).get(i, 0));
            double carried = 0;
            for (int k = 0; k < W.columns(); k++) {
                size += Math.abs(W.get(i, k) * A.get(k, j));
                carried += Math.abs(W.get(i, k)) * inputError[k];
            }
            error[i] = carried + Rounding.gamma(W.columns() + 1) * size;
            if (hidden && !example.masks().isEmpty()) {
                double D = example.masks().get(l - 1).get(i, j);
                error[i] = error[i] * D / example.keepProbability()
                        + Rounding.gamma(2) * pass.A(l).get(i, j);
            }
        }
        return error;
    }
}
