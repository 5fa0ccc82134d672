package org.twinnet.compare.diagnosis;

import static org.twinnet.compare.diagnosis.Effect.alter;
import static org.twinnet.compare.diagnosis.Effect.factor;
import static org.twinnet.compare.diagnosis.Effect.fixed;
import static org.twinnet.compare.diagnosis.Effect.scaled;
import static org.twinnet.compare.diagnosis.Effect.set;

import java.util.List;
import org.twinnet.compare.replay.Alteration;
import org.twinnet.compare.replay.Factor;

/** Mistakes of backpropagation. */
final class GradientMistakes {

    private static final String DW = "dW = dZ·Aᵀ/m + λ/m·W";
    private static final String DB = "db = Σ dZ/m";
    private static final String DZ = "dZ = dA where Z > 0";

    private GradientMistakes() {}

    static List<Mistake> all() {
        return List.of(
                new Mistake(
                        "gradient-not-averaged",
                        "The gradient is summed over the examples, not averaged.",
                        "dW = dZ·Aᵀ + λ/m·W, db = Σ dZ",
                        "dW = dZ·Aᵀ/m + λ/m·W, db = Σ dZ/m",
                        "dW and db; the steps are m times too large",
                        Scope.LAYERS,
                        List.of(
                                factor(KnownNumber.M, Factor.WEIGHT_GRADIENT, Factor.BIAS_GRADIENT),
                                factor(
                                                KnownNumber.M,
                                                Factor.WEIGHT_GRADIENT,
                                                Factor.BIAS_GRADIENT,
                                                Factor.PENALTY_GRADIENT)
                                        .as("dW = dZ·Aᵀ + λ·W, db = Σ dZ", DW + ", db = Σ dZ/m"),
                                factor(KnownNumber.M, Factor.WEIGHT_GRADIENT).as("dW = dZ·Aᵀ + λ/m·W", DW))),
                new Mistake(
                        "bias-gradient-not-averaged",
                        "The gradient of the biases is summed over the examples, not averaged.",
                        "db = Σ dZ",
                        DB,
                        "db",
                        Scope.LAYERS,
                        List.of(factor(KnownNumber.M, Factor.BIAS_GRADIENT))),
                new Mistake(
                        "bias-gradient-mean-not-sum",
                        "The gradient of the biases is a mean where a sum belongs: divided by m twice, or "
                                + "one mean for all units.",
                        "db = Σ dZ/m²",
                        DB,
                        "db",
                        Scope.LAYERS,
                        List.of(
                                factor(KnownNumber.PER_M, Factor.BIAS_GRADIENT),
                                fixed(alter(Alteration.BIAS_GRADIENT_MEAN_OF_UNITS))
                                        .as("db = Σ dZ/(m·n), the same for all n units", DB),
                                fixed(alter(Alteration.BIAS_GRADIENT_MEAN_OF_UNITS)
                                                .and(set(Factor.BIAS_GRADIENT, KnownNumber.PER_M)))
                                        .as("db = Σ dZ/(m²·n), the same for all n units", DB))),
                new Mistake(
                        "gradient-averaged-twice",
                        "The gradient is divided by the number of examples twice.",
                        "dW = dZ·Aᵀ/m² + λ/m·W, db = Σ dZ/m²",
                        DW + ", db = Σ dZ/m",
                        "dW, db or dZ; training hardly moves",
                        Scope.LAYERS,
                        List.of(
                                factor(KnownNumber.PER_M, Factor.WEIGHT_GRADIENT, Factor.BIAS_GRADIENT),
                                factor(KnownNumber.PER_M, Factor.WEIGHT_GRADIENT)
                                        .as("dW = dZ·Aᵀ/m² + λ/m·W", DW),
                                factor(KnownNumber.PER_M, Factor.OUTPUT_GRADIENT)
                                        .as("dZ = (A − Y)/m, dW = dZ·Aᵀ/m + λ/m·W", "dZ = A − Y, " + DW),
                                factor(KnownNumber.PER_M, Factor.HIDDEN_GRADIENT)
                                        .as("dZ = dA/m where Z > 0, dW = dZ·Aᵀ/m + λ/m·W", DZ + ", " + DW),
                                factor(KnownNumber.PER_M, Factor.OUTPUT_GRADIENT, Factor.HIDDEN_GRADIENT)
                                        .as(
                                                "dZ = (A − Y)/m, dZ = dA/m where Z > 0, dW = dZ·Aᵀ/m + λ/m·W",
                                                "dZ = A − Y, " + DZ + ", " + DW))),
                new Mistake(
                        "relu-gradient-missing",
                        "The derivative of ReLU is left out.",
                        "dZ = dA",
                        DZ + ", else 0",
                        "dZ of units that are switched off",
                        Scope.HIDDEN_LAYERS,
                        List.of(fixed(alter(Alteration.GATE_MISSING)))),
                new Mistake(
                        "relu-gradient-inverted",
                        "The derivative of ReLU is the wrong way round.",
                        "dZ = dA where Z ≤ 0, else 0",
                        DZ + ", else 0",
                        "dZ",
                        Scope.HIDDEN_LAYERS,
                        List.of(fixed(alter(Alteration.GATE_INVERTED)))),
                new Mistake(
                        "sigmoid-gradient-on-hidden",
                        "The derivative of the sigmoid is used behind a ReLU.",
                        "dZ = dA·a·(1 − a)",
                        DZ + ", else 0",
                        "dZ",
                        Scope.HIDDEN_LAYERS,
                        List.of(fixed(alter(Alteration.GATE_SIGMOID)))),
                new Mistake(
                        "output-gradient-extra-sigmoid-derivative",
                        "The derivative of the sigmoid is multiplied in, although cross-entropy cancels it.",
                        "dZ = (A − Y)·A·(1 − A)",
                        "dZ = A − Y",
                        "dZ of the output and all that comes behind",
                        Scope.OUTPUT,
                        List.of(fixed(alter(Alteration.SIGMOID_DERIVATIVE_TWICE)))),
                new Mistake(
                        "output-gradient-sign",
                        "The output gradient has the wrong sign.",
                        "dZ = Y − A",
                        "dZ = A − Y",
                        "dZ of the output and all that comes behind; the cost grows",
                        Scope.OUTPUT,
                        List.of(factor(KnownNumber.MINUS_ONE, Factor.OUTPUT_GRADIENT))),
                new Mistake(
                        "backprop-uses-updated-weights",
                        "A layer is updated before the gradient has passed through it.",
                        "dA = W(i+1)ᵀ·dZ",
                        "dA = W(i)ᵀ·dZ",
                        "dA",
                        Scope.HIDDEN_LAYERS,
                        List.of(fixed(alter(Alteration.UPDATED_WEIGHTS)))),
                new Mistake(
                        "weight-gradient-of-pre-activation",
                        "dW takes Z of the layer before in place of A.",
                        "dW = dZ·Zᵀ/m",
                        DW,
                        "dW",
                        Scope.LATER_LAYERS,
                        List.of(fixed(alter(Alteration.GRADIENT_OF_PRE_ACTIVATION)))),
                new Mistake(
                        "weight-gradient-of-undropped-activation",
                        "dW takes the activation before dropout.",
                        "dW = dZ·ReLU(Z)ᵀ/m",
                        DW,
                        "dW under dropout",
                        Scope.LATER_LAYERS,
                        List.of(fixed(alter(Alteration.GRADIENT_OF_UNDROPPED)))),
                new Mistake(
                        "weight-gradient-factor",
                        "dW is off by a constant factor.",
                        "dW = c·dZ·Aᵀ/m + λ/m·W",
                        DW,
                        "dW",
                        Scope.LAYERS,
                        List.of(
                                scaled(Factor.WEIGHT_GRADIENT),
                                scaled(Factor.WEIGHT_GRADIENT, Factor.BIAS_GRADIENT)
                                        .as("dW = c·dZ·Aᵀ/m + λ/m·W, db = c·Σ dZ/m", DW + ", " + DB),
                                scaled(Factor.WEIGHT_GRADIENT, Factor.BIAS_GRADIENT, Factor.PENALTY_GRADIENT)
                                        .as("dW = c·(dZ·Aᵀ/m + λ/m·W), db = c·Σ dZ/m", DW + ", " + DB),
                                scaled(Factor.WEIGHT_GRADIENT, Factor.PENALTY_GRADIENT)
                                        .as("dW = c·(dZ·Aᵀ/m + λ/m·W)", DW))),
                new Mistake(
                        "bias-gradient-factor",
                        "db is off by a constant factor.",
                        "db = c·Σ dZ/m",
                        DB,
                        "db",
                        Scope.LAYERS,
                        List.of(scaled(Factor.BIAS_GRADIENT))),
                new Mistake(
                        "output-gradient-factor",
                        "The output gradient is off by a constant factor.",
                        "dZ = c·(A − Y)",
                        "dZ = A − Y",
                        "dZ of the output and all that comes behind",
                        Scope.OUTPUT,
                        List.of(scaled(Factor.OUTPUT_GRADIENT))));
    }
}
