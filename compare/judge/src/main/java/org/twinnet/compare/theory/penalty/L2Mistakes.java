package org.twinnet.compare.theory.penalty;

import static org.twinnet.compare.theory.mistake.Change.patch;
import static org.twinnet.compare.theory.mistake.Way.fixed;

import java.util.List;
import org.twinnet.compare.theory.mistake.Change;
import org.twinnet.compare.theory.mistake.KnownNumber;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.Part;
import org.twinnet.compare.theory.mistake.Patch;
import org.twinnet.compare.theory.mistake.Scope;
import org.twinnet.compare.theory.mistake.Setting;
import org.twinnet.compare.theory.mistake.Subject;
import org.twinnet.compare.theory.mistake.Way;

/** Mistakes of L2 regularization, in the cost and in the gradient. */
final class L2Mistakes {

    private static final String IN_COST = "λ/2m·ΣW²";
    private static final String DW = "dW = dZ·Aᵀ/m + λ/m·W";

    private L2Mistakes() {}

    static List<Mistake> all() {
        return List.of(
                new Mistake(
                        "l2-cost-missing",
                        Subject.PENALTY,
                        "The cost leaves the penalty out.",
                        "J = −Σ ln p / m",
                        "J = −Σ ln p / m + λ/2m·ΣW²",
                        "the cost of every iteration, by the whole penalty",
                        Scope.ALL_LAYERS,
                        List.of(fixed(factor(PenaltyParts.COST, 0)))),
                ofCost(
                        "l2-cost-not-halved",
                        "The penalty of the cost is not halved.",
                        "λ/m·ΣW²",
                        "the cost of every iteration; the gradient would fit the notebook's",
                        Scope.ALL_LAYERS,
                        factor(KnownNumber.TWO, PenaltyParts.COST)),
                ofCost(
                        "l2-cost-not-averaged",
                        "The penalty of the cost is not divided by the number of examples.",
                        "λ/2·ΣW²",
                        "the cost of every iteration",
                        Scope.ALL_LAYERS,
                        factor(KnownNumber.M, PenaltyParts.COST)),
                new Mistake(
                        "l2-cost-norm-not-squared",
                        Subject.PENALTY,
                        "The penalty takes the norm of the weights, not its square.",
                        "λ/2m·Σ‖W‖",
                        "λ/2m·Σ‖W‖²",
                        "the cost of every iteration",
                        Scope.ALL_LAYERS,
                        List.of(fixed(norm(false)), fixed(norm(true)).as("λ/2m·√(Σ‖W‖²)", "λ/2m·Σ‖W‖²"))),
                ofCost(
                        "l2-cost-over-features",
                        "The penalty of the cost is divided by the number of features, not of examples.",
                        "λ/(2·features)·ΣW²",
                        "the cost of every iteration",
                        Scope.ALL_LAYERS,
                        factor(KnownNumber.M_PER_FEATURES, PenaltyParts.COST)),
                new Mistake(
                        "l2-cost-layer-skipped",
                        Subject.PENALTY,
                        "The penalty of the cost leaves layers out.",
                        "λ/2m·ΣW² without layer l",
                        "λ/2m·ΣW² over all layers",
                        "the cost of every iteration",
                        Scope.NOT_ALL_LAYERS,
                        List.of(fixed(factor(PenaltyParts.COST, 0)))),
                ofGradient(
                        "l2-gradient-missing",
                        "The gradient leaves the penalty out.",
                        "dW = dZ·Aᵀ/m",
                        "dW of all layers; the cost is penalized, the training is not",
                        Scope.ALL_LAYERS,
                        fixed(factor(PenaltyParts.GRADIENT, 0))),
                ofGradient(
                        "l2-gradient-not-averaged",
                        "The penalty in the gradient is not divided by the number of examples.",
                        "dW = dZ·Aᵀ/m + λ·W",
                        "dW; the weights collapse",
                        Scope.LAYERS,
                        factor(KnownNumber.M, PenaltyParts.GRADIENT)),
                ofGradient(
                        "l2-gradient-halved",
                        "The penalty in the gradient keeps the ½ that the derivative of the square cancels.",
                        "dW = dZ·Aᵀ/m + λ/2m·W",
                        "dW; half the regularization",
                        Scope.LAYERS,
                        factor(KnownNumber.HALF, PenaltyParts.GRADIENT)),
                ofGradient(
                        "l2-gradient-doubled",
                        "The penalty in the gradient is twice what it should be.",
                        "dW = dZ·Aᵀ/m + 2λ/m·W",
                        "dW; twice the regularization",
                        Scope.LAYERS,
                        factor(KnownNumber.TWO, PenaltyParts.GRADIENT)),
                ofGradient(
                        "l2-gradient-sign",
                        "The penalty in the gradient has the wrong sign.",
                        "dW = dZ·Aᵀ/m − λ/m·W",
                        "dW; the weights are driven apart",
                        Scope.LAYERS,
                        factor(KnownNumber.MINUS_ONE, PenaltyParts.GRADIENT)),
                ofGradient(
                        "l2-gradient-layer-skipped",
                        "The gradient leaves the penalty of layers out.",
                        "dW = dZ·Aᵀ/m in layer l",
                        "dW of these layers",
                        Scope.NOT_ALL_LAYERS,
                        fixed(factor(PenaltyParts.GRADIENT, 0))),
                new Mistake(
                        "l2-bias-regularized",
                        Subject.PENALTY,
                        "Biases are penalized too.",
                        "db = Σ dZ/m + λ/m·b",
                        "db = Σ dZ/m",
                        "db as soon as a bias is not 0, which it mostly is at iteration 0",
                        Scope.LAYERS,
                        List.of(
                                fixed(inBiasGradient()),
                                fixed(inBiasGradient().and(withBiases()))
                                        .as("db = Σ dZ/m + λ/m·b, λ/2m·(ΣW² + Σb²)", "db = Σ dZ/m, λ/2m·ΣW²"),
                                fixed(withBiases()).as("λ/2m·(ΣW² + Σb²)", IN_COST))),
                new Mistake(
                        "l1-in-place-of-l2",
                        Subject.PENALTY,
                        "The penalty is that of L1, the sum of the absolute values.",
                        "λ/m·sign(W)",
                        "λ/m·W",
                        "dW, the cost, or both",
                        Scope.ALL_LAYERS,
                        List.of(
                                fixed(absolute(PenaltyParts.GRADIENT)),
                                fixed(absolute(PenaltyParts.GRADIENT).and(absolute(PenaltyParts.COST)))
                                        .as("λ/m·sign(W), λ/2m·Σ|W|", "λ/m·W, λ/2m·ΣW²"),
                                fixed(absolute(PenaltyParts.GRADIENT)
                                                .and(absolute(PenaltyParts.COST))
                                                .and(factor(PenaltyParts.COST, 2)
                                                        .where(L2Mistakes::hasLambda)))
                                        .as("λ/m·sign(W), λ/m·Σ|W|", "λ/m·W, λ/2m·ΣW²"),
                                fixed(absolute(PenaltyParts.COST)).as("λ/2m·Σ|W|", IN_COST),
                                fixed(absolute(PenaltyParts.COST)
                                                .and(factor(PenaltyParts.COST, 2)
                                                        .where(L2Mistakes::hasLambda)))
                                        .as("λ/m·Σ|W|", IN_COST))),
                ofGradient(
                        "l2-gradient-factor",
                        "The penalty in the gradient is off by a constant factor.",
                        "dW = dZ·Aᵀ/m + c·λ/m·W",
                        "dW",
                        Scope.LAYERS,
                        Way.scaled(c -> factor(PenaltyParts.GRADIENT, c))),
                ofCost(
                        "l2-cost-factor",
                        "The penalty of the cost is off by a constant factor.",
                        "c·λ/2m·ΣW²",
                        "the cost of every iteration",
                        Scope.ALL_LAYERS,
                        Way.scaled(c -> factor(PenaltyParts.COST, c))));
    }

