package org.twinnet.compare.experiment;

/** How parameters move along their gradients. */
public sealed interface Optimizer extends Choice {

    /**
     * The step, α.
     *
     * @return above 0
     */
    double learningRate();

    /**
     * Gradient descent, θ ← θ − α·g.
     *
     * @param learningRate the step α
     */
    record GradientDescent(
            @Allowed(above = 0) @Default("0.3") double learningRate) implements Optimizer {

        /**
         * Checks the step.
         *
         * @param learningRate the step α
         * @throws SettingException if it is not above 0 and finite
         */
        public GradientDescent {
            Components.check(GradientDescent.class, learningRate);
        }
    }

    /**
     * Momentum, v ← μ·v + g, or v ← μ·v + (1 − μ)·g where it averages; θ ← θ − α·v.
     *
     * @param learningRate the step α
     * @param momentum μ
     * @param average whether the velocity v is an exponential average of gradients
     */
    record Momentum(
            @Allowed(above = 0) @Default("0.3") double learningRate,
            @Allowed(from = 0, below = 1) @Default("0.9") double momentum,
            @Default("false") boolean average)
            implements Optimizer {

        /**
         * Checks the numbers.
         *
         * @param learningRate the step α
         * @param momentum μ
         * @param average whether the velocity is an average
         * @throws SettingException if the step is not above 0, or μ not from 0 and below 1
         */
        public Momentum {
            Components.check(Momentum.class, learningRate, momentum, average);
        }
    }
}
