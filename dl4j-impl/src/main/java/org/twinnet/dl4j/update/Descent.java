package org.twinnet.dl4j.update;

import java.util.Map;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;

/** How DL4J's network moves along its gradient, one record a rule. */
public sealed interface Descent {

    /**
     * The step α.
     *
     * @return finite, above 0
     */
    double learningRate();

    /**
     * DL4J's updater for it.
     *
     * @param schedule how the learning rate changes from iteration to iteration
     * @return a new one
     */
    IUpdater updater(RateSchedule schedule);

    /**
     * The letters in the formulas for what the updater remembers.
     *
     * @return by DL4J's names; those that are missing are letters already
     */
    default Map<String, String> letters() {
        return Map.of();
    }

    /**
     * The same by DL4J's own updater, which may compute something else: what it remembers begins at ε for AdaGrad and
     * RMSProp, the velocity of {@code Nesterovs} carries the learning rate, and Adam and AMSGrad add ε before the
     * correction.
     *
     * @return a rule with the same numbers
     */
    default Descent stock() {
        return new Stock(this);
    }

    /**
     * DL4J's own updater of a rule.
     *
     * @param rule gives its numbers
     */
    record Stock(Descent rule) implements Descent {
        @Override
        public double learningRate() {
            return rule.learningRate();
        }

        @Override
        public IUpdater updater(RateSchedule schedule) {
            return scheduled(ofDl4j(), learningRate(), schedule);
        }

        private IUpdater ofDl4j() {
            if (rule instanceof Plain) {
                return new Sgd(learningRate());
            }
            if (rule instanceof Nesterov nesterov) {
                return new Nesterovs(learningRate(), nesterov.momentum());
            }
            if (rule instanceof AdaGrad adagrad) {
                return new org.nd4j.linalg.learning.config.AdaGrad(learningRate(), adagrad.epsilon());
            }
            if (rule instanceof RmsProp rmsprop) {
                return new org.nd4j.linalg.learning.config.RmsProp(learningRate(), rmsprop.decay(), rmsprop.epsilon());
            }
            if (rule instanceof Moments moments) {
                return moments.largest()
                        ? new AMSGrad(learningRate(), moments.beta1(), moments.beta2(), moments.epsilon())
                        : new Adam(learningRate(), moments.beta1(), moments.beta2(), moments.epsilon());
            }
            throw new IllegalArgumentException("DL4J has no updater for " + rule + ".");
        }
    }

    /** One of DL4J's own updaters; a constant rate is a number there, and anything else a schedule beside it. */
    private static IUpdater scheduled(IUpdater updater, double alpha, RateSchedule schedule) {
        if (!(schedule instanceof RateSchedule.Constant)) {
            updater.setLrAndSchedule(alpha, schedule.from(alpha));
        }
        return updater;
    }

    /**
     * Gradient descent, θ ← θ − α·g.
     *
     * @param learningRate α
     */
    record Plain(double learningRate) implements Descent {
        @Override
        public IUpdater updater(RateSchedule schedule) {
            return scheduled(new Sgd(learningRate), learningRate, schedule);
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
        public IUpdater updater(RateSchedule schedule) {
            return new OwnUpdater(
                    schedule.from(learningRate), new OwnRule.Momentum(momentum, average ? 1 - momentum : 1));
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
        public IUpdater updater(RateSchedule schedule) {
            return new OwnUpdater(schedule.from(learningRate), new OwnRule.Nesterov(momentum));
        }
    }

    /**
     * AdaGrad, s ← s + g²; θ ← θ − α·g/(√s + ε).
     *
     * @param learningRate α
     * @param epsilon ε
     */
    record AdaGrad(double learningRate, double epsilon) implements Descent {
        @Override
        public IUpdater updater(RateSchedule schedule) {
            return new OwnUpdater(schedule.from(learningRate), new OwnRule.AdaGrad(epsilon));
        }
    }

    /**
     * RMSProp, s ← ρ·s + (1 − ρ)·g²; θ ← θ − α·g/(√s + ε).
     *
     * @param learningRate α
     * @param decay ρ
     * @param epsilon ε
     */
    record RmsProp(double learningRate, double decay, double epsilon) implements Descent {
        @Override
        public IUpdater updater(RateSchedule schedule) {
            return new OwnUpdater(schedule.from(learningRate), new OwnRule.RmsProp(decay, epsilon));
        }
    }

    /**
     * Adam or AMSGrad. DL4J's own add ε before the correction; the paper's places are an updater of ours.
     *
     * @param learningRate α
     * @param beta1 β₁
     * @param beta2 β₂
     * @param epsilon ε
     * @param afterCorrection whether ε is added after the correction
     * @param largest whether the largest v counts, which is AMSGrad
     */
    record Moments(
            double learningRate, double beta1, double beta2, double epsilon, boolean afterCorrection, boolean largest)
            implements Descent {
        @Override
        public IUpdater updater(RateSchedule schedule) {
            if (afterCorrection) {
                return new OwnUpdater(
                        schedule.from(learningRate), new OwnRule.PaperAdam(beta1, beta2, epsilon, largest));
            }
            return scheduled(
                    largest
                            ? new AMSGrad(learningRate, beta1, beta2, epsilon)
                            : new Adam(learningRate, beta1, beta2, epsilon),
                    learningRate,
                    schedule);
        }

        @Override
        public Map<String, String> letters() {
            return Map.of("M", "m", "V", "v", "V_HAT", "v_max");
        }
    }
}
