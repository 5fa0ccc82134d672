package org.twinnet.compare.theory.normalization;

import java.util.Set;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Rounding;

/**
 * One unit at a time: its mean, its variance and Ẑ over the examples, with the bounds that
 * {@link BatchNormalizationTheory} derives.
 */
final class NormalizedRow {

    private final int m;
    private final double epsilon;
    private final Set<Deviation> deviations;
    private final double u;
    private final double tiny;
    private final double largest;
    private final double gamma;
    private final double[] x;
    private final double[] ex;
    private BoundedNumber mean = BoundedNumber.exact(0);
    private BoundedNumber variance = BoundedNumber.exact(0);
    private double sizeOfCentred;
    private double root;
    private double least;
    private double looseness;

    /** For m examples. */
    NormalizedRow(int m, double epsilon, Set<Deviation> deviations, Rounding rounding) {
        this.m = m;
        this.epsilon = epsilon;
        this.deviations = deviations;
        this.u = rounding.u();
        this.tiny = rounding.tiny();
        this.largest = rounding.largest();
        // a sum over the examples, and the operations beside it
        this.gamma = rounding.gamma(m + 8);
        this.x = new double[m];
        this.ex = new double[m];
    }

    BoundedNumber mean() {
        return mean;
    }

    BoundedNumber variance() {
        return variance;
    }

    /** σ; with an error that is the square root's where the variance may be 0. */
    BoundedNumber deviation() {
        double value = Math.sqrt(variance.value());
        double low = Math.sqrt(Math.max(0, variance.value() - variance.error()));
        return new BoundedNumber(value, value - low + 2 * u * value + tiny);
    }

    private boolean has(Deviation deviation) {
        return deviations.contains(deviation);
    }

    /** Infinite where a bound is no number or too large for sums to stay in the range of the format. */
    static double open(double bound, double most) {
        return bound < most ? bound : Double.POSITIVE_INFINITY;
    }

    private double open(double bound) {
        return open(bound, gamma * largest / m);
    }

    /** The mean of some numbers over the examples. */
    BoundedNumber mean(double[] values, double[] errors) {
        double sum = 0;
        double size = 0;
        double error = 0;
        for (int j = 0; j < m; j++) {
            sum += values[j];
            size += Math.abs(values[j]);
            error += errors[j];
        }
        return new BoundedNumber(sum / m, open(gamma * (size / m) + (1 + 2 * gamma) * (error / m) + tiny));
    }

    /** The mean of their products with Ẑ. */
    BoundedNumber meanProduct(double[] values, double[] errors) {
        return meanProduct(values, errors, x, ex);
    }

    /** The mean of products; of {@code others} the errors may be large. */
    BoundedNumber meanProduct(double[] values, double[] errors, double[] others, double[] ofOthers) {
        double sum = 0;
        double size = 0;
        double error = 0;
        for (int j = 0; j < m; j++) {
            double product = values[j] * others[j];
            sum += product;
            size += Math.abs(product);
            error += Math.abs(others[j]) * errors[j] + (Math.abs(values[j]) + 3 * errors[j]) * ofOthers[j];
        }
        return new BoundedNumber(sum / m, open(gamma * (size / m) + (1 + 2 * gamma) * (error / m) + 2 * tiny));
    }

    /** Mean and variance of the batch. */
    void measure(double[] z, double[] ez) {
        mean = mean(z, ez);
        double squares = 0;
        double moved = 0;
        double errors = 0;
        double size = 0;
        for (int j = 0; j < m; j++) {
            double c = z[j] - mean.value();
            squares += c * c;
            size += Math.abs(c);
            moved += ez[j] * (2 * Math.abs(c) + 3 * ez[j]);
            errors += ez[j];
        }
        double v = squares / m;
        double known = moved / m + mean.error() * (2 * errors / m + mean.error());
        double most = v + known;
        double shift = Math.abs(mean.value()) + 2 * mean.error();
        double onePass = 4 * gamma * Math.sqrt(most) * Math.sqrt(most + shift * shift);
        double corrected = has(Deviation.VARIANCE_UNBIASED) && m > 1 ? m / (m - 1.0) : 1;
        variance = new BoundedNumber(corrected * v, open(corrected * (known + onePass + gamma * v) + tiny));
        sizeOfCentred = size / m;
        divide();
    }

    /** Mean and variance that were kept. */
    void take(BoundedNumber keptMean, BoundedNumber keptVariance) {
        mean = keptMean;
        variance = keptVariance;
        divide();
    }

