package org.twinnet.compare.theory.schedule;

import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Rounding;

/**
 * The same rate in every iteration, given to every program to the last bit.
 *
 * @param alpha the rate
 */
public record ConstantTheory(BoundedNumber alpha) implements ScheduleTheory {

    /**
     * Keeps the rate.
     *
     * @param alpha α
     * @return the schedule
     */
    public static ConstantTheory of(double alpha) {
        return new ConstantTheory(BoundedNumber.exact(alpha));
    }

    @Override
    public String formula() {
        return "αₜ = α";
    }

    @Override
    public BoundedNumber rate(int t, Rounding rounding) {
        return alpha;
    }
}
