package org.twinnet.compare.theory.optimizer;

import static org.twinnet.compare.theory.mistake.Change.patch;
import static org.twinnet.compare.theory.mistake.Way.fixed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.twinnet.compare.experiment.choice.EpsilonPlace;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.Patch;
import org.twinnet.compare.theory.mistake.Scope;
import org.twinnet.compare.theory.mistake.Subject;
import org.twinnet.compare.theory.mistake.Way;
import org.twinnet.compare.theory.optimizer.RootFormTheory.Slip;

/** Mistakes of the optimizers that divide by the root of squared gradients. */
final class RootMistakes {

    private static final String ADAM = "W − α·m̂/(√ŝ + ε), m̂ = m/(1 − β₁ᵗ), ŝ = s/(1 − β₂ᵗ)";
    private static final String MOMENTS = "m = β₁·m + (1 − β₁)·dW, s = β₂·s + (1 − β₂)·dW²";
    private static final String RMSPROP = "s = ρ·s + (1 − ρ)·dW², W − α·dW/(√s + ε)";
    private static final String ADAGRAD = "s = s + dW², W − α·dW/(√s + ε)";
    private static final String AT_ONCE = "W and b after the update";
    private static final String LATER = "W and b from the second update on";

    private RootMistakes() {}

    static List<Mistake> ofAdam(boolean largest) {
        List<Mistake> all = new ArrayList<>(List.of(
                new Mistake(
                        "adam-bias-correction-missing",
                        Subject.UPDATE,
                        "The moments are not corrected for their start at 0.",
                        "W − α·m/(√s + ε)",
                        ADAM,
                        "W and b of the first iterations, at first by 0.1/√0.001 = 3.2",
                        Scope.NETWORK,
                        List.of(
                                slip(Slip.FIRST_NOT_CORRECTED, Slip.SECOND_NOT_CORRECTED),
                                slip(Slip.FIRST_NOT_CORRECTED).as("W − α·m/(√ŝ + ε)", ADAM),
                                slip(Slip.SECOND_NOT_CORRECTED).as("W − α·m̂/(√s + ε)", ADAM))),
                of(
                        "adam-epsilon-inside-root",
                        "ε is added under the root.",
                        "W − α·m̂/√(ŝ + ε)",
                        ADAM,
                        AT_ONCE + ", the more the smaller dW is",
                        slip(Slip.EPSILON_INSIDE)),
                of(
                        "adam-second-moment-not-squared",
                        "The second moment takes the gradient, not its square.",
                        "s = β₂·s + (1 − β₂)·dW",
                        MOMENTS,
                        AT_ONCE + "; where dW is negative they are not numbers",
                        slip(Slip.NOT_SQUARED)),
                of(
                        "adam-root-missing",
                        "The second moment has no root.",
                        "W − α·m̂/(ŝ + ε)",
                        ADAM,
                        AT_ONCE,
                        slip(Slip.ROOT_MISSING)),
                of(
                        "adam-betas-swapped",
                        "β₁ and β₂ are exchanged.",
                        "m = β₂·m + (1 − β₂)·dW, s = β₁·s + (1 − β₁)·dW²",
                        MOMENTS,
                        LATER,
                        inPlace(RootMistakes::swapped)),
                of(
                        "adam-iteration-off-by-one",
                        "The correction counts the iterations from another one than the first.",
                        "m̂ = m/(1 − β₁ᵗ⁺¹), ŝ = s/(1 − β₂ᵗ⁺¹)",
                        ADAM,
                        "W and b of the first iterations",
                        slip(Slip.ONE_AHEAD),
                        slip(Slip.ONE_BEHIND).as("m̂ = m/(1 − β₁ᵗ⁻¹), ŝ = s/(1 − β₂ᵗ⁻¹)", ADAM)),
                of(
                        "adam-moment-not-carried",
                        "A moment is not carried from step to step.",
                        "m = (1 − β₁)·dW, s = (1 − β₂)·dW²",
                        MOMENTS,
                        LATER,
                        slip(Slip.FIRST_NOT_CARRIED, Slip.SECOND_NOT_CARRIED),
                        slip(Slip.FIRST_NOT_CARRIED).as("m = (1 − β₁)·dW", "m = β₁·m + (1 − β₁)·dW"),
                        slip(Slip.SECOND_NOT_CARRIED).as("s = (1 − β₂)·dW²", "s = β₂·s + (1 − β₂)·dW²")),
                of(
                        "adam-moment-summed",
                        "The gradient has no share of 1 − β in a moment.",
                        "m = β₁·m + dW, s = β₂·s + dW²",
                        MOMENTS,
                        AT_ONCE,
                        slip(Slip.FIRST_SUMMED, Slip.SECOND_SUMMED),
                        slip(Slip.FIRST_SUMMED).as("m = β₁·m + dW", "m = β₁·m + (1 − β₁)·dW"),
                        slip(Slip.SECOND_SUMMED).as("s = β₂·s + dW²", "s = β₂·s + (1 − β₂)·dW²")),
                of(
                        "adam-epsilon-place-differs",
                        "ε stands on the other side of the correction of the second moment.",
                        "W − α·√(1 − β₂ᵗ)/(1 − β₁ᵗ)·m/(√s + ε)",
                        ADAM,
                        AT_ONCE + ", a little",
                        inPlace(RootMistakes::otherPlace))));
        if (largest) {
            all.add(of(
                    "amsgrad-largest-not-kept",
                    "The second moment is the last one, as Adam's, and not the largest so far.",
                    "W − α·m̂/(√ŝ + ε)",
                    "W − α·m̂/(√(max ŝ) + ε)",
                    "W and b as soon as a second moment falls",
                    inPlace(RootMistakes::notLargest)));
        }
        all.add(plain(ADAM));
        all.addAll(UpdateMistakes.ofDirection("m̂/(√ŝ + ε)"));
        return List.copyOf(all);
    }

