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
}
