package org.twinnet.compare.twin;

import org.twinnet.compare.experiment.Experiment;
import org.twinnet.data.Dataset;
import org.twinnet.scratch.dropout.DropoutMasks;

/** The hand-written network with its examples, features and hidden units in another order. Parameters come and go in the order of the network as it was. */
final class ReorderedTwin implements Twin {

    private final ScratchTwin twin;
    private final int[] places;
    private final int[] features;
    private final double[] reordered;

    ReorderedTwin(Experiment experiment, Dataset training, DropoutMasks masks, long seed) {
        Order order = Order.draw(experiment.layerSizes(), training.size(), seed);
        this.twin = new ScratchTwin(experiment, order.of(training), order.of(masks));
        this.places = order.parameters(experiment.layerSizes());
        this.features = order.layers().get(0);
        this.reordered = new double[places.length];
        setParameters(ScratchModels.initialParameters(experiment).toVector());
    }

    @Override
    public String name() {
        return twin.name();
    }

    @Override
    public double[][] featureRows() {
        return twin.featureRows();
    }

    @Override
    public double[] labels() {
        return twin.labels();
    }

    @Override
    public int iteration() {
        return twin.iteration();
    }

    @Override
    public int parameterCount() {
        return twin.parameterCount();
    }

    @Override
    public void copyParametersTo(double[] target) {
        twin.copyParametersTo(reordered);
        backTo(target);
    }

    @Override
    public void setParameters(double[] parameters) {
        for (int i = 0; i < places.length; i++) {
            reordered[i] = parameters[places[i]];
        }
        twin.setParameters(reordered);
    }

    /** The tensors stay in the other order; nobody compares them. */
    @Override
    public Snapshot snapshot() {
        return twin.snapshot();
    }

    @Override
    public double penalty() {
        return twin.penalty();
    }

    @Override
    public double step() {
        return twin.step();
    }

    @Override
    public double logitCost() {
        return twin.logitCost();
    }

    @Override
    public void copyUpdateTo(double[] target) {
        twin.copyUpdateTo(reordered);
        backTo(target);
    }

    private void backTo(double[] target) {
        for (int i = 0; i < places.length; i++) {
            target[places[i]] = reordered[i];
        }
    }

    @Override
    public double[] predict(double[][] featureRows) {
        double[][] rows = new double[featureRows.length][features.length];
        for (int j = 0; j < rows.length; j++) {
            for (int k = 0; k < features.length; k++) {
                rows[j][k] = featureRows[j][features[k]];
            }
        }
        return twin.predict(rows);
    }

    @Override
    public void close() {
        twin.close();
    }
}
