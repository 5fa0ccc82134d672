package org.twinnet.compare.theory.dropout;

import static org.twinnet.compare.theory.mistake.Change.patch;
import static org.twinnet.compare.theory.mistake.Change.vary;
import static org.twinnet.compare.theory.mistake.Way.fixed;

import java.util.List;
import org.twinnet.compare.theory.mistake.Change;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.Patch;
import org.twinnet.compare.theory.mistake.Scope;
import org.twinnet.compare.theory.mistake.Subject;
import org.twinnet.compare.theory.mistake.Variant;

/** Mistakes of a network that drops features, as it states. */
public final class InputDropoutMistakes {

    private static final String RIGHT = "Z¹ = W¹·(X·D⁰/keep_prob) + b¹";
    private static final String BITES = "Z of layer 1 and all that comes behind";

    private InputDropoutMistakes() {}

    /**
     * All of them.
     *
     * @return the mistakes, the usual ones first
     */
    public static List<Mistake> all() {
        return List.of(
                ofInput(
                        "input-dropout-not-scaled",
                        "Features are dropped but not divided by the keep probability.",
                        "Z¹ = W¹·(X·D⁰) + b¹",
                        unscaled()),
                ofInput(
                        "input-dropout-skipped",
                        "Features are not dropped.",
                        "Z¹ = W¹·X + b¹",
                        vary(Variant.MASK_IGNORED_FORWARD).and(unscaled())),
                new Mistake(
                        "weight-gradient-of-undropped-input",
                        Subject.GRADIENT,
                        "dW of layer 1 takes the features before dropout.",
                        "dW¹ = dZ¹·Xᵀ/m",
                        "dW¹ = dZ¹·(X·D⁰/keep_prob)ᵀ/m",
                        "dW of layer 1",
                        Scope.NETWORK,
                        List.of(fixed(vary(Variant.GRADIENT_OF_UNDROPPED)))));
    }

    private static Change unscaled() {
        return patch(
                DropoutParts.FORWARD,
                setting -> Patch.factor(setting.experiment().inputKeepProb(), ScaledDropoutTheory::new));
    }

    private static Mistake ofInput(String id, String sentence, String wrong, Change change) {
        return new Mistake(id, Subject.DROPOUT, sentence, wrong, RIGHT, BITES, Scope.NETWORK, List.of(fixed(change)));
    }
}
