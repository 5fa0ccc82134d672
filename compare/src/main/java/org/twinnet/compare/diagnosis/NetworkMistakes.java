package org.twinnet.compare.diagnosis;

import static org.twinnet.compare.diagnosis.Effect.alter;
import static org.twinnet.compare.diagnosis.Effect.factor;
import static org.twinnet.compare.diagnosis.Effect.fixed;
import static org.twinnet.compare.diagnosis.Effect.scaled;
import static org.twinnet.compare.diagnosis.Effect.set;

import java.util.List;
import org.twinnet.compare.replay.Alteration;
import org.twinnet.compare.replay.Factor;

/** Mistakes of the forward pass and of the update. */
final class NetworkMistakes {

    private NetworkMistakes() {}

    static List<Mistake> all() {
        return List.of(
                new Mistake(
                        "weights-transposed",
                        "The weights are used, or stored, the other way round.",
                        "Z = Wᵀ·A + b",
                        "Z = W·A + b",
                        "Z or dA of square layers; elsewhere the shapes",
                        Scope.LAYERS,
                        List.of(
                                fixed(alter(
                                        Alteration.WEIGHTS_TRANSPOSED_FORWARD, Alteration.WEIGHTS_TRANSPOSED_BACKWARD)),
                                fixed(alter(Alteration.WEIGHTS_TRANSPOSED_FORWARD)),
                                fixed(alter(Alteration.WEIGHTS_TRANSPOSED_BACKWARD)))),
                new Mistake(
                        "bias-not-added",
                        "The biases are left out of the forward pass.",
                        "Z = W·A",
                        "Z = W·A + b",
                        "Z as soon as a bias is not 0",
                        Scope.LAYERS,
                        List.of(fixed(alter(Alteration.BIAS_NOT_ADDED)))),
                new Mistake(
                        "activation-missing",
                        "A layer has no activation function.",
                        "A = Z·D/keep_prob",
                        "A = ReLU(Z)·D/keep_prob",
                        "A of units that ReLU would switch off",
                        Scope.LAYERS,
                        List.of(
                                fixed(alter(Alteration.IDENTITY, Alteration.GATE_MISSING)),
                                fixed(alter(Alteration.IDENTITY)),
                                fixed(alter(Alteration.IDENTITY, Alteration.GATE_BY_ACTIVATION)))),
                new Mistake(
                        "sigmoid-on-hidden",
                        "A hidden layer has the sigmoid in place of ReLU.",
                        "A = 1/(1 + e⁻ᶻ)·D/keep_prob",
                        "A = ReLU(Z)·D/keep_prob",
                        "A",
                        Scope.HIDDEN_LAYERS,
                        List.of(
                                fixed(alter(Alteration.SIGMOID, Alteration.GATE_SIGMOID)),
                                fixed(alter(Alteration.SIGMOID)),
                                fixed(alter(Alteration.SIGMOID, Alteration.GATE_MISSING)),
                                fixed(alter(Alteration.SIGMOID, Alteration.GATE_BY_ACTIVATION)))),
                new Mistake(
                        "tanh-on-hidden",
                        "A hidden layer has tanh in place of ReLU.",
                        "A = tanh(Z)·D/keep_prob",
                        "A = ReLU(Z)·D/keep_prob",
                        "A",
                        Scope.HIDDEN_LAYERS,
                        List.of(
                                fixed(alter(Alteration.TANH, Alteration.GATE_TANH)),
                                fixed(alter(Alteration.TANH)),
                                fixed(alter(Alteration.TANH, Alteration.GATE_MISSING)),
                                fixed(alter(Alteration.TANH, Alteration.GATE_BY_ACTIVATION)))),
                new Mistake(
                        "relu-on-output",
                        "The output has ReLU in place of the sigmoid.",
                        "Aᴸ = max(0, Z)",
                        "Aᴸ = 1/(1 + e⁻ᶻ)",
                        "A of the output",
                        Scope.OUTPUT,
                        List.of(fixed(alter(Alteration.RECTIFIED_OUTPUT)))),
                new Mistake(
                        "leaky-relu-on-hidden",
                        "A hidden layer has a leaky ReLU.",
                        "A = max(c·Z, Z)·D/keep_prob",
                        "A = ReLU(Z)·D/keep_prob",
                        "A of units that ReLU would switch off",
                        Scope.HIDDEN_LAYERS,
                        List.of(scaled(Factor.LEAK))),
                new Mistake(
                        "labels-flipped",
                        "0 and 1 of the labels are exchanged.",
                        "dZ = A − (1 − Y)",
                        "dZ = A − Y",
                        "the cost, dZ of the output, or both",
                        Scope.NETWORK,
                        List.of(
                                fixed((recipe, s, layer) -> recipe.with(Alteration.LABELS_FLIPPED_COST, 0)
                                        .with(Alteration.LABELS_FLIPPED_GRADIENT, s.depth())),
                                fixed((recipe, s, layer) -> recipe.with(Alteration.LABELS_FLIPPED_GRADIENT, s.depth())),
                                fixed(alter(Alteration.LABELS_FLIPPED_COST)))),
                new Mistake(
                        "update-sign",
                        "The update goes up the gradient.",
                        "W + α·dW",
                        "W − α·dW",
                        "W and b after the update",
                        Scope.ALL_LAYERS,
                        List.of(
                                new Effect.Fixed(
                                        set(Factor.WEIGHT_STEP, s -> -1).and(set(Factor.BIAS_STEP, s -> -1)), s -> -1),
                                factor(Factor.WEIGHT_STEP, s -> -1),
                                factor(Factor.BIAS_STEP, s -> -1))),
                new Mistake(
                        "bias-not-updated",
                        "The biases are not updated.",
                        "b",
                        "b − α·db",
                        "b after the update",
                        Scope.LAYERS,
                        List.of(fixed(set(Factor.BIAS_STEP, s -> 0)))),
                new Mistake(
                        "weights-not-updated",
                        "The weights are not updated.",
                        "W",
                        "W − α·dW",
                        "W after the update",
                        Scope.LAYERS,
                        List.of(
                                fixed(set(Factor.WEIGHT_STEP, s -> 0)),
                                fixed(set(Factor.WEIGHT_STEP, s -> 0).and(set(Factor.BIAS_STEP, s -> 0))))),
                new Mistake(
                        "learning-rate-differs",
                        "The update takes another learning rate than the trace states.",
                        "W − c·α·dW",
                        "W − α·dW",
                        "W and b after the update",
                        Scope.ALL_LAYERS,
                        List.of(
                                scaled(Factor.WEIGHT_STEP, Factor.BIAS_STEP),
                                scaled(Factor.WEIGHT_STEP),
                                scaled(Factor.BIAS_STEP))));
    }
}
