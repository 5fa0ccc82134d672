package org.twinnet.compare.twin.scratch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Tensor;
import org.twinnet.compare.twin.OutputRows;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.TwinFactory;
import org.twinnet.compare.twin.TwinName;
import org.twinnet.compare.twin.TwinState;
import org.twinnet.data.Dataset;
import org.twinnet.scratch.batch.Batches;
import org.twinnet.scratch.dropout.DropoutMasks;
import org.twinnet.scratch.layer.ForwardPass;
import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.loss.Cost;
import org.twinnet.scratch.network.Network;
import org.twinnet.scratch.optimizer.OptimizerState;
import org.twinnet.scratch.training.Trainer;

/** The hand-written network as a twin. */
public final class ScratchTwin implements Twin {

    private final Network network;
    private final Trainer trainer;
    private final Matrix X;
    private final double[] labels;
    private final Consumer<ForwardPass> afterForward;
    private ForwardPass passOfStep;
    private double penaltyOfStep = Double.NaN;

    /**
     * Where hand-written networks come from, also such that add up in another order.
     *
     * @return the factory
     */
    public static TwinFactory factory() {
        return new TwinFactory() {
            @Override
            public Twin create(Experiment experiment, Dataset training) {
                return new ScratchTwin(experiment, training);
            }

            @Override
            public Twin createReordered(Experiment experiment, Dataset training, long order) {
                return reordered(
                        experiment,
                        training,
                        ScratchModels.masks(experiment, training.size()),
                        ScratchModels.batches(experiment, training.size()),
                        order);
            }
        };
    }

    /**
     * Makes the network at iteration 0 with its sums in another order, and its features and what its activation
     * functions compute moved by one unit in the last place: as another correct program would round. Its parameters
     * come and go in the usual order.
     *
     * @param experiment what to train
     * @param training the training examples
     * @param masks the masks
     * @param batches the batches
     * @param order selects the order
     * @return a new twin
     */
    public static Twin reordered(
            Experiment experiment, Dataset training, DropoutMasks masks, Batches batches, long order) {
        return new ReorderedTwin(experiment, training, masks, batches, order);
    }

    /**
     * Makes the network at iteration 0.
     *
     * @param experiment what to train
     * @param training the training examples
     */
    public ScratchTwin(Experiment experiment, Dataset training) {
        this(experiment, training, ScratchModels.masks(experiment, training.size()));
    }

    /**
     * Makes the network at iteration 0, with other masks than the experiment's seed draws.
     *
     * @param experiment what to train
     * @param training the training examples
     * @param masks the masks
     */
    public ScratchTwin(Experiment experiment, Dataset training, DropoutMasks masks) {
        this(experiment, training, masks, ScratchModels.batches(experiment, training.size()));
    }

    /**
     * Makes the network at iteration 0, with other masks and batches than the experiment's seeds draw.
     *
     * @param experiment what to train
     * @param training the training examples
     * @param masks the masks
     * @param batches the batches
     */
    public ScratchTwin(Experiment experiment, Dataset training, DropoutMasks masks, Batches batches) {
        this(experiment, training, masks, batches, pass -> {});
    }

    /** Makes the network at iteration 0; each step goes on from what is made of its forward pass. */
    ScratchTwin(
            Experiment experiment,
            Dataset training,
            DropoutMasks masks,
            Batches batches,
            Consumer<ForwardPass> afterForward) {
        this.afterForward = afterForward;
        this.trainer = ScratchModels.trainer(experiment, training, masks, batches);
        this.network = trainer.network();
        this.X = trainer.X();
        this.labels = OutputRows.of(experiment.precision().round(training.targetRows()));
    }

    @Override
    public TwinName name() {
        return TwinName.SCRATCH;
    }

    @Override
    public double[][] featureRows() {
        double[][] rows = new double[X.columns()][X.rows()];
        for (int j = 0; j < rows.length; j++) {
            for (int i = 0; i < X.rows(); i++) {
                rows[j][i] = X.get(i, j);
            }
        }
        return rows;
    }

    @Override
    public double[] labels() {
        return labels.clone();
    }

    @Override
    public int iteration() {
        return trainer.iteration();
    }

    @Override
    public int parameterCount() {
        return trainer.parameters().size();
    }

    @Override
    public void copyParametersTo(double[] target) {
        trainer.parameters().writeTo(target);
    }

