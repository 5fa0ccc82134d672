package org.twinnet.compare.theory.penalty;

import static org.twinnet.compare.theory.mistake.Change.patch;
import static org.twinnet.compare.theory.mistake.Way.fixed;

import java.util.List;
import java.util.function.Function;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.theory.mistake.Change;
import org.twinnet.compare.theory.mistake.KnownNumber;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.Part;
import org.twinnet.compare.theory.mistake.Patch;
import org.twinnet.compare.theory.mistake.Scope;
import org.twinnet.compare.theory.mistake.Setting;
import org.twinnet.compare.theory.mistake.Subject;
import org.twinnet.compare.theory.mistake.Way;

/** Mistakes of L1 regularization, and of penalized biases. */
public final class L1Mistakes {

    private static final String DW = "dW = dZ·Aᵀ/m + λ/m·sign(W)";
    private static final String J = "λ/m·Σ|W|";
    private static final String IN_DW = "dW";
    private static final String IN_COST = "the cost of every iteration";

    private L1Mistakes() {}

    static List<Mistake> all() {
        return List.of(
                of(
                        "l1-cost-missing",
                        "The cost leaves the penalty out.",
                        "J = loss",
                        "J = loss + " + J,
                        IN_COST,
                        left(PenaltyParts.COST)),
                of(
                        "l1-cost-halved",
                        "The penalty of the cost has a ½, as that of squares has.",
                        "λ/2m·Σ|W|",
                        J,
                        IN_COST,
                        Way.factor(KnownNumber.HALF, c -> scaled(PenaltyParts.COST, c))),
                of(
                        "l1-gradient-missing",
                        "The gradient leaves the penalty out.",
                        "dW = dZ·Aᵀ/m",
                        DW,
                        IN_DW,
                        left(PenaltyParts.GRADIENT)),
                of(
                        "l1-gradient-without-sign",
                        "The gradient has no sign: all weights are pulled down.",
                        "dW = dZ·Aᵀ/m + λ/m",
                        DW,
                        "dW of weights below 0",
                        gradient(right -> new OtherMagnitudesTheory(right, false))),
                of(
                        "l1-gradient-of-magnitude",
                        "The gradient takes the magnitude of a weight, not its sign.",
                        "dW = dZ·Aᵀ/m + λ/m·|W|",
                        DW,
                        IN_DW,
                        gradient(right -> new OtherMagnitudesTheory(right, true))),
                of(
                        "l1-gradient-not-averaged",
                        "The penalty in the gradient is not divided by the number of examples.",
                        "dW = dZ·Aᵀ/m + λ·sign(W)",
                        DW,
                        IN_DW,
                        Way.factor(KnownNumber.M, c -> scaled(PenaltyParts.GRADIENT, c))),
                of(
                        "l1-gradient-sign",
                        "The penalty in the gradient has the wrong sign.",
                        "dW = dZ·Aᵀ/m − λ/m·sign(W)",
                        DW,
                        IN_DW,
                        Way.factor(KnownNumber.MINUS_ONE, c -> scaled(PenaltyParts.GRADIENT, c))),
                of(
                        "l2-in-place-of-l1",
                        "The penalty is that of L2, the sum of squares.",
                        "λ/m·W, λ/2m·ΣW²",
                        "λ/m·sign(W), " + J,
                        "dW, the cost, or both",
                        fixed(squares(PenaltyParts.GRADIENT).and(squares(PenaltyParts.COST))),
                        fixed(squares(PenaltyParts.GRADIENT)).as("λ/m·W", "λ/m·sign(W)"),
                        fixed(squares(PenaltyParts.COST)).as("λ/2m·ΣW²", J)));
    }

    /**
     * Those of any penalty: whether biases are a part of it.
     *
     * @param stated whether they are
     * @return the mistakes
     */
    public static List<Mistake> ofBiases(boolean stated) {
        Change gradient = stated
                ? Change.inPlace(PenaltyParts.BIAS_GRADIENT, new NoPenaltyTheory())
                : patch(PenaltyParts.BIAS_GRADIENT, s -> Patch.inPlace(PenaltyTheory.of(s.penalty())));
        Change cost = patch(
                PenaltyParts.COST, s -> Patch.inPlace(new SumTheory(List.of(PenaltyTheory.of(s.penalty())), !stated)));
        String with = "λ/m on W and b";
        String without = "λ/m on W";
        return List.of(of(
                stated ? "penalty-biases-missing" : "penalty-biases-added",
                stated ? "The biases are not penalized." : "Biases are penalized too.",
                stated ? without : with,
                stated ? with : without,
                "db, the cost, or both",
                fixed(gradient.and(cost)),
                fixed(gradient),
                fixed(cost)));
    }

    private static Mistake of(String id, String sentence, String wrong, String right, String bites, Way... ways) {
        return new Mistake(id, Subject.PENALTY, sentence, wrong, right, bites, Scope.ALL_LAYERS, List.of(ways));
    }

    private static Way left(Part<PenaltyTheory> part) {
        return fixed(scaled(part, 0));
    }

    private static Change scaled(Part<PenaltyTheory> part, double factor) {
        return patch(part, setting -> Patch.factor(factor, ScaledPenaltyTheory::new));
    }

    private static Way gradient(Function<L1Theory, PenaltyTheory> of) {
        return fixed(patch(PenaltyParts.GRADIENT, s -> Patch.inPlace(of.apply(magnitudes(s)))));
    }

    private static L1Theory magnitudes(Setting setting) {
        Penalty stated = setting.penalty();
        return new L1Theory(stated.l1(), stated.l1Coefficient());
    }

    private static Change squares(Part<PenaltyTheory> part) {
        return patch(
                part,
                s -> Patch.inPlace(new L2Theory(s.penalty().l1(), s.penalty().l1Coefficient())));
    }
}
