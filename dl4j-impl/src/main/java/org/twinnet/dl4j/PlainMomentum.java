package org.twinnet.dl4j;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * Momentum as a DL4J updater, which DL4J lacks: its {@code Nesterovs} looks ahead, and its velocity carries the
 * learning rate. Here v ← μ·v + c·g and θ ← θ − α·v.
 *
 * @param learningRate α
 * @param momentum μ
 * @param share c, 1 or 1 − μ
 */
record PlainMomentum(double learningRate, double momentum, double share) implements IUpdater {

    private static final String VELOCITY = "v";

    @Override
    public long stateSize(long parameters) {
        return parameters;
    }

    @Override
    public GradientUpdater<PlainMomentum> instantiate(INDArray view, boolean initialize) {
        Velocity velocity = new Velocity(this);
        velocity.setStateViewArray(view, view.shape(), view.ordering(), initialize);
        return velocity;
    }

    @Override
    public GradientUpdater<PlainMomentum> instantiate(Map<String, INDArray> state, boolean initialize) {
        Velocity velocity = new Velocity(this);
        velocity.setState(state, initialize);
        return velocity;
    }

    /** Immutable, so it is its own copy. */
    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod") // a record has no state that a copy could share
    public IUpdater clone() {
        return this;
    }

    @Override
    public double getLearningRate(int iteration, int epoch) {
        return learningRate;
    }

    @Override
    public boolean hasLearningRate() {
        return true;
    }

    @Override
    public void setLrAndSchedule(double rate, ISchedule schedule) {
        throw new UnsupportedOperationException("The learning rate of " + this + " stays as it is; make another one.");
    }

    /** What turns gradients into updates, in place. */
    private static final class Velocity implements GradientUpdater<PlainMomentum> {
        private final PlainMomentum config;
        private INDArray v;

        Velocity(PlainMomentum config) {
            this.config = config;
        }

        @Override
        public PlainMomentum getConfig() {
            return config;
        }

        @Override
        public void setState(Map<String, INDArray> state, boolean initialize) {
            v = state.get(VELOCITY);
        }

        @Override
        public Map<String, INDArray> getState() {
            return Map.of(VELOCITY, v);
        }

        @Override
        public void setStateViewArray(INDArray view, long[] shape, char order, boolean initialize) {
            if (initialize) {
                view.assign(0);
            }
            v = view.reshape(order, shape);
        }

        @Override
        public void applyUpdater(INDArray gradient, int iteration, int epoch) {
            INDArray g = gradient.reshape(v.ordering(), v.shape());
            v.muli(config.momentum()).addi(g.mul(config.share()));
            g.assign(v.mul(config.learningRate()));
            if (g != gradient && !g.data().sameUnderlyingData(gradient.data())) {
                gradient.assign(g.reshape(gradient.shape()));
            }
        }
    }
}
