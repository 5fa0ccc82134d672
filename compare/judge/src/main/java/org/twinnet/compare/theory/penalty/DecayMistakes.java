package org.twinnet.compare.theory.penalty;

import static org.twinnet.compare.theory.mistake.Change.patch;
import static org.twinnet.compare.theory.mistake.Way.fixed;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.twinnet.compare.theory.mistake.Change;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.Patch;
import org.twinnet.compare.theory.mistake.Scope;
import org.twinnet.compare.theory.mistake.Setting;
import org.twinnet.compare.theory.mistake.Subject;
import org.twinnet.compare.theory.mistake.Way;

/** Weights that shrink in the update, beside the gradient of the penalty or in its place. */
final class DecayMistakes {

    private static final String RIGHT = "dW = dZ·Aᵀ/m + λ/m·W, W − α·dW";

    private DecayMistakes() {}

    static List<Mistake> all() {
        return List.of(new Mistake(
                "weight-decay-decoupled",
                Subject.UPDATE,
                "Weights decay in the update by another amount than the gradient of the penalty.",
                "W − α·dW − α·λ/m·W, the penalty in dW as well",
                RIGHT,
                "W after the update",
                Scope.ALL_LAYERS,
                List.of(
                        beside(s -> 1),
                        inPlace(s -> s.m()).as("dW = dZ·Aᵀ/m, W − α·dW − α·λ·W", RIGHT),
                        inPlace(s -> 1 / s.rate()).as("dW = dZ·Aᵀ/m, W − α·dW − λ/m·W", RIGHT),
                        inPlace(s -> s.m() / s.rate()).as("dW = dZ·Aᵀ/m, W − α·dW − λ·W", RIGHT),
                        beside(s -> s.m()).as("W − α·dW − α·λ·W, the penalty in dW as well", RIGHT),
                        beside(s -> 1 / s.rate()).as("W − α·dW − λ/m·W, the penalty in dW as well", RIGHT),
                        beside(s -> s.m() / s.rate()).as("W − α·dW − λ·W, the penalty in dW as well", RIGHT),
                        Way.scaled(c -> notInGradient().and(decay(s -> c)))
                                .as("dW = dZ·Aᵀ/m, W − α·dW − c·α·λ/m·W", RIGHT),
                        Way.scaled(c -> decay(s -> c)).as("W − α·dW − c·α·λ/m·W, the penalty in dW as well", RIGHT))));
    }

    private static Way beside(ToDoubleFunction<Setting> share) {
        return fixed(decay(share));
    }

    private static Way inPlace(ToDoubleFunction<Setting> share) {
        return fixed(decay(share).and(notInGradient()));
    }

    private static Change decay(ToDoubleFunction<Setting> share) {
        return patch(
                PenaltyParts.DECAY,
                setting -> Patch.inPlace(
                        new ScaledPenaltyTheory(new L2Theory(setting.lambda(), 0), share.applyAsDouble(setting))));
    }

    private static Change notInGradient() {
        return patch(PenaltyParts.GRADIENT, setting -> Patch.factor(0, ScaledPenaltyTheory::new));
    }
}
