package org.twinnet.compare.twin.dl4j;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ParameterIndex;
import org.twinnet.compare.experiment.Tensor;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.TwinName;
import org.twinnet.compare.twin.TwinState;
import org.twinnet.compare.twin.scratch.ScratchModels;
import org.twinnet.data.Dataset;
import org.twinnet.dl4j.Dl4jNetwork;
import org.twinnet.dl4j.Dl4jSettings;
import org.twinnet.dl4j.Examples;
import org.twinnet.dl4j.Pass;
import org.twinnet.dl4j.dropout.DropoutChoice;
import org.twinnet.dl4j.loss.Loss;
import org.twinnet.dl4j.update.Update;
import org.twinnet.scratch.batch.Batches;
import org.twinnet.scratch.dropout.DropoutMasks;

/**
 * DL4J's network as a twin: it gets the initial weights and the masks as numbers and trains by
 * {@code MultiLayerNetwork.fit}.
 */
public final class Dl4jTwin implements Twin {

    private final Dl4jNetwork network;
    private final int parameters;
    private double costOfStep = Double.NaN;

    private Dl4jTwin(Experiment experiment, Dataset training, Loss loss, DropoutChoice dropout) {
        this(experiment, training, Dl4jChoices.settings(experiment).withLoss(loss), dropout);
    }

    private Dl4jTwin(Experiment experiment, Dataset training, Dl4jSettings settings, DropoutChoice dropout) {
        this(experiment, training, settings, dropout, new ReplayedBatches(experiment, training.size()));
    }

    private Dl4jTwin(
            Experiment experiment,
            Dataset training,
            Dl4jSettings settings,
            DropoutChoice dropout,
            ReplayedBatches batches) {
        parameters = ParameterIndex.of(experiment).length();
        network = Dl4jNetwork.create(
                settings, Examples.of(training.featureRows(), training.targetRows()), dropout, batches);
        network.state()
                .setParameters(ScratchModels.initialParameters(experiment).toVector());
    }

    /**
     * Makes the network at iteration 0, with the cross-entropy that works on the logit.
     *
     * @param experiment what to train
     * @param training the training examples
     * @return a new twin
     */
    public static Dl4jTwin withLogitLoss(Experiment experiment, Dataset training) {
        return new Dl4jTwin(experiment, training, Loss.LOGIT, ReplayedMasks.of(experiment, training.size()));
    }

    /**
     * Makes the network at iteration 0, with DL4J's stock cross-entropy, which clips probabilities at 1e-5.
     *
     * @param experiment what to train
     * @param training the training examples
     * @return a new twin
     */
    public static Dl4jTwin withStockLoss(Experiment experiment, Dataset training) {
        return new Dl4jTwin(experiment, training, Loss.STOCK, ReplayedMasks.of(experiment, training.size()));
    }

    /**
     * Makes the network at iteration 0, with the cross-entropy that works on the logit and with DL4J's own updater,
     * whatever that computes.
     *
     * @param experiment what to train
     * @param training the training examples
     * @return a new twin
     * @throws IllegalArgumentException if DL4J has no updater of the kind
     */
    public static Dl4jTwin withStockUpdater(Experiment experiment, Dataset training) {
        Dl4jSettings settings = Dl4jChoices.settings(experiment);
        Update own = settings.update();
        Update stock = new Update(own.clip(), own.descent().stock(), own.schedule(), own.weightDecay());
        return new Dl4jTwin(
                experiment, training, settings.withUpdate(stock), ReplayedMasks.of(experiment, training.size()));
    }

    /**
     * Makes the network at iteration 0, with the cross-entropy that works on the logit and with masks and batches of
     * somebody else.
     *
     * @param experiment what to train
     * @param training the training examples
     * @param masks the masks of every iteration
     * @param batches the examples of every iteration
     * @return a new twin
     */
    public static Dl4jTwin given(Experiment experiment, Dataset training, DropoutMasks masks, Batches batches) {
        boolean fixed = masks instanceof DropoutMasks.Given && batches instanceof Batches.Full;
        DropoutChoice dropout = masks instanceof DropoutMasks.None
                ? DropoutChoice.none()
                : DropoutChoice.replayed(new ReplayedMasks(masks, fixed));
        return new Dl4jTwin(
                experiment,
                training,
                Dl4jChoices.settings(experiment).withLoss(Loss.LOGIT),
                dropout,
                new ReplayedBatches(experiment, batches));
    }

