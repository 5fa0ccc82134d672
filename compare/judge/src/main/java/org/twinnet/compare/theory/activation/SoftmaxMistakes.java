package org.twinnet.compare.theory.activation;

import static org.twinnet.compare.theory.mistake.Change.inPlace;
import static org.twinnet.compare.theory.mistake.Way.fixed;

import java.util.List;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.activation.patch.ActivationParts;
import org.twinnet.compare.theory.activation.patch.OtherAxisTheory;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.Scope;
import org.twinnet.compare.theory.mistake.Subject;

/** Mistakes of an output with a softmax. */
final class SoftmaxMistakes {

    private static final String RIGHT = "A = eᶻ / Σ eᶻ over the classes of an example";

    private SoftmaxMistakes() {}

    static List<Mistake> all() {
        return List.of(
                of(
                        "softmax-wrong-axis",
                        "The softmax is taken over the examples, not over the classes.",
                        "A = eᶻ / Σ eᶻ over the examples of a class",
                        new OtherAxisTheory(new SoftmaxTheory(), false)),
                of(
                        "softmax-over-everything",
                        "The softmax has one sum over all examples and classes.",
                        "A = eᶻ / ΣΣ eᶻ over classes and examples",
                        new OtherAxisTheory(new SoftmaxTheory(), true)),
                of(
                        "sigmoid-in-place-of-softmax",
                        "The output has the sigmoid in place of the softmax.",
                        "A = 1/(1 + e⁻ᶻ)",
                        new SigmoidTheory()));
    }

    private static Mistake of(String id, String sentence, String wrong, ActivationTheory another) {
        return new Mistake(
                id,
                Subject.FORWARD,
                sentence,
                wrong,
                RIGHT,
                "A of the output and all that comes behind",
                Scope.OUTPUT,
                List.of(fixed(inPlace(ActivationParts.VALUE, another))));
    }
}
