package org.twinnet.compare.theory.step;

/** Loops along rows: sums, products and what their bounds add up. Arrays of one length, examples innermost. */
final class RowLoops {

    private RowLoops() {}

    /** bᵢ = γ·|xᵢ| + (1 + 2γ)·εᵢ. */
    static void bounds(double[] x, double[] e, double gamma, double[] bounds) {
        double factor = 1 + 2 * gamma;
        for (int j = 0; j < bounds.length; j++) {
            bounds[j] = gamma * Math.abs(x[j]) + factor * e[j];
        }
    }

    /** bᵢ = factor·(|xᵢ| + 3εᵢ). */
    static void moved(double[] x, double[] e, double factor, double[] moved) {
        for (int j = 0; j < moved.length; j++) {
            moved[j] = factor * (Math.abs(x[j]) + 3 * e[j]);
        }
    }

    /** Adds factor·(|x| + 3ε) to a sum. */
    static void addMoved(double factor, double[] x, double[] e, double[] sum) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += factor * (Math.abs(x[j]) + 3 * e[j]);
        }
    }

    /** Bounds above a limit, and those that are no numbers, become infinite. */
    static void openBeyond(double most, double[] bounds) {
        for (int j = 0; j < bounds.length; j++) {
            bounds[j] = bounds[j] < most ? bounds[j] : Double.POSITIVE_INFINITY;
        }
    }

    static void addScaled(double factor, double[] x, double[] sum) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += factor * x[j];
        }
    }

    /** Four inputs a pass, which saves three of four loads and stores of the sum. */
    static void addScaled4(
            double f0,
            double[] x0,
            double f1,
            double[] x1,
            double f2,
            double[] x2,
            double f3,
            double[] x3,
            double[] sum) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += f0 * x0[j] + f1 * x1[j] + f2 * x2[j] + f3 * x3[j];
        }
    }

    /** The sum, in four running sums, so that one addition need not wait for the other. */
    static double sum(double[] x) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int j = 0;
        for (; j + 4 <= x.length; j += 4) {
            s0 += x[j];
            s1 += x[j + 1];
            s2 += x[j + 2];
            s3 += x[j + 3];
        }
        for (; j < x.length; j++) {
            s0 += x[j];
        }
        return (s0 + s1) + (s2 + s3);
    }

    static double dot(double[] x, double[] y) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int j = 0;
        for (; j + 4 <= x.length; j += 4) {
            s0 += x[j] * y[j];
            s1 += x[j + 1] * y[j + 1];
            s2 += x[j + 2] * y[j + 2];
            s3 += x[j + 3] * y[j + 3];
        }
        for (; j < x.length; j++) {
            s0 += x[j] * y[j];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** x·|y|. */
    static double dotOfSizes(double[] x, double[] y) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int j = 0;
        for (; j + 4 <= x.length; j += 4) {
            s0 += x[j] * Math.abs(y[j]);
            s1 += x[j + 1] * Math.abs(y[j + 1]);
            s2 += x[j + 2] * Math.abs(y[j + 2]);
            s3 += x[j + 3] * Math.abs(y[j + 3]);
        }
        for (; j < x.length; j++) {
            s0 += x[j] * Math.abs(y[j]);
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** Entries k and k + 1 of two rows of X·Yᵀ. */
    static void dots2x2(double[] x0, double[] x1, double[] y0, double[] y1, double[] row0, double[] row1, int k) {
        row0[k] = 0;
        row0[k + 1] = 0;
        row1[k] = 0;
        row1[k + 1] = 0;
        addDots2x2(x0, x1, y0, y1, row0, row1, k);
    }

    /** Adds entries k and k + 1 of two rows of X·Yᵀ. Two running sums for each of the four. */
    static void addDots2x2(double[] x0, double[] x1, double[] y0, double[] y1, double[] row0, double[] row1, int k) {
        double s00 = 0;
        double s01 = 0;
        double s10 = 0;
        double s11 = 0;
        double t00 = 0;
        double t01 = 0;
        double t10 = 0;
        double t11 = 0;
        int j = 0;
        for (; j + 2 <= x0.length; j += 2) {
            s00 += x0[j] * y0[j];
            s01 += x0[j] * y1[j];
            s10 += x1[j] * y0[j];
            s11 += x1[j] * y1[j];
            t00 += x0[j + 1] * y0[j + 1];
            t01 += x0[j + 1] * y1[j + 1];
            t10 += x1[j + 1] * y0[j + 1];
            t11 += x1[j + 1] * y1[j + 1];
        }
        if (j < x0.length) {
            s00 += x0[j] * y0[j];
            s01 += x0[j] * y1[j];
            s10 += x1[j] * y0[j];
            s11 += x1[j] * y1[j];
        }
        row0[k] += s00 + t00;
        row0[k + 1] += s01 + t01;
        row1[k] += s10 + t10;
        row1[k + 1] += s11 + t11;
    }

    /** Entries k and k + 1 of two rows of X·|Y|ᵀ. */
    static void dotsOfSizes2x2(
            double[] x0, double[] x1, double[] y0, double[] y1, double[] row0, double[] row1, int k) {
        double s00 = 0;
        double s01 = 0;
        double s10 = 0;
        double s11 = 0;
        double t00 = 0;
        double t01 = 0;
        double t10 = 0;
        double t11 = 0;
        int j = 0;
        for (; j + 2 <= x0.length; j += 2) {
            double p0 = Math.abs(y0[j]);
            double p1 = Math.abs(y1[j]);
            double q0 = Math.abs(y0[j + 1]);
            double q1 = Math.abs(y1[j + 1]);
            s00 += x0[j] * p0;
            s01 += x0[j] * p1;
            s10 += x1[j] * p0;
            s11 += x1[j] * p1;
            t00 += x0[j + 1] * q0;
            t01 += x0[j + 1] * q1;
            t10 += x1[j + 1] * q0;
            t11 += x1[j + 1] * q1;
        }
        if (j < x0.length) {
            s00 += x0[j] * Math.abs(y0[j]);
            s01 += x0[j] * Math.abs(y1[j]);
            s10 += x1[j] * Math.abs(y0[j]);
            s11 += x1[j] * Math.abs(y1[j]);
        }
        row0[k] = s00 + t00;
        row0[k + 1] = s01 + t01;
        row1[k] = s10 + t10;
        row1[k + 1] = s11 + t11;
    }
}
