package org.twinnet.compare.experiment.choice;

import org.twinnet.compare.experiment.setting.Allowed;
import org.twinnet.compare.experiment.setting.Choice;
import org.twinnet.compare.experiment.setting.Components;
import org.twinnet.compare.experiment.setting.Default;
import org.twinnet.compare.experiment.setting.SettingException;

/** What stands between a layer's Z and its activation. */
@Choice.Kindless
public sealed interface Normalization extends Choice {

    /** Which variance of a batch of B examples goes into the running one. */
    enum RunningVariance {
        /** Σ(z − μ)²/B, by which the batch itself is normalized; so does DL4J. */
        BIASED,
        /** Σ(z − μ)²/(B − 1), as PyTorch has it; 0 for a batch of one example. */
        UNBIASED
    }

    /** Nothing: the activation gets Z. */
    record None() implements Normalization {}

    /**
     * Batch normalization, N = γ ∘ (Z − μ)/√(σ² + ε) + β with mean μ and variance σ² of each unit over the batch, σ² =
     * Σ(z − μ)²/B. To predict, running ones are used: running = decay·running + (1 − decay)·batch, from 0 and 1.
     *
     * @param decay what the running mean and variance keep
     * @param epsilon ε
     * @param runningVariance which variance of the batch goes into the running one
     */
    record BatchNorm(
            @Allowed(from = 0, below = 1) @Default("0.9") double decay,
            @Allowed(above = 0) @Default("1e-5") double epsilon,
            @Default("biased") RunningVariance runningVariance)
            implements Normalization {

        /** With the values that nobody gave. */
        public static final BatchNorm DEFAULT = new BatchNorm(0.9, 1e-5, RunningVariance.BIASED);

        /**
         * Checks the numbers.
         *
         * @param decay what the running mean and variance keep
         * @param epsilon ε
         * @param runningVariance which variance of the batch goes into the running one
         * @throws SettingException if the decay is not from 0 and below 1, or ε not above 0
         */
        public BatchNorm {
            Components.check(BatchNorm.class, decay, epsilon, runningVariance);
        }
    }
}
