package org.twinnet.compare.twin;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Tensor;
import org.twinnet.data.Dataset;
import org.twinnet.scratch.cost.Cost;
import org.twinnet.scratch.dropout.DropoutMasks;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.network.ForwardPass;
import org.twinnet.scratch.network.NetworkConfig;
import org.twinnet.scratch.network.Parameters;
import org.twinnet.scratch.penalty.Penalty;
import org.twinnet.scratch.training.Trainer;

/** The hand-written network as a twin. */
public final class ScratchTwin implements Twin {

    private final NetworkConfig config;
    private final Penalty penalty;
    private final double learningRate;
    private final Trainer trainer;
    private final Matrix X;
    private final double[] labels;
    private final double[] update;
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
                return reordered(experiment, training, ScratchModels.masks(experiment, training.size()), order);
            }
        };
    }

    /**
     * Makes the network at iteration 0 with its sums in another order and its features moved by one unit in the last place: as another correct program would
     * round. Its parameters come and go in the usual order.
     *
     * @param experiment what to train
     * @param training the training examples
     * @param masks the masks
     * @param order selects the order
     * @return a new twin
     */
    public static Twin reordered(Experiment experiment, Dataset training, DropoutMasks masks, long order) {
        return new ReorderedTwin(experiment, training, masks, order);
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
        this.config = ScratchModels.config(experiment);
        this.penalty = Penalty.l2(experiment.penalty().l2());
        this.learningRate = experiment.optimizer().learningRate();
        this.trainer = ScratchModels.trainer(experiment, training, masks);
        this.X = trainer.forward().A(0);
        this.labels = training.labels();
        this.update = new double[config.parameterCount()];
    }

    @Override
    public String name() {
        return "scratch";
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
        return config.parameterCount();
    }

    @Override
    public void copyParametersTo(double[] target) {
        trainer.parameters().writeTo(target);
    }

    @Override
    public void setParameters(double[] parameters) {
        trainer.parameters().readFrom(parameters);
    }

    @Override
    public Snapshot snapshot() {
        ForwardPass pass = trainer.forward();
        Cost cost = trainer.cost();
        Parameters penaltyGradient = Parameters.zeros(config);
        List<Tensor> preActivations = new ArrayList<>();
        List<Tensor> activations = new ArrayList<>();
        for (int l = 1; l <= config.depth(); l++) {
            penalty.addGradient(trainer.parameters().W(l), X.columns(), penaltyGradient.W(l));
            preActivations.add(tensor("Z", l, pass.Z(l)));
            activations.add(tensor("A", l, pass.A(l)));
        }
        return new Snapshot(
                preActivations,
                activations,
                cost.crossEntropy(),
                trainer.logitCrossEntropy(),
                cost.penalty(),
                trainer.dataGradient().toVector(),
                penaltyGradient.toVector());
    }

    /**
     * Runs forward only.
     *
     * @return Z of the output at the current parameters, under the masks of the current iteration; valid until the next step
     */
    public Matrix logits() {
        return trainer.forward().Z(config.depth());
    }

    @Override
    public double penalty() {
        double sum = 0;
        for (int l = 1; l <= config.depth(); l++) {
            sum += penalty.cost(trainer.parameters().W(l), X.columns());
        }
        return sum;
    }

    @Override
    public double step() {
        trainer.forward();
        Cost cost = trainer.cost();
        penaltyOfStep = cost.penalty();
        trainer.backward().writeTo(update);
        trainer.update();
        return cost.total();
    }

    @Override
    public double logitCost() {
        return Double.isNaN(penaltyOfStep) ? Double.NaN : trainer.logitCrossEntropy() + penaltyOfStep;
    }

    /** Computes the cost and keeps the update of the last iteration only. */
    @Override
    public void train(int iterations) {
        for (int i = 1; i < iterations; i++) {
            trainer.step();
        }
        if (iterations > 0) {
            step();
        }
    }

    @Override
    public void copyUpdateTo(double[] target) {
        for (int i = 0; i < update.length; i++) {
            target[i] = learningRate * update[i];
        }
    }

    @Override
    public double[] predict(double[][] featureRows) {
        return trainer.network()
                .predict(trainer.parameters(), ScratchModels.features(featureRows))
                .row(0)
                .clone();
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
