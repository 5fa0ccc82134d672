package org.twinnet.compare.theory.normalization;

import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Rounding;

/**
 * One unit at a time: its mean, its variance and Ẑ over the examples, with the bounds that
 * {@link BatchNormalizationTheory} derives.
 */
final class NormalizedRow {

    private final int m;
    private final double epsilon;
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
    NormalizedRow(int m, double epsilon, Rounding rounding) {
        this.m = m;
        this.epsilon = epsilon;
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
        double sum = 0;
        double size = 0;
        double error = 0;
        for (int j = 0; j < m; j++) {
            double product = values[j] * x[j];
            sum += product;
            size += Math.abs(product);
            error += Math.abs(x[j]) * errors[j] + (Math.abs(values[j]) + 3 * errors[j]) * ex[j];
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
        variance = new BoundedNumber(v, open(known + onePass + gamma * v + tiny));
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
        double s = variance.value() + epsilon;
        double es = (1 + 2 * u) * variance.error() + 2 * u * s;
        double low = Math.max(s - 2 * es, (1 - 4 * u) * epsilon);
        root = Math.sqrt(s);
        least = Math.sqrt(low);
        looseness = es / (2 * low);
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
        BoundedNumber G = mean(d, ed);
        BoundedNumber H = meanProduct(d, ed);
        double sizeOfH = Math.abs(H.value()) + 3 * H.error();
        double drift = (mean.error() + gamma * sizeOfCentred) / least;
        for (int j = 0; j < m; j++) {
            double away = x[j] * H.value();
            double q = d[j] - G.value() - away;
            double rounded = Math.abs(d[j]) + Math.abs(G.value()) + Math.abs(away);
            double eq = ed[j] + G.error() + Math.abs(x[j]) * H.error() + sizeOfH * (ex[j] + drift) + 8 * u * rounded;
            d[j] = q / root;
            ed[j] = open(divided(q, eq) + 4 * u * Math.abs(d[j]) + tiny, largest);
        }
    }
}
