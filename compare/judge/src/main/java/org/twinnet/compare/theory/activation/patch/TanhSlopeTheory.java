package org.twinnet.compare.theory.activation.patch;

import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;

/**
 * tanh with a wrong derivative s.
 *
 * <pre>
 *   dZ = dA ∘ s     εs = |∂s|·εx + γ₃·size, x = Z or A, ∂s the largest slope of s within 3εx
 *                   εdZ = (1 + 2u)·(|s|·εdA + (|dA| + 3εdA)·εs) + u·|dA·s| + τ
 * </pre>
 *
 * @param right tanh
 * @param form what s is
 */
public record TanhSlopeTheory(ActivationTheory right, Form form) implements PatchedActivation {

    /** A wrong derivative. */
    public enum Form {
        /** 1 − z². */
        OF_Z,
        /** 1 + a². */
        SQUARE_ADDED,
        /** 1 − a. */
        NOT_SQUARED,
        /** a·(1 − a). */
        OF_SIGMOID;

        private double of(double x) {
            return switch (this) {
                case OF_Z -> 1 - x * x;
                case SQUARE_ADDED -> 1 + x * x;
                case NOT_SQUARED -> 1 - x;
                case OF_SIGMOID -> x * (1 - x);
            };
        }

        /** The largest slope at most that far from 0. */
        private double steepest(double size) {
            return switch (this) {
                case OF_Z, SQUARE_ADDED -> 2 * size;
                case NOT_SQUARED -> 1;
                case OF_SIGMOID -> 1 + 2 * size;
            };
        }
    }

    @Override
    public void slope(Bounded Z, Bounded A, Bounded gradient, Rounding rounding) {
        Bounded of = form == Form.OF_Z ? Z : A;
        double gamma = rounding.gamma(3);
        double u = rounding.u();
        for (int i = 0; i < of.rows(); i++) {
            double[] x = of.values(i);
            double[] ex = of.errors(i);
            double[] d = gradient.values(i);
            double[] ed = gradient.errors(i);
            for (int j = 0; j < d.length; j++) {
                double s = form.of(x[j]);
                double size = Math.abs(x[j]) + 3 * ex[j];
                double es = form.steepest(size) * ex[j] + gamma * (1 + size + size * size);
                double magnitude = Math.abs(d[j]);
                ed[j] = (1 + 2 * u) * (Math.abs(s) * ed[j] + (magnitude + 3 * ed[j]) * es)
                        + u * magnitude * Math.abs(s)
                        + rounding.tiny();
                d[j] *= s;
            }
        }
    }
}
