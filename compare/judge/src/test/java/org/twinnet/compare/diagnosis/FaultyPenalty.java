package org.twinnet.compare.diagnosis;

import java.util.List;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.choice.PenaltyOver;

/**
 * A penalty in schoolbook formulas, with a fault where it has one of its own.
 *
 * @param of as it is stated
 * @param fault the fault
 * @param m number of all examples
 */
record FaultyPenalty(Penalty of, FaultyTrainer.Fault fault, int m) {

    private boolean is(String name) {
        return fault.is(name);
    }

    private double divisor(int held) {
        boolean overBatch = of.over() == PenaltyOver.BATCH;
        boolean ofBatch = is("penalty-over-batch") || (overBatch && !is("penalty-over-examples"));
        return ofBatch ? held : m;
    }

    double gradient(double value, int held) {
        double n = divisor(held);
        double squares = (of.l2() / n + of.l2Coefficient()) * (is("l2-gradient-factor") ? 0.37 : 1);
        if (is("l1-in-place-of-l2")) {
            return squares * Math.signum(value);
        }
        double magnitudes = of.l1() / n + of.l1Coefficient();
        double sign = is("l1-gradient-without-sign")
                ? 1
                : is("l1-gradient-of-magnitude")
                        ? Math.abs(value)
                        : is("l2-in-place-of-l1") ? value : Math.signum(value);
        double factor = switch (fault.id()) {
            case "l1-gradient-missing" -> 0;
            case "l1-gradient-not-averaged" -> n;
            case "l1-gradient-sign" -> -1;
            default -> 1;
        };
        return squares * value + factor * magnitudes * sign;
    }

    double cost(double[][][] W, double[][][] b, int held) {
        double n = divisor(held);
        double sum = 0;
        for (int l = 1; l < W.length; l++) {
            boolean biases = is("penalty-biases-added") || (of.biases() && !is("penalty-biases-missing"));
            for (double[][] tensor : biases ? List.of(W[l], b[l]) : List.<double[][]>of(W[l])) {
                for (double[] row : tensor) {
                    for (double w : row) {
                        double magnitude = is("l2-in-place-of-l1") ? w * w / 2 : Math.abs(w);
                        double square = is("l1-in-place-of-l2") ? Math.abs(w) : w * w / 2;
                        double factor = is("l1-cost-missing") ? 0 : is("l1-cost-halved") ? 0.5 : 1;
                        sum += (is("l2-cost-factor") ? 0.37 : 1) * (of.l2() / n + of.l2Coefficient()) * square
                                + factor * (of.l1() / n + of.l1Coefficient()) * magnitude;
                    }
                }
            }
        }
        return sum;
    }
}
