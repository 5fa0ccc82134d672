package org.twinnet.compare.theory.optimizer;

import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Chapter;
import org.twinnet.compare.theory.Rounding;

/** The learning rate of every iteration. */
public interface ScheduleTheory extends Chapter {

    /**
     * The rate of an iteration.
     *
     * @param t iteration, from 1
     * @param rounding the format that programs compute in
     * @return αₜ and how far programs may be off in it
     */
    BoundedNumber rate(int t, Rounding rounding);
}
