package org.twinnet.compare.twin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinnet.compare.experiment.Activation;
import org.twinnet.compare.experiment.Clipping;
import org.twinnet.compare.experiment.EpsilonPlace;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Normalization;
import org.twinnet.compare.experiment.Optimizer;
import org.twinnet.compare.experiment.ParameterIndex;
import org.twinnet.compare.experiment.Penalty;
import org.twinnet.compare.experiment.PenaltyOver;
import org.twinnet.compare.experiment.Schedule;
import org.twinnet.compare.experiment.SettingException;
import org.twinnet.compare.experiment.Tensor;
import org.twinnet.data.Dataset;
import org.twinnet.dl4j.Dl4jActivation;
import org.twinnet.dl4j.Dl4jLoss;
import org.twinnet.dl4j.Dl4jNetwork;
import org.twinnet.dl4j.Dl4jSettings;
import org.twinnet.dl4j.DropoutChoice;
import org.twinnet.dl4j.Examples;
import org.twinnet.dl4j.Loss;
import org.twinnet.dl4j.Pass;
import org.twinnet.dl4j.normalization.BatchNorm;
import org.twinnet.dl4j.update.Descent;
import org.twinnet.dl4j.update.GradientClip;
import org.twinnet.dl4j.update.RateSchedule;
import org.twinnet.dl4j.update.Update;
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
        this(experiment, training, settings(experiment).withLoss(loss), dropout);
    }

    private Dl4jTwin(Experiment experiment, Dataset training, Dl4jSettings settings, DropoutChoice dropout) {
        parameters = ParameterIndex.of(experiment).length();
        network = Dl4jNetwork.create(
                settings,
                Examples.of(training.featureRows(), training.targetRows()),
                dropout,
                new ReplayedBatches(experiment, training.size()));
        network.setParameters(ScratchModels.initialParameters(experiment).toVector());
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
        Dl4jSettings settings = settings(experiment);
        Update own = settings.update();
        Update stock = new Update(own.clip(), own.descent().stock(), own.schedule(), own.weightDecay());
        return new Dl4jTwin(
                experiment, training, settings.withUpdate(stock), ReplayedMasks.of(experiment, training.size()));
    }

    /**
     * Makes the network at iteration 0, with the cross-entropy that works on the logit and with given masks.
     *
     * @param experiment what to train
     * @param training the training examples
     * @param masks the masks of every iteration
     * @return a new twin
     */
    public static Dl4jTwin withMasks(Experiment experiment, Dataset training, DropoutMasks.Given masks) {
        return new Dl4jTwin(experiment, training, Loss.LOGIT, DropoutChoice.replayed(new ReplayedMasks(masks, true)));
    }

    /**
     * The experiment in DL4J's own settings.
     *
     * @param experiment what to train
     * @return the settings
     * @throws SettingException if DL4J has no such thing
     */
    public static Dl4jSettings settings(Experiment experiment) {
        return Dl4jSettings.of(experiment.layerSizes(), experiment.optimizer().learningRate())
                .withUpdate(new Update(
                        clip(experiment),
                        descent(experiment.optimizer()),
                        schedule(experiment.schedule()),
                        experiment.weightDecay()))
                .withHidden(experiment.layers().stream()
                        .limit(experiment.layers().size() - 1L)
                        .map(layer -> activation(layer.activation()))
                        .toList())
                .withNormalization(experiment.layers().stream()
                        .map(layer -> normalization(layer.batchNorm()))
                        .toList())
                .withOutput(activation(experiment.output().activation()), objective(experiment.loss()))
                .withPenalty(penalty(experiment.penalty()))
                .withKeepProbabilities(experiment.keepProbabilities());
    }

    private static Optional<BatchNorm> normalization(Normalization normalization) {
        return normalization instanceof Normalization.BatchNorm batch
                ? Optional.of(new BatchNorm(
                        batch.decay(),
                        batch.epsilon(),
                        batch.runningVariance() == Normalization.RunningVariance.UNBIASED))
                : Optional.empty();
    }

    private static Dl4jActivation activation(Activation activation) {
        if (activation instanceof Activation.Relu) {
            return new Dl4jActivation.Relu();
        }
        if (activation instanceof Activation.Sigmoid) {
            return new Dl4jActivation.Sigmoid();
        }
        if (activation instanceof Activation.Tanh) {
            return new Dl4jActivation.Tanh();
        }
        if (activation instanceof Activation.LeakyRelu leaky) {
            return new Dl4jActivation.LeakyRelu(leaky.slope());
        }
        if (activation instanceof Activation.Elu) {
            return new Dl4jActivation.Elu();
        }
        if (activation instanceof Activation.Softplus) {
            return new Dl4jActivation.Softplus();
        }
        if (activation instanceof Activation.Gelu) {
            return new Dl4jActivation.Gelu();
        }
        if (activation instanceof Activation.Swish) {
            return new Dl4jActivation.Swish();
        }
        if (activation instanceof Activation.Identity) {
            return new Dl4jActivation.Identity();
        }
        if (activation instanceof Activation.Softmax) {
            return new Dl4jActivation.Softmax();
        }
        throw new IllegalStateException(activation.kind() + " has no activation in DL4J's network");
    }

    private static Dl4jLoss objective(org.twinnet.compare.experiment.Loss loss) {
        if (loss instanceof org.twinnet.compare.experiment.Loss.BinaryCrossEntropy) {
            return Dl4jLoss.BINARY_CROSS_ENTROPY;
        }
        if (loss instanceof org.twinnet.compare.experiment.Loss.SoftmaxCrossEntropy) {
            return Dl4jLoss.SOFTMAX_CROSS_ENTROPY;
        }
        if (loss instanceof org.twinnet.compare.experiment.Loss.MeanSquaredError) {
            return Dl4jLoss.MEAN_SQUARED_ERROR;
        }
        if (loss instanceof org.twinnet.compare.experiment.Loss.Quadratic) {
            return Dl4jLoss.QUADRATIC;
        }
        throw new IllegalStateException(loss.kind() + " has no loss in DL4J's network");
    }

    private static org.twinnet.dl4j.Penalty penalty(Penalty penalty) {
        return new org.twinnet.dl4j.Penalty(
                penalty.l2(),
                penalty.l1(),
                penalty.l2Coefficient(),
                penalty.l1Coefficient(),
                penalty.biases(),
                penalty.over() == PenaltyOver.BATCH);
    }

    private static Descent descent(Optimizer optimizer) {
        if (optimizer instanceof Optimizer.GradientDescent) {
            return new Descent.Plain(optimizer.learningRate());
        }
        if (optimizer instanceof Optimizer.Momentum momentum) {
            return new Descent.Momentum(momentum.learningRate(), momentum.momentum(), momentum.average());
        }
        if (optimizer instanceof Optimizer.Nesterov nesterov) {
            return new Descent.Nesterov(nesterov.learningRate(), nesterov.momentum());
        }
        if (optimizer instanceof Optimizer.Adagrad adagrad) {
            return new Descent.AdaGrad(adagrad.learningRate(), adagrad.epsilon());
        }
        if (optimizer instanceof Optimizer.Rmsprop rmsprop) {
            return new Descent.RmsProp(rmsprop.learningRate(), rmsprop.decay(), rmsprop.epsilon());
        }
        if (optimizer instanceof Optimizer.Moments adam) {
            return new Descent.Moments(
                    optimizer.learningRate(),
                    adam.beta1(),
                    adam.beta2(),
                    adam.epsilon(),
                    adam.epsilonPlace() == EpsilonPlace.AFTER_CORRECTION,
                    optimizer instanceof Optimizer.Amsgrad);
        }
        throw new IllegalStateException(optimizer.kind() + " has no rule in DL4J's network");
    }

    private static RateSchedule schedule(Schedule schedule) {
        if (schedule instanceof Schedule.Constant) {
            return new RateSchedule.Constant();
        }
        if (schedule instanceof Schedule.Step step) {
            return new RateSchedule.Step(step.every(), step.factor());
        }
        if (schedule instanceof Schedule.Exponential exponential) {
            return new RateSchedule.Exponential(exponential.factor());
        }
        if (schedule instanceof Schedule.Inverse inverse) {
            return new RateSchedule.Inverse(inverse.rate(), inverse.power());
        }
        throw new IllegalStateException(schedule.kind() + " has no schedule in DL4J's network");
    }

    private static GradientClip clip(Experiment experiment) {
        Clipping clipping = experiment.clip();
        boolean normalized = ParameterIndex.ofStatistics(experiment).length() > 0;
        if (clipping instanceof Clipping.NormPerLayer norm && normalized && !norm.afterPenalty()) {
            if (experiment.penalty().isOn()) {
                throw new SettingException(
                        "clip.kind",
                        "is norm-per-layer before the penalty, and DL4J has no norm over W, b, gamma and beta of a"
                                + " layer with batch normalization; allowed where DL4J trains: clip.after_penalty"
                                + " true, or no penalty");
            }
            return new GradientClip.NormPerLayer(norm.limit(), true);
        }
        if (clipping instanceof Clipping.None) {
            return new GradientClip.None();
        }
        if (clipping instanceof Clipping.Value value) {
            return new GradientClip.Value(value.limit(), value.afterPenalty());
        }
        if (clipping instanceof Clipping.NormPerLayer norm) {
            return new GradientClip.NormPerLayer(norm.limit(), norm.afterPenalty());
        }
        throw new SettingException(
                "clip.kind",
                "is " + clipping.kind() + ", and DL4J has no limit for the norm of a gradient over all layers; allowed"
                        + " where DL4J trains: none, value, norm-per-layer");
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
        network.copyParametersTo(target);
    }

    @Override
    public void setParameters(double[] parameters) {
        network.setParameters(parameters);
    }

    @Override
    public double[] statistics() {
        return network.statistics();
    }

    @Override
    public void setStatistics(double[] statistics) {
        network.setStatistics(statistics);
    }

    @Override
    public TwinState state() {
        List<TwinState.Memory> memories = new ArrayList<>();
        network.updaterState().forEach((symbol, values) -> memories.add(new TwinState.Memory(symbol, values)));
        return new TwinState(iteration(), network.parameters(), memories, network.statistics());
    }

    @Override
    public void restore(TwinState state) {
        state.requireFitting(
                name().toString(),
                parameters,
                network.statistics().length,
                List.copyOf(network.updaterState().keySet()));
        network.goTo(state.iteration());
        network.setParameters(state.parameters());
        network.setStatistics(state.statistics());
        Map<String, double[]> memories = new LinkedHashMap<>();
        state.memories().forEach(memory -> memories.put(memory.symbol(), memory.values()));
        network.setUpdaterState(memories);
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
