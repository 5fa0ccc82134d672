package org.twinnet.compare.move.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Batches;
import org.twinnet.compare.experiment.choice.Clipping;
import org.twinnet.compare.experiment.choice.EpsilonPlace;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.choice.PenaltyOver;
import org.twinnet.compare.twin.dl4j.Dl4jTwin;
import org.twinnet.data.source.ShippedData;
import org.twinnet.dl4j.batch.BatchStrength;
import org.twinnet.dl4j.update.ClippingUpdater;
import org.twinnet.dl4j.update.DecoupledDecay;
import org.twinnet.dl4j.update.GradientClip;
import org.twinnet.dl4j.update.OwnRule;
import org.twinnet.dl4j.update.OwnUpdater;

/** What DL4J does otherwise with penalties, decay, dropout and limits. */
final class PenaltyGuide {

    static final int ITERATIONS = 1000;

    private PenaltyGuide() {}

    static Experiment published() {
        return Experiment.published(2).iterations(ITERATIONS);
    }

    private static Penalty coefficient(double c, boolean biases) {
        return new Penalty(0, 0, c, 0, biases, PenaltyOver.TRAINING_SET);
    }

    /**
     * With masks of ours, which DL4J has to be given: both trainings are DL4J's, and both are what the formulas say.
     */
    private static String masked(Experiment right, Experiment slip) {
        return byTwin(right).beside(byTwin(slip));
    }

    private static Trained byTwin(Experiment experiment) {
        return Trained.of(experiment)
                .requireAlike(
                        Trained.of(Dl4jTwin::withLogitLoss, experiment, ShippedData.pitch()), experiment.toString());
    }

    private static Ported ported(Experiment experiment) {
        return Ported.of(experiment, ShippedData.pitch());
    }

    private static Ported network(Experiment experiment, Consumer<NeuralNetConfiguration.Builder> line) {
        return ported(experiment).network(line);
    }

    /** In place of what DL4J would penalize by. */
    private static void only(FeedForwardLayer.Builder<?> layer, Regularization term) {
        layer.regularization(new ArrayList<>(List.of(term)));
    }

    private static IUpdater paperAdam() {
        return new OwnUpdater(new FixedSchedule(0.01), new OwnRule.PaperAdam(0.9, 0.999, 1e-8, false));
    }