    @Override
    public void setParameters(double[] parameters) {
        trainer.parameters().readFrom(parameters);
        trainer.round();
    }

    @Override
    public double[] statistics() {
        return trainer.statistics().toVector();
    }

    @Override
    public void setStatistics(double[] statistics) {
        trainer.statistics().readFrom(statistics);
        trainer.round();
    }

    @Override
    public TwinState state() {
        List<TwinState.Memory> memories = new ArrayList<>();
        for (OptimizerState.Memory memory : trainer.optimizerState().memories()) {
            memories.add(new TwinState.Memory(memory.symbol(), memory.values().toVector()));
        }
        return new TwinState(iteration(), trainer.parameters().toVector(), memories, statistics());
    }

    @Override
    public void restore(TwinState state) {
        OptimizerState own = trainer.optimizerState();
        state.requireFitting(
                name().toString(),
                parameterCount(),
                trainer.statistics().size(),
                own.memories().stream().map(OptimizerState.Memory::symbol).toList());
        trainer.goTo(state.iteration());
        trainer.parameters().readFrom(state.parameters());
        trainer.statistics().readFrom(state.statistics());
        for (TwinState.Memory memory : state.memories()) {
            own.get(memory.symbol()).readFrom(memory.values());
        }
        trainer.round();
    }

    @Override
    public Snapshot snapshot() {
        ForwardPass pass = trainer.forward();
        Cost cost = trainer.cost();
        Parameters penaltyGradient = trainer.parameters().zeros();
        network.addPenalty(trainer.parameters(), trainer.penaltyOver(), penaltyGradient);
        List<Tensor> preActivations = new ArrayList<>();
        List<Tensor> activations = new ArrayList<>();
        for (int l = 1; l <= network.depth(); l++) {
            preActivations.add(tensor("Z", l, pass.Z(l)));
            activations.add(tensor("A", l, pass.A(l)));
        }
        return new Snapshot(
                preActivations,
                activations,
                cost.loss(),
                trainer.stableLoss(),
                cost.penalty(),
                trainer.dataGradient().toVector(),
                penaltyGradient.toVector());
    }

    /**
     * Runs forward only.
     *
     * @return what the output's activation gets at the current parameters, under the masks of the current iteration;
     *     valid until the next step
     */
    public Matrix logits() {
        return trainer.forward().N(network.depth());
    }

    @Override
    public double penalty() {
        return network.penalty(trainer.parameters(), trainer.penaltyOver());
    }

    /**
     * What the last step computed on its way, without another pass.
     *
     * @return Z of the output, before any normalization, of the parameters before the step; valid until the next one
     * @throws IllegalStateException if there was none
     */
    public Matrix preActivationOfStep() {
        if (passOfStep == null) {
            throw new IllegalStateException("No step was made.");
        }
        return passOfStep.Z(network.depth());
    }

    private ForwardPass forward() {
        ForwardPass pass = trainer.forward();
        afterForward.accept(pass);
        return pass;
    }

    @Override
    public double step() {
        passOfStep = forward();
        Cost cost = trainer.cost();
        penaltyOfStep = cost.penalty();
        trainer.backward();
        trainer.update();
        return cost.total();
    }

    @Override
    public double logitCost() {
        return Double.isNaN(penaltyOfStep) ? Double.NaN : trainer.stableLoss() + penaltyOfStep;
    }

    /** Computes the cost and keeps the update of the last iteration only. */
    @Override
    public void train(int iterations) {
        for (int i = 1; i < iterations; i++) {
            forward();
            trainer.backward();
            trainer.update();
        }
        if (iterations > 0) {
            step();
        }
    }

    @Override
    public void copyUpdateTo(double[] target) {
        trainer.lastUpdate().writeTo(target);
    }

    @Override
    public double[] predict(double[][] featureRows) {
        Matrix outputs =
                network.predict(trainer.parameters(), trainer.statistics(), ScratchModels.features(featureRows));
        double[] predicted = new double[outputs.rows() * outputs.columns()];
        outputs.writeTo(predicted, 0);
        return predicted;
    }

    @Override
    public void close() {
        // Everything lives on the Java heap.
    }

    private static Tensor tensor(String symbol, int layer, Matrix values) {
        double[] copy = new double[values.rows() * values.columns()];
        values.writeTo(copy, 0);
        return new Tensor(symbol, layer, values.columns(), copy);
    }
}
