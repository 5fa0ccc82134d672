package org.twinnet.compare.diagnosis;

import java.util.Random;

/** Inverted dropout of one layer, or of the input, in schoolbook formulas with a fault where it has one of its own. */
final class FaultyDropout {

    private final double keep;
    private final FaultyTrainer.Fault fault;
    private final Random random;
    double[][] D;

    FaultyDropout(double keep, FaultyTrainer.Fault fault, int seed) {
        this.keep = keep;
        this.fault = fault;
        this.random = new Random(seed);
    }

    private boolean is(String name) {
        return fault.is(name);
    }

    boolean drops() {
        return keep < 1;
    }

    void draw(int units, int m) {
        D = new double[units][m];
        double p = is("dropout-keep-probability-differs") ? 0.95 : keep;
        for (int j = 0; j < m; j++) {
            double ofExample = random.nextDouble() < p ? 1 : 0;
            for (int k = 0; k < units; k++) {
                double own = random.nextDouble() < p ? 1 : 0;
                D[k][j] = is("dropout-mask-per-example") ? ofExample : own;
            }
        }
    }

    private double scale(boolean forward) {
        return switch (fault.id()) {
            case "dropout-multiplied-not-divided" -> keep;
            case "dropout-scale-differs" -> 1.23 / keep;
            case "input-dropout-not-scaled" -> forward ? 1 : 1 / keep;
            default -> 1 / keep;
        };
    }

    double[][] forward(double[][] A) {
        return masked(A, is("dropout-mask-missing-forward"), scale(true));
    }

    double[][] backward(double[][] dA) {
        return masked(dA, false, scale(false));
    }

    private double[][] masked(double[][] of, boolean whole, double scale) {
        double[][] masked = new double[of.length][of[0].length];
        for (int k = 0; k < of.length; k++) {
            for (int j = 0; j < of[k].length; j++) {
                masked[k][j] = of[k][j] * (whole ? 1 : D[k][j]) * scale;
            }
        }
        return masked;
    }
}
