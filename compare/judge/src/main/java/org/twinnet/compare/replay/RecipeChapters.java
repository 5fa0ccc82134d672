package org.twinnet.compare.replay;

import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.activation.ActivationTheory;
import org.twinnet.compare.theory.activation.ClippedOutputTheory;
import org.twinnet.compare.theory.activation.GateByActivationTheory;
import org.twinnet.compare.theory.activation.InvertedGateTheory;
import org.twinnet.compare.theory.activation.LeakyInPlaceTheory;
import org.twinnet.compare.theory.activation.NoActivationTheory;
import org.twinnet.compare.theory.activation.ReluTheory;
import org.twinnet.compare.theory.activation.SigmoidInAnyFormTheory;
import org.twinnet.compare.theory.activation.SigmoidTheory;
import org.twinnet.compare.theory.activation.SlopeOfAnotherTheory;
import org.twinnet.compare.theory.activation.TanhTheory;
import org.twinnet.compare.theory.dropout.DropoutTheory;
import org.twinnet.compare.theory.dropout.InvertedDropoutTheory;
import org.twinnet.compare.theory.dropout.ScaledDropoutTheory;
import org.twinnet.compare.theory.loss.BinaryCrossEntropyTheory;
import org.twinnet.compare.theory.loss.ExtraSlopeTheory;
import org.twinnet.compare.theory.loss.FlippedLabelsTheory;
import org.twinnet.compare.theory.loss.InsideLogarithmTheory;
import org.twinnet.compare.theory.loss.LossTheory;
import org.twinnet.compare.theory.loss.ScaledLossTheory;
import org.twinnet.compare.theory.loss.WeightedTermsTheory;
import org.twinnet.compare.theory.optimizer.AdamInPlaceTheory;
import org.twinnet.compare.theory.optimizer.ConstantRateTheory;
import org.twinnet.compare.theory.optimizer.FallingRateTheory;
import org.twinnet.compare.theory.optimizer.GradientDescentTheory;
import org.twinnet.compare.theory.optimizer.MomentumTheory;
import org.twinnet.compare.theory.optimizer.OptimizerTheory;
import org.twinnet.compare.theory.optimizer.ScheduleTheory;
import org.twinnet.compare.theory.penalty.AbsoluteValuesTheory;
import org.twinnet.compare.theory.penalty.L2Theory;
import org.twinnet.compare.theory.penalty.NoPenaltyTheory;
import org.twinnet.compare.theory.penalty.NormTheory;
import org.twinnet.compare.theory.penalty.PenalizedBiasesTheory;
import org.twinnet.compare.theory.penalty.PenaltyTheory;
import org.twinnet.compare.theory.penalty.ScaledPenaltyTheory;
import org.twinnet.compare.trace.HyperParameters;
import org.twinnet.compare.trace.Trace;

/** The chapters of a trace's step, those that a recipe patches among them. */
final class RecipeChapters {

    private final Recipe recipe;
    private final HyperParameters hyper;
    private final Rounding rounding;
    private final int depth;

    RecipeChapters(Trace trace, Recipe recipe, Rounding rounding) {
        this.recipe = recipe;
        this.hyper = trace.hyperParameters();
        this.rounding = rounding;
        this.depth = trace.depth();
    }

    /** Of a hidden layer, or of the output. */
    ActivationTheory activation(int l) {
        return l == depth ? output() : slope(hidden(l), l);
    }

    private ActivationTheory hidden(int l) {
        double leak = recipe.factor(Factor.LEAK, l);
        return recipe.has(Alteration.SIGMOID, l)
                ? new SigmoidInAnyFormTheory()
                : recipe.has(Alteration.TANH, l)
                        ? new TanhTheory()
                        : recipe.has(Alteration.IDENTITY, l)
                                ? new NoActivationTheory()
                                : leak != 0 ? new LeakyInPlaceTheory(leak) : new ReluTheory();
    }

