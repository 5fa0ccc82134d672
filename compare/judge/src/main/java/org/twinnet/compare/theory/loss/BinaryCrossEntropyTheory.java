package org.twinnet.compare.theory.loss;

import java.util.List;
import java.util.stream.Stream;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.LossCost;
import org.twinnet.compare.theory.LossTheory;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.mistake.Mistake;

/**
 * The cross-entropy of a sigmoid output and labels of 0 and 1.
 *
 * <pre>
 *   J = 1/m · ΣΣ −ln p       p = a where y = 1, 1 − a where y = 0, the probability of the true class
 *   per term, as written     −ln(1 − r/(1 − r)) + 2u·|ln p|, r = (εA + u)/p; infinite where r ≥ ½
 *             stable form    εZ·min(1, 1.003·(1 − p + 4u)) + 6u·(|z| + |ln p|) + τ
 *                            with εZ for its first term where εZ &gt; 0.001
 *   mean                     Σ errors / m + γ(m·K + 1)·J of K outputs
 *   dA = −y/a + (1 − y)/(1 − a)          d/((q − 2d)·(q − d)) + γ₃·|dA|, d = εA + u, q = p; infinite where q ≤ 2d
 *   dZ = A − Y                           εA + u·|dZ| + τ       the slope a·(1 − a) cancels against the logarithms'
 * </pre>
 *
 * <p>What is bounded is how far a program is from the exact logarithm, and the exact probability is itself only known
 * to be as near to p as the program's is to it: the worst is both below, ln (p − d) − ln (p − 2d).
 *
 * <p>The form as written has no bound where an output saturates on the wrong side; the stable one, max(0, −t) + ln(1 +
 * e^(−|t|)) with t = ±z, has one as long as the logits are finite. There, where p has lost its digits, |z| + 1 stands
 * for |ln p|.
 */
public record BinaryCrossEntropyTheory() implements LossTheory {

    @Override
    public String formula() {
        return "J = −1/m · Σ [y·ln a + (1 − y)·ln(1 − a)]";
    }

    @Override
    public List<Mistake> mistakes() {
        return Stream.concat(OutputGradientMistakes.all().stream(), CrossEntropyMistakes.all().stream())
                .toList();
    }

    @Override
    public LossCost cost(Bounded Z, Bounded A, double[][] Y, Rounding rounding) {
        double u = rounding.u();
        double sum = 0;
        double stableSum = 0;
        double magnitude = 0;
        double error = 0;
        double stableError = 0;
        for (int i = 0; i < A.rows(); i++) {
            double[] a = A.values(i);
            double[] ea = A.errors(i);
            double[] z = Z.values(i);
            double[] ez = Z.errors(i);
            double[] y = Y[i];
            for (int j = 0; j < a.length; j++) {
                boolean positive = y[j] == 1.0;
                double p = positive ? a[j] : 1 - a[j];
                double term = -Math.log(p);
                double size = Math.abs(z[j]);
                double relative = (ea[j] + u) / p;
                boolean known = relative <= Rounding.SMALL;
                // beside its own size a saturated probability hardly knows its logarithm, which is then the logit
                double logitSize = known ? term : size + 1;
                double slope = ez[j] <= Rounding.SMALL ? Math.min(1, 1.003 * (1 - p + 4 * u)) : 1;
                sum += term;
                stableSum += (z[j] > 0) == positive ? term : size - Math.log(positive ? 1 - a[j] : a[j]);
                magnitude += logitSize;
                error += (known ? 1.003 * relative : logarithm(relative)) + 2 * u * term;
                stableError += slope * ez[j] + 6 * u * (size + logitSize) + rounding.tiny();
            }
        }
        int m = A.columns();
        double gamma = rounding.gamma(A.rows() * m + 1);
        return new LossCost(
                new BoundedNumber(sum / m, error / m + gamma * (sum / m)),
                new BoundedNumber(stableSum / m, stableError / m + gamma * (magnitude / m)));
    }

    /** By how much a logarithm moves where its argument does by a share r of what is known of it, twice. */
    private static double logarithm(double r) {
        return r < 0.5 ? -Math.log1p(-r / (1 - r)) : Double.POSITIVE_INFINITY;
    }

    @Override
    public void gradient(Bounded A, double[][] Y, Bounded dA, Rounding rounding) {
        double u = rounding.u();
        double gamma = rounding.gamma(3);
        for (int i = 0; i < A.rows(); i++) {
            double[] a = A.values(i);
            double[] ea = A.errors(i);
            double[] y = Y[i];
            double[] d = dA.values(i);
            double[] ed = dA.errors(i);
            for (int j = 0; j < d.length; j++) {
                boolean positive = y[j] == 1.0;
                double p = positive ? a[j] : 1 - a[j];
                double moved = positive ? ea[j] : ea[j] + u;
                d[j] = (positive ? -1 : 1) / p;
                ed[j] = 2 * moved < p
                        ? moved / (p - 2 * moved) / (p - moved) + gamma / p + rounding.tiny()
                        : Double.POSITIVE_INFINITY;
            }
        }
    }

    @Override
    public void residual(ActivationTheory output, Bounded Z, Bounded A, double[][] Y, Bounded dZ, Rounding rounding) {
        for (int i = 0; i < A.rows(); i++) {
            double[] a = A.values(i);
            double[] ea = A.errors(i);
            double[] y = Y[i];
            double[] d = dZ.values(i);
            double[] ed = dZ.errors(i);
            for (int j = 0; j < d.length; j++) {
                d[j] = a[j] - y[j];
                ed[j] = ea[j] + rounding.u() * Math.abs(d[j]) + rounding.tiny();
            }
        }
    }
}
