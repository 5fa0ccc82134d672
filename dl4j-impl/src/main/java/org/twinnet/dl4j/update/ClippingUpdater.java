package org.twinnet.dl4j.update;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.nd4j.shade.jackson.annotation.JsonTypeInfo;

/**
 * An updater that clips the gradient, penalty included, and hands it to another one. DL4J gives neighbouring parameters
 * with equal updaters to one of them; the number of the layer makes those of different layers differ, so that each gets
 * the gradient of one layer, W and b together.
 *
 * @param updater what makes an update of the clipped gradient
 * @param clip the limit
 * @param layer the layer, from 1
 */
public record ClippingUpdater(
        @JsonProperty("updater") IUpdater updater,
        @JsonProperty("clip") Clip clip,
        @JsonProperty("layer") int layer) implements IUpdater {

    /** A limit of a gradient. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, property = "@class")
    public interface Clip {

        /**
         * Clips the gradient of a layer.
         *
         * @param gradient modified
         */
        void clip(INDArray gradient);
    }

    @Override
    public long stateSize(long parameters) {
        return updater.stateSize(parameters);
    }

    @Override
    public GradientUpdater<ClippingUpdater> instantiate(INDArray view, boolean initialize) {
        return new Clipped(this, updater.instantiate(view, initialize));
    }

    @Override
    public GradientUpdater<ClippingUpdater> instantiate(Map<String, INDArray> state, boolean initialize) {
        return new Clipped(this, updater.instantiate(state, initialize));
    }

    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod") // a copy of what may change
    public IUpdater clone() {
        return new ClippingUpdater(updater.clone(), clip, layer);
    }

    @Override
    public double getLearningRate(int iteration, int epoch) {
        return updater.getLearningRate(iteration, epoch);
    }

    @Override
    public boolean hasLearningRate() {
        return updater.hasLearningRate();
    }

    @Override
    public void setLrAndSchedule(double rate, ISchedule schedule) {
        updater.setLrAndSchedule(rate, schedule);
    }

    /** Clips in front of another updater, which does the rest. */
    private record Clipped(ClippingUpdater config, GradientUpdater<?> behind)
            implements GradientUpdater<ClippingUpdater> {

        @Override
        public ClippingUpdater getConfig() {
            return config;
        }

        @Override
        public void setState(Map<String, INDArray> state, boolean initialize) {
            behind.setState(state, initialize);
        }

        @Override
        public Map<String, INDArray> getState() {
            return behind.getState();
        }

        @Override
        public void setStateViewArray(INDArray view, long[] shape, char order, boolean initialize) {
            behind.setStateViewArray(view, shape, order, initialize);
        }

        @Override
        public void applyUpdater(INDArray gradient, int iteration, int epoch) {
            config.clip().clip(gradient);
            behind.applyUpdater(gradient, iteration, epoch);
        }
    }
}