    /** √s, the least root of all programs, and εs/(2·low). */
    private void divide() {
        boolean inside = !has(Deviation.EPSILON_MISSING) && !has(Deviation.EPSILON_OUTSIDE_ROOT);
        double s = variance.value() + (inside ? epsilon : 0);
        double es = (1 + 2 * u) * variance.error() + 2 * u * s;
        double low = Math.max(s - 2 * es, inside ? (1 - 4 * u) * epsilon : 0);
        root = Math.sqrt(s);
        least = Math.sqrt(low);
        looseness = es / (2 * low);
        if (has(Deviation.EPSILON_OUTSIDE_ROOT)) {
            root += epsilon;
            least += epsilon;
        }
        if (has(Deviation.ROOT_MISSING)) {
            root = s;
            least = low;
            looseness *= 2;
        }
    }

    /** Ẑ. */
    void normalize(double[] z, double[] ez) {
        for (int j = 0; j < m; j++) {
            double c = z[j] - mean.value();
            double ec = (1 + 4 * u) * (ez[j] + mean.error()) + u * Math.abs(c);
            x[j] = c / root;
            ex[j] = open(divided(c, ec) + 4 * u * Math.abs(x[j]) + tiny, largest);
        }
    }

    /** The error of a quotient by √s, but for its own rounding. */
    private double divided(double dividend, double error) {
        return (error + (Math.abs(dividend) + error) * looseness) / least;
    }

    /** Ẑ alone. */
    void write(double[] n, double[] en) {
        for (int j = 0; j < m; j++) {
            n[j] = x[j];
            en[j] = ex[j];
        }
    }

    /** N = γ·Ẑ + β. */
    void write(BoundedNumber factor, BoundedNumber shift, double[] z, double[] n, double[] en) {
        double size = Math.abs(factor.value());
        for (int j = 0; j < m; j++) {
            double rounded = size * ((Math.abs(z[j]) + Math.abs(mean.value())) / least) + Math.abs(shift.value());
            double error = size * ex[j]
                    + (Math.abs(x[j]) + 3 * ex[j]) * factor.error()
                    + shift.error()
                    + 4 * u * rounded
                    + 2 * tiny;
            n[j] = factor.value() * x[j] + shift.value();
            en[j] = open(error, largest);
        }
    }

    /** σ in place of √s. */
    private void divideWithoutEpsilon() {
        root = Math.sqrt(variance.value());
        least = Math.sqrt(Math.max(0, variance.value() - 2 * variance.error()));
        looseness = variance.error() / (2 * least * least);
    }

    /** From dN to dZ, in place. */
    void backward(BoundedNumber factor, double[] d, double[] ed) {
        double size = Math.abs(factor.value());
        for (int j = 0; j < m; j++) {
            ed[j] = size * ed[j]
                    + (Math.abs(d[j]) + 3 * ed[j]) * factor.error()
                    + u * Math.abs(factor.value() * d[j])
                    + tiny;
            d[j] *= factor.value();
        }
        BoundedNumber G = has(Deviation.MEAN_CONSTANT) ? BoundedNumber.exact(0) : mean(d, ed);
        BoundedNumber H = throughVariance(d, ed);
        double sizeOfH = Math.abs(H.value()) + 3 * H.error();
        double drift = (mean.error() + gamma * sizeOfCentred) / least;
        if (has(Deviation.QUOTIENT_WITHOUT_EPSILON)) {
            divideWithoutEpsilon();
        }
        for (int j = 0; j < m; j++) {
            double away = x[j] * H.value();
            double q = d[j] - G.value() - away;
            double rounded = Math.abs(d[j]) + Math.abs(G.value()) + Math.abs(away);
            double eq = ed[j] + G.error() + Math.abs(x[j]) * H.error() + sizeOfH * (ex[j] + drift) + 8 * u * rounded;
            boolean divides = !has(Deviation.QUOTIENT_LEFT_OUT);
            d[j] = divides ? q / root : q;
            ed[j] = open((divides ? divided(q, eq) : eq) + 4 * u * Math.abs(d[j]) + tiny, largest);
        }
    }

    private BoundedNumber throughVariance(double[] d, double[] ed) {
        if (has(Deviation.VARIANCE_CONSTANT)) {
            return BoundedNumber.exact(0);
        }
        BoundedNumber H = meanProduct(d, ed);
        if (!has(Deviation.SLOPE_OF_DEVIATION)) {
            return H;
        }
        double factor = has(Deviation.VARIANCE_UNBIASED)
                ? m / Math.max(1.0, m - 1)
                : has(Deviation.EPSILON_OUTSIDE_ROOT) ? root / (root - epsilon) : has(Deviation.ROOT_MISSING) ? 2 : 1;
        return new BoundedNumber(factor * H.value(), factor * (H.error() + 8 * u * Math.abs(H.value())));
    }
}
