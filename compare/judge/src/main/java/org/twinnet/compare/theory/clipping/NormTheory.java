package org.twinnet.compare.theory.clipping;

import java.util.List;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;

/**
 * The whole gradient is shortened to the limit where it is longer.
 *
 * <pre>
 *   n  = ‖g‖         ‖ε‖ + r with r = γₖ·(n + 2‖ε‖) + √(N·τ)     N numbers, k = N + 8: squares, their sum, the
 *                    roots of the tensors' sums; squares below the range of the format are lost
 *   s  = f(n), f(n) = min(1, limit/n)     f(a) − f(a + ‖ε‖ + r) with a = max(limit, n − 2‖ε‖ − r), where f is
 *                    steepest among all programs' norms, which end at n + 2‖ε‖ + r; and γ₃·f(a) more
 *   g' = s·g         f(n − 2‖ε‖ − r)·(ε + u·(|g| + 2ε)) + εs·(|g| + 2ε) + τ
 * </pre>
 *
 * <p>By the triangle inequality the norms of two programs' gradients are no farther apart than the gradients are, so
 * that the bound has no jump where n comes to the limit. Nothing is known where the sum of squares may overflow.
 *
 * @param limit the largest norm
 * @param afterPenalty whether the penalty's gradient is part of what is clipped
 */
public record NormTheory(double limit, boolean afterPenalty) implements ClippingTheory {

    @Override
    public String formula() {
        return "dV = dV·limit/‖dV‖ where the norm over all layers is larger";
    }

    @Override
    public void clip(List<List<Bounded>> layers, Rounding rounding) {
        shorten(layers.stream().flatMap(List::stream).toList(), limit, rounding);
    }

    /** Shortens some tensors as one. */
    static void shorten(List<Bounded> tensors, double limit, Rounding rounding) {
        double squares = 0;
        double squaredErrors = 0;
        int count = 0;
        for (Bounded g : tensors) {
            for (int i = 0; i < g.rows(); i++) {
                squares += squared(g.values(i));
                squaredErrors += squared(g.errors(i));
            }
            count += g.rows() * g.columns();
        }
        double norm = Math.sqrt(squares);
        double apart = Math.sqrt(squaredErrors);
        double rounded = rounding.gamma(count + 8) * (norm + 2 * apart) + Math.sqrt(count * rounding.tiny());
        double shortest = norm - 2 * apart - rounded;
        double longest = norm + 2 * apart + rounded;
        if (longest <= limit - rounding.representation(limit)) {
            return;
        }
        double factor = factor(norm, limit);
        double largest = factor(shortest, limit);
        double steepest = Math.max(limit, shortest);
        double factorError =
                largest - factor(Math.min(steepest + apart + rounded, longest), limit) + rounding.gamma(3) * largest;
        boolean known = longest * longest < rounding.largest();
        for (Bounded g : tensors) {
            for (int i = 0; i < g.rows(); i++) {
                double[] x = g.values(i);
                double[] e = g.errors(i);
                for (int k = 0; k < x.length; k++) {
                    double farthest = Math.abs(x[k]) + 2 * e[k];
                    double error =
                            largest * (e[k] + rounding.u() * farthest) + factorError * farthest + rounding.tiny();
                    e[k] = known ? error : Double.POSITIVE_INFINITY;
                    x[k] *= factor;
                }
            }
        }
    }

    private static double factor(double norm, double limit) {
        return norm > limit ? limit / norm : 1;
    }

    private static double squared(double[] numbers) {
        double sum = 0;
        for (double x : numbers) {
            sum += x * x;
        }
        return sum;
    }
}
