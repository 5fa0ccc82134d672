package org.twinnet.compare.agreement;

import java.util.List;
import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.Matrix;

/**
 * The bounds that {@link ForwardErrors}, {@link CostErrors} and {@link BackwardErrors} document, entry by entry as the formulas
 * stand there: slow, and with nothing of the program's in it. Arrays are [layer][unit][example], layer 0 being the inputs.
 */
final class SchoolbookFloors {

    private static final double U = 0x1p-53;
    private static final double TAU = 0x1p-1022;
    private static final double SMALL = 1e-3;

    private final Parameters parameters;
    private final List<Matrix> masks;
    private final double keepProbability;
    private final int depth;
    private final int m;
    final double[][][] Z;
    final double[][][] A;
    final double[][][] zError;
    final double[][][] aError;

    SchoolbookFloors(
            Parameters parameters, Parameters uncertainties, List<Matrix> masks, double keepProbability, double[][] X) {
        this.parameters = parameters;
        this.masks = masks;
        this.keepProbability = keepProbability;
        depth = parameters.depth();
        m = X[0].length;
        Z = new double[depth + 1][][];
        A = new double[depth + 1][][];
        zError = new double[depth + 1][][];
        aError = new double[depth + 1][][];
        A[0] = X;
        aError[0] = new double[X.length][m];
        for (int l = 1; l <= depth; l++) {
            forward(l, uncertainties);
        }
    }

    static double gamma(int n) {
        return n * U / (1 - n * U);
    }

    private void forward(int l, Parameters uncertainties) {
        Matrix W = parameters.W(l);
        int n = W.columns();
        Z[l] = new double[W.rows()][m];
        A[l] = new double[W.rows()][m];
        zError[l] = new double[W.rows()][m];
        aError[l] = new double[W.rows()][m];
        for (int i = 0; i < W.rows(); i++) {
            for (int j = 0; j < m; j++) {
                double b = parameters.b(l).get(i, 0);
                double z = b;
                double magnitude = Math.abs(b);
                double inherited = 0;
                double ofParameters = uncertainties.b(l).get(i, 0);
                for (int k = 0; k < n; k++) {
                    double input = Math.abs(A[l - 1][k][j]) + aError[l - 1][k][j];
                    z += W.get(i, k) * A[l - 1][k][j];
                    magnitude += Math.abs(W.get(i, k)) * input;
                    inherited += Math.abs(W.get(i, k)) * aError[l - 1][k][j];
                    ofParameters += uncertainties.W(l).get(i, k) * input;
                }
                Z[l][i][j] = z;
                zError[l][i][j] = inherited + gamma(n + 2) * magnitude + ofParameters + (n + 1) * TAU;
                activate(l, i, j);
            }
        }
    }

    private void activate(int l, int i, int j) {
        double z = Z[l][i][j];
        double error = zError[l][i][j];
        if (l == depth) {
            double a = 1 / (1 + Math.exp(-z));
            A[l][i][j] = a;
            aError[l][i][j] = error <= SMALL
                    ? 1.001 * (a * (1 - a) + 4 * U * a) * error + 4 * U * a + TAU
                    : Math.max(1 / (1 + Math.exp(-z - error)) - a, a - 1 / (1 + Math.exp(-z + error))) + 4 * U + TAU;
        } else if (masks.isEmpty()) {
            A[l][i][j] = Math.max(0, z);
            aError[l][i][j] = rectified(z, error);
        } else {
            A[l][i][j] = Math.max(0, z) * scale(l, i, j);
            aError[l][i][j] = rectified(z, error) * scale(l, i, j) + gamma(3) * A[l][i][j];
        }
    }

    private static double rectified(double preActivation, double error) {
        return Math.min(error, Math.max(0, preActivation + 2 * error));
    }

    private double scale(int l, int i, int j) {
        return masks.isEmpty() ? 1 : masks.get(l - 1).get(i, j) / keepProbability;
    }

    double crossEntropy(double[] y) {
        double sum = 0;
        for (int j = 0; j < m; j++) {
            sum -= Math.log(trueClass(y, j)) / m;
        }
        return sum;
    }

