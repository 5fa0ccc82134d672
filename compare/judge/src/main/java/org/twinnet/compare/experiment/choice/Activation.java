package org.twinnet.compare.experiment.choice;

import org.twinnet.compare.experiment.setting.Allowed;
import org.twinnet.compare.experiment.setting.Choice;
import org.twinnet.compare.experiment.setting.Components;
import org.twinnet.compare.experiment.setting.Default;
import org.twinnet.compare.experiment.setting.SettingException;

/** The function that turns a layer's pre-activation Z into its activation A, entry by entry. */
public sealed interface Activation extends Choice {

    /**
     * Whether another formula holds above 0 than below, so that differences across 0 tell no slope.
     *
     * @return true for the linear units
     */
    default boolean pieced() {
        return false;
    }

    /**
     * Whether computing A rounds.
     *
     * @return false where A is Z or 0
     */
    default boolean rounds() {
        return true;
    }

    /** The rectified linear unit, A = max(0, Z), with slope 0 at 0. */
    record Relu() implements Activation {

        @Override
        public boolean rounds() {
            return false;
        }

        @Override
        public boolean pieced() {
            return true;
        }
    }

    /** The logistic function, A = 1/(1 + e⁻ᶻ). */
    record Sigmoid() implements Activation {}

    /** The hyperbolic tangent, A = tanh(z). */
    record Tanh() implements Activation {}

    /**
     * The leaky rectified linear unit, A = Z where Z &gt; 0 and slope·Z elsewhere, with the left slope at 0.
     *
     * @param slope what is left of a negative number
     */
    record LeakyRelu(
            @Allowed(from = 0, to = 1) @Default("0.01") double slope) implements Activation {

        /**
         * Checks the slope.
         *
         * @param slope what is left of a negative number
         * @throws SettingException if it is not from 0 to 1
         */
        public LeakyRelu {
            Components.check(LeakyRelu.class, slope);
        }

        @Override
        public boolean pieced() {
            return true;
        }
    }

    /** The exponential linear unit, A = Z where Z &gt; 0 and eᶻ − 1 elsewhere. */
    record Elu() implements Activation {

        @Override
        public boolean pieced() {
            return true;
        }
    }

    /** The softplus, A = ln(1 + eᶻ). */
    record Softplus() implements Activation {}

    /** The exact Gaussian error linear unit, A = Z·Φ(Z) with the normal distribution Φ. */
    record Gelu() implements Activation {}

    /** The swish, A = Z/(1 + e⁻ᶻ). */
    record Swish() implements Activation {}

    /** The softsign, A = Z/(1 + |Z|). */
    record Softsign() implements Activation {

        /** The slope bends at 0. */
        @Override
        public boolean pieced() {
            return true;
        }
    }

    /** No activation, A = Z. */
    record Identity() implements Activation {

        @Override
        public boolean rounds() {
            return false;
        }
    }

    /** Probabilities of classes that exclude each other, A = eᶻ/Σ eᶻ over the units; for outputs only. */
    record Softmax() implements Activation {}

    /**
     * What the output of a network is where nobody says it.
     *
     * @param units units of the last layer
     * @return the sigmoid for one, the softmax for several
     */
    static Activation ofOutput(int units) {
        return units == 1 ? new Sigmoid() : new Softmax();
    }
}
