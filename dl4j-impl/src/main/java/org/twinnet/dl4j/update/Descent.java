package org.twinnet.dl4j.update;

import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * How DL4J's network moves along its gradient, one record a rule: DL4J's own updater where it computes the formula, one
 * of {@link OwnRule} where it does not.
 */
public sealed interface Descent {

    /**
     * The step α.
     *
     * @return finite, above 0
     */
    double learningRate();

    /**
     * The rule in place of DL4J's own updater.
     *
     * @return empty where DL4J's own computes the formula
     */
    default Optional<OwnRule> rule() {
        return Optional.empty();
    }

    /**
     * DL4J's own updater with the same numbers, which may compute something else: what it remembers begins at ε for
     * AdaGrad and RMSProp, the velocity of {@code Nesterovs} carries the learning rate, and Adam and AMSGrad add ε
     * before the correction.
     *
     * @return a new one
     * @throws IllegalArgumentException if DL4J has none
     */
    IUpdater ofDl4j();

    /**
     * What is easily got wrong about it.
     *
     * @return a sentence or two
     */
    String reason();

    /**
     * The letters in the formulas for what the updater remembers.
     *
     * @return by DL4J's names; those that are missing are letters already
     */
    default Map<String, String> letters() {
        return Map.of();
    }

    /**
     * The updater of the network.
     *
     * @param schedule how the learning rate changes from iteration to iteration
     * @return a new one
     */
    default IUpdater updater(RateSchedule schedule) {
        if (rule().isPresent()) {
            return new OwnUpdater(schedule.from(learningRate()), rule().get());
        }
        IUpdater updater = ofDl4j();
        // A constant rate is a number there, and anything else a schedule beside it.
        if (!(schedule instanceof RateSchedule.Constant)) {
            updater.setLrAndSchedule(learningRate(), schedule.from(learningRate()));
        }
        return updater;
    }

    /**
     * The same by DL4J's own updater.
     *
     * @return a rule with the same numbers
     */
    default Descent stock() {
        return new Stock(this);
    }

    /**
     * DL4J's own updater of a rule.
     *
     * @param descent gives its numbers
     */
    record Stock(Descent descent) implements Descent {
        @Override
        public double learningRate() {
            return descent.learningRate();
        }

        @Override
        public IUpdater ofDl4j() {
            return descent.ofDl4j();
        }

        @Override
        public String reason() {
            return "DL4J's own updater, which may compute something else than the formula.";
        }
    }

    /**
     * Gradient descent, θ ← θ − α·g.
     *
     * @param learningRate α
     */
    record GradientDescent(double learningRate) implements Descent {
        @Override
        public IUpdater ofDl4j() {
            return new Sgd(learningRate);
        }

        @Override
        public String reason() {
            return "update = learning rate * gradient; the gradient is the mean over the examples of the batch.";
        }
    }

    /**
     * Momentum, v ← μ·v + c·g with c = 1, or 1 − μ where it averages; θ ← θ − α·v.
     *
     * @param learningRate α
     * @param momentum μ
     * @param average whether c is 1 − μ
     */
    record Momentum(double learningRate, double momentum, boolean average) implements Descent {
        @Override
        public Optional<OwnRule> rule() {
            return Optional.of(new OwnRule.Momentum(momentum, average ? 1 - momentum : 1));
        }

        @Override
        public IUpdater ofDl4j() {
            throw new IllegalArgumentException("DL4J has no updater for " + this + ".");
        }

        @Override
        public String reason() {
            return "DL4J has no plain momentum: its Nesterovs looks ahead.";
        }
    }

    /**
     * Nesterov's momentum, v ← μ·v + g; θ ← θ − α·(g + μ·v).
     *
     * @param learningRate α
     * @param momentum μ
     */
    record Nesterov(double learningRate, double momentum) implements Descent {
        @Override
        public Optional<OwnRule> rule() {
            return Optional.of(new OwnRule.Nesterov(momentum));
        }

        @Override
        public IUpdater ofDl4j() {
            return new Nesterovs(learningRate, momentum);
        }

        @Override
        public String reason() {
            return "The velocity of DL4J's Nesterovs carries the learning rate: other steps under a schedule.";
        }
    }

    /**
     * AdaGrad, s ← s + g²; θ ← θ − α·g/(√s + ε).
     *
     * @param learningRate α
     * @param epsilon ε
     */
    record Adagrad(double learningRate, double epsilon) implements Descent {
        @Override
        public Optional<OwnRule> rule() {
            return Optional.of(new OwnRule.AdaGrad(epsilon));
        }

        @Override
        public IUpdater ofDl4j() {
            return new AdaGrad(learningRate, epsilon);
        }

        @Override
        public String reason() {
            return "What DL4J's own remembers begins at epsilon; here, as in the paper, at 0.";
        }
    }

    /**
     * RMSProp, s ← ρ·s + (1 − ρ)·g²; θ ← θ − α·g/(√s + ε).
     *
     * @param learningRate α
     * @param decay ρ
     * @param epsilon ε
     */
    record Rmsprop(double learningRate, double decay, double epsilon) implements Descent {
        @Override
        public Optional<OwnRule> rule() {
            return Optional.of(new OwnRule.RmsProp(decay, epsilon));
        }

        @Override
        public IUpdater ofDl4j() {
            return new RmsProp(learningRate, decay, epsilon);
        }

        @Override
        public String reason() {
            return "What DL4J's own remembers begins at epsilon; here, as in the paper, at 0.";
        }
    }

    /**
     * Adam. DL4J's own adds ε before the correction; the paper's place is a rule of ours.
     *
     * @param learningRate α
     * @param beta1 β₁
     * @param beta2 β₂
     * @param epsilon ε
     * @param epsilonPlace where ε is added
     */
    record Adam(double learningRate, double beta1, double beta2, double epsilon, EpsilonPlace epsilonPlace)
            implements Descent {
        @Override
        public Optional<OwnRule> rule() {
            return epsilonPlace.rule(new OwnRule.PaperAdam(beta1, beta2, epsilon, false));
        }

        @Override
        public IUpdater ofDl4j() {
            return new org.nd4j.linalg.learning.config.Adam(learningRate, beta1, beta2, epsilon);
        }

        @Override
        public String reason() {
            return epsilonPlace.reason();
        }

        @Override
        public Map<String, String> letters() {
            return Map.of("M", "m", "V", "v");
        }
    }

    /**
     * AMSGrad: Adam with the largest v of all iterations in place of v.
     *
     * @param learningRate α
     * @param beta1 β₁
     * @param beta2 β₂
     * @param epsilon ε
     * @param epsilonPlace where ε is added
     */
    record Amsgrad(double learningRate, double beta1, double beta2, double epsilon, EpsilonPlace epsilonPlace)
            implements Descent {
        @Override
        public Optional<OwnRule> rule() {
            return epsilonPlace.rule(new OwnRule.PaperAdam(beta1, beta2, epsilon, true));
        }

        @Override
        public IUpdater ofDl4j() {
            return new AMSGrad(learningRate, beta1, beta2, epsilon);
        }

        @Override
        public String reason() {
            return epsilonPlace.reason();
        }

        @Override
        public Map<String, String> letters() {
            return Map.of("M", "m", "V", "v", "V_HAT", "v_max");
        }
    }
}
