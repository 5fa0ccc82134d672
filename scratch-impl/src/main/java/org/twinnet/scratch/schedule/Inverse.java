package org.twinnet.scratch.schedule;

/**
 * A learning rate that falls ever more slowly, αₜ = α/(1 + rate·(t − 1))^power: the first iteration has α.
 *
 * <p>Source: Robbins and Monro, A Stochastic Approximation Method, Annals of Mathematical Statistics 22 (1951): with a
 * power above ½ and up to 1 the rates have an infinite sum and a finite sum of squares.
 *
 * @param learningRate α, above 0
 * @param rate how fast it falls, from 0
 * @param power the power of the divisor, from 0
 */
public record Inverse(double learningRate, double rate, double power) implements Schedule {

    /**
     * Checks the numbers.
     *
     * @param learningRate α, above 0
     * @param rate how fast it falls, from 0
     * @param power the power of the divisor, from 0
     * @throws IllegalArgumentException if one of them is out of its range
     */
    public Inverse {
        Ranges.requireRate(learningRate);
        if (!(rate >= 0 && power >= 0) || Double.isInfinite(rate) || Double.isInfinite(power)) {
            throw new IllegalArgumentException("A learning rate falls by a finite rate and power of 0 or more, not "
                    + rate + " and " + power + ".");
        }
    }

    @Override
    public double at(int t) {
        return learningRate / Math.pow(1 + rate * (t - 1), power);
    }
}
