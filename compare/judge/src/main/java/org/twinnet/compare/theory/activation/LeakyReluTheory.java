package org.twinnet.compare.theory.activation;

import java.util.List;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.mistake.Mistake;

/**
 * The leaky rectified linear unit, with a slope c from 0 to 1 where Z is not above 0.
 *
 * <pre>
 *   A  = Z where Z &gt; 0, c·Z elsewhere    εA = (1 + 2u)·s·εZ + 3u·|a| + τ         where z &gt; 2εZ or z &lt; −2εZ
 *                                            = (1 + 2u)·εZ + 3u·|z| + τ           between
 *   dZ = dA ∘ s, s = 1 or c              εs  = 2u·s, and 1 − c more between
 *                                        εdZ = (1 + 2u)·(s·εdA + (|dA| + 3εdA)·εs) + u·|dA|·s + τ
 * </pre>
 *
 * <p>c itself is rounded to the format, and a program may compute c·Z + (1 − c)·max(0, Z). Between −2εZ and 2εZ
 * rounding decides about the slope.
 *
 * @param c the slope on the left
 */
public record LeakyReluTheory(double c) implements ActivationTheory {

    @Override
    public String formula() {
        return "A = max(c·Z, Z)";
    }

    @Override
    public List<Mistake> mistakes() {
        return SlopeMistakes.ofLeakyRelu();
    }

    @Override
    public double[] kinks() {
        return c == 1 ? new double[0] : new double[] {0};
    }

    @Override
    public void forward(Bounded Z, Bounded A, Rounding rounding) {
        double u = rounding.u();
        for (int i = 0; i < Z.rows(); i++) {
            double[] z = Z.values(i);
            double[] ez = Z.errors(i);
            double[] a = A.values(i);
            double[] ea = A.errors(i);
            for (int j = 0; j < a.length; j++) {
                boolean sure = Math.abs(z[j]) > 2 * ez[j];
                double s = z[j] > 0 ? 1 : c;
                a[j] = s * z[j];
                double steepest = sure ? s : 1;
                ea[j] = steepest * ((1 + 2 * u) * ez[j] + 3 * u * Math.abs(z[j])) + rounding.tiny();
            }
        }
    }

    @Override
    public void slope(Bounded Z, Bounded A, Bounded gradient, Rounding rounding) {
        double u = rounding.u();
        for (int i = 0; i < Z.rows(); i++) {
            double[] z = Z.values(i);
            double[] ez = Z.errors(i);
            double[] d = gradient.values(i);
            double[] ed = gradient.errors(i);
            for (int j = 0; j < d.length; j++) {
                boolean sure = Math.abs(z[j]) > 2 * ez[j];
                // a NaN stays one
                double s = z[j] > 0 ? 1 : z[j] <= 0 ? c : z[j];
                double es = 2 * u * s + (sure ? 0 : unknown(ez[j]) * (1 - c));
                ed[j] = SlopeError.of(d[j], ed[j], s, es, rounding);
                d[j] *= s;
            }
        }
    }

    /** 1, and infinite where nothing is known of z, so that nothing is known of what comes of it. */
    private static double unknown(double ez) {
        return ez < Double.POSITIVE_INFINITY ? 1 : Double.POSITIVE_INFINITY;
    }
}
