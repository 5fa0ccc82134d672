package org.twinnet.dl4j;

import org.nd4j.linalg.learning.config.IUpdater;
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
     * @return a new one
     */
    IUpdater updater();

    /**
     * Gradient descent, θ ← θ − α·g.
     *
     * @param learningRate α
     */
    record Plain(double learningRate) implements Descent {
        @Override
        public IUpdater updater() {
            return new Sgd(learningRate);
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
        public IUpdater updater() {
            return new PlainMomentum(learningRate, momentum, average ? 1 - momentum : 1);
        }
    }
}
