package org.twinnet.compare.theory.normalization;

import org.twinnet.compare.theory.Format;

/**
 * Batch normalization of one unit as people write it, each operation rounded to a format. In double precision it is the
 * exact one that programs in single precision are held to.
 */
final class BatchNormalizationProgram {

    /** What correct programs do in different ways. */
    enum Way {
        /** Mean, then squares of the differences; dZ as one formula. */
        TWO_PASSES,
        /** Mean and squares updated together; dZ through variance and mean one after the other, as in the paper. */
        ONE_PASS,
        /** N as a multiple of Z and a shift; sums from the end to the beginning. */
        MULTIPLE_AND_SHIFT
    }

    private final Format f;
    private final Way way;
    private final double epsilon;
    private double[] z;
    private double mean;
    private double variance;
    private double deviation;
    double dGamma;
    double dBeta;

    BatchNormalizationProgram(Format format, Way way, double epsilon) {
        this.f = format;
        this.way = way;
        this.epsilon = f.round(epsilon);
    }

    double mean() {
        return mean;
    }

    double variance() {
        return variance;
    }

    private double sum(double[] x) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum = f.round(sum + x[way == Way.MULTIPLE_AND_SHIFT ? x.length - 1 - j : j]);
        }
        return sum;
    }

    double[] forward(double[] ofUnit, double gamma, double beta) {
        z = ofUnit;
        if (way == Way.ONE_PASS) {
            double squares = 0;
            mean = 0;
            for (int j = 0; j < z.length; j++) {
                double away = f.round(z[j] - mean);
                mean = f.round(mean + f.round(away / (j + 1)));
                squares = f.round(squares + f.round(away * f.round(z[j] - mean)));
            }
            variance = f.round(squares / z.length);
        } else {
            mean = f.round(sum(z) / z.length);
            double[] squares = new double[z.length];
            for (int j = 0; j < z.length; j++) {
                double c = f.round(z[j] - mean);
                squares[j] = f.round(c * c);
            }
            variance = f.round(sum(squares) / z.length);
        }
        return predict(ofUnit, gamma, beta, mean, variance);
    }

    double[] predict(double[] ofUnit, double gamma, double beta, double givenMean, double givenVariance) {
        deviation = f.round(Math.sqrt(f.round(givenVariance + epsilon)));
        double[] n = new double[ofUnit.length];
        double factor = f.round(gamma / deviation);
        double shift = f.round(beta - f.round(givenMean * factor));
        for (int j = 0; j < n.length; j++) {
            n[j] = way == Way.MULTIPLE_AND_SHIFT
                    ? f.round(f.round(ofUnit[j] * factor) + shift)
                    : f.round(f.round(gamma * f.round(f.round(ofUnit[j] - givenMean) / deviation)) + beta);
        }
        return n;
    }

    /** After a forward pass. */
    double[] backward(double[] dN, double gamma) {
        int m = z.length;
        double[] c = new double[m];
        double[] products = new double[m];
        for (int j = 0; j < m; j++) {
            c[j] = f.round(z[j] - mean);
            products[j] = f.round(dN[j] * f.round(c[j] / deviation));
        }
        dGamma = f.round(sum(products) / m);
        dBeta = f.round(sum(dN) / m);
        return way == Way.ONE_PASS ? throughVarianceAndMean(dN, gamma, c) : atOnce(dN, gamma, c);
    }

    private double[] atOnce(double[] dN, double gamma, double[] c) {
        double[] dZ = new double[c.length];
        double scale = f.round(gamma / deviation);
        for (int j = 0; j < dZ.length; j++) {
            double away = f.round(f.round(c[j] / deviation) * dGamma);
            dZ[j] = f.round(scale * f.round(f.round(dN[j] - dBeta) - away));
        }
        return dZ;
    }

    private double[] throughVarianceAndMean(double[] dN, double gamma, double[] c) {
        int m = c.length;
        double[] dX = new double[m];
        double[] products = new double[m];
        for (int j = 0; j < m; j++) {
            dX[j] = f.round(dN[j] * gamma);
            products[j] = f.round(dX[j] * c[j]);
        }
        double cube = f.round(Math.pow(deviation, -3));
        double dVariance = f.round(f.round(sum(products) * -0.5) * cube);
        double first = -f.round(sum(dX) / deviation);
        double second = f.round(f.round(sum(c) * f.round(-2.0 / m)) * dVariance);
        double dMean = f.round(first + second);
        double[] dZ = new double[m];
        for (int j = 0; j < m; j++) {
            double ofVariance = f.round(c[j] * f.round(dVariance * f.round(2.0 / m)));
            dZ[j] = f.round(f.round(f.round(dX[j] / deviation) + ofVariance) + f.round(dMean * f.round(1.0 / m)));
        }
        return dZ;
    }
}
