package org.twinnet.compare.theory.activation;

import java.util.List;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.mistake.Mistake;

/**
 * The hyperbolic tangent.
 *
 * <pre>
 *   A  = tanh(Z)              εA = 1.003·(1 − a² + 4u)·εZ + 8u + τ
 *                                = tanh(z + 2εZ) − tanh(z − 2εZ) + 8u + τ     where εZ &gt; 0.001
 *   dZ = dA ∘ s, s = 1 − a²   εs = εA·(2|a| + 3εA) + 2u
 *                             εdZ = (1 + 2u)·(s·εdA + (|dA| + 3εdA)·εs) + u·|dA|·s + τ
 * </pre>
 *
 * <p>|g″| ≤ 2·g′, so within 0.001 the slope grows by less than 1.003. The 8u are absolute: a program may compute (e²ᶻ −
 * 1) / (e²ᶻ + 1), where a small z loses its last digits.
 */
public record TanhTheory() implements ActivationTheory {

    @Override
    public String formula() {
        return "A = tanh(Z)";
    }

    @Override
    public List<Mistake> mistakes() {
        return SlopeMistakes.only(Activation.Tanh.class, TanhMistakes.all());
    }

    @Override
    public void forward(Bounded Z, Bounded A, Rounding rounding) {
        double four = 4 * rounding.u();
        for (int i = 0; i < Z.rows(); i++) {
            double[] z = Z.values(i);
            double[] ez = Z.errors(i);
            double[] a = A.values(i);
            double[] ea = A.errors(i);
            for (int j = 0; j < a.length; j++) {
                a[j] = Math.tanh(z[j]);
                double moved =
                        ez[j] <= Rounding.SMALL ? 1.003 * (1 - a[j] * a[j] + four) * ez[j] : farFrom(z[j], ez[j]);
                ea[j] = moved + 2 * four + rounding.tiny();
            }
        }
    }

    /** The bound where z is hardly known; infinite where it is not known at all. */
    private static double farFrom(double z, double ez) {
        if (!Double.isFinite(ez)) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.tanh(z + 2 * ez) - Math.tanh(z - 2 * ez);
    }

    @Override
    public void slope(Bounded Z, Bounded A, Bounded gradient, Rounding rounding) {
        double u = rounding.u();
        for (int i = 0; i < A.rows(); i++) {
            double[] a = A.values(i);
            double[] ea = A.errors(i);
            double[] d = gradient.values(i);
            double[] ed = gradient.errors(i);
            for (int j = 0; j < d.length; j++) {
                double s = 1 - a[j] * a[j];
                double es = ea[j] * (2 * Math.abs(a[j]) + 3 * ea[j]) + 2 * u;
                double magnitude = Math.abs(d[j]);
                ed[j] = (1 + 2 * u) * (s * ed[j] + (magnitude + 3 * ed[j]) * es) + u * magnitude * s + rounding.tiny();
                d[j] *= s;
            }
        }
    }
}