    private static Mistake ofCost(String id, String sentence, String wrong, String bites, Scope scope, Way way) {
        return new Mistake(id, Subject.PENALTY, sentence, wrong, IN_COST, bites, scope, List.of(way));
    }

    private static Mistake ofGradient(String id, String sentence, String wrong, String bites, Scope scope, Way way) {
        return new Mistake(id, Subject.PENALTY, sentence, wrong, DW, bites, scope, List.of(way));
    }

    private static Way factor(KnownNumber factor, Part<PenaltyTheory> part) {
        return Way.factor(factor, c -> factor(part, c));
    }

    private static Change factor(Part<PenaltyTheory> part, double factor) {
        return patch(part, setting -> Patch.factor(factor, ScaledPenaltyTheory::new));
    }

    private static Change norm(boolean ofAll) {
        return patch(
                        PenaltyParts.COST,
                        setting -> Patch.<PenaltyTheory>inPlace(new NormTheory(setting.lambda(), ofAll)))
                .where(L2Mistakes::hasLambda);
    }

    private static Change absolute(Part<PenaltyTheory> part) {
        return patch(part, setting -> Patch.<PenaltyTheory>inPlace(new AbsoluteValuesTheory(setting.lambda())))
                .where(L2Mistakes::hasLambda);
    }

    /** What takes the place of a penalty by a coefficient alone is none, which is another mistake. */
    private static boolean hasLambda(Setting setting) {
        return setting.lambda() != 0;
    }

    private static Change inBiasGradient() {
        return patch(PenaltyParts.BIAS_GRADIENT, setting -> Patch.inPlace(new L2Theory(setting.lambda(), 0)));
    }

    private static Change withBiases() {
        return patch(PenaltyParts.COST, setting -> Patch.change("with biases", PenalizedBiasesTheory::new));
    }
}
