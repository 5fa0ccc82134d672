package org.twinnet.compare.replay;

import org.twinnet.compare.trace.HyperParameters;
import org.twinnet.scratch.linalg.Matrix;

/**
 * The right formulas of a step as the replay had them of its own, for one network, with the largest differences that
 * they allowed for; γ is 2γₙ here.
 */
final class FormerFormulas {

    /**
     * Numbers and largest differences.
     *
     * @param values the numbers
     * @param floors the differences
     */
    record Allowed(Matrix values, Matrix floors) {
        static Allowed exact(Matrix values) {
            return new Allowed(values, Matrix.zeros(values.rows(), values.columns()));
        }

        static Allowed ofShape(int rows, int columns) {
            return new Allowed(Matrix.zeros(rows, columns), Matrix.zeros(rows, columns));
        }

        double value(int r, int c) {
            return values.get(r, c);
        }

        double floor(int r, int c) {
            return floors.get(r, c);
        }

        void set(int r, int c, double value, double floor) {
            values.set(r, c, value);
            floors.set(r, c, floor);
        }
    }

    private final double u;
    private final double tiny;
    private final HyperParameters hyper;
    private final Matrix Y;
    private final int m;

    FormerFormulas(double u, double tiny, HyperParameters hyper, Matrix Y) {
        this.u = u;
        this.tiny = tiny;
        this.hyper = hyper;
        this.Y = Y;
        this.m = Y.columns();
    }

    private double gamma(int n) {
        return 2 * n * u / (1 - n * u);
    }

    Allowed Z(Allowed W, Allowed A, Allowed b) {
        Allowed Z = Allowed.ofShape(W.values().rows(), m);
        int n = W.values().columns();
        for (int r = 0; r < Z.values().rows(); r++) {
            for (int j = 0; j < m; j++) {
                double z = b.value(r, 0);
                double magnitude = Math.abs(z);
                double error = b.floor(r, 0);
                for (int k = 0; k < n; k++) {
                    double w = W.value(r, k);
                    double a = A.value(k, j);
                    z += w * a;
                    magnitude += Math.abs(w * a);
                    error += Math.abs(w) * A.floor(k, j) + W.floor(r, k) * (Math.abs(a) + A.floor(k, j));
                }
                Z.set(r, j, z, error + gamma(n + 3) * magnitude + tiny);
            }
        }
        return Z;
    }

    Allowed hidden(Allowed Z, Matrix scale) {
        Allowed A = Allowed.ofShape(Z.values().rows(), m);
        for (int r = 0; r < Z.values().rows(); r++) {
            for (int j = 0; j < m; j++) {
                double s = scale.get(r, j);
                double a = Math.max(0, Z.value(r, j)) * s;
                A.set(r, j, a, gamma(3) * Math.abs(a) + Z.floor(r, j) * s + tiny);
            }
        }
        return A;
    }

    Allowed output(Allowed Z) {
        Allowed A = Allowed.ofShape(Z.values().rows(), m);
        for (int r = 0; r < Z.values().rows(); r++) {
            for (int j = 0; j < m; j++) {
                double a = 1 / (1 + Math.exp(-Z.value(r, j)));
                double moved = a * (1 - a) * Math.expm1(Z.floor(r, j));
                A.set(r, j, a, gamma(8) * Math.max(a, 0.5) + moved + tiny);
            }
        }
        return A;
    }

    Allowed residual(Allowed A) {
        Allowed dZ = Allowed.ofShape(A.values().rows(), m);
        for (int r = 0; r < A.values().rows(); r++) {
            for (int j = 0; j < m; j++) {
                double dz = A.value(r, j) - Y.get(r, j);
                double stored = A.floor(r, j) + u * Math.abs(A.value(r, j));
                dZ.set(r, j, dz, gamma(8) * Math.abs(dz) + stored + tiny);
            }
        }
        return dZ;
    }

    Allowed throughWeights(Allowed W, Allowed dZ, Matrix scale) {
        int n = W.values().rows();
        Allowed dA = Allowed.ofShape(W.values().columns(), m);
        for (int k = 0; k < dA.values().rows(); k++) {
            for (int j = 0; j < m; j++) {
                double sum = 0;
                double error = 0;
                for (int r = 0; r < n; r++) {
                    double w = W.value(r, k);
                    double dz = dZ.value(r, j);
                    sum += w * dz;
                    error += gamma(n + 4) * Math.abs(w * dz)
                            + Math.abs(w) * dZ.floor(r, j)
                            + W.floor(r, k) * (Math.abs(dz) + dZ.floor(r, j));
                }
                dA.set(k, j, sum * scale.get(k, j), error * scale.get(k, j) + tiny);
            }
        }
        return dA;
    }

