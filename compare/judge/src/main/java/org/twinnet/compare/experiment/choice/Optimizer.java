package org.twinnet.compare.experiment.choice;

import org.twinnet.compare.experiment.setting.Allowed;
import org.twinnet.compare.experiment.setting.Choice;
import org.twinnet.compare.experiment.setting.Components;
import org.twinnet.compare.experiment.setting.Default;
import org.twinnet.compare.experiment.setting.SettingException;

/** How parameters move along their gradients. */
public sealed interface Optimizer extends Choice {

    /**
     * The step, α.
     *
     * @return above 0
     */
    double learningRate();

    /**
     * The rule by which a gradient becomes a step. Weight decay is no part of it, but a setting of the experiment.
     *
     * @return this one, but for AdamW, whose rule is Adam's
     */
    default Optimizer rule() {
        return this;
    }

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

    /**
     * Nesterov's momentum, v ← μ·v + g; θ ← θ − α·(g + μ·v).
     *
     * @param learningRate the step α
     * @param momentum μ
     */
    record Nesterov(
            @Allowed(above = 0) @Default("0.3") double learningRate,
            @Allowed(from = 0, below = 1) @Default("0.9") double momentum)
            implements Optimizer {

        /**
         * Checks the numbers.
         *
         * @param learningRate the step α
         * @param momentum μ
         * @throws SettingException if one of them is out of its range
         */
        public Nesterov {
            Components.check(Nesterov.class, learningRate, momentum);
        }
    }

    /**
     * AdaGrad, s ← s + g²; θ ← θ − α·g/(√s + ε).
     *
     * @param learningRate the step α
     * @param epsilon ε
     */
    record Adagrad(
            @Allowed(above = 0) @Default("0.3") double learningRate,
            @Allowed(above = 0) @Default("1e-8") double epsilon)
            implements Optimizer {

        /**
         * Checks the numbers.
         *
         * @param learningRate the step α
         * @param epsilon ε
         * @throws SettingException if one of them is out of its range
         */
        public Adagrad {
            Components.check(Adagrad.class, learningRate, epsilon);
        }
    }

    /**
     * RMSProp, s ← ρ·s + (1 − ρ)·g²; θ ← θ − α·g/(√s + ε).
     *
     * @param learningRate the step α
     * @param decay ρ
     * @param epsilon ε
     */
    record Rmsprop(
            @Allowed(above = 0) @Default("0.3") double learningRate,
            @Allowed(from = 0, below = 1) @Default("0.9") double decay,
            @Allowed(above = 0) @Default("1e-8") double epsilon)
            implements Optimizer {

        /**
         * Checks the numbers.
         *
         * @param learningRate the step α
         * @param decay ρ
         * @param epsilon ε
         * @throws SettingException if one of them is out of its range
         */
        public Rmsprop {
            Components.check(Rmsprop.class, learningRate, decay, epsilon);
        }
    }

    /** What Adam and its kin have in common: m ← β₁·m + (1 − β₁)·g and v ← β₂·v + (1 − β₂)·g². */
    interface Moments {

        /**
         * What m keeps.
         *
         * @return β₁
         */
        double beta1();

        /**
         * What v keeps.
         *
         * @return β₂
         */
        double beta2();

        /**
         * What keeps the divisor away from 0.
         *
         * @return ε
         */
        double epsilon();

        /**
         * Where ε is added.
         *
         * @return before or after the correction
         */
        EpsilonPlace epsilonPlace();
    }

    /**
     * Adam, θ ← θ − α·m̂/(√v̂ + ε) with m̂ = m/(1 − β₁ᵗ) and v̂ = v/(1 − β₂ᵗ).
     *
     * @param learningRate the step α
     * @param beta1 β₁
     * @param beta2 β₂
     * @param epsilon ε
     * @param epsilonPlace where ε is added
     */
    record Adam(
            @Allowed(above = 0) @Default("0.3") double learningRate,
            @Allowed(from = 0, below = 1) @Default("0.9") double beta1,
            @Allowed(from = 0, below = 1) @Default("0.999") double beta2,
            @Allowed(above = 0) @Default("1e-8") double epsilon,
            @Default("after-correction") EpsilonPlace epsilonPlace)
            implements Optimizer, Moments {

        /**
         * Checks the numbers.
         *
         * @param learningRate the step α
         * @param beta1 β₁
         * @param beta2 β₂
         * @param epsilon ε
         * @param epsilonPlace where ε is added
         * @throws SettingException if one of them is out of its range
         */
        public Adam {
            Components.check(Adam.class, learningRate, beta1, beta2, epsilon, epsilonPlace);
        }
    }

    /**
     * AdamW: Adam, meant for an experiment with decoupled weight decay, which is a setting of the experiment.
     *
     * @param learningRate the step α
     * @param beta1 β₁
     * @param beta2 β₂
     * @param epsilon ε
     * @param epsilonPlace where ε is added
     */
    record Adamw(
            @Allowed(above = 0) @Default("0.3") double learningRate,
            @Allowed(from = 0, below = 1) @Default("0.9") double beta1,
            @Allowed(from = 0, below = 1) @Default("0.999") double beta2,
            @Allowed(above = 0) @Default("1e-8") double epsilon,
            @Default("after-correction") EpsilonPlace epsilonPlace)
            implements Optimizer, Moments {

        /**
         * Checks the numbers.
         *
         * @param learningRate the step α
         * @param beta1 β₁
         * @param beta2 β₂
         * @param epsilon ε
         * @param epsilonPlace where ε is added
         * @throws SettingException if one of them is out of its range
         */
        public Adamw {
            Components.check(Adamw.class, learningRate, beta1, beta2, epsilon, epsilonPlace);
        }

        @Override
        public Optimizer rule() {
            return new Adam(learningRate, beta1, beta2, epsilon, epsilonPlace);
        }
    }

    /**
     * AMSGrad, Adam with the largest v of all iterations in place of v.
     *
     * @param learningRate the step α
     * @param beta1 β₁
     * @param beta2 β₂
     * @param epsilon ε
     * @param epsilonPlace where ε is added
     */
    record Amsgrad(
            @Allowed(above = 0) @Default("0.3") double learningRate,
            @Allowed(from = 0, below = 1) @Default("0.9") double beta1,
            @Allowed(from = 0, below = 1) @Default("0.999") double beta2,
            @Allowed(above = 0) @Default("1e-8") double epsilon,
            @Default("after-correction") EpsilonPlace epsilonPlace)
            implements Optimizer, Moments {

        /**
         * Checks the numbers.
         *
         * @param learningRate the step α
         * @param beta1 β₁
         * @param beta2 β₂
         * @param epsilon ε
         * @param epsilonPlace where ε is added
         * @throws SettingException if one of them is out of its range
         */
        public Amsgrad {
            Components.check(Amsgrad.class, learningRate, beta1, beta2, epsilon, epsilonPlace);
        }
    }
}
