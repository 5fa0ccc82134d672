package org.twinnet.compare.theory.schedule;

import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Rounding;

/**
 * A rate that falls at once after every so many iterations.
 *
 * <pre>
 *   αₜ = α·factorⁿ     n = ⌊(t − 1)/every⌋; its error as in {@link ExponentialTheory}
 * </pre>
 *
 * @param alpha α
 * @param every iterations with one rate
 * @param factor by what it falls then
 */
public record StepTheory(BoundedNumber alpha, int every, double factor) implements ScheduleTheory {

    @Override
    public String formula() {
        return "αₜ = α·factor^⌊(t − 1)/every⌋";
    }

    @Override
    public BoundedNumber rate(int t, Rounding rounding) {
        return ExponentialTheory.fallen(alpha, factor, (t - 1) / every, rounding);
    }
}
