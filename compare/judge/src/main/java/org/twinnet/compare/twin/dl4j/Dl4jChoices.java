package org.twinnet.compare.twin.dl4j;

import java.util.Locale;
import java.util.Optional;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ParameterIndex;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Clipping;
import org.twinnet.compare.experiment.choice.Normalization;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.choice.PenaltyOver;
import org.twinnet.compare.experiment.setting.Choice;
import org.twinnet.compare.experiment.setting.SettingException;
import org.twinnet.compare.twin.Namesake;
import org.twinnet.dl4j.Dl4jSettings;
import org.twinnet.dl4j.activation.Dl4jActivation;
import org.twinnet.dl4j.loss.Dl4jLoss;
import org.twinnet.dl4j.memory.Precision;
import org.twinnet.dl4j.normalization.BatchNorm;
import org.twinnet.dl4j.update.Descent;
import org.twinnet.dl4j.update.GradientClip;
import org.twinnet.dl4j.update.RateSchedule;
import org.twinnet.dl4j.update.Update;

/** The choices of an experiment as DL4J's network knows them. */
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
                        Namesake.of(experiment.optimizer().rule(), Descent.class),
                        Namesake.of(experiment.schedule(), RateSchedule.class),
                        experiment.weightDecay()))
                .withHidden(experiment.layers().stream()
                        .limit(experiment.layers().size() - 1L)
                        .map(layer -> activation(layer.activation()))
                        .toList())
                .withNormalization(experiment.layers().stream()
                        .map(layer -> normalization(layer.batchNorm()))
                        .toList())
                .withOutput(activation(experiment.output().activation()), Dl4jLoss.valueOf(constant(experiment.loss())))
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
        return Namesake.of(activation, Dl4jActivation.class);
    }

    /** The enum constant of a kind, such as QUADRATIC. */
    private static String constant(Choice choice) {
        return choice.kind().replace('-', '_').toUpperCase(Locale.ROOT);
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
