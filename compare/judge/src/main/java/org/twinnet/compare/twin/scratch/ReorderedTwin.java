package org.twinnet.compare.twin.scratch;

import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ParameterIndex;
import org.twinnet.compare.twin.ForwardingTwin;
import org.twinnet.compare.twin.TwinState;
import org.twinnet.data.Dataset;
import org.twinnet.scratch.batch.Batches;
import org.twinnet.scratch.dropout.DropoutMasks;

/**
 * The hand-written network with its examples, features and hidden units in another order, and with activation functions
 * that round otherwise. Parameters and what is remembered of them come and go in the order of the network as it was;
 * the tensors of a snapshot stay in the other order, because nobody compares them.
 */
final class ReorderedTwin extends ForwardingTwin {

    private final int[] places;
    private final int[] keptPlaces;
    private final int[] features;
    private final double[] reordered;

    ReorderedTwin(Experiment experiment, Dataset training, DropoutMasks masks, Batches batches, long seed) {
        this(experiment, training, masks, batches, Order.draw(experiment.layerSizes(), training.size(), seed));
    }

    private ReorderedTwin(Experiment experiment, Dataset training, DropoutMasks masks, Batches batches, Order order) {
        this(experiment, training, masks, order, order.of(batches));
    }

    private ReorderedTwin(
            Experiment experiment, Dataset training, DropoutMasks masks, Order order, Batches.Reordered batches) {
        super(new ScratchTwin(
                experiment,
                order.of(training, experiment.precision()),
                order.of(masks, batches),
                batches,
                new ActivationRounding(experiment, order.seed())));
        this.places = order.places(ParameterIndex.of(experiment));
        this.keptPlaces = order.places(ParameterIndex.ofStatistics(experiment));
        this.features = order.layers().get(0);
        this.reordered = new double[places.length];
        setParameters(ScratchModels.initialParameters(experiment).toVector());
    }

    @Override
    public void copyParametersTo(double[] target) {
        super.copyParametersTo(reordered);
        back(reordered, places, target);
    }

    @Override
    public void setParameters(double[] parameters) {
        forth(parameters, places, reordered);
        super.setParameters(reordered);
    }

    @Override
    public double[] statistics() {
        return permuted(super.statistics(), keptPlaces, ReorderedTwin::back);
    }

    @Override
    public void setStatistics(double[] statistics) {
        super.setStatistics(permuted(statistics, keptPlaces, ReorderedTwin::forth));
    }

    @Override
    public TwinState state() {
        return map(super.state(), ReorderedTwin::back);
    }

    @Override
    public void restore(TwinState state) {
        super.restore(map(state, ReorderedTwin::forth));
    }

    @Override
    public void copyUpdateTo(double[] target) {
        super.copyUpdateTo(reordered);
        back(reordered, places, target);
    }

    @Override
    public double[] predict(double[][] featureRows) {
        double[][] rows = new double[featureRows.length][features.length];
        for (int j = 0; j < rows.length; j++) {
            for (int k = 0; k < features.length; k++) {
                rows[j][k] = featureRows[j][features[k]];
            }
        }
        return super.predict(rows);
    }

    @FunctionalInterface
    private interface Permutation {
        void permute(double[] from, int[] places, double[] to);
    }

    private static void forth(double[] from, int[] places, double[] to) {
        for (int i = 0; i < places.length; i++) {
            to[i] = from[places[i]];
        }
    }

    private static void back(double[] from, int[] places, double[] to) {
        for (int i = 0; i < places.length; i++) {
            to[places[i]] = from[i];
        }
    }

    private TwinState map(TwinState state, Permutation permutation) {
        return new TwinState(
                state.iteration(),
                permuted(state.parameters(), places, permutation),
                state.memories().stream()
                        .map(memory ->
                                new TwinState.Memory(memory.symbol(), permuted(memory.values(), places, permutation)))
                        .toList(),
                permuted(state.statistics(), keptPlaces, permutation));
    }

    /** Numbers of another network stay as they are, to be refused by the twin. */
    private static double[] permuted(double[] values, int[] places, Permutation permutation) {
        double[] result = values.clone();
        if (values.length == places.length) {
            permutation.permute(values, places, result);
        }
        return result;
    }
}
