package org.twinnet.dl4j.update;

import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.InverseSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;

/**
 * How the learning rate changes from iteration to iteration, one record a formula. DL4J has all of them: its schedules
 * count iterations from 0, so that the first one has α itself.
 */
public sealed interface RateSchedule {

    /**
     * DL4J's schedule for it.
     *
     * @param alpha α
     * @return a new one
     */
    ISchedule from(double alpha);

    /** α throughout. */
    record Constant() implements RateSchedule {
        @Override
        public ISchedule from(double alpha) {
            return new FixedSchedule(alpha);
        }
    }

    /**
     * α·factor^⌊(t − 1)/every⌋.
     *
     * @param every iterations with one rate
     * @param factor by what it falls then
     */
    record Step(int every, double factor) implements RateSchedule {
        @Override
        public ISchedule from(double alpha) {
            return new StepSchedule(ScheduleType.ITERATION, alpha, factor, every);
        }
    }

    /**
     * α·factorᵗ⁻¹.
     *
     * @param factor by what it falls
     */
    record Exponential(double factor) implements RateSchedule {
        @Override
        public ISchedule from(double alpha) {
            return new ExponentialSchedule(ScheduleType.ITERATION, alpha, factor);
        }
    }

    /**
     * α/(1 + rate·(t − 1))^power.
     *
     * @param rate how fast it falls
     * @param power the power of the divisor
     */
    record Inverse(double rate, double power) implements RateSchedule {
        @Override
        public ISchedule from(double alpha) {
            return new InverseSchedule(ScheduleType.ITERATION, alpha, rate, power);
        }
    }
}
