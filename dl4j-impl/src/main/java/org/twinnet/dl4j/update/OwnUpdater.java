package org.twinnet.dl4j.update;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * A rule that DL4J lacks, as a DL4J updater. What it remembers begins at 0. It is saved with the network, by class
 * name.
 *
 * @param learningRate α of each iteration
 * @param rule what becomes of a gradient
 */
public record OwnUpdater(
        @JsonProperty("learningRate") ISchedule learningRate,
        @JsonProperty("rule") OwnRule rule) implements IUpdater {

    @Override
    public long stateSize(long parameters) {
        return parameters * rule.memories().size();
    }

    @Override
    public GradientUpdater<OwnUpdater> instantiate(INDArray view, boolean initialize) {
        Memory memory = new Memory(this);
        memory.setStateViewArray(view, view.shape(), view.ordering(), initialize);
        return memory;
    }

    @Override
    public GradientUpdater<OwnUpdater> instantiate(Map<String, INDArray> state, boolean initialize) {
        Memory memory = new Memory(this);
        memory.setState(state, initialize);
        return memory;
    }

    /** Immutable, so it is its own copy. */
    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod") // a record has no state that a copy could share
    public IUpdater clone() {
        return this;
    }

    @Override
    public double getLearningRate(int iteration, int epoch) {
        return learningRate.valueAt(iteration, epoch);
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
    private static final class Memory implements GradientUpdater<OwnUpdater> {
        private final OwnUpdater config;
        private final Map<String, INDArray> state = new LinkedHashMap<>();

        Memory(OwnUpdater config) {
            this.config = config;
        }

        @Override
        public OwnUpdater getConfig() {
            return config;
        }

        @Override
        public void setState(Map<String, INDArray> values, boolean initialize) {
            config.rule().memories().forEach(name -> state.put(name, values.get(name)));
        }

        @Override
        public Map<String, INDArray> getState() {
            return new LinkedHashMap<>(state);
        }

        /** One row of numbers, a piece of it for each memory, one behind the other. */
        @Override
        public void setStateViewArray(INDArray view, long[] shape, char order, boolean initialize) {
            if (initialize) {
                // a new view is memory that nobody has written to
                view.assign(0);
            }
            INDArray flat = view.reshape(new long[] {view.length()});
            List<String> names = config.rule().memories();
            long n = view.length() / names.size();
            for (int k = 0; k < names.size(); k++) {
                state.put(names.get(k), flat.get(NDArrayIndex.interval(k * n, (k + 1) * n)));
            }
        }

        @Override
        public void applyUpdater(INDArray gradient, int iteration, int epoch) {
            INDArray g = gradient.reshape(new long[] {gradient.length()});
            double rate = config.getLearningRate(iteration, epoch);
            // DL4J counts iterations from 0
            INDArray update = config.rule().update(g, new ArrayList<>(state.values()), rate, iteration + 1);
            gradient.assign(update.reshape(gradient.shape()));
        }
    }
}
