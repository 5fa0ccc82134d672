package org.twinnet.compare.diagnosis;

import org.twinnet.compare.experiment.choice.Activation;

/** An activation in schoolbook formulas, with a fault where it has one of its own. */
record FaultyActivation(Activation kind, FaultyTrainer.Fault fault) {

    private boolean is(String suffix) {
        return fault.is(kind.kind() + suffix);
    }

    double[][] forward(double[][] Z) {
        double[][] A = new double[Z.length][Z[0].length];
        if (kind instanceof Activation.Softmax) {
            softmax(Z, A);
            return A;
        }
        for (int u = 0; u < Z.length; u++) {
            for (int j = 0; j < A[u].length; j++) {
                A[u][j] = value(Z[u][j]);
            }
        }
        return A;
    }

    private void softmax(double[][] Z, double[][] A) {
        int m = Z[0].length;
        for (int u = 0; u < Z.length; u++) {
            for (int j = 0; j < m; j++) {
                double sum = 0;
                if (is("-wrong-axis")) {
                    for (int i = 0; i < m; i++) {
                        sum += Math.exp(Z[u][i]);
                    }
                } else if (is("-over-everything")) {
                    for (double[] row : Z) {
                        for (double z : row) {
                            sum += Math.exp(z);
                        }
                    }
                } else {
                    for (double[] row : Z) {
                        sum += Math.exp(row[j]);
                    }
                }
                A[u][j] = Math.exp(Z[u][j]) / sum;
            }
        }
    }

    private double value(double z) {
        if (kind instanceof Activation.LeakyRelu leaky) {
            boolean left = is("-slope-on-wrong-side") ? z > 0 : z <= 0;
            return left ? slope(leaky) * z : z;
        }
        return switch (kind.kind()) {
            case "relu" -> Math.max(0, z);
            case "tanh" -> Math.tanh(z);
            case "sigmoid" -> 1 / (1 + Math.exp(-z));
            case "elu" -> z > 0 ? z : Math.exp(z) - 1;
            case "softplus" -> Math.log(1 + Math.exp(z));
            case "swish" -> z / (1 + Math.exp(-z));
            case "gelu" -> z * normal(z);
            case "softsign" -> z / (1 + Math.abs(z));
            default -> z;
        };
    }

    private double slope(Activation.LeakyRelu leaky) {
        return is("-slope-differs") ? 0.3 : leaky.slope();
    }

    /** Φ by its Taylor series about 0, good to the last places for |z| < 6. */
    private static double normal(double z) {
        double term = z;
        double sum = z;
        for (int n = 1; n < 200 && Math.abs(term) > 1e-19 * Math.abs(sum); n++) {
            term *= z * z / (2 * n + 1);
            sum += term;
        }
        return 0.5 + sum * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    double slope(double z, double a) {
        if (is("-gradient-missing")) {
            return 1;
        }
        if (is("-gradient-of-pre-activation") && kind instanceof Activation.Sigmoid) {
            return z * (1 - z);
        }
        if (is("-gradient-at-activation")) {
            return rightSlope(a);
        }
        if (kind instanceof Activation.LeakyRelu leaky) {
            if (is("-gradient-relu")) {
                return z > 0 ? 1 : 0;
            }
            boolean turned = is("-slope-on-wrong-side") || is("-gradient-on-wrong-side");
            boolean left = turned ? z > 0 : z <= 0;
            return left ? slope(leaky) : 1;
        }
        if (kind instanceof Activation.Softsign && is("-gradient-not-squared")) {
            return 1 / (1 + Math.abs(z));
        }
        if (is("-gradient-without-one")) {
            return z > 0 ? 1 : a;
        }
        if (kind instanceof Activation.Elu && is("-gradient-relu")) {
            return z > 0 ? 1 : 0;
        }
        if (kind instanceof Activation.Relu && fault.is("sigmoid-gradient-on-hidden")) {
            return 1 / (1 + Math.exp(-z)) * (1 - 1 / (1 + Math.exp(-z)));
        }
        if (is("-gradient-of-dropped-activation")) {
            return kind instanceof Activation.Tanh ? 1 - a * a : a * (1 - a);
        }
        if (kind instanceof Activation.Tanh) {
            return switch (fault.id()) {
                case "tanh-gradient-of-pre-activation" -> 1 - z * z;
                case "tanh-gradient-sign" -> 1 + a * a;
                case "tanh-gradient-not-squared" -> 1 - a;
                case "sigmoid-gradient-on-tanh" -> a * (1 - a);
                default -> rightSlope(z);
            };
        }
        return rightSlope(z);
    }

    private double rightSlope(double z) {
        double s = 1 / (1 + Math.exp(-z));
        return switch (kind.kind()) {
            case "relu" -> z > 0 ? 1 : 0;
            case "tanh" -> 1 - Math.tanh(z) * Math.tanh(z);
            case "sigmoid" -> s * (1 - s);
            case "elu" -> z > 0 ? 1 : Math.exp(z);
            case "softplus" -> s;
            case "swish" -> s + z * s * (1 - s);
            case "softsign" -> 1 / ((1 + Math.abs(z)) * (1 + Math.abs(z)));
            case "gelu" -> normal(z) + z * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
            default -> 1;
        };
    }

    double[][] backward(double[][] dA, double[][] Z, double[][] A) {
        double[][] dZ = new double[Z.length][Z[0].length];
        for (int u = 0; u < Z.length; u++) {
            for (int j = 0; j < dZ[u].length; j++) {
                dZ[u][j] = kind instanceof Activation.Softmax
                        ? A[u][j] * (dA[u][j] - mean(dA, A, j))
                        : dA[u][j] * slope(Z[u][j], A[u][j]);
            }
        }
        return dZ;
    }

    private static double mean(double[][] d, double[][] A, int j) {
        double sum = 0;
        for (int k = 0; k < A.length; k++) {
            sum += A[k][j] * d[k][j];
        }
        return sum;
    }
}
