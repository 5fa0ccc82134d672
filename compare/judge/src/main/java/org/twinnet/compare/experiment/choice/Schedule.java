package org.twinnet.compare.experiment.choice;

import org.twinnet.compare.experiment.setting.Allowed;
import org.twinnet.compare.experiment.setting.Choice;
import org.twinnet.compare.experiment.setting.Components;
import org.twinnet.compare.experiment.setting.Default;
import org.twinnet.compare.experiment.setting.SettingException;

/** How the learning rate α changes from iteration to iteration; t is the iteration, from 1. */
public sealed interface Schedule extends Choice {

    /** αₜ = α. */
    record Constant() implements Schedule {}

    /**
     * αₜ = α·factor^⌊(t − 1)/every⌋.
     *
     * @param every iterations with one rate
     * @param factor by what it falls then
     */
    record Step(
            @Allowed(from = 1, to = 1_000_000_000) @Default("1000")
            int every,

            @Allowed(above = 0) @Default("0.5") double factor)
            implements Schedule {

        /**
         * Checks the numbers.
         *
         * @param every iterations with one rate
         * @param factor by what it falls then
         * @throws SettingException if one of them is out of its range
         */
        public Step {
            Components.check(Step.class, every, factor);
        }
    }

    /**
     * αₜ = α·factorᵗ⁻¹.
     *
     * @param factor by what it falls in every iteration
     */
    record Exponential(@Allowed(above = 0) @Default("0.999") double factor) implements Schedule {

        /**
         * Checks the factor.
         *
         * @param factor by what it falls in every iteration
         * @throws SettingException if it is not above 0 and finite
         */
        public Exponential {
            Components.check(Exponential.class, factor);
        }
    }

    /**
     * αₜ = α/(1 + rate·(t − 1))^power.
     *
     * @param rate how fast it falls
     * @param power the power of the divisor
     */
    record Inverse(
            @Allowed(from = 0) @Default("0.001") double rate,
            @Allowed(from = 0) @Default("1") double power) implements Schedule {

        /**
         * Checks the numbers.
         *
         * @param rate how fast it falls
         * @param power the power of the divisor
         * @throws SettingException if one of them is out of its range
         */
        public Inverse {
            Components.check(Inverse.class, rate, power);
        }
    }
}