    static List<Mistake> ofRmsprop() {
        List<Mistake> all = new ArrayList<>(List.of(
                of(
                        "rmsprop-root-missing",
                        "The squares have no root.",
                        "W − α·dW/(s + ε)",
                        RMSPROP,
                        AT_ONCE,
                        slip(Slip.ROOT_MISSING)),
                of(
                        "rmsprop-epsilon-inside-root",
                        "ε is added under the root.",
                        "W − α·dW/√(s + ε)",
                        RMSPROP,
                        AT_ONCE + ", the more the smaller dW is",
                        slip(Slip.EPSILON_INSIDE)),
                of(
                        "rmsprop-squares-not-carried",
                        "The squares are not carried from step to step.",
                        "s = (1 − ρ)·dW², W − α·dW/(√s + ε)",
                        RMSPROP,
                        LATER,
                        slip(Slip.SECOND_NOT_CARRIED)),
                of(
                        "rmsprop-squares-summed",
                        "The square has no share of 1 − ρ.",
                        "s = ρ·s + dW², W − α·dW/(√s + ε)",
                        RMSPROP,
                        AT_ONCE,
                        slip(Slip.SECOND_SUMMED)),
                of(
                        "rmsprop-gradient-not-squared",
                        "The memory takes the gradient, not its square.",
                        "s = ρ·s + (1 − ρ)·dW, W − α·dW/(√s + ε)",
                        RMSPROP,
                        AT_ONCE + "; where dW is negative they are not numbers",
                        slip(Slip.NOT_SQUARED)),
                plain(RMSPROP)));
        all.addAll(UpdateMistakes.ofDirection("dW/(√s + ε)"));
        return List.copyOf(all);
    }

    static List<Mistake> ofAdagrad() {
        List<Mistake> all = new ArrayList<>(List.of(
                of(
                        "adagrad-sum-not-carried",
                        "The sum of squares is not carried from step to step.",
                        "s = dW², W − α·dW/(√s + ε)",
                        ADAGRAD,
                        LATER,
                        slip(Slip.SECOND_NOT_CARRIED)),
                of(
                        "adagrad-root-missing",
                        "The squares have no root.",
                        "W − α·dW/(s + ε)",
                        ADAGRAD,
                        AT_ONCE,
                        slip(Slip.ROOT_MISSING)),
                of(
                        "adagrad-epsilon-inside-root",
                        "ε is added under the root.",
                        "W − α·dW/√(s + ε)",
                        ADAGRAD,
                        AT_ONCE + ", the more the smaller dW is",
                        slip(Slip.EPSILON_INSIDE)),
                of(
                        "adagrad-gradient-not-squared",
                        "The sum takes the gradient, not its square.",
                        "s = s + dW, W − α·dW/(√s + ε)",
                        ADAGRAD,
                        AT_ONCE + "; where dW is negative they are not numbers",
                        slip(Slip.NOT_SQUARED)),
                plain(ADAGRAD)));
        all.addAll(UpdateMistakes.ofDirection("dW/(√s + ε)"));
        return List.copyOf(all);
    }

    private static Mistake of(String id, String sentence, String wrong, String right, String bites, Way... ways) {
        return new Mistake(id, Subject.UPDATE, sentence, wrong, right, bites, Scope.NETWORK, List.of(ways));
    }

    private static Mistake plain(String right) {
        return of(
                "optimizer-gradient-descent",
                "The update is that of plain gradient descent.",
                "W − α·dW",
                right,
                AT_ONCE,
                fixed(patch(OptimizerParts.RULE, setting -> Patch.inPlace(new GradientDescentTheory()))));
    }

    private static Way slip(Slip... slips) {
        return fixed(patch(OptimizerParts.RULE, setting -> Patch.inPlace(form(setting.optimizer(), slips))));
    }

    /** The catalogue as a whole belongs to no optimizer. */
    private static OptimizerTheory form(Optimizer right, Slip... slips) {
        boolean divides = OptimizerTheory.of(right).stateSymbols().contains("s");
        return divides ? RootFormTheory.of(right, slips) : OptimizerTheory.of(right);
    }

    private static Way inPlace(Function<AdamTheory, AdamTheory> another) {
        return fixed(patch(OptimizerParts.RULE, setting -> {
            OptimizerTheory right = OptimizerTheory.of(setting.optimizer());
            return Patch.inPlace(right instanceof AdamTheory adam ? another.apply(adam) : right);
        }));
    }

    private static AdamTheory swapped(AdamTheory right) {
        return new AdamTheory(right.beta2(), right.beta1(), right.epsilon(), right.place(), right.largest());
    }

    private static AdamTheory otherPlace(AdamTheory right) {
        EpsilonPlace other = right.place() == EpsilonPlace.AFTER_CORRECTION
                ? EpsilonPlace.BEFORE_CORRECTION
                : EpsilonPlace.AFTER_CORRECTION;
        return new AdamTheory(right.beta1(), right.beta2(), right.epsilon(), other, right.largest());
    }

    private static AdamTheory notLargest(AdamTheory right) {
        return new AdamTheory(right.beta1(), right.beta2(), right.epsilon(), right.place(), false);
    }
}
