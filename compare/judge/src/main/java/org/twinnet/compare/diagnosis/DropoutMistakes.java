package org.twinnet.compare.diagnosis;

import static org.twinnet.compare.diagnosis.Effect.alter;
import static org.twinnet.compare.diagnosis.Effect.factor;
import static org.twinnet.compare.diagnosis.Effect.fixed;
import static org.twinnet.compare.diagnosis.Effect.scaled;
import static org.twinnet.compare.diagnosis.Effect.set;

import java.util.List;
import org.twinnet.compare.replay.Alteration;
import org.twinnet.compare.replay.Factor;

/** Mistakes of inverted dropout, forward and backward. */
final class DropoutMistakes {

    private static final String A = "A = ReLU(Z)·D/keep_prob";
    private static final String DA = "dA = Wᵀ·dZ·D/keep_prob";
    private static final String DZ = "dZ = dA where Z > 0";

    private DropoutMistakes() {}

    static List<Mistake> all() {
        return List.of(
                new Mistake(
                        "dropout-not-scaled-forward",
                        "Activations are dropped but not divided by the keep probability.",
                        "A = ReLU(Z)·D",
                        A,
                        "A of the layer; prediction sees larger activations than training",
                        Scope.HIDDEN_LAYERS,
                        List.of(
                                factor(KnownNumber.KEEP, Factor.FORWARD_SCALE),
                                factor(KnownNumber.KEEP, Factor.FORWARD_SCALE, Factor.BACKWARD_SCALE)
                                        .as("A = ReLU(Z)·D, dA = Wᵀ·dZ·D", A + ", " + DA))),
                new Mistake(
                        "dropout-not-scaled-backward",
                        "Gradients are dropped but not divided by the keep probability.",
                        "dA = Wᵀ·dZ·D",
                        DA,
                        "dA of the layer and all that comes behind",
                        Scope.HIDDEN_LAYERS,
                        List.of(factor(KnownNumber.KEEP, Factor.BACKWARD_SCALE))),
                new Mistake(
                        "dropout-mask-missing-backward",
                        "The mask of the forward pass is not applied to the gradient.",
                        "dA = Wᵀ·dZ/keep_prob",
                        DA,
                        "dA of dropped units",
                        Scope.HIDDEN_LAYERS,
                        List.of(
                                fixed(alter(Alteration.MASK_IGNORED_BACKWARD)),
                                fixed(alter(Alteration.MASK_IGNORED_BACKWARD, Alteration.GATE_BY_ACTIVATION))
                                        .as("dA = Wᵀ·dZ/keep_prob, dZ = dA where A > 0", DA + ", " + DZ),
                                fixed(alter(Alteration.MASK_IGNORED_BACKWARD)
                                                .and(set(Factor.BACKWARD_SCALE, KnownNumber.KEEP)))
                                        .as("dA = Wᵀ·dZ", DA),
                                fixed(alter(Alteration.MASK_IGNORED_BACKWARD, Alteration.GATE_BY_ACTIVATION)
                                                .and(set(Factor.BACKWARD_SCALE, KnownNumber.KEEP)))
                                        .as("dA = Wᵀ·dZ, dZ = dA where A > 0", DA + ", " + DZ))),
                new Mistake(
                        "dropout-mask-redrawn-backward",
                        "The backward pass draws a mask of its own.",
                        "dA = Wᵀ·dZ·D′/keep_prob",
                        DA,
                        "dA of units that only one of the masks drops",
                        Scope.HIDDEN_LAYERS,
                        List.of(
                                fixed(alter(Alteration.MASK_REDRAWN_BACKWARD)),
                                fixed(alter(Alteration.MASK_REDRAWN_BACKWARD, Alteration.GATE_BY_ACTIVATION))
                                        .as("dA = Wᵀ·dZ·D′/keep_prob, dZ = dA where A > 0", DA + ", " + DZ))),
                new Mistake(
                        "dropout-probability-inverted",
                        "The keep probability is taken for the probability to drop.",
                        "D = rand < 1 − keep_prob",
                        "D = rand < keep_prob",
                        "the masks: most units are dropped; or the factor 1/(1 − keep_prob)",
                        Scope.HIDDEN_LAYERS,
                        List.of(
                                factor(KnownNumber.KEEP_PER_DROP, Factor.FORWARD_SCALE)
                                        .as("A = ReLU(Z)·D/(1 − keep_prob)", A),
                                factor(KnownNumber.KEEP_PER_DROP, Factor.FORWARD_SCALE, Factor.BACKWARD_SCALE)
                                        .as(
                                                "A = ReLU(Z)·D/(1 − keep_prob), dA = Wᵀ·dZ·D/(1 − keep_prob)",
                                                A + ", " + DA),
                                factor(KnownNumber.KEEP_PER_DROP, Factor.BACKWARD_SCALE)
                                        .as("dA = Wᵀ·dZ·D/(1 − keep_prob)", DA))),
                new Mistake(
                        "dropout-mask-per-unit",
                        "All examples share one mask, drawn once for each unit.",
                        "D of shape (units, 1)",
                        "D of shape (units, m)",
                        "the masks: all columns are equal",
                        Scope.HIDDEN_LAYERS,
                        List.of(fixed(alter(Alteration.MASK_PER_UNIT)))),
                new Mistake(
                        "dropout-mask-per-example",
                        "All units of an example are dropped together.",
                        "D of shape (1, m)",
                        "D of shape (units, m)",
                        "the masks: all rows are equal",
                        Scope.HIDDEN_LAYERS,
                        List.of(fixed(alter(Alteration.MASK_PER_EXAMPLE)))),
                new Mistake(
                        "dropout-layer-skipped",
                        "A hidden layer is not dropped.",
                        "A = ReLU(Z), dA = Wᵀ·dZ",
                        A + ", " + DA,
                        "A of the layer",
                        Scope.HIDDEN_LAYERS,
                        List.of(
                                fixed(alter(Alteration.MASK_IGNORED_FORWARD, Alteration.MASK_IGNORED_BACKWARD)
                                        .and(set(Factor.FORWARD_SCALE, KnownNumber.KEEP))
                                        .and(set(Factor.BACKWARD_SCALE, KnownNumber.KEEP))),
                                fixed(alter(Alteration.MASK_IGNORED_FORWARD)
                                                .and(set(Factor.FORWARD_SCALE, KnownNumber.KEEP)))
                                        .as("A = ReLU(Z)", A))),
                new Mistake(
                        "dropout-mask-missing-forward",
                        "Activations are divided by the keep probability, but none is dropped.",
                        "A = ReLU(Z)/keep_prob",
                        A,
                        "A of units that should be dropped",
                        Scope.HIDDEN_LAYERS,
                        List.of(
                                fixed(alter(Alteration.MASK_IGNORED_FORWARD)),
                                fixed(alter(Alteration.MASK_IGNORED_FORWARD, Alteration.MASK_IGNORED_BACKWARD))
                                        .as("A = ReLU(Z)/keep_prob, dA = Wᵀ·dZ/keep_prob", A + ", " + DA))),
                new Mistake(
                        "dropout-scaled-twice",
                        "Activations or gradients are divided by the keep probability twice.",
                        "A = ReLU(Z)·D/keep_prob²",
                        A,
                        "A, or dA",
                        Scope.HIDDEN_LAYERS,
                        List.of(
                                factor(KnownNumber.PER_KEEP, Factor.FORWARD_SCALE),
                                factor(KnownNumber.PER_KEEP, Factor.FORWARD_SCALE, Factor.BACKWARD_SCALE)
                                        .as("A = ReLU(Z)·D/keep_prob², dA = Wᵀ·dZ·D/keep_prob²", A + ", " + DA),
                                factor(KnownNumber.PER_KEEP, Factor.BACKWARD_SCALE)
                                        .as("dA = Wᵀ·dZ·D/keep_prob²", DA))),
                new Mistake(
                        "dropout-multiplied-not-divided",
                        "Activations or gradients are multiplied with the keep probability in training.",
                        "A = ReLU(Z)·D·keep_prob",
                        A,
                        "A, or dA",
                        Scope.HIDDEN_LAYERS,
                        List.of(
                                factor(KnownNumber.KEEP_SQUARED, Factor.FORWARD_SCALE),
                                factor(KnownNumber.KEEP_SQUARED, Factor.FORWARD_SCALE, Factor.BACKWARD_SCALE)
                                        .as("A = ReLU(Z)·D·keep_prob, dA = Wᵀ·dZ·D·keep_prob", A + ", " + DA),
                                factor(KnownNumber.KEEP_SQUARED, Factor.BACKWARD_SCALE)
                                        .as("dA = Wᵀ·dZ·D·keep_prob", DA))),
                new Mistake(
                        "dropout-on-input",
                        "The features are dropped too.",
                        "Z¹ = W¹·(X·D⁰/keep_prob) + b¹",
                        "Z¹ = W¹·X + b¹",
                        "Z of layer 1, for the examples that lose a feature",
                        Scope.NETWORK,
                        List.of(
                                fixed(alter(Alteration.INPUT_DROPPED, Alteration.INPUT_DROPPED_BACKWARD)),
                                fixed(alter(Alteration.INPUT_DROPPED))
                                        .as(
                                                "Z¹ = W¹·(X·D⁰/keep_prob) + b¹, dW¹ = dZ¹·Xᵀ/m",
                                                "Z¹ = W¹·X + b¹, dW¹ = dZ¹·Xᵀ/m"),
                                fixed(alter(Alteration.INPUT_DROPPED, Alteration.INPUT_DROPPED_BACKWARD)
                                                .and(set(Factor.FORWARD_SCALE, KnownNumber.KEEP)))
                                        .as("Z¹ = W¹·(X·D⁰) + b¹", "Z¹ = W¹·X + b¹"),
                                fixed(alter(Alteration.INPUT_DROPPED).and(set(Factor.FORWARD_SCALE, KnownNumber.KEEP)))
                                        .as("Z¹ = W¹·(X·D⁰) + b¹, dW¹ = dZ¹·Xᵀ/m", "Z¹ = W¹·X + b¹, dW¹ = dZ¹·Xᵀ/m"))),
                new Mistake(
                        "mask-transposed",
                        "The mask is filled, or stored, the other way round.",
                        "A = ReLU(Z)·Dᵀ/keep_prob",
                        A,
                        "A of units that only one of the masks drops",
                        Scope.HIDDEN_LAYERS,
                        List.of(fixed(alter(Alteration.MASK_TRANSPOSED)))),
                new Mistake(
                        "dropout-scale-differs",
                        "The factor behind the mask is not one over the keep probability.",
                        "A = ReLU(Z)·D·c/keep_prob",
                        A,
                        "A, or dA",
                        Scope.HIDDEN_LAYERS,
                        List.of(
                                scaled(Factor.FORWARD_SCALE),
                                scaled(Factor.FORWARD_SCALE, Factor.BACKWARD_SCALE)
                                        .as("A = ReLU(Z)·D·c/keep_prob, dA = Wᵀ·dZ·D·c/keep_prob", A + ", " + DA),
                                scaled(Factor.BACKWARD_SCALE).as("dA = Wᵀ·dZ·D·c/keep_prob", DA))));
    }
}
