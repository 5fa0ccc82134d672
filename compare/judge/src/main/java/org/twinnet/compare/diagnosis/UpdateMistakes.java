package org.twinnet.compare.diagnosis;

import static org.twinnet.compare.diagnosis.Effect.alter;
import static org.twinnet.compare.diagnosis.Effect.factor;
import static org.twinnet.compare.diagnosis.Effect.fixed;
import static org.twinnet.compare.diagnosis.Effect.scaled;
import static org.twinnet.compare.diagnosis.Effect.set;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.twinnet.compare.replay.Alteration;
import org.twinnet.compare.replay.Factor;

/** Mistakes of the update, and updates by another rule than the notebook's. */
final class UpdateMistakes {

    private static final String W = "W − α·dW";
    private static final String B = "b − α·db";
    private static final String BOTH = W + ", " + B;
    private static final String ADAM = "m = β₁·m + (1 − β₁)·dW, s = β₂·s + (1 − β₂)·dW², W − α·m̂/(√ŝ + ε)";
    private static final String DECAY = "dW = dZ·Aᵀ/m + λ/m·W, W − α·dW";

    private UpdateMistakes() {}

    static List<Mistake> all() {
        return List.of(
                new Mistake(
                        "update-sign",
                        "The update goes up the gradient.",
                        "W + α·dW, b + α·db",
                        BOTH,
                        "W and b after the update",
                        Scope.ALL_LAYERS,
                        List.of(
                                factor(KnownNumber.MINUS_ONE, Factor.WEIGHT_STEP, Factor.BIAS_STEP),
                                factor(KnownNumber.MINUS_ONE, Factor.WEIGHT_STEP)
                                        .as("W + α·dW", W),
                                factor(KnownNumber.MINUS_ONE, Factor.BIAS_STEP).as("b + α·db", B))),
                new Mistake(
                        "bias-not-updated",
                        "The biases are not updated.",
                        "b",
                        B,
                        "b after the update",
                        Scope.LAYERS,
                        List.of(fixed(set(Factor.BIAS_STEP, s -> 0)))),
                new Mistake(
                        "weights-not-updated",
                        "The weights are not updated.",
                        "W",
                        W,
                        "W after the update",
                        Scope.LAYERS,
                        List.of(
                                fixed(set(Factor.WEIGHT_STEP, s -> 0)),
                                fixed(set(s -> 0, Factor.WEIGHT_STEP, Factor.BIAS_STEP))
                                        .as("W, b", BOTH))),
                new Mistake(
                        "learning-rate-differs",
                        "The update takes another learning rate than the trace states.",
                        "W − c·α·dW, b − c·α·db",
                        BOTH,
                        "W and b after the update",
                        Scope.ALL_LAYERS,
                        List.of(
                                scaled(Factor.WEIGHT_STEP, Factor.BIAS_STEP),
                                scaled(Factor.WEIGHT_STEP).as("W − c·α·dW", W),
                                scaled(Factor.BIAS_STEP).as("b − c·α·db", B))),
                new Mistake(
                        "optimizer-momentum",
                        "The update is that of gradient descent with momentum.",
                        "v = μ·v + dW, W − α·v",
                        W,
                        "W and b from the second update on, and the costs behind it",
                        Scope.NETWORK,
                        List.of(
                                new Effect.Searched(Factor.MOMENTUM, Effect.nothing(), Range.SHARE),
                                new Effect.Searched(Factor.MOMENTUM, alter(Alteration.MOMENTUM_AVERAGED), Range.SHARE)
                                        .as("v = μ·v + (1 − μ)·dW, W − α·v", W))),
                new Mistake(
                        "optimizer-adam",
                        "The update is that of Adam.",
                        ADAM,
                        W,
                        "W and b after the update; the first step is α for every weight",
                        Scope.NETWORK,
                        List.of(
                                fixed(alter(Alteration.ADAM)),
                                fixed(alter(Alteration.ADAM).and(set(Factor.ADAM_EPSILON, s -> 1e-7)))
                                        .as(ADAM + ", ε = 10⁻⁷", W),
                                fixed(alter(Alteration.ADAM_UNCORRECTED))
                                        .as(ADAM + ", not corrected for the first steps", W))),
                new Mistake(
                        "learning-rate-decay",
                        "The learning rate falls from iteration to iteration.",
                        "W − α/(1 + d·t)·dW",
                        W,
                        "W and b after the update, the later the more",
                        Scope.NETWORK,
                        List.of(
                                new Effect.Searched(Factor.RATE_DECAY, Effect.nothing(), Range.DECAY),
                                new Effect.Searched(Factor.RATE_BASE, Effect.nothing(), Range.SHARE)
                                        .as("W − α·dᵗ·dW", W),
                                new Effect.Searched(Factor.RATE_SLOPE, Effect.nothing(), Range.DECAY)
                                        .as("W − α·(1 − d·t)·dW", W),
                                new Effect.Searched(Factor.RATE_DECAY, alter(Alteration.RATE_FROM_ONE), Range.DECAY)
                                        .as("W − α/(1 + d·(t + 1))·dW", W),
                                new Effect.Searched(Factor.RATE_BASE, alter(Alteration.RATE_FROM_ONE), Range.SHARE)
                                        .as("W − α·dᵗ⁺¹·dW", W))));
    }

    /** Mistakes that need a penalty. */
    static List<Mistake> ofPenalty() {
        return List.of(new Mistake(
                "weight-decay-decoupled",
                "Weights decay in the update by another amount than the gradient of the penalty.",
                "W − α·dW − α·λ/m·W, the penalty in dW as well",
                DECAY,
                "W after the update",
                Scope.ALL_LAYERS,
                List.of(
                        decay(s -> 1, 1),
                        decay(s -> s.m(), 0).as("dW = dZ·Aᵀ/m, W − α·dW − α·λ·W", DECAY),
                        decay(s -> 1 / s.rate(), 0).as("dW = dZ·Aᵀ/m, W − α·dW − λ/m·W", DECAY),
                        decay(s -> s.m() / s.rate(), 0).as("dW = dZ·Aᵀ/m, W − α·dW − λ·W", DECAY),
                        decay(s -> s.m(), 1).as("W − α·dW − α·λ·W, the penalty in dW as well", DECAY),
                        decay(s -> 1 / s.rate(), 1).as("W − α·dW − λ/m·W, the penalty in dW as well", DECAY),
                        decay(s -> s.m() / s.rate(), 1).as("W − α·dW − λ·W, the penalty in dW as well", DECAY),
                        new Effect.Scaled(set(Factor.PENALTY_GRADIENT, s -> 0), List.of(Factor.DECAY_IN_UPDATE))
                                .as("dW = dZ·Aᵀ/m, W − α·dW − c·α·λ/m·W", DECAY),
                        scaled(Factor.DECAY_IN_UPDATE).as("W − α·dW − c·α·λ/m·W, the penalty in dW as well", DECAY))));
    }

    private static Effect decay(ToDoubleFunction<Setting> inUpdate, double inGradient) {
        Effect.Change update = set(Factor.DECAY_IN_UPDATE, inUpdate);
        return fixed(inGradient == 1 ? update : update.and(set(Factor.PENALTY_GRADIENT, s -> inGradient)));
    }
}
