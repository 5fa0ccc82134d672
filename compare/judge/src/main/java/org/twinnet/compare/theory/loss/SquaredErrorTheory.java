package org.twinnet.compare.theory.loss;

import java.util.List;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.LossCost;
import org.twinnet.compare.theory.LossTheory;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.mistake.Mistake;

/**
 * Squared distances of K outputs, with a factor c: 1/K for the mean squared error, ½ for the quadratic cost.
 *
 * <pre>
 *   J  = c/m · ΣΣ (a − y)²     per term εd·(2|d| + 3εd) + 2u·d², d = a − y, εd = εA + u·|d|
 *                              mean     c/m · Σ errors + γ(m·K + 3)·J + τ; infinite where squares may overflow
 *   dA = 2c·(A − Y)            2c·εd + 3u·|dA| + τ
 * </pre>
 *
 * @param mean whether c is 1/K rather than ½
 */
public record SquaredErrorTheory(boolean mean) implements LossTheory {

    @Override
    public String formula() {
        return mean ? "J = 1/(m·K) · ΣΣ (a − y)²" : "J = 1/(2m) · ΣΣ (a − y)²";
    }

    @Override
    public List<Mistake> mistakes() {
        return SquaredErrorMistakes.all(mean);
    }

    private double factor(int K) {
        return mean ? 1.0 / K : 0.5;
    }

    /** A square has one form only. */
    @Override
    public LossCost cost(Bounded Z, Bounded A, double[][] Y, Rounding rounding) {
        double u = rounding.u();
        double sum = 0;
        double error = 0;
        for (int k = 0; k < A.rows(); k++) {
            double[] a = A.values(k);
            double[] ea = A.errors(k);
            double[] y = Y[k];
            for (int j = 0; j < a.length; j++) {
                double d = a[j] - y[j];
                double size = Math.abs(d);
                double ed = ea[j] + u * size;
                sum += d * d;
                error += ed * (2 * size + 3 * ed) + 2 * u * d * d;
            }
        }
        double c = factor(A.rows()) / A.columns();
        double gamma = rounding.gamma(A.rows() * A.columns() + 3);
        double bound = c * error + gamma * c * (sum + error) + rounding.tiny();
        BoundedNumber cost =
                new BoundedNumber(c * sum, 2 * (sum + error) < rounding.largest() ? bound : Double.POSITIVE_INFINITY);
        return new LossCost(cost, cost);
    }

    @Override
    public void gradient(Bounded A, double[][] Y, Bounded dA, Rounding rounding) {
        double u = rounding.u();
        double twice = 2 * factor(A.rows());
        for (int k = 0; k < A.rows(); k++) {
            double[] a = A.values(k);
            double[] ea = A.errors(k);
            double[] y = Y[k];
            double[] d = dA.values(k);
            double[] ed = dA.errors(k);
            for (int j = 0; j < d.length; j++) {
                double distance = a[j] - y[j];
                d[j] = twice * distance;
                ed[j] = twice * (ea[j] + u * Math.abs(distance)) + 3 * u * Math.abs(d[j]) + rounding.tiny();
            }
        }
    }
}
