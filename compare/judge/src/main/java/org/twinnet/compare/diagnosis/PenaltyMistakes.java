package org.twinnet.compare.diagnosis;

import static org.twinnet.compare.diagnosis.Effect.alter;
import static org.twinnet.compare.diagnosis.Effect.factor;
import static org.twinnet.compare.diagnosis.Effect.fixed;
import static org.twinnet.compare.diagnosis.Effect.scaled;
import static org.twinnet.compare.diagnosis.Effect.set;

import java.util.List;
import org.twinnet.compare.replay.Alteration;
import org.twinnet.compare.replay.Factor;

/** Mistakes of L2 regularization, in the cost and in the gradient. */
final class PenaltyMistakes {

    private PenaltyMistakes() {}

    static List<Mistake> all() {
        return List.of(
                new Mistake(
                        "l2-cost-missing",
                        "The cost leaves the penalty out.",
                        "J = −Σ ln p / m",
                        "J = −Σ ln p / m + λ/2m·ΣW²",
                        "the cost of every iteration, by the whole penalty",
                        Scope.ALL_LAYERS,
                        List.of(fixed(set(Factor.PENALTY, s -> 0)))),
                new Mistake(
                        "l2-cost-not-halved",
                        "The penalty of the cost is not halved.",
                        "λ/m·ΣW²",
                        "λ/2m·ΣW²",
                        "the cost of every iteration; the gradient would fit the notebook's",
                        Scope.ALL_LAYERS,
                        List.of(factor(KnownNumber.TWO, Factor.PENALTY))),
                new Mistake(
                        "l2-cost-not-averaged",
                        "The penalty of the cost is not divided by the number of examples.",
                        "λ/2·ΣW²",
                        "λ/2m·ΣW²",
                        "the cost of every iteration",
                        Scope.ALL_LAYERS,
                        List.of(factor(KnownNumber.M, Factor.PENALTY))),
                new Mistake(
                        "l2-cost-norm-not-squared",
                        "The penalty takes the norm of the weights, not its square.",
                        "λ/2m·Σ‖W‖",
                        "λ/2m·Σ‖W‖²",
                        "the cost of every iteration",
                        Scope.ALL_LAYERS,
                        List.of(
                                fixed(alter(Alteration.NORM_NOT_SQUARED)),
                                fixed((recipe, s, layer) -> recipe.with(Alteration.NORM_OF_ALL_NOT_SQUARED, 0))
                                        .as("λ/2m·√(Σ‖W‖²)", "λ/2m·Σ‖W‖²"))),
                new Mistake(
                        "l2-cost-over-features",
                        "The penalty of the cost is divided by the number of features, not of examples.",
                        "λ/(2·features)·ΣW²",
                        "λ/2m·ΣW²",
                        "the cost of every iteration",
                        Scope.ALL_LAYERS,
                        List.of(factor(KnownNumber.M_PER_FEATURES, Factor.PENALTY))),
                new Mistake(
                        "l2-cost-layer-skipped",
                        "The penalty of the cost leaves layers out.",
                        "λ/2m·ΣW² without layer l",
                        "λ/2m·ΣW² over all layers",
                        "the cost of every iteration",
                        Scope.NOT_ALL_LAYERS,
                        List.of(fixed(set(Factor.PENALTY, s -> 0)))),
                new Mistake(
                        "l2-gradient-missing",
                        "The gradient leaves the penalty out.",
                        "dW = dZ·Aᵀ/m",
                        "dW = dZ·Aᵀ/m + λ/m·W",
                        "dW of all layers; the cost is penalized, the training is not",
                        Scope.ALL_LAYERS,
                        List.of(fixed(set(Factor.PENALTY_GRADIENT, s -> 0)))),
                new Mistake(
                        "l2-gradient-not-averaged",
                        "The penalty in the gradient is not divided by the number of examples.",
                        "dW = dZ·Aᵀ/m + λ·W",
                        "dW = dZ·Aᵀ/m + λ/m·W",
                        "dW; the weights collapse",
                        Scope.LAYERS,
                        List.of(factor(KnownNumber.M, Factor.PENALTY_GRADIENT))),
                new Mistake(
                        "l2-gradient-halved",
                        "The penalty in the gradient keeps the ½ that the derivative of the square cancels.",
                        "dW = dZ·Aᵀ/m + λ/2m·W",
                        "dW = dZ·Aᵀ/m + λ/m·W",
                        "dW; half the regularization",
                        Scope.LAYERS,
                        List.of(factor(KnownNumber.HALF, Factor.PENALTY_GRADIENT))),
                new Mistake(
                        "l2-gradient-doubled",
                        "The penalty in the gradient is twice what it should be.",
                        "dW = dZ·Aᵀ/m + 2λ/m·W",
                        "dW = dZ·Aᵀ/m + λ/m·W",
                        "dW; twice the regularization",
                        Scope.LAYERS,
                        List.of(factor(KnownNumber.TWO, Factor.PENALTY_GRADIENT))),
                new Mistake(
                        "l2-gradient-sign",
                        "The penalty in the gradient has the wrong sign.",
                        "dW = dZ·Aᵀ/m − λ/m·W",
                        "dW = dZ·Aᵀ/m + λ/m·W",
                        "dW; the weights are driven apart",
                        Scope.LAYERS,
                        List.of(factor(KnownNumber.MINUS_ONE, Factor.PENALTY_GRADIENT))),
                new Mistake(
                        "l2-gradient-layer-skipped",
                        "The gradient leaves the penalty of layers out.",
                        "dW = dZ·Aᵀ/m in layer l",
                        "dW = dZ·Aᵀ/m + λ/m·W",
                        "dW of these layers",
                        Scope.NOT_ALL_LAYERS,
                        List.of(fixed(set(Factor.PENALTY_GRADIENT, s -> 0)))),
                new Mistake(
                        "l2-bias-regularized",
                        "Biases are penalized too.",
                        "db = Σ dZ/m + λ/m·b",
                        "db = Σ dZ/m",
                        "db as soon as a bias is not 0, which it mostly is at iteration 0",
                        Scope.LAYERS,
                        List.of(
                                fixed(set(Factor.BIAS_PENALTY_GRADIENT, s -> 1)),
                                fixed(set(Factor.BIAS_PENALTY_GRADIENT, s -> 1)
                                                .and(alter(Alteration.PENALTY_WITH_BIASES)))
                                        .as("db = Σ dZ/m + λ/m·b, λ/2m·(ΣW² + Σb²)", "db = Σ dZ/m, λ/2m·ΣW²"),
                                fixed(alter(Alteration.PENALTY_WITH_BIASES)).as("λ/2m·(ΣW² + Σb²)", "λ/2m·ΣW²"))),
                new Mistake(
                        "l1-in-place-of-l2",
                        "The penalty is that of L1, the sum of the absolute values.",
                        "λ/m·sign(W)",
                        "λ/m·W",
                        "dW, the cost, or both",
                        Scope.ALL_LAYERS,
                        List.of(
                                fixed(alter(Alteration.PENALTY_GRADIENT_OF_SIGN)),
                                fixed(alter(Alteration.PENALTY_GRADIENT_OF_SIGN, Alteration.PENALTY_OF_ABSOLUTE_VALUES))
                                        .as("λ/m·sign(W), λ/2m·Σ|W|", "λ/m·W, λ/2m·ΣW²"),
                                fixed(alter(Alteration.PENALTY_GRADIENT_OF_SIGN, Alteration.PENALTY_OF_ABSOLUTE_VALUES)
                                                .and(set(Factor.PENALTY, s -> 2)))
                                        .as("λ/m·sign(W), λ/m·Σ|W|", "λ/m·W, λ/2m·ΣW²"),
                                fixed(alter(Alteration.PENALTY_OF_ABSOLUTE_VALUES))
                                        .as("λ/2m·Σ|W|", "λ/2m·ΣW²"),
                                fixed(alter(Alteration.PENALTY_OF_ABSOLUTE_VALUES)
                                                .and(set(Factor.PENALTY, s -> 2)))
                                        .as("λ/m·Σ|W|", "λ/2m·ΣW²"))),
                new Mistake(
                        "l2-gradient-factor",
                        "The penalty in the gradient is off by a constant factor.",
                        "dW = dZ·Aᵀ/m + c·λ/m·W",
                        "dW = dZ·Aᵀ/m + λ/m·W",
                        "dW",
                        Scope.LAYERS,
                        List.of(scaled(Factor.PENALTY_GRADIENT))),
                new Mistake(
                        "l2-cost-factor",
                        "The penalty of the cost is off by a constant factor.",
                        "c·λ/2m·ΣW²",
                        "λ/2m·ΣW²",
                        "the cost of every iteration",
                        Scope.ALL_LAYERS,
                        List.of(scaled(Factor.PENALTY))));
    }
}
