package org.twinnet.scratch.schedule;

/**
 * A learning rate that falls at once after every so many iterations, αₜ = α·factor^⌊(t − 1)/every⌋: the first
 * {@code every} iterations have α.
 *
 * <p>Source: He et al., Deep Residual Learning for Image Recognition, CVPR (2016), section 3.4, divide by 10 every now
 * and then.
 *
 * @param learningRate α, above 0
 * @param every iterations with one rate, from 1
 * @param factor by what it falls, above 0
 */
public record Step(double learningRate, int every, double factor) implements Schedule {

    /**
     * Checks the numbers.
     *
     * @param learningRate α, above 0
     * @param every iterations with one rate, from 1
     * @param factor by what it falls, above 0
     * @throws IllegalArgumentException if one of them is out of its range
     */
    public Step {
        Ranges.requireRate(learningRate);
        Ranges.requireFactor(factor);
        if (every < 1) {
            throw new IllegalArgumentException("A learning rate stays for 1 iteration or more, not " + every + ".");
        }
    }

    @Override
    public double at(int t) {
        int falls = (t - 1) / every;
        return learningRate * Math.pow(factor, falls);
    }
}