    /** The gate is that of ReLU whatever goes forward, unless a mistake says otherwise. */
    private ActivationTheory slope(ActivationTheory value, int l) {
        if (recipe.has(Alteration.GATE_SIGMOID, l)) {
            return new SlopeOfAnotherTheory(value, new SigmoidTheory());
        }
        if (recipe.has(Alteration.GATE_TANH, l)) {
            return new SlopeOfAnotherTheory(value, new TanhTheory());
        }
        if (recipe.has(Alteration.GATE_MISSING, l)) {
            return new SlopeOfAnotherTheory(value, new NoActivationTheory());
        }
        if (recipe.has(Alteration.GATE_INVERTED, l)) {
            return new SlopeOfAnotherTheory(value, new InvertedGateTheory());
        }
        if (recipe.has(Alteration.GATE_BY_ACTIVATION, l)) {
            return new GateByActivationTheory(value);
        }
        boolean leaks = value instanceof LeakyInPlaceTheory && !recipe.has(Alteration.GATE_WITHOUT_LEAK, l);
        return leaks || value instanceof ReluTheory ? value : new SlopeOfAnotherTheory(value, new ReluTheory());
    }

    private ActivationTheory output() {
        double clip = recipe.factor(Factor.OUTPUT_CLIP, depth);
        return recipe.has(Alteration.IDENTITY, depth)
                ? new NoActivationTheory()
                : recipe.has(Alteration.RECTIFIED_OUTPUT, depth)
                        ? new ReluTheory()
                        : clip > 0
                                ? new ClippedOutputTheory(
                                        new SigmoidInAnyFormTheory(),
                                        clip,
                                        recipe.has(Alteration.CLIP_SATURATED_ONLY, depth))
                                : new SigmoidInAnyFormTheory();
    }

    /** Whether the cost can be had from the logit, which knows more than the output. */
    boolean outputIsRight() {
        return output() instanceof SigmoidInAnyFormTheory;
    }

    LossTheory loss() {
        LossTheory loss = new BinaryCrossEntropyTheory();
        double clip = recipe.factor(Factor.CLIP, 0);
        double offset = recipe.factor(Factor.OFFSET, 0);
        if (clip > 0 || offset != 0) {
            loss = new InsideLogarithmTheory(loss, clip, recipe.has(Alteration.CLIP_BELOW_ONLY, 0), offset);
        }
        double positive = recipe.factor(Factor.POSITIVE_TERM, 0);
        double negative = recipe.factor(Factor.NEGATIVE_TERM, 0);
        if (positive != 1 || negative != 1) {
            loss = new WeightedTermsTheory(loss, positive, negative);
        }
        boolean inCost = recipe.has(Alteration.LABELS_FLIPPED_COST, 0);
        boolean inGradient = recipe.has(Alteration.LABELS_FLIPPED_GRADIENT, depth);
        if (inCost || inGradient) {
            loss = new FlippedLabelsTheory(loss, inCost, inGradient);
        }
        if (recipe.has(Alteration.SIGMOID_DERIVATIVE_TWICE, depth)) {
            loss = new ExtraSlopeTheory(loss);
        }
        double ofCost = recipe.factor(Factor.CROSS_ENTROPY, 0);
        double ofGradient = recipe.factor(Factor.OUTPUT_GRADIENT, depth);
        return ofCost == 1 && ofGradient == 1 ? loss : new ScaledLossTheory(loss, ofCost, ofGradient);
    }

    /** What a layer adds to the cost. */
    PenaltyTheory penaltyOfCost(int l) {
        PenaltyTheory penalty = penalty();
        if (recipe.has(Alteration.NORM_OF_ALL_NOT_SQUARED, 0) || recipe.has(Alteration.NORM_NOT_SQUARED, l)) {
            penalty = new NormTheory(hyper.lambda(), !recipe.has(Alteration.NORM_NOT_SQUARED, l));
        } else if (recipe.has(Alteration.PENALTY_OF_ABSOLUTE_VALUES, l)) {
            penalty = new AbsoluteValuesTheory(hyper.lambda());
        }
        if (recipe.has(Alteration.PENALTY_WITH_BIASES, l)) {
            penalty = new PenalizedBiasesTheory(penalty);
        }
        return scaled(penalty, recipe.factor(Factor.PENALTY, l));
    }