    private double trueClass(double[] y, int j) {
        return y[j] == 1 ? A[depth][0][j] : 1 - A[depth][0][j];
    }

    double crossEntropyFloor(double[] y) {
        double floor = 2 * gamma(m + 1) * crossEntropy(y);
        for (int j = 0; j < m; j++) {
            double p = trueClass(y, j);
            double ez = zError[depth][0][j];
            double d = aError[depth][0][j] + U;
            double fromProbability =
                    (d / p <= SMALL ? 1.001 * d / p : -Math.log1p(-d / p)) + 2 * U * Math.abs(Math.log(p));
            double term = d / p <= SMALL ? Math.abs(Math.log(p)) : Math.abs(Z[depth][0][j]) + 1;
            double slope = ez <= SMALL ? Math.min(1, 1.001 * (1 - p + 4 * U)) : 1;
            double fromLogit = slope * ez + 4 * U * (Math.abs(Z[depth][0][j]) + term) + TAU;
            floor += (fromProbability + fromLogit) / m;
        }
        return floor;
    }

    /** Fills dV with the gradient of the mean cross-entropy and errors with the bound of one program's error in it. */
    void backward(double[] y, Parameters dV, Parameters errors) {
        double[][] dZ = new double[1][m];
        double[][] dzError = new double[1][m];
        for (int j = 0; j < m; j++) {
            dZ[0][j] = A[depth][0][j] - y[j];
            dzError[0][j] = aError[depth][0][j] + U * Math.abs(dZ[0][j]) + TAU;
        }
        for (int l = depth; l >= 1; l--) {
            Matrix W = parameters.W(l);
            for (int i = 0; i < W.rows(); i++) {
                double bias = 0;
                double biasError = 0;
                for (int j = 0; j < m; j++) {
                    bias += dZ[i][j] / m;
                    biasError += (gamma(m + 2) * Math.abs(dZ[i][j]) + dzError[i][j]) / m;
                }
                dV.b(l).set(i, 0, bias);
                errors.b(l).set(i, 0, biasError + TAU);
                for (int k = 0; k < W.columns(); k++) {
                    double weight = 0;
                    double weightError = 0;
                    for (int j = 0; j < m; j++) {
                        double a = A[l - 1][k][j];
                        double ea = aError[l - 1][k][j];
                        weight += dZ[i][j] * a / m;
                        weightError += Math.abs(dZ[i][j]) * (gamma(m + 2) * Math.abs(a) + ea) / m;
                        weightError += dzError[i][j] * (Math.abs(a) + ea) / m;
                    }
                    dV.W(l).set(i, k, weight);
                    errors.W(l).set(i, k, weightError + 2 * TAU);
                }
            }
            if (l > 1) {
                double[][] dA = new double[W.columns()][m];
                double[][] daError = new double[W.columns()][m];
                for (int k = 0; k < W.columns(); k++) {
                    for (int j = 0; j < m; j++) {
                        daError[k][j] = (W.rows() + 1) * TAU;
                        for (int i = 0; i < W.rows(); i++) {
                            double w = W.get(i, k);
                            dA[k][j] += w * dZ[i][j];
                            daError[k][j] += Math.abs(w) * (gamma(W.rows() + 3) * Math.abs(dZ[i][j]) + dzError[i][j]);
                        }
                        throughGate(l - 1, k, j, dA, daError);
                    }
                }
                dZ = dA;
                dzError = daError;
            }
        }
    }

    private void throughGate(int l, int k, int j, double[][] dA, double[][] daError) {
        double z = Z[l][k][j];
        boolean undecided = Math.abs(z) <= 2 * zError[l][k][j];
        double scale = scale(l, k, j);
        if (undecided) {
            daError[k][j] = scale * (Math.abs(dA[k][j]) + daError[k][j]);
        } else {
            daError[k][j] = z > 0 ? scale * daError[k][j] : 0;
        }
        dA[k][j] = z > 0 ? scale * dA[k][j] : 0;
    }
}
