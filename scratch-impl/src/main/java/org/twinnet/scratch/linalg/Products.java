package org.twinnet.scratch.linalg;

import java.util.Arrays;

/**
 * The three matrix products of a dense layer, and the sums that go with them.
 *
 * <pre>
 *   forward    Z  = W · A + b    {@link #affine}
 *   backward   dW = dZ · Aᵀ      {@link #timesTranspose}
 *              dA = Wᵀ · dZ      {@link #transposeTimes}
 *              db = Σⱼ dZⱼ       {@link #rowSum}
 * </pre>
 *
 * <p>Results go into a matrix of the caller, so that training allocates nothing. Each inner loop runs over the examples
 * j along rows. Forward and dA take four inputs a pass, which saves three of four loads and stores of the result; dW
 * takes two rows of dZ against two of A a pass, which uses every loaded number twice, and keeps two running sums for
 * each of the four dot products, because one running sum would wait for every addition to finish. All of it changes
 * only the order of summation, so a result differs from the schoolbook order by at most the rounding error of a sum,
 * γₙ·|W|·|A| (Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., §3.1).
 */
public final class Products {

    private Products() {}

    /**
     * The affine map of a layer, Z = W·A + b.
     *
     * @param W weights, n × k, not modified
     * @param b biases, n × 1, added to every column, not modified
     * @param A inputs, k × m, not modified
     * @param Z result, n × m, overwritten
     * @throws ShapeMismatchException if the shapes do not fit
     */
    public static void affine(Matrix W, Matrix b, Matrix A, Matrix Z) {
        if (W.columns() != A.rows()) {
            throw ShapeMismatchException.of("Z = W·A + b", "W", W, "A", A, "columns of W = rows of A");
        }
        if (b.rows() != W.rows() || b.columns() != 1) {
            throw ShapeMismatchException.of("Z = W·A + b", "b", b, "W", W, "b has one column and the rows of W");
        }
        if (Z.rows() != W.rows() || Z.columns() != A.columns()) {
            throw ShapeMismatchException.of("Z = W·A + b", "Z", Z, "A", A, "Z has the rows of W, the columns of A");
        }
        for (int i = 0; i < W.rows(); i++) {
            double[] w = W.row(i);
            double[] z = Z.row(i);
            Arrays.fill(z, b.get(i, 0));
            int k = 0;
            for (; k + 4 <= w.length; k += 4) {
                addScaled4(w[k], A.row(k), w[k + 1], A.row(k + 1), w[k + 2], A.row(k + 2), w[k + 3], A.row(k + 3), z);
            }
            for (; k < w.length; k++) {
                addScaled(w[k], A.row(k), z);
            }
        }
    }

    /**
     * The product dA = Wᵀ·dZ, which carries a gradient back through a layer.
     *
     * @param W weights, n × k, not modified
     * @param dZ gradient at the layer's output, n × m, not modified
     * @param dA gradient at the layer's input, k × m, overwritten
     * @throws ShapeMismatchException if the shapes do not fit
     */
    public static void transposeTimes(Matrix W, Matrix dZ, Matrix dA) {
        if (W.rows() != dZ.rows()) {
            throw ShapeMismatchException.of("dA = Wᵀ·dZ", "W", W, "dZ", dZ, "rows of W = rows of dZ");
        }
        if (dA.rows() != W.columns() || dA.columns() != dZ.columns()) {
            throw ShapeMismatchException.of(
                    "dA = Wᵀ·dZ", "dA", dA, "dZ", dZ, "dA has as many rows as W has columns, and the columns of dZ");
        }
        int n = W.rows();
        for (int k = 0; k < dA.rows(); k++) {
            double[] da = dA.row(k);
            scale(W.get(0, k), dZ.row(0), da);
            int i = 1;
            for (; i + 4 <= n; i += 4) {
                addScaled4(
                        W.get(i, k),
                        dZ.row(i),
                        W.get(i + 1, k),
                        dZ.row(i + 1),
                        W.get(i + 2, k),
                        dZ.row(i + 2),
                        W.get(i + 3, k),
                        dZ.row(i + 3),
                        da);
            }
            for (; i < n; i++) {
                addScaled(W.get(i, k), dZ.row(i), da);
            }
        }
    }

    /**
     * The product dW = dZ·Aᵀ, a sum over the examples.
     *
     * @param dZ gradient at the layer's output, n × m, not modified
     * @param A the layer's input, k × m, not modified
     * @param dW result, n × k, overwritten
     * @throws ShapeMismatchException if the shapes do not fit
     */
    public static void timesTranspose(Matrix dZ, Matrix A, Matrix dW) {
        if (dZ.columns() != A.columns()) {
            throw ShapeMismatchException.of("dW = dZ·Aᵀ", "dZ", dZ, "A", A, "columns of dZ = columns of A");
        }
        if (dW.rows() != dZ.rows() || dW.columns() != A.rows()) {
            throw ShapeMismatchException.of(
                    "dW = dZ·Aᵀ", "dW", dW, "A", A, "dW has the rows of dZ and as many columns as A has rows");
        }
        int i = 0;
        for (; i + 2 <= dW.rows(); i += 2) {
            int k = 0;
            for (; k + 2 <= dW.columns(); k += 2) {
                dots2x2(dZ.row(i), dZ.row(i + 1), A.row(k), A.row(k + 1), dW.row(i), dW.row(i + 1), k);
            }
            for (; k < dW.columns(); k++) {
                dW.set(i, k, dot(dZ.row(i), A.row(k)));
                dW.set(i + 1, k, dot(dZ.row(i + 1), A.row(k)));
            }
        }
        for (; i < dW.rows(); i++) {
            for (int k = 0; k < dW.columns(); k++) {
                dW.set(i, k, dot(dZ.row(i), A.row(k)));
            }
        }
    }

    /**
     * The sum of a row, Σⱼ xⱼ.
     *
     * @param x the numbers, not modified
     * @return their sum, 0 for none
     */
    public static double rowSum(double[] x) {
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

    /**
     * The squared Frobenius norm, ‖W‖² = Σᵢⱼ Wᵢⱼ².
     *
     * @param W a matrix, not modified
     * @return the sum of its squares
     */
    public static double squaredNorm(Matrix W) {
        double sum = 0;
        for (int i = 0; i < W.rows(); i++) {
            sum += dot(W.row(i), W.row(i));
        }
        return sum;
    }

    /** Entries k and k + 1 of two rows of X·Yᵀ. */
    private static void dots2x2(
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
        row0[k] = s00 + t00;
        row0[k + 1] = s01 + t01;
        row1[k] = s10 + t10;
        row1[k + 1] = s11 + t11;
    }

    private static double dot(double[] x, double[] y) {
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

    private static void scale(double factor, double[] x, double[] result) {
        for (int j = 0; j < result.length; j++) {
            result[j] = factor * x[j];
        }
    }

    private static void addScaled(double factor, double[] x, double[] sum) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += factor * x[j];
        }
    }

    private static void addScaled4(
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
}