    /** What a layer adds to dW. */
    PenaltyTheory penaltyOfWeights(int l) {
        PenaltyTheory penalty = recipe.has(Alteration.PENALTY_GRADIENT_OF_SIGN, l)
                ? new AbsoluteValuesTheory(hyper.lambda())
                : penalty();
        return scaled(penalty, recipe.factor(Factor.PENALTY_GRADIENT, l));
    }

    /** What a layer adds to db. */
    PenaltyTheory penaltyOfBiases(int l) {
        double factor = recipe.factor(Factor.BIAS_PENALTY_GRADIENT, l);
        return factor == 0 ? new NoPenaltyTheory() : scaled(penalty(), factor);
    }

    /** What the weights of a layer shrink by in the update, beside the gradient. */
    PenaltyTheory decay(int l) {
        double factor = recipe.factor(Factor.DECAY_IN_UPDATE, l);
        return factor == 0 ? new NoPenaltyTheory() : scaled(penalty(), factor);
    }

    private PenaltyTheory penalty() {
        return hyper.lambda() == 0 ? new NoPenaltyTheory() : new L2Theory(hyper.lambda());
    }

    private static PenaltyTheory scaled(PenaltyTheory penalty, double factor) {
        return factor == 1 || penalty instanceof NoPenaltyTheory ? penalty : new ScaledPenaltyTheory(penalty, factor);
    }

    DropoutTheory forwardDropout(int l) {
        return scaled(hyper.keepProbability(l), recipe.factor(Factor.FORWARD_SCALE, l));
    }

    DropoutTheory backwardDropout(int l) {
        return scaled(hyper.keepProbability(l), recipe.factor(Factor.BACKWARD_SCALE, l));
    }

    private static DropoutTheory scaled(double keep, double factor) {
        DropoutTheory dropout = new InvertedDropoutTheory(keep);
        return factor == 1 ? dropout : new ScaledDropoutTheory(dropout, factor);
    }

    OptimizerTheory optimizer() {
        boolean corrected = recipe.has(Alteration.ADAM, 0);
        if (corrected || recipe.has(Alteration.ADAM_UNCORRECTED, 0)) {
            return new AdamInPlaceTheory(
                    recipe.factor(Factor.ADAM_BETA_1, 0),
                    recipe.factor(Factor.ADAM_BETA_2, 0),
                    recipe.factor(Factor.ADAM_EPSILON, 0),
                    corrected);
        }
        double momentum = recipe.factor(Factor.MOMENTUM, 0);
        boolean average = recipe.has(Alteration.MOMENTUM_AVERAGED, 0);
        return momentum != 0 || average ? new MomentumTheory(momentum, average) : new GradientDescentTheory();
    }

    /** A program in single precision has α rounded to it. */
    ScheduleTheory schedule() {
        double alpha = hyper.learningRate();
        double rounded = rounding.equals(Rounding.FLOAT64) ? 0 : rounding.u() * alpha;
        ScheduleTheory schedule = new ConstantRateTheory(new BoundedNumber(alpha, rounded));
        schedule = falling(schedule, FallingRateTheory.Form.HYPERBOLA, Factor.RATE_DECAY);
        schedule = falling(schedule, FallingRateTheory.Form.POWER, Factor.RATE_BASE);
        return falling(schedule, FallingRateTheory.Form.LINE, Factor.RATE_SLOPE);
    }

    private ScheduleTheory falling(ScheduleTheory right, FallingRateTheory.Form form, Factor factor) {
        double d = recipe.factor(factor, 0);
        return d == factor.right()
                ? right
                : new FallingRateTheory(right, form, d, recipe.has(Alteration.RATE_FROM_ONE, 0));
    }
}