    static List<Difference> all() {
        Experiment l2 = published().with(Penalty.l2(0.7));
        Experiment keeps = published().keepProbability(0.86);
        Experiment batches =
                published().with(new Batches.Shuffled(64, 1)).with(new Penalty(0.5, 0, 0, 0, false, PenaltyOver.BATCH));
        Experiment adam = published()
                .with(new Optimizer.Adamw(0.01, 0.9, 0.999, 1e-8, EpsilonPlace.AFTER_CORRECTION))
                .iterations(100);
        int[] sizes = {64, 64, 64, 19};
        Experiment clipped = published().with(Penalty.l2(20));
        return List.of(
                new Difference(
                        "Nothing divides `l2(c)`",
                        "λ/(2m)·ΣW², dW = … + λ/m·W",
                        "c/2·ΣW², gradient + c·W, so c = λ/m",
                        "λ = 0.7 and m = 211 are c = 0.0033; `l1(c)` is c·Σ|W|, so λ₁/m likewise",
                        "`.l2(0.7)`",
                        Cost.of(
                                l2,
                                network(l2, it -> it.l2(0.7 / 211)),
                                l2.with(coefficient(0.7, false)),
                                network(l2, it -> it.l2(0.7))),
                        "`.l2(0.7 / 211)`"),
                new Difference(
                        "The ½ is in `l2(c)` already",
                        "Keras: c·ΣW², gradient + 2c·W",
                        "c/2·ΣW², gradient + c·W",
                        "`regularizers.l2(0.01)` is c = 0.02",
                        "`.l2(0.01)`",
                        Cost.of(
                                published().with(coefficient(0.02, false)),
                                network(published(), it -> it.l2(0.02)),
                                published().with(coefficient(0.01, false)),
                                network(published(), it -> it.l2(0.01))),
                        "`.l2(0.02)`; `--penalty-of keras`"),
                new Difference(
                        "`l2(c)` is one number for every batch",
                        "scikit-learn: α/(2B)·ΣW², with the B examples of each batch",
                        "c/2·ΣW², whatever the batch; λ/(2m)·ΣW² is `l2(λ/m)` in batches too",
                        "α = 0.5 in batches of 64 of 211 examples, the last of 19",
                        "`.l2(0.5 / 64)`, wrong in the last batch of each epoch",
                        Cost.of(
                                batches,
                                ported(batches)
                                        .layers((layer, index) ->
                                                only(layer, new L2Regularization(new BatchStrength(0.5, 0.0, sizes)))),
                                batches.with(coefficient(0.5 / 64, false)),
                                network(batches, it -> it.l2(0.5 / 64))),
                        "`new L2Regularization(new BatchStrength(0.5, 0.0, sizes))` of each layer; what is set for the"
                                + " whole network is added to what a layer has"),
                new Difference(
                        "L2 leaves biases out",
                        "PyTorch's and Caffe's `weight_decay`: gradient + c·θ of every parameter",
                        "`l2(c)`: of weights; `l2Bias(c)` is that of biases",
                        "`weight_decay=0.01`",
                        "`.l2(0.01)`",
                        Cost.of(
                                published().with(coefficient(0.01, true)),
                                network(published(), it -> it.l2(0.01).l2Bias(0.01)),
                                published().with(coefficient(0.01, false)),
                                network(published(), it -> it.l2(0.01))),
                        "`.l2(0.01).l2Bias(0.01)`; `--penalty-of pytorch`"),
                new Difference(
                        "Weight decay is not L2",
                        "AdamW: W − α·(step + c·W), no part of the cost",
                        "`WeightDecay(c)`: the same step, and c/2·ΣW² in the score; L2 under Adam goes through its root",
                        "AdamW with α 0.01, c 0.1, 100 iterations; under gradient descent both are the same",
                        "`.l2(0.1)`",
                        Cost.of(
                                adam.weightDecay(0.1),
                                network(adam, it -> it.updater(paperAdam()))
                                        .layers((layer, index) -> only(layer, new DecoupledDecay(0.1))),
                                adam.with(coefficient(0.1, false)),
                                network(adam, it -> it.updater(paperAdam()).l2(0.1))),
                        "`layer.regularization(new ArrayList<>(List.of(new DecoupledDecay(0.1))))` of each layer"),
                new Difference(
                        "Weight decay of the whole network counts twice",
                        "W − α·(step + c·W)",
                        "`weightDecay(c)` of the network stands twice in every layer: W − α·(step + 2c·W)",
                        "c = 0.05 under gradient descent",
                        "`.weightDecay(0.05)` before `.list()`",
                        Cost.of(
                                published().weightDecay(0.05),
                                ported(published()).layers((layer, index) -> layer.weightDecay(0.05)),
                                published().weightDecay(0.1),
                                network(published(), it -> it.weightDecay(0.05))),
                        "weight decay of each layer, as above"),
                new Difference(
                        "`dropOut` takes the probability to keep",
                        "`Dropout(p)` of Keras and PyTorch drops with p",
                        "`dropOut(q)` keeps with q, and divides what is kept by q",
                        "the published network keeps 0.86",
                        "`.dropOut(0.14)`",
                        masked(keeps, published().keepProbability(0.14)),
                        "`.dropOut(0.86)`"),
                new Difference(
                        "Dropout is that of a layer's inputs",
                        "A¹ ∘ D¹/q: the activations of layer 1 are dropped",
                        "`dropOut(q)` of a layer drops what it gets, A of the layer before it",
                        "both hidden layers keep 0.86",
                        "`.dropOut(0.86)` on the hidden layers: features are dropped, A² is not",
                        masked(
                                keeps,
                                published()
                                        .with(List.of(
                                                keeps.layers().get(0),
                                                keeps.layers().get(1).keepProb(1),
                                                keeps.layers().get(2)))
                                        .inputKeepProbability(0.86)),
                        "`.dropOut(0.86)` on the layers after them"),
                new Difference(
                        "Limits hold before the penalty",
                        "clip(gradient of loss and penalty), as Keras does",
                        "`ClipElementWiseAbsoluteValue` and `ClipL2PerLayer` clip the gradient of the mean loss; L2 and"
                                + " L1 are added then; it has no limit for the norm over all layers, and none before the penalty for the"
                                + " norm of a layer with γ and β",
                        "limit 0.01 of every entry, λ = 20",
                        "`.gradientNormalization(GradientNormalization.ClipElementWiseAbsoluteValue)`",
                        Cost.of(
                                clipped.with(new Clipping.Value(0.01, true)),
                                network(clipped, it -> it.l2(20.0 / 211))
                                        .layers((layer, index) -> layer.updater(new ClippingUpdater(
                                                new Sgd(0.3), new GradientClip.Value(0.01, true), index))),
                                clipped.with(new Clipping.Value(0.01, false)),
                                network(
                                        clipped,
                                        it -> it.l2(20.0 / 211)
                                                .gradientNormalization(
                                                        GradientNormalization.ClipElementWiseAbsoluteValue)
                                                .gradientNormalizationThreshold(0.01))),
                        "`.updater(new ClippingUpdater(updater, new GradientClip.Value(0.01, true), layer))`;"
                                + " `--clip-after-penalty true`"));
    }
}
