package org.twinnet.compare.theory.loss;

import java.util.List;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.LossCost;
import org.twinnet.compare.theory.LossTheory;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.mistake.Mistake;

/**
 * The cross-entropy of a softmax output over K classes and one-hot labels; c is an example's class, M its largest
 * logit, E the largest εz, D = Σ aₖ·|zₖ − M|.
 *
 * <pre>
 *   J = 1/m · Σ −ln a_c       per term, as written   −ln(1 − r/(1 − r)) + 2u·|ln a|, a = a_c, r = εa/a;
 *                                                    infinite where r ≥ ½
 *                                       stable form  moved + u·(3|M| + 3|z_c| + D + 8) + γ(K) + 2u·|term|
 *                                       moved = 1.009·((1 − a_c)·εz_c + Σ_{k≠c} aₖ·εzₖ), at most εz_c + E
 *                             mean                   Σ errors / m + γₘ₊₁·J
 *   dA = −Y/A                 d/((a − 2d)·(a − d)) + γ₃·|dA|, d = εa; infinite where a ≤ 2d
 *   dZ = A − Y                εA + u·|dZ| + τ        the softmax's derivatives cancel against the logarithm's
 * </pre>
 *
 * <p>The stable form is M + ln Σ e^(zₖ − M) − z_c in any order of its three terms; it has a bound wherever the logits
 * are finite.
 */
public record SoftmaxCrossEntropyTheory() implements LossTheory {

    @Override
    public String formula() {
        return "J = −1/m · Σ Σₖ yₖ·ln aₖ";
    }

    @Override
    public List<Mistake> mistakes() {
        return SoftmaxCrossEntropyMistakes.all();
    }

    @Override
    public LossCost cost(Bounded Z, Bounded A, double[][] Y, Rounding rounding) {
        int K = A.rows();
        int m = A.columns();
        double u = rounding.u();
        double ofExponentials = rounding.gamma(K);
        double sum = 0;
        double stableSum = 0;
        double error = 0;
        double stableError = 0;
        for (int j = 0; j < m; j++) {
            int c = classOf(Y, j);
            double a = A.values(c)[j];
            double term = -Math.log(a);
            double relative = A.errors(c)[j] / a;
            sum += term;
            error += (relative <= Rounding.SMALL ? 1.003 * relative : logarithm(relative)) + 2 * u * term;

            double largest = Double.NEGATIVE_INFINITY;
            double unknown = 0;
            for (int k = 0; k < K; k++) {
                largest = Math.max(largest, Z.values(k)[j]);
                unknown = Math.max(unknown, Z.errors(k)[j]);
            }
            double z = Z.values(c)[j];
            double exponentials = 0;
            double distance = 0;
            double moved = 0;
            for (int k = 0; k < K; k++) {
                double ak = A.values(k)[j];
                exponentials += Math.exp(Z.values(k)[j] - largest);
                distance += ak == 0 ? 0 : ak * (largest - Z.values(k)[j]);
                moved += k == c ? (Math.max(0, 1 - ak) + 4 * K * u) * Z.errors(k)[j] : ak * Z.errors(k)[j];
            }
            double stable = largest - z + Math.log(exponentials);
            double most = Z.errors(c)[j] + unknown;
            stableSum += stable;
            stableError += (unknown <= Rounding.SMALL ? Math.min(1.009 * moved, most) : most)
                    + u * (3 * Math.abs(largest) + 3 * Math.abs(z) + distance + 8)
                    + ofExponentials
                    + 2 * u * Math.abs(stable);
        }
        double gamma = rounding.gamma(m + 1);
        return new LossCost(
                new BoundedNumber(sum / m, error / m + gamma * (sum / m)),
                new BoundedNumber(stableSum / m, stableError / m + gamma * ((stableSum + stableError) / m)));
    }

    /** By how much a logarithm moves where its argument does by a share r of what is known of it, twice. */
    private static double logarithm(double r) {
        return r < 0.5 ? -Math.log1p(-r / (1 - r)) : Double.POSITIVE_INFINITY;
    }

    private static int classOf(double[][] Y, int example) {
        int c = 0;
        while (c < Y.length - 1 && Y[c][example] != 1) {
            c++;
        }
        return c;
    }

    @Override
    public void gradient(Bounded A, double[][] Y, Bounded dA, Rounding rounding) {
        double gamma = rounding.gamma(3);
        for (int k = 0; k < A.rows(); k++) {
            double[] a = A.values(k);
            double[] ea = A.errors(k);
            double[] d = dA.values(k);
            double[] ed = dA.errors(k);
            for (int j = 0; j < d.length; j++) {
                boolean own = Y[k][j] == 1;
                d[j] = own ? -1 / a[j] : 0;
                ed[j] = !own
                        ? 0
                        : 2 * ea[j] < a[j]
                                ? ea[j] / (a[j] - 2 * ea[j]) / (a[j] - ea[j]) + gamma / a[j] + rounding.tiny()
                                : Double.POSITIVE_INFINITY;
            }
        }
    }

    @Override
    public void residual(ActivationTheory output, Bounded Z, Bounded A, double[][] Y, Bounded dZ, Rounding rounding) {
        for (int k = 0; k < A.rows(); k++) {
            double[] a = A.values(k);
            double[] ea = A.errors(k);
            double[] d = dZ.values(k);
            double[] ed = dZ.errors(k);
            for (int j = 0; j < d.length; j++) {
                d[j] = a[j] - Y[k][j];
                ed[j] = ea[j] + rounding.u() * Math.abs(d[j]) + rounding.tiny();
            }
        }
    }
}
