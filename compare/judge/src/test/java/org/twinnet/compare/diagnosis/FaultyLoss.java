package org.twinnet.compare.diagnosis;

import org.twinnet.compare.experiment.choice.Loss;

/** A loss in schoolbook formulas, with a fault where it has one of its own. */
record FaultyLoss(Loss kind, FaultyTrainer.Fault fault) {

    private boolean is(String name) {
        return fault.is(name);
    }

    private boolean isSquared() {
        return kind instanceof Loss.MeanSquaredError || kind instanceof Loss.Quadratic;
    }

    private boolean isAgain() {
        return fault.id().endsWith("-applied-twice");
    }

    /** The sum over the examples. */
    double cost(FaultyActivation output, double[][] A, double[][] y) {
        return cost(isAgain() ? output.forward(A) : A, y);
    }

    private double cost(double[][] A, double[][] y) {
        int K = A.length;
        int m = y[0].length;
        double sum = 0;
        for (int k = 0; k < K; k++) {
            for (int j = 0; j < m; j++) {
                double a = A[k][j];
                sum += isSquared()
                        ? (a - y[k][j]) * (a - y[k][j])
                        : term(y[k][j], a) + (isBinary() ? term(1 - y[k][j], 1 - a) : 0);
            }
        }
        if (kind instanceof Loss.MeanSquaredError && !is("squared-error-cost-not-over-outputs")) {
            sum /= K;
        }
        if (kind instanceof Loss.Quadratic && !is("squared-error-cost-doubled")) {
            sum /= 2;
        }
        return switch (fault.id()) {
            case "squared-error-cost-halved", "cost-halved" -> sum / 2;
            case "squared-error-cost-over-outputs" -> sum / K;
            case "cost-sign" -> -sum;
            case "cost-factor" -> 0.37 * sum;
            case "cost-log-base-10" -> sum / Math.log(10);
            case "squared-error-cost-summed", "softmax-cross-entropy-summed" -> sum * m;
            case "softmax-cross-entropy-over-outputs" -> sum / K;
            default -> sum;
        };
    }

    /** 0·ln 0 counts as nothing. */
    private double term(double y, double p) {
        return y == 0 ? 0 : -y * log(p);
    }

    private double log(double p) {
        return Math.log(p + (is("cost-epsilon-added") ? 1e-8 : 0));
    }

    private boolean isBinary() {
        return kind instanceof Loss.BinaryCrossEntropy || is("softmax-binary-cross-entropy");
    }

    double[][] outputGradient(FaultyActivation output, double[][] Z, double[][] A, double[][] y) {
        if (isAgain()) {
            double[][] g = output.forward(A);
            for (int k = 0; k < g.length; k++) {
                for (int j = 0; j < g[k].length; j++) {
                    g[k][j] -= y[k][j];
                }
            }
            return output.backward(g, Z, A);
        }
        int K = A.length;
        double[][] dZ = new double[K][y[0].length];
        for (int k = 0; k < K; k++) {
            for (int j = 0; j < dZ[k].length; j++) {
                double a = A[k][j];
                double residual = a - y[k][j];
                double c = kind instanceof Loss.MeanSquaredError
                        ? 2.0 / (is("squared-error-gradient-not-over-outputs") ? 1 : K)
                        : 1;
                double slope = isSquared() && !is("squared-error-slope-missing") ? output.slope(Z[k][j], a) : 1;
                dZ[k][j] = switch (fault.id()) {
                    case "squared-error-gradient-halved" -> c * residual * slope / 2;
                    case "squared-error-gradient-over-outputs" -> c * residual * slope / K;
                    case "output-gradient-factor" -> 0.37 * c * residual * slope;
                    case "squared-error-gradient-doubled" -> c * residual * slope * 2;
                    case "softmax-output-gradient-extra-slope" -> residual * a * (1 - a);
                    case "softmax-output-gradient-slope-missing" -> -y[k][j] / a;
                    case "softmax-output-gradient-diagonal" -> -y[k][j] / a * a * (1 - a);
                    case "output-gradient-sign" -> -c * residual * slope;
                    default -> c * residual * slope;
                };
            }
        }
        return dZ;
    }
}
