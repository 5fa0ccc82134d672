package org.twinnet.compare.replay;

import java.util.Optional;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Batches;
import org.twinnet.compare.experiment.choice.Loss;
import org.twinnet.compare.experiment.choice.PenaltyOver;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.AveragedOver;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.LossTheory;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.activation.ActivationChapters;
import org.twinnet.compare.theory.activation.SigmoidTheory;
import org.twinnet.compare.theory.activation.patch.ActivationParts;
import org.twinnet.compare.theory.activation.patch.SigmoidInAnyFormTheory;
import org.twinnet.compare.theory.clipping.ClippingTheory;
import org.twinnet.compare.theory.dropout.DropoutParts;
import org.twinnet.compare.theory.dropout.DropoutTheory;
import org.twinnet.compare.theory.dropout.InvertedDropoutTheory;
import org.twinnet.compare.theory.loss.LossChapters;
import org.twinnet.compare.theory.loss.LossParts;
import org.twinnet.compare.theory.mistake.Part;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.theory.mistake.Variant;
import org.twinnet.compare.theory.normalization.NormalizationParts;
import org.twinnet.compare.theory.normalization.NormalizationTheory;
import org.twinnet.compare.theory.optimizer.OptimizerParts;
import org.twinnet.compare.theory.optimizer.OptimizerTheory;
import org.twinnet.compare.theory.penalty.L2Theory;
import org.twinnet.compare.theory.penalty.NoPenaltyTheory;
import org.twinnet.compare.theory.penalty.PenaltyParts;
import org.twinnet.compare.theory.penalty.PenaltyTheory;
import org.twinnet.compare.theory.schedule.ScheduleTheory;
import org.twinnet.compare.theory.step.AffineParts;
import org.twinnet.compare.trace.HyperParameters;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.Trace;

/** The chapters of a trace's step, patched where a recipe says so. */
final class StepChapters {

    private final Recipe recipe;
    private final HyperParameters hyper;
    private final Rounding rounding;
    private final int depth;
    private final int examples;

    StepChapters(Trace trace, Recipe recipe, Rounding rounding) {
        this.recipe = recipe;
        this.hyper = trace.hyperParameters();
        this.rounding = rounding;
        this.depth = trace.depth();
        this.examples = trace.exampleCount();
    }

    private ActivationTheory right(int l) {
        Activation activation = hyper.activation(l, depth);
        return activation instanceof Activation.Sigmoid
                ? new SigmoidInAnyFormTheory(new SigmoidTheory())
                : ActivationChapters.of(activation);
    }

    /** What goes forward, of a hidden layer or of the output. */
    ActivationTheory activation(int l) {
        return recipe.at(ActivationParts.VALUE, l, right(l));
    }

    /** Whose slope goes backward. */
    ActivationTheory slope(int l) {
        return recipe.at(ActivationParts.SLOPE, l, right(l));
    }

    private Optional<NormalizationTheory> rightNormalization(int l) {
        return NormalizationTheory.of(hyper.normalization(l, depth));
    }

    /** What stands between Z and the activation, forward. */
    Optional<NormalizationTheory> normalization(int l) {
        return rightNormalization(l).map(right -> recipe.at(NormalizationParts.VALUE, l, right));
    }

    /** What carries the gradient through it. */
    Optional<NormalizationTheory> backwardNormalization(int l) {
        return rightNormalization(l).map(right -> recipe.at(NormalizationParts.SLOPE, l, right));
    }

    /** What keeps its running statistics. */
    Optional<NormalizationTheory> keptNormalization(int l) {
        return rightNormalization(l).map(right -> recipe.at(NormalizationParts.KEPT, l, right));
    }

    /** Whether the cost can be had from the logit, which knows more than the output. */
    boolean outputIsRight() {
        return activation(depth).equals(right(depth));
    }

    private LossTheory loss() {
        return LossChapters.of(hyper.experiment().loss());
    }

    /** Whether the output's numbers are probabilities of labels of 0 and 1. */
    boolean areProbabilities() {
        return hyper.experiment().loss() instanceof Loss.BinaryCrossEntropy;
    }

    /** Whether the loss cancels the slope of the output, so that dZ needs no Z. */
    boolean cancelsSlope() {
        return areProbabilities() || hyper.experiment().loss() instanceof Loss.SoftmaxCrossEntropy;
    }

    /** The output's activation, whose slope goes backward where the loss does not cancel it. */
    ActivationTheory output() {
        return cancelsSlope() ? ActivationChapters.of(hyper.activation(depth, depth)) : slope(depth);
    }

    LossTheory lossOfCost() {
        return recipe.at(LossParts.COST, 0, loss());
    }

    LossTheory lossOfGradient() {
        return recipe.at(LossParts.GRADIENT, depth, loss());
    }

    private PenaltyTheory penalty() {
        return PenaltyTheory.of(hyper.penalty());
    }

    boolean isPenaltyInCost() {
        return hyper.penalty().isOn() && !recipe.has(Variant.PENALTY_NOT_IN_COST, 0);
    }

    /** What a layer adds to the cost. */
    PenaltyTheory penaltyOfCost(int l) {
        return recipe.at(PenaltyParts.COST, l, penalty());
    }

    /** What a layer adds to dW. */
    PenaltyTheory penaltyOfWeights(int l) {
        return recipe.at(PenaltyParts.GRADIENT, l, penalty());
    }

