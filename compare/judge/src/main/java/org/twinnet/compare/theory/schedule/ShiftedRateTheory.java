package org.twinnet.compare.theory.schedule;

import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Rounding;

/**
 * The rate of an iteration before or behind; before the first one there is none but the first.
 *
 * @param right the schedule
 * @param by how many iterations
 */
public record ShiftedRateTheory(ScheduleTheory right, int by) implements ScheduleTheory {

    @Override
    public String formula() {
        return right.formula();
    }

    @Override
    public BoundedNumber rate(int t, Rounding rounding) {
        return right.rate(Math.max(1, t + by), rounding);
    }
}
