package org.twinnet.scratch.schedule;

/** What settings of schedules may be. */
final class Ranges {

    private Ranges() {}

    /** Refuses what no training can begin with. */
    static void requireRate(double learningRate) {
        if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
            throw new IllegalArgumentException(
                    "Training needs a finite learning rate above 0, not " + learningRate + ".");
        }
    }

    /** Refuses a factor that would end training or turn it around. */
    static void requireFactor(double factor) {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("A learning rate falls by a finite factor above 0, not " + factor + ".");
        }
    }
}