    /** What a layer adds to db. */
    PenaltyTheory penaltyOfBiases(int l) {
        return recipe.at(
                PenaltyParts.BIAS_GRADIENT, l, penalty().penalizesBiases() ? penalty() : new NoPenaltyTheory());
    }

    /** What a layer adds to the gradient of a parameter. */
    PenaltyTheory penaltyOf(Quantity parameter, int l) {
        return switch (parameter) {
            case W -> penaltyOfWeights(l);
            case b -> penaltyOfBiases(l);
            default -> new NoPenaltyTheory();
        };
    }

    /** Whether what the penalty adds to a gradient is added in the update; of biases where they are penalized. */
    boolean isPenalizedInUpdate(Quantity parameter, int l) {
        return (parameter == Quantity.W
                        || (parameter == Quantity.b && hyper.penalty().biases()))
                && recipe.has(Variant.PENALTY_IN_UPDATE, l);
    }

    /** What the weights of a layer shrink by in the update, beside the gradient. */
    PenaltyTheory decay(int l) {
        double decay = hyper.experiment().weightDecay();
        return recipe.at(PenaltyParts.DECAY, l, decay == 0 ? new NoPenaltyTheory() : new L2Theory(0, decay));
    }

    /** What the biases of a layer shrink by in the update. */
    PenaltyTheory biasDecay(int l) {
        return recipe.at(PenaltyParts.BIAS_DECAY, l, new NoPenaltyTheory());
    }

    /** What scale and shift of a layer's normalization shrink by in the update. */
    PenaltyTheory normalizationDecay(int l) {
        return recipe.at(PenaltyParts.NORMALIZATION_DECAY, l, new NoPenaltyTheory());
    }

    /** The rate by which the parameters of a layer shrink. */
    ScheduleTheory decayRate(int l) {
        return recipe.at(OptimizerParts.DECAY_RATE, l, schedule());
    }

    /** What the optimizer takes of a layer's weights beside dW. */
    PenaltyTheory penaltyOfStep(int l) {
        return recipe.at(PenaltyParts.STEP, l, new NoPenaltyTheory());
    }

    /** What limits the gradient. */
    Optional<ClippingTheory> clipping() {
        return ClippingTheory.of(hyper.experiment().clip());
    }

    private double examples(AveragedOver over, int batch) {
        int size = hyper.experiment().batches() instanceof Batches.Shuffled stated ? stated.size() : batch;
        return over.of(batch, size, examples);
    }

    /** By what the mean over a batch is multiplied in the gradients of a layer. */
    double averaging(int l, int batch) {
        return batch / examples(recipe.at(AffineParts.OVER, l, AveragedOver.BATCH), batch);
    }

    /** By what the mean over a batch is multiplied in the gradient of the scale or the shift of a normalization. */
    double normalizationAveraging(Part<AveragedOver> part, int l, int batch) {
        AveragedOver ofLayer = recipe.at(AffineParts.OVER, l, AveragedOver.BATCH);
        return batch / examples(recipe.at(part, l, ofLayer), batch);
    }

    /** By what the mean over a batch is multiplied in the cost. */
    double costAveraging(int batch) {
        return batch / examples(recipe.at(LossParts.COST_OVER, 0, AveragedOver.BATCH), batch);
    }

    private AveragedOver penaltyOver() {
        return hyper.penalty().over() == PenaltyOver.BATCH ? AveragedOver.BATCH : AveragedOver.EXAMPLES;
    }

    /** What λ is divided by in the gradients of a layer. */
    int penaltyExamples(int l, int batch) {
        return (int) examples(recipe.at(PenaltyParts.OVER, l, penaltyOver()), batch);
    }

    /** What λ is divided by in the cost. */
    int penaltyCostExamples(int batch) {
        return (int) examples(recipe.at(PenaltyParts.COST_OVER, 0, penaltyOver()), batch);
    }

    DropoutTheory forwardDropout(int l) {
        // an input that is dropped by mistake is so as hidden layers are
        double keep = hyper.keepProbability(l == 0 && hyper.keepProbability(0) == 1 ? 1 : l);
        return recipe.at(DropoutParts.FORWARD, l, new InvertedDropoutTheory(keep));
    }

    DropoutTheory backwardDropout(int l) {
        return recipe.at(DropoutParts.BACKWARD, l, new InvertedDropoutTheory(hyper.keepProbability(l)));
    }

    OptimizerTheory optimizer() {
        return recipe.at(OptimizerParts.RULE, 0, OptimizerTheory.of(hyper.optimizer()));
    }

    /** A program in single precision may have α rounded to it. */
    ScheduleTheory schedule() {
        BoundedNumber alpha = BoundedNumber.given(hyper.learningRate(), rounding);
        return recipe.at(
                OptimizerParts.RATE, 0, ScheduleTheory.of(hyper.experiment().schedule(), alpha));
    }

    /** By what the step of a parameter is multiplied. */
    double stepFactor(Quantity parameter, int l) {
        return recipe.at(stepOf(parameter), l, 1.0);
    }

    /** Where the step of a parameter can be another one. */
    static Part<Double> stepOf(Quantity parameter) {
        return switch (parameter) {
            case W -> OptimizerParts.WEIGHT_STEP;
            case b -> OptimizerParts.BIAS_STEP;
            case gamma -> OptimizerParts.SCALE_STEP;
            case beta -> OptimizerParts.SHIFT_STEP;
            default -> throw new IllegalArgumentException(parameter + " is no parameter");
        };
    }
}
