package org.twinnet.compare.diagnosis;

import java.util.Set;

/** The update of one layer in schoolbook loops, by the rule that a bug's name asks for. */
final class SchoolbookUpdate {

    static final double MOMENTUM = 0.9;

    private final Set<String> bugs;
    private final SchoolbookNetwork.Task task;
    private final double[][] velocities;
    private final double[][] squares;
    private int iteration;

    SchoolbookUpdate(Set<String> bugs, SchoolbookNetwork.Task task, int rows, int columns) {
        this.bugs = bugs;
        this.task = task;
        this.velocities = new double[rows][columns];
        this.squares = new double[rows][columns];
    }

    /** What a decay of the rate is by, in the task's own form: α/(1 + d·t) or α·dᵗ. */
    static double decay(SchoolbookNetwork.Task task) {
        return isHyperbola(task) ? 0.05 : 0.97;
    }

    private static boolean isHyperbola(SchoolbookNetwork.Task task) {
        return task.seed() / 1000 % 2 == 0;
    }

    private double rate() {
        double d = decay(task);
        double share = isHyperbola(task) ? 1 / (1 + d * iteration) : Math.pow(d, iteration);
        return task.learningRate() * (bugs.contains("learning-rate-decay") ? share : 1);
    }

    /** By how much λ/m·α·W more than the notebook's step the weights decay. */
    private double decayInUpdate() {
        return switch ((int) (task.seed() % 3)) {
            case 0 -> 1;
            case 1 -> 1 / task.learningRate();
            default -> task.m();
        };
    }

    /** Whether the penalty is left out of dW. */
    static boolean leavesPenaltyOut(SchoolbookNetwork.Task task) {
        return task.seed() % 3 == 2;
    }

    void apply(double[][] W, double[][] dW, boolean weights) {
        double rate = rate();
        double shrunk = weights && bugs.contains("weight-decay-decoupled")
                ? rate * decayInUpdate() * task.lambda() / task.m()
                : 0;
        for (int i = 0; i < W.length; i++) {
            for (int k = 0; k < W[i].length; k++) {
                W[i][k] -= rate * direction(i, k, dW[i][k]) + shrunk * W[i][k];
            }
        }
        iteration++;
    }

    private double direction(int i, int k, double g) {
        if (bugs.contains("optimizer-momentum")) {
            double fresh = isHyperbola(task) ? 1 : 1 - MOMENTUM;
            velocities[i][k] = MOMENTUM * velocities[i][k] + fresh * g;
            return velocities[i][k];
        }
        if (bugs.contains("optimizer-nesterov")) {
            velocities[i][k] = MOMENTUM * velocities[i][k] + (1 - MOMENTUM) * g;
            return MOMENTUM * velocities[i][k] + (1 - MOMENTUM) * g;
        }
        if (bugs.contains("optimizer-adam")) {
            velocities[i][k] = 0.9 * velocities[i][k] + 0.1 * g;
            squares[i][k] = 0.999 * squares[i][k] + 0.001 * g * g;
            double first = velocities[i][k] / (1 - Math.pow(0.9, iteration + 1));
            double second = squares[i][k] / (1 - Math.pow(0.999, iteration + 1));
            return first / (Math.sqrt(second) + 1e-8);
        }
        return g;
    }
}
