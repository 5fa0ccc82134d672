package org.twinnet.compare.diagnosis;

import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.LossTheory;
import org.twinnet.compare.theory.activation.ReluTheory;
import org.twinnet.compare.theory.activation.patch.ActivationParts;
import org.twinnet.compare.theory.activation.patch.LeakyInPlaceTheory;
import org.twinnet.compare.theory.loss.BinaryCrossEntropyTheory;
import org.twinnet.compare.theory.loss.InsideLogarithmTheory;
import org.twinnet.compare.theory.loss.LossParts;
import org.twinnet.compare.theory.loss.patch.ScaledLossTheory;
import org.twinnet.compare.theory.mistake.Part;
import org.twinnet.compare.theory.mistake.Patch;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.theory.optimizer.GradientDescentTheory;
import org.twinnet.compare.theory.optimizer.MomentumTheory;
import org.twinnet.compare.theory.optimizer.OptimizerParts;
import org.twinnet.compare.theory.optimizer.OptimizerTheory;
import org.twinnet.compare.theory.penalty.L2Theory;
import org.twinnet.compare.theory.penalty.PenaltyParts;
import org.twinnet.compare.theory.penalty.PenaltyTheory;
import org.twinnet.compare.theory.penalty.ScaledPenaltyTheory;
import org.twinnet.compare.theory.step.AffineParts;

/** Numbers that mistakes change, as formulas put in by hand read them off a recipe. */
enum Factor {
    LEAK,
    OUTPUT_GRADIENT,
    WEIGHT_GRADIENT,
    BIAS_GRADIENT,
    PENALTY_GRADIENT,
    WEIGHT_STEP,
    BIAS_STEP,
    MOMENTUM,
    CROSS_ENTROPY,
    PENALTY,
    OFFSET;

    /** The same recipe with this number. */
    Recipe in(Recipe recipe, int layer, double value) {
        return switch (this) {
            case LEAK -> recipe.with(ActivationParts.VALUE, layer, Patch.inPlace(new LeakyInPlaceTheory(value)));
            case OUTPUT_GRADIENT -> recipe.with(LossParts.GRADIENT, layer, Patch.factor(value, ScaledLossTheory::new));
            case CROSS_ENTROPY -> recipe.with(LossParts.COST, layer, Patch.factor(value, ScaledLossTheory::new));
            case OFFSET ->
                recipe.with(
                        LossParts.COST,
                        layer,
                        Patch.change("offset", loss -> new InsideLogarithmTheory(loss, 0, false, value), value));
            case WEIGHT_GRADIENT, BIAS_GRADIENT, WEIGHT_STEP, BIAS_STEP ->
                recipe.with(number(), layer, Patch.factor(value));
            case PENALTY_GRADIENT, PENALTY ->
                recipe.with(penalty(), layer, Patch.factor(value, ScaledPenaltyTheory::new));
            case MOMENTUM -> recipe.with(OptimizerParts.RULE, layer, Patch.inPlace(new MomentumTheory(value, false)));
        };
    }

    private Part<Double> number() {
        return switch (this) {
            case WEIGHT_GRADIENT -> AffineParts.WEIGHT_GRADIENT;
            case BIAS_GRADIENT -> AffineParts.BIAS_GRADIENT;
            case WEIGHT_STEP -> OptimizerParts.WEIGHT_STEP;
            case BIAS_STEP -> OptimizerParts.BIAS_STEP;
            default -> throw new IllegalStateException(name());
        };
    }

    private Part<PenaltyTheory> penalty() {
        return this == PENALTY ? PenaltyParts.COST : PenaltyParts.GRADIENT;
    }

    /** Its value in a recipe. */
    double of(Recipe recipe, int layer) {
        return switch (this) {
            case LEAK -> {
                ActivationTheory activation = recipe.at(ActivationParts.VALUE, layer, new ReluTheory());
                yield activation instanceof LeakyInPlaceTheory leaky ? leaky.leak() : 0;
            }
            case OUTPUT_GRADIENT -> factor(recipe.at(LossParts.GRADIENT, layer, new BinaryCrossEntropyTheory()));
            case CROSS_ENTROPY -> factor(recipe.at(LossParts.COST, layer, new BinaryCrossEntropyTheory()));
            case OFFSET -> {
                LossTheory loss = recipe.at(LossParts.COST, layer, new BinaryCrossEntropyTheory());
                yield loss instanceof InsideLogarithmTheory inside ? inside.offset() : 0;
            }
            case WEIGHT_GRADIENT, BIAS_GRADIENT, WEIGHT_STEP, BIAS_STEP -> recipe.at(number(), layer, 1.0);
            case PENALTY_GRADIENT, PENALTY -> {
                PenaltyTheory penalty = recipe.at(penalty(), layer, new L2Theory(1, 0));
                yield penalty instanceof ScaledPenaltyTheory scaled ? scaled.factor() : 1;
            }
            case MOMENTUM -> {
                OptimizerTheory rule = recipe.at(OptimizerParts.RULE, layer, new GradientDescentTheory());
                yield rule instanceof MomentumTheory momentum ? momentum.momentum() : 0;
            }
        };
    }

    private static double factor(LossTheory loss) {
        return loss instanceof ScaledLossTheory scaled ? scaled.factor() : 1;
    }
}