    Allowed gate(Allowed dA, Allowed Z) {
        Allowed dZ = Allowed.ofShape(dA.values().rows(), m);
        for (int r = 0; r < dA.values().rows(); r++) {
            for (int j = 0; j < m; j++) {
                double z = Z.value(r, j);
                double dz = z > 0 ? dA.value(r, j) : 0;
                boolean uncertain = Z.floor(r, j) > 0 && Math.abs(z) <= Z.floor(r, j);
                double undecided = uncertain ? Math.abs(dA.value(r, j)) : 0;
                dZ.set(r, j, dz, gamma(2) * Math.abs(dz) + dA.floor(r, j) + undecided);
            }
        }
        return dZ;
    }

    Allowed weightGradient(Allowed dZ, Allowed A, Allowed W) {
        double decay = hyper.lambda() / m;
        Allowed dW = Allowed.ofShape(W.values().rows(), W.values().columns());
        for (int r = 0; r < W.values().rows(); r++) {
            for (int k = 0; k < W.values().columns(); k++) {
                double sum = 0;
                double magnitude = 0;
                double moved = 0;
                for (int j = 0; j < m; j++) {
                    double dz = dZ.value(r, j);
                    double a = A.value(k, j);
                    sum += dz * a;
                    magnitude += Math.abs(dz * a);
                    moved += Math.abs(dz) * A.floor(k, j) + dZ.floor(r, j) * (Math.abs(a) + A.floor(k, j));
                }
                double penalty = decay * W.value(r, k);
                double error = (gamma(m + 6) * magnitude + moved) / m
                        + gamma(m + 6) * Math.abs(penalty)
                        + decay * W.floor(r, k);
                dW.set(r, k, sum / m + penalty, error + tiny);
            }
        }
        return dW;
    }

    Allowed biasGradient(Allowed dZ) {
        Allowed db = Allowed.ofShape(dZ.values().rows(), 1);
        for (int r = 0; r < dZ.values().rows(); r++) {
            double sum = 0;
            double error = 0;
            for (int j = 0; j < m; j++) {
                sum += dZ.value(r, j);
                error += gamma(m + 2) * Math.abs(dZ.value(r, j)) + dZ.floor(r, j);
            }
            db.set(r, 0, sum / m, error / m + tiny);
        }
        return db;
    }

    Allowed update(Allowed V, Allowed dV) {
        double alpha = hyper.learningRate();
        Allowed next = Allowed.ofShape(V.values().rows(), V.values().columns());
        for (int r = 0; r < V.values().rows(); r++) {
            for (int c = 0; c < V.values().columns(); c++) {
                double step = alpha * dV.value(r, c);
                double rounded = gamma(4) * (Math.abs(V.value(r, c)) + Math.abs(step));
                next.set(r, c, V.value(r, c) - step, rounded + V.floor(r, c) + alpha * dV.floor(r, c) + tiny);
            }
        }
        return next;
    }

    /** From the logits; the value and the largest difference. */
    double[] cost(Allowed Z, Iterable<Allowed> weights) {
        double sum = 0;
        double error = 0;
        for (int r = 0; r < Z.values().rows(); r++) {
            for (int j = 0; j < m; j++) {
                boolean positive = Y.get(r, j) == 1;
                double z = positive ? Z.value(r, j) : -Z.value(r, j);
                double term = Math.max(0, -z) + Math.log1p(Math.exp(-Math.abs(z)));
                double p = Math.exp(-term);
                double stored = positive ? p : -Math.expm1(-term);
                double relative = (8 * u * Math.max(stored, 0.5) + (positive ? 0 : u)) / p;
                double moved = (1 - p) * Math.expm1(Z.floor(r, j));
                error += -Math.log1p(-Math.min(1, relative)) + 8 * u * (Math.abs(z) + term) + moved;
                sum += term;
            }
        }
        double crossEntropy = (error + gamma(Z.values().rows() * m + 2) * sum) / m;
        double squares = 0;
        double moved = 0;
        for (Allowed W : weights) {
            double ofLayer = 0;
            for (int r = 0; r < W.values().rows(); r++) {
                for (int c = 0; c < W.values().columns(); c++) {
                    double w = Math.abs(W.value(r, c));
                    ofLayer += w * w;
                    moved += 2 * w * W.floor(r, c) + W.floor(r, c) * W.floor(r, c);
                }
            }
            squares += ofLayer;
            moved += gamma(W.values().rows() * W.values().columns() + 6) * ofLayer;
        }
        double scale = hyper.lambda() / (2.0 * m);
        double value = sum / m + scale * squares;
        return new double[] {value, crossEntropy + scale * moved + gamma(4) * scale * squares + 2 * u * Math.abs(value)
        };
    }
}
