package org.twinnet.scratch.schedule;

/**
 * The same learning rate throughout, αₜ = α.
 *
 * @param learningRate α, above 0
 */
public record Constant(double learningRate) implements Schedule {

    /**
     * Checks the learning rate.
     *
     * @param learningRate α, above 0
     * @throws IllegalArgumentException if it is not a finite number above 0
     */
    public Constant {
        Ranges.requireRate(learningRate);
    }

    @Override
    public double at(int t) {
        return learningRate;
    }
}