    /**
     * Makes the network at iteration 0, with the cross-entropy that works on the logit and with DL4J's own dropout,
     * whose masks nobody else can draw.
     *
     * @param experiment what to train; its own masks are not used
     * @param training the training examples
     * @param seed seed of the masks
     * @return a new twin
     */
    public static Dl4jTwin withOwnDropout(Experiment experiment, Dataset training, long seed) {
        return new Dl4jTwin(experiment, training, Loss.LOGIT, DropoutChoice.drawnByDl4j(seed));
    }

    /**
     * Writes the network as DL4J saves it, what its updater remembers included.
     *
     * @param out gets a zip that DL4J's {@code ModelSerializer} reads; it stays open
     */
    public void save(OutputStream out) {
        network.save(out);
    }

    @Override
    public TwinName name() {
        return TwinName.DL4J;
    }

    @Override
    public double[][] featureRows() {
        return network.featureRows();
    }

    @Override
    public double[] labels() {
        return network.labels();
    }

    @Override
    public int iteration() {
        return network.iteration();
    }

    @Override
    public int parameterCount() {
        return parameters;
    }

    @Override
    public void copyParametersTo(double[] target) {
        network.state().copyParametersTo(target);
    }

    @Override
    public void setParameters(double[] parameters) {
        network.state().setParameters(parameters);
    }

    @Override
    public double[] statistics() {
        return network.state().statistics();
    }

    @Override
    public void setStatistics(double[] statistics) {
        network.state().setStatistics(statistics);
    }

    @Override
    public TwinState state() {
        List<TwinState.Memory> memories = new ArrayList<>();
        network.state().updaterState().forEach((symbol, values) -> memories.add(new TwinState.Memory(symbol, values)));
        return new TwinState(
                iteration(),
                network.state().parameters(),
                memories,
                network.state().statistics());
    }

    @Override
    public void restore(TwinState state) {
        state.requireFitting(
                name().toString(),
                parameters,
                network.state().statistics().length,
                List.copyOf(network.state().updaterState().keySet()));
        network.goTo(state.iteration());
        network.state().setParameters(state.parameters());
        network.state().setStatistics(state.statistics());
        Map<String, double[]> memories = new LinkedHashMap<>();
        state.memories().forEach(memory -> memories.put(memory.symbol(), memory.values()));
        network.state().setUpdaterState(memories);
    }

    @Override
    public Snapshot snapshot() {
        Pass pass = network.pass();
        List<Tensor> preActivations = new ArrayList<>();
        List<Tensor> activations = new ArrayList<>();
        for (int l = 1; l <= pass.layers(); l++) {
            preActivations.add(tensor("Z", l, pass.z(l)));
            activations.add(tensor("A", l, pass.a(l)));
        }
        return new Snapshot(
                preActivations,
                activations,
                pass.crossEntropy(),
                pass.crossEntropy(),
                pass.penalty(),
                pass.dataGradient(),
                pass.penaltyGradient());
    }

    private Tensor tensor(String symbol, int layer, double[] values) {
        return new Tensor(symbol, layer, values.length / network.layout().units(layer), values);
    }

    @Override
    public double penalty() {
        return network.penalty();
    }

    @Override
    public double step() {
        costOfStep = network.fit();
        return costOfStep;
    }

    /** The same as {@link #step}: DL4J's network works on the logit, or on probabilities that its stock loss clips. */
    @Override
    public double logitCost() {
        return costOfStep;
    }

    @Override
    public void copyUpdateTo(double[] target) {
        network.copyUpdateTo(target);
    }

    @Override
    public double[] predict(double[][] featureRows) {
        return network.predict(featureRows);
    }

    @Override
    public void close() {
        network.close();
    }
}
