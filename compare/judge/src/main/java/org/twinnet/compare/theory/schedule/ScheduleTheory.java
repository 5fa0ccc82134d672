package org.twinnet.compare.theory.schedule;

import org.twinnet.compare.experiment.choice.Schedule;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Chapter;
import org.twinnet.compare.theory.Rounding;

/** The learning rate of every iteration. */
public interface ScheduleTheory extends Chapter {

    /**
     * The chapter of an experiment's word.
     *
     * @param schedule what the experiment says
     * @param alpha α, and how far programs may be off in it
     * @return its chapter
     */
    static ScheduleTheory of(Schedule schedule, BoundedNumber alpha) {
        if (schedule instanceof Schedule.Constant) {
            return new ConstantTheory(alpha);
        }
        if (schedule instanceof Schedule.Step step) {
            return new StepTheory(alpha, step.every(), step.factor());
        }
        if (schedule instanceof Schedule.Exponential exponential) {
            return new ExponentialTheory(alpha, exponential.factor());
        }
        if (schedule instanceof Schedule.Inverse inverse) {
            return new InverseTheory(alpha, inverse.rate(), inverse.power());
        }
        throw new IllegalStateException(schedule.kind() + " has no chapter");
    }

    /**
     * The rate of an iteration.
     *
     * @param t iteration, from 1
     * @param rounding the format that programs compute in
     * @return αₜ and how far programs may be off in it
     */
    BoundedNumber rate(int t, Rounding rounding);
}
