package org.twinnet.scratch.schedule;

/**
 * A learning rate that falls by the same factor in every iteration, αₜ = α·factorᵗ⁻¹: the first iteration has α.
 *
 * <p>Source: PyTorch's {@code ExponentialLR}; rates that fall as fast as this have a finite sum, so that training comes
 * to a halt wherever it is.
 *
 * @param learningRate α, above 0
 * @param factor by what it falls, above 0
 */
public record Exponential(double learningRate, double factor) implements Schedule {

    /**
     * Checks the numbers.
     *
     * @param learningRate α, above 0
     * @param factor by what it falls, above 0
     * @throws IllegalArgumentException if one of them is out of its range
     */
    public Exponential {
        Ranges.requireRate(learningRate);
        Ranges.requireFactor(factor);
    }

    @Override
    public double at(int t) {
        return learningRate * Math.pow(factor, t - 1);
    }
}
