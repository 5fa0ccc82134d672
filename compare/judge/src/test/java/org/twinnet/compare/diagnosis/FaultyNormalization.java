package org.twinnet.compare.diagnosis;

import java.util.Arrays;
import org.twinnet.compare.experiment.choice.Normalization;

/** A batch normalization in schoolbook formulas, with a fault where it has one of its own. */
final class FaultyNormalization {

    private static final String RUNNING_IN_TRAINING = "batch-norm-running-statistics-in-training";

    final double[][] gamma;
    final double[][] beta;
    final double[][] mean;
    final double[][] variance;
    double[][] mu;
    double[][] var;
    double[][] N;
    double[][] dgamma;
    double[][] dbeta;
    private final Normalization.BatchNorm stated;
    private final FaultyTrainer.Fault fault;
    private double[] root;
    private double[] deviation;

    FaultyNormalization(Normalization.BatchNorm stated, FaultyTrainer.Fault fault, double[][] gamma, double[][] beta) {
        this.stated = stated;
        this.fault = fault;
        this.gamma = gamma;
        this.beta = beta;
        this.mean = new double[gamma.length][1];
        this.variance = new double[gamma.length][1];
        for (double[] of : variance) {
            of[0] = 1;
        }
    }

    private boolean is(String name) {
        return fault.is("batch-norm-" + name);
    }

    private boolean isAny(String name) {
        return fault.id().startsWith("batch-norm-" + name);
    }

    double[][] forward(double[][] Z) {
        int m = Z[0].length;
        mu = new double[Z.length][1];
        var = new double[Z.length][1];
        N = new double[Z.length][m];
        root = new double[Z.length];
        deviation = new double[Z.length];
        double[][] Y = new double[Z.length][m];
        for (int u = 0; u < Z.length; u++) {
            mu[u][0] = Arrays.stream(Z[u]).sum() / m;
            double centre = mu[u][0];
            double squares =
                    Arrays.stream(Z[u]).map(z -> (z - centre) * (z - centre)).sum();
            var[u][0] = squares / (isAny("variance-unbiased") ? m - 1 : m);
            double usedMean = mean[u][0];
            double usedVariance = variance[u][0];
            keep(u, squares, m);
            if (fault.id().startsWith(RUNNING_IN_TRAINING + "/updated")) {
                usedMean = mean[u][0];
                usedVariance = variance[u][0];
            } else if (!fault.id().startsWith(RUNNING_IN_TRAINING)) {
                usedMean = mu[u][0];
                usedVariance = var[u][0];
            } else if (fault.id().endsWith("/shown")) {
                mu[u][0] = usedMean;
                var[u][0] = usedVariance;
            }
            deviation[u] = Math.sqrt(usedVariance);
            root[u] = isAny("root-missing")
                    ? usedVariance + stated.epsilon()
                    : isAny("epsilon-outside-root")
                            ? deviation[u] + stated.epsilon()
                            : isAny("epsilon-missing") ? deviation[u] : Math.sqrt(usedVariance + stated.epsilon());
            for (int j = 0; j < m; j++) {
                N[u][j] = (Z[u][j] - usedMean) / root[u];
                Y[u][j] = (isAny("scale-not-applied") ? 1 : gamma[u][0]) * N[u][j]
                        + (is("shift-not-applied") ? 0 : beta[u][0]);
            }
        }
        return Y;
    }

    private void keep(int u, double squares, int m) {
        if (is("running-not-updated")) {
            return;
        }
        boolean unbiased =
                (stated.runningVariance() == Normalization.RunningVariance.UNBIASED) != is("running-variance-differs");
        double decay =
                is("running-decay-swapped") ? 1 - stated.decay() : is("running-decay-differs") ? 0.8 : stated.decay();
        double shown = squares / (unbiased ? m - 1 : m);
        mean[u][0] = decay * mean[u][0] + (1 - decay) * mu[u][0];
        variance[u][0] = decay * variance[u][0]
                + (1 - decay) * (is("running-root-of-variance") ? Math.sqrt(squares / m) : shown);
    }

    /** From the gradient behind it; those of the parameters are divided by as many examples as all are. */
    double[][] backward(double[][] dY, double[][] Z, double divisor) {
        int m = Z[0].length;
        double[][] dZ = new double[Z.length][m];
        dgamma = new double[Z.length][1];
        dbeta = new double[Z.length][1];
        for (int u = 0; u < Z.length; u++) {
            boolean plain = is("gradient-without-scale") || is("scale-not-applied/both");
            double scale = plain ? 1 : gamma[u][0];
            double sum = 0;
            double along = 0;
            for (int j = m - 1; j >= 0; j--) {
                dgamma[u][0] += dY[u][j] * (is("scale-gradient-of-pre-activation") ? Z[u][j] : N[u][j]);
                dbeta[u][0] += dY[u][j];
                sum += scale * dY[u][j];
                along += scale * dY[u][j] * N[u][j];
            }
            boolean constants = fault.id().contains("/constants") || is("gradient-without-statistics");
            sum = constants || is("gradient-without-mean") ? 0 : sum / m;
            along = constants || is("gradient-without-variance") ? 0 : along / m * ofOwnSlope(u, m);
            double divides = is("gradient-not-divided") ? 1 : is("gradient-epsilon-missing") ? deviation[u] : root[u];
            for (int j = 0; j < m; j++) {
                dZ[u][j] = (scale * dY[u][j] - sum - N[u][j] * along) / divides;
            }
            dgamma[u][0] *= factor("scale") / divisor;
            dbeta[u][0] *= factor("shift") / divisor;
            if (is("gradient-not-averaged") || is("gradient-not-averaged/scale")) {
                dgamma[u][0] *= m;
            }
            if (is("gradient-not-averaged") || is("gradient-not-averaged/shift")) {
                dbeta[u][0] *= m;
            }
        }
        return dZ;
    }

    private double factor(String of) {
        return is("gradient-factor/" + of) ? 0.37 : 1;
    }

    /** What a program has that differentiates itself. */
    private double ofOwnSlope(int u, int m) {
        return switch (fault.id()) {
            case "batch-norm-variance-unbiased/differentiated" -> m / (m - 1.0);
            case "batch-norm-epsilon-outside-root/differentiated" -> root[u] / deviation[u];
            case "batch-norm-root-missing/differentiated" -> 2;
            default -> 1;
        };
    }

    boolean isScaleStill() {
        return is("not-updated") || is("not-updated/scale");
    }

    boolean isShiftStill() {
        return is("not-updated") || is("not-updated/shift");
    }
}
