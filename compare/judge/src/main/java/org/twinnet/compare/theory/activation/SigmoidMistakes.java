package org.twinnet.compare.theory.activation;

import static org.twinnet.compare.theory.mistake.Change.inPlace;
import static org.twinnet.compare.theory.mistake.Change.patch;
import static org.twinnet.compare.theory.mistake.Way.fixed;

import java.util.List;
import org.twinnet.compare.theory.activation.patch.ActivationParts;
import org.twinnet.compare.theory.activation.patch.ClippedOutputTheory;
import org.twinnet.compare.theory.mistake.Change;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.NumberSearch;
import org.twinnet.compare.theory.mistake.Patch;
import org.twinnet.compare.theory.mistake.Scope;
import org.twinnet.compare.theory.mistake.Subject;
import org.twinnet.compare.theory.mistake.Way;

/** Mistakes of an output with the sigmoid. */
final class SigmoidMistakes {

    private static final String RIGHT = "A = 1/(1 + e⁻ᶻ)";

    private SigmoidMistakes() {}

    static List<Mistake> all() {
        return List.of(
                new Mistake(
                        "relu-on-output",
                        Subject.FORWARD,
                        "The output has ReLU in place of the sigmoid.",
                        "Aᴸ = max(0, Z)",
                        "Aᴸ = 1/(1 + e⁻ᶻ)",
                        "A of the output",
                        Scope.OUTPUT,
                        List.of(fixed(inPlace(ActivationParts.VALUE, new ReluTheory())))),
                new Mistake(
                        "output-clipped",
                        Subject.FORWARD,
                        "Outputs are held off 0 and 1 by a small number, in the forward pass itself.",
                        "A = min(max(A, ε), 1 − ε)",
                        RIGHT,
                        "A of outputs that are sure, and dZ that comes of them",
                        Scope.OUTPUT,
                        List.of(
                                Way.searched(NumberSearch.EPSILON, epsilon -> clipped(epsilon, true))
                                        .as("A = ε where A is 0, 1 − ε where A is 1", RIGHT),
                                Way.searched(NumberSearch.EPSILON, epsilon -> clipped(epsilon, false)))));
    }

    private static Change clipped(double epsilon, boolean saturatedOnly) {
        return patch(
                ActivationParts.VALUE,
                setting -> Patch.change(
                        "clipped",
                        right -> new ClippedOutputTheory(right, epsilon, saturatedOnly),
                        epsilon,
                        saturatedOnly));
    }
}
