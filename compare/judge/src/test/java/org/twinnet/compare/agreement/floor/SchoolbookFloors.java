package org.twinnet.compare.agreement.floor;

import java.util.List;
import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.Matrix;

/**
 * The bounds that the chapters of the theory document, entry by entry as the formulas stand there: slow, and with
 * nothing of the program's in it. Arrays are [layer][unit][example], layer 0 being the inputs.
 */
public final class SchoolbookFloors {

    private static final double U = 0x1p-53;
    private static final double TAU = 0x1p-1022;
    private static final double SMALL = 1e-3;

    private final Parameters parameters;
    private final List<Matrix> masks;
    private final double keepProbability;
    private final int depth;
    private final int m;
    public final double[][][] Z;
    public final double[][][] A;
    public final double[][][] zError;
    public final double[][][] aError;

    public SchoolbookFloors(
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

    public static double gamma(int n) {
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
                    double input = Math.abs(A[l - 1][k][j]);
                    z += W.get(i, k) * A[l - 1][k][j];
                    magnitude += Math.abs(W.get(i, k)) * input;
                    inherited += Math.abs(W.get(i, k)) * aError[l - 1][k][j];
                    ofParameters += uncertainties.W(l).get(i, k) * (input + 3 * aError[l - 1][k][j]);
                }
                Z[l][i][j] = z;
                double gamma = gamma(n + 2);
                zError[l][i][j] = gamma * magnitude + (1 + 2 * gamma) * (inherited + ofParameters) + (n + 1) * TAU;
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
                    ? 1.003 * (a * (1 - a) + 4 * U * a) * error + 4 * U * a + TAU
                    : Math.max(1 / (1 + Math.exp(-z - 2 * error)) - a, a - 1 / (1 + Math.exp(-z + 2 * error)))
                            + 4 * U
                            + TAU;
        } else if (masks.isEmpty()) {
            A[l][i][j] = Math.max(0, z);
            aError[l][i][j] = rectified(z, error);
        } else {
            A[l][i][j] = Math.max(0, z) * scale(l, i, j);
            aError[l][i][j] = masked(A[l][i][j], rectified(z, error) * scale(l, i, j));
        }
    }

    private static double rectified(double preActivation, double error) {
        return Math.min(error, Math.max(0, preActivation + 2 * error));
    }

    /** What masking and scaling round, beside what is carried through. */
    private static double masked(double value, double carried) {
        return (1 + 2 * gamma(3)) * carried + gamma(3) * Math.abs(value) + Math.min(TAU, carried + Math.abs(value));
    }

    private double scale(int l, int i, int j) {
        return masks.isEmpty() ? 1 : masks.get(l - 1).get(i, j) / keepProbability;
    }

    public double crossEntropy(double[] y) {
        double sum = 0;
        for (int j = 0; j < m; j++) {
            sum -= Math.log(trueClass(y, j)) / m;
        }
        return sum;
    }

    private double trueClass(double[] y, int j) {
        return y[j] == 1 ? A[depth][0][j] : 1 - A[depth][0][j];
    }

    public double crossEntropyFloor(double[] y) {
        double floor = gamma(m + 1) * crossEntropy(y);
        for (int j = 0; j < m; j++) {
            double p = trueClass(y, j);
            double ez = zError[depth][0][j];
            double d = aError[depth][0][j] + U;
            double fromProbability = (d / p <= SMALL ? 1.003 * d / p : -Math.log1p(-(d / p) / (1 - d / p)))
                    + 2 * U * Math.abs(Math.log(p));
            double term = d / p <= SMALL ? Math.abs(Math.log(p)) : Math.abs(Z[depth][0][j]) + 1;
            double slope = ez <= SMALL ? Math.min(1, 1.003 * (1 - p + 4 * U)) : 1;
            double fromLogit = slope * ez + 6 * U * (Math.abs(Z[depth][0][j]) + term) + TAU;
            floor += (fromProbability + fromLogit + gamma(m + 1) * term) / m;
        }
        return floor;
    }

    /** Fills dV with the gradient of the mean cross-entropy and errors with the bound of one program's error in it. */
    public void backward(double[] y, Parameters dV, Parameters errors) {
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
                    biasError += rounded(gamma(m + 2), dZ[i][j], dzError[i][j]) / m;
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
                        weightError += rounded(gamma(m + 2), dZ[i][j], dzError[i][j]) * Math.abs(a) / m;
                        double reach = Math.abs(dZ[i][j]) + 3 * dzError[i][j];
                        weightError += (1 + 2 * gamma(m + 2)) * reach * ea / m;
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
                            daError[k][j] += Math.abs(w) * rounded(gamma(W.rows() + 2), dZ[i][j], dzError[i][j]);
                        }
                        throughGate(l - 1, k, j, dA, daError);
                    }
                }
                dZ = dA;
                dzError = daError;
            }
        }
    }

    private static double rounded(double gamma, double value, double error) {
        return gamma * Math.abs(value) + (1 + 2 * gamma) * error;
    }

    private void throughGate(int l, int k, int j, double[][] dA, double[][] daError) {
        double z = Z[l][k][j];
        boolean undecided = Math.abs(z) <= 2 * zError[l][k][j];
        if (!masks.isEmpty()) {
            dA[k][j] *= scale(l, k, j);
            daError[k][j] = masked(dA[k][j], daError[k][j] * scale(l, k, j));
        }
        if (undecided) {
            daError[k][j] = Math.abs(dA[k][j]) + 2 * daError[k][j];
        } else if (z < 0) {
            daError[k][j] = 0;
        }
        dA[k][j] = z > 0 ? dA[k][j] : 0;
    }
}
