package org.twinnet.compare.theory.loss;

import static org.twinnet.compare.theory.mistake.Way.fixed;

import java.util.List;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.LossTheory;
import org.twinnet.compare.theory.activation.SigmoidTheory;
import org.twinnet.compare.theory.activation.SoftmaxTheory;
import org.twinnet.compare.theory.loss.patch.AppliedTwiceTheory;
import org.twinnet.compare.theory.mistake.Change;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.Patch;
import org.twinnet.compare.theory.mistake.Scope;
import org.twinnet.compare.theory.mistake.Subject;

/** Mistakes of a loss that expects logits, such as PyTorch's, and gets what the output has activated already. */
final class AppliedTwiceMistakes {

    private AppliedTwiceMistakes() {}

    static Mistake ofSoftmax() {
        return of(
                "softmax-applied-twice",
                "The loss takes the softmax once more: it expects logits, and gets probabilities.",
                "S = eᴬ / Σ eᴬ; −ΣΣ y·ln s / m, dZ = A·(d − Σ A·d), d = S − Y",
                "−ΣΣ y·ln a / m, dZ = A − Y",
                new SoftmaxTheory());
    }

    static Mistake ofSigmoid() {
        return of(
                "sigmoid-applied-twice",
                "The loss takes the sigmoid once more: it expects logits, and gets probabilities.",
                "S = 1/(1 + e⁻ᴬ); −Σ y·ln s + (1 − y)·ln(1 − s) / m, dZ = (S − Y)·A·(1 − A)",
                "−Σ y·ln a + (1 − y)·ln(1 − a) / m, dZ = A − Y",
                new SigmoidTheory());
    }

    private static Mistake of(String id, String sentence, String wrong, String right, ActivationTheory output) {
        Patch<LossTheory> patch = Patch.change("applied twice", loss -> new AppliedTwiceTheory(loss, output), output);
        Change inCost = (recipe, setting, layer) -> recipe.with(LossParts.COST, 0, patch);
        Change inGradient = (recipe, setting, layer) -> recipe.with(LossParts.GRADIENT, setting.depth(), patch);
        return new Mistake(
                id,
                Subject.COST,
                sentence,
                wrong,
                right,
                "the cost of every iteration, dZ of the output and all that comes behind",
                Scope.NETWORK,
                List.of(fixed(inCost.and(inGradient))));
    }
}
