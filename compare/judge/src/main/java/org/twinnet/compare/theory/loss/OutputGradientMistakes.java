package org.twinnet.compare.theory.loss;

import static org.twinnet.compare.theory.mistake.Change.patch;
import static org.twinnet.compare.theory.mistake.Way.fixed;

import java.util.List;
import org.twinnet.compare.theory.LossTheory;
import org.twinnet.compare.theory.loss.patch.ExtraSlopeTheory;
import org.twinnet.compare.theory.loss.patch.FlippedLabelsTheory;
import org.twinnet.compare.theory.loss.patch.ScaledLossTheory;
import org.twinnet.compare.theory.mistake.Change;
import org.twinnet.compare.theory.mistake.KnownNumber;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.Patch;
import org.twinnet.compare.theory.mistake.Scope;
import org.twinnet.compare.theory.mistake.Subject;
import org.twinnet.compare.theory.mistake.Way;

/** Mistakes of the cross-entropy's gradient at the output, and of the labels. */
final class OutputGradientMistakes {

    private static final String DZ = "dZ = A − Y";
    private static final String BEHIND = "dZ of the output and all that comes behind";

    private OutputGradientMistakes() {}

    static List<Mistake> all() {
        return List.of(
                labelsFlipped(),
                AppliedTwiceMistakes.ofSigmoid(),
                ofGradient(
                        "output-gradient-extra-sigmoid-derivative",
                        "The derivative of the sigmoid is multiplied in, although cross-entropy cancels it.",
                        "dZ = (A − Y)·A·(1 − A)",
                        BEHIND,
                        fixed(patch(LossParts.GRADIENT, s -> Patch.change("extra slope", ExtraSlopeTheory::new)))),
                ofGradient(
                        "output-gradient-sign",
                        "The output gradient has the wrong sign.",
                        "dZ = Y − A",
                        BEHIND + "; the cost grows",
                        Way.factor(KnownNumber.MINUS_ONE, OutputGradientMistakes::scaled)),
                ofGradient(
                        "output-gradient-factor",
                        "The output gradient is off by a constant factor.",
                        "dZ = c·(A − Y)",
                        BEHIND,
                        Way.scaled(OutputGradientMistakes::scaled)));
    }

    /** Those of any loss. */
    static List<Mistake> ofAny() {
        return all().stream()
                .filter(mistake -> mistake.id().equals("output-gradient-sign")
                        || mistake.id().equals("output-gradient-factor"))
                .toList();
    }

    private static Mistake labelsFlipped() {
        Change inCost = (recipe, setting, layer) -> recipe.with(LossParts.COST, 0, exchanged());
        Change inGradient = (recipe, setting, layer) -> recipe.with(LossParts.GRADIENT, setting.depth(), exchanged());
        String wrong = "−Σ (1 − y)·ln a + y·ln(1 − a)";
        String right = "−Σ y·ln a + (1 − y)·ln(1 − a)";
        return new Mistake(
                "labels-flipped",
                Subject.FORWARD,
                "0 and 1 of the labels are exchanged.",
                "dZ = A − (1 − Y)",
                DZ,
                "the cost, dZ of the output, or both",
                Scope.NETWORK,
                List.of(
                        fixed(inCost.and(inGradient)).as(wrong + ", dZ = A − (1 − Y)", right + ", " + DZ),
                        fixed(inGradient),
                        fixed(inCost).as(wrong, right)));
    }

    private static Patch<LossTheory> exchanged() {
        return Patch.change("the labels exchanged", FlippedLabelsTheory::new);
    }

    private static Mistake ofGradient(String id, String sentence, String wrong, String bites, Way way) {
        return new Mistake(id, Subject.GRADIENT, sentence, wrong, DZ, bites, Scope.OUTPUT, List.of(way));
    }

    private static Change scaled(double factor) {
        return patch(LossParts.GRADIENT, setting -> Patch.factor(factor, ScaledLossTheory::new));
    }
}
