package org.twinnet.compare.diagnosis;

import static org.twinnet.compare.diagnosis.Effect.alter;
import static org.twinnet.compare.diagnosis.Effect.fixed;
import static org.twinnet.compare.diagnosis.Effect.scaled;

import java.util.List;
import org.twinnet.compare.replay.Alteration;
import org.twinnet.compare.replay.Factor;

/** Mistakes of the forward pass. */
final class NetworkMistakes {

    private static final String A = "A = ReLU(Z)·D/keep_prob";
    private static final String DZ = "dZ = dA where Z > 0";
    private static final String BOTH = "Z = W·A + b, dA = Wᵀ·dZ";

    private NetworkMistakes() {}

    static List<Mistake> all() {
        return List.of(
                new Mistake(
                        "weights-transposed",
                        "The weights are used, or stored, the other way round.",
                        "Z = Wᵀ·A + b, dA = W·dZ",
                        BOTH,
                        "Z or dA of square layers; elsewhere the shapes",
                        Scope.LAYERS,
                        List.of(
                                fixed(alter(
                                        Alteration.WEIGHTS_TRANSPOSED_FORWARD, Alteration.WEIGHTS_TRANSPOSED_BACKWARD)),
                                fixed(alter(Alteration.WEIGHTS_TRANSPOSED_FORWARD))
                                        .as("Z = Wᵀ·A + b, dA = Wᵀ·dZ", BOTH),
                                fixed(alter(Alteration.WEIGHTS_TRANSPOSED_BACKWARD))
                                        .as("dA = W·dZ", "dA = Wᵀ·dZ"))),
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
                        A,
                        "A of units that ReLU would switch off",
                        Scope.LAYERS,
                        List.of(
                                fixed(alter(Alteration.IDENTITY, Alteration.GATE_MISSING))
                                        .as("A = Z·D/keep_prob, dZ = dA", A + ", " + DZ),
                                fixed(alter(Alteration.IDENTITY)),
                                fixed(alter(Alteration.IDENTITY, Alteration.GATE_BY_ACTIVATION))
                                        .as("A = Z·D/keep_prob, dZ = dA where A > 0", A + ", " + DZ))),
                new Mistake(
                        "sigmoid-on-hidden",
                        "A hidden layer has the sigmoid in place of ReLU.",
                        "A = 1/(1 + e⁻ᶻ)·D/keep_prob",
                        A,
                        "A",
                        Scope.HIDDEN_LAYERS,
                        List.of(
                                fixed(alter(Alteration.SIGMOID, Alteration.GATE_SIGMOID))
                                        .as("A = 1/(1 + e⁻ᶻ)·D/keep_prob, dZ = dA·a·(1 − a)", A + ", " + DZ),
                                fixed(alter(Alteration.SIGMOID)),
                                fixed(alter(Alteration.SIGMOID, Alteration.GATE_MISSING))
                                        .as("A = 1/(1 + e⁻ᶻ)·D/keep_prob, dZ = dA", A + ", " + DZ),
                                fixed(alter(Alteration.SIGMOID, Alteration.GATE_BY_ACTIVATION))
                                        .as("A = 1/(1 + e⁻ᶻ)·D/keep_prob, dZ = dA where A > 0", A + ", " + DZ))),
                new Mistake(
                        "tanh-on-hidden",
                        "A hidden layer has tanh in place of ReLU.",
                        "A = tanh(Z)·D/keep_prob",
                        A,
                        "A",
                        Scope.HIDDEN_LAYERS,
                        List.of(
                                fixed(alter(Alteration.TANH, Alteration.GATE_TANH))
                                        .as("A = tanh(Z)·D/keep_prob, dZ = dA·(1 − tanh²(Z))", A + ", " + DZ),
                                fixed(alter(Alteration.TANH)),
                                fixed(alter(Alteration.TANH, Alteration.GATE_MISSING))
                                        .as("A = tanh(Z)·D/keep_prob, dZ = dA", A + ", " + DZ),
                                fixed(alter(Alteration.TANH, Alteration.GATE_BY_ACTIVATION))
                                        .as("A = tanh(Z)·D/keep_prob, dZ = dA where A > 0", A + ", " + DZ))),
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
                        A,
                        "A of units that ReLU would switch off",
                        Scope.HIDDEN_LAYERS,
                        List.of(
                                scaled(Factor.LEAK)
                                        .as("A = max(c·Z, Z)·D/keep_prob, dZ = c·dA where Z ≤ 0", A + ", " + DZ),
                                new Effect.Scaled(alter(Alteration.GATE_WITHOUT_LEAK), List.of(Factor.LEAK)))),
                new Mistake(
                        "labels-flipped",
                        "0 and 1 of the labels are exchanged.",
                        "dZ = A − (1 − Y)",
                        "dZ = A − Y",
                        "the cost, dZ of the output, or both",
                        Scope.NETWORK,
                        List.of(
                                fixed((recipe, s, layer) -> recipe.with(Alteration.LABELS_FLIPPED_COST, 0)
                                                .with(Alteration.LABELS_FLIPPED_GRADIENT, s.depth()))
                                        .as(
                                                "−Σ (1 − y)·ln a + y·ln(1 − a), dZ = A − (1 − Y)",
                                                "−Σ y·ln a + (1 − y)·ln(1 − a), dZ = A − Y"),
                                fixed((recipe, s, layer) -> recipe.with(Alteration.LABELS_FLIPPED_GRADIENT, s.depth())),
                                fixed(alter(Alteration.LABELS_FLIPPED_COST))
                                        .as("−Σ (1 − y)·ln a + y·ln(1 − a)", "−Σ y·ln a + (1 − y)·ln(1 − a)"))),
                new Mistake(
                        "output-clipped",
                        "Outputs are held off 0 and 1 by a small number, in the forward pass itself.",
                        "A = min(max(A, ε), 1 − ε)",
                        "A = 1/(1 + e⁻ᶻ)",
                        "A of outputs that are sure, and dZ that comes of them",
                        Scope.OUTPUT,
                        List.of(
                                new Effect.Searched(
                                                Factor.OUTPUT_CLIP,
                                                alter(Alteration.CLIP_SATURATED_ONLY),
                                                Range.EPSILON)
                                        .as("A = ε where A is 0, 1 − ε where A is 1", "A = 1/(1 + e⁻ᶻ)"),
                                new Effect.Searched(Factor.OUTPUT_CLIP, Effect.nothing(), Range.EPSILON))));
    }
}
