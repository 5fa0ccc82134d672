package org.twinnet.compare.tuning.search;

import java.util.Arrays;
import org.apache.commons.math3.random.RandomGenerator;
import org.hipparchus.special.Erf;

/**
 * The adaptive Parzen estimator of a continuous coordinate: a mixture of Gaussians cut off at 0 and 1, one at each
 * observed value and a wide one as the prior, all of equal weight.
 *
 * <pre>
 * p(x) = 1/(n + 1) · Σᵢ φ((x − μᵢ)/σᵢ) / (σᵢ · (Φ((1 − μᵢ)/σᵢ) − Φ(−μᵢ/σᵢ)))
 * σᵢ = the larger distance to a neighbouring value, at least 1/(4 · min(100, n + 2));
 *      of a single value the larger distance to 0 or 1
 * μ = ½, σ = 1 for the prior
 * </pre>
 *
 * <p>Without the factor 4 the Gaussians of few values are so wide that little is learnt: on the standard functions of
 * the benchmark the search then comes less than half as close to the minimum. The distance of the outermost values to 0
 * and 1 is left out for the same reason.
 */
final class ParzenDensity implements Density {

    private static final double MOST_PARTS = 100;
    private static final double PARTS_PER_VALUE = 4;

    private final double[] means;
    private final double[] widths;
    private final double[] masses;

    private ParzenDensity(double[] means, double[] widths) {
        this.means = means;
        this.widths = widths;
        masses = new double[means.length];
        for (int i = 0; i < means.length; i++) {
            double scale = widths[i] * Math.sqrt(2);
            masses[i] = 0.5 * Erf.erf(-means[i] / scale, (1 - means[i]) / scale);
        }
    }

    /** The estimate from values in [0, 1]; without any it is the prior. */
    static ParzenDensity of(double[] values) {
        int n = values.length;
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] means = Arrays.copyOf(sorted, n + 1);
        double[] widths = new double[n + 1];
        double narrowest = 1 / (PARTS_PER_VALUE * Math.min(MOST_PARTS, n + 2.0));
        for (int i = 0; i < n; i++) {
            double left = i > 0 ? sorted[i] - sorted[i - 1] : n > 1 ? 0 : sorted[i];
            double right = i < n - 1 ? sorted[i + 1] - sorted[i] : n > 1 ? 0 : 1 - sorted[i];
            widths[i] = Math.max(narrowest, Math.max(left, right));
        }
        means[n] = 0.5;
        widths[n] = 1;
        return new ParzenDensity(means, widths);
    }

    /** At least a third of the mass of each Gaussian lies within the bounds, so that drawing again soon ends. */
    @Override
    public double draw(RandomGenerator random) {
        int i = random.nextInt(means.length);
        double value;
        do {
            value = means[i] + widths[i] * random.nextGaussian();
        } while (value < 0 || value > 1);
        return value;
    }

    @Override
    public double at(double value) {
        double sum = 0;
        for (int i = 0; i < means.length; i++) {
            double z = (value - means[i]) / widths[i];
            sum += Math.exp(-0.5 * z * z) / (Math.sqrt(2 * Math.PI) * widths[i] * masses[i]);
        }
        return sum / means.length;
    }
}
