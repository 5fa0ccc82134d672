package org.twinnet.compare.twin.dl4j;

import java.util.Optional;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ParameterIndex;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Clipping;
import org.twinnet.compare.experiment.choice.EpsilonPlace;
import org.twinnet.compare.experiment.choice.Normalization;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.choice.PenaltyOver;
import org.twinnet.compare.experiment.choice.Schedule;
import org.twinnet.compare.experiment.setting.SettingException;
import org.twinnet.dl4j.Dl4jSettings;
import org.twinnet.dl4j.activation.Dl4jActivation;
import org.twinnet.dl4j.loss.Dl4jLoss;
import org.twinnet.dl4j.memory.Precision;
import org.twinnet.dl4j.normalization.BatchNorm;
import org.twinnet.dl4j.update.Descent;
import org.twinnet.dl4j.update.GradientClip;
import org.twinnet.dl4j.update.RateSchedule;
import org.twinnet.dl4j.update.Update;

/** The choices of an experiment as DL4J's network knows them, a line for each kind. */
public final class Dl4jChoices {

    private Dl4jChoices() {}

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
                .withKeepProbabilities(experiment.keepProbabilities())
                .withPrecision(Precision.valueOf(experiment.precision().name()));
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

    private static Dl4jLoss objective(org.twinnet.compare.experiment.choice.Loss loss) {
        if (loss instanceof org.twinnet.compare.experiment.choice.Loss.BinaryCrossEntropy) {
            return Dl4jLoss.BINARY_CROSS_ENTROPY;
        }
        if (loss instanceof org.twinnet.compare.experiment.choice.Loss.SoftmaxCrossEntropy) {
            return Dl4jLoss.SOFTMAX_CROSS_ENTROPY;
        }
        if (loss instanceof org.twinnet.compare.experiment.choice.Loss.MeanSquaredError) {
            return Dl4jLoss.MEAN_SQUARED_ERROR;
        }
        if (loss instanceof org.twinnet.compare.experiment.choice.Loss.Quadratic) {
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
}
