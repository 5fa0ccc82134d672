package org.twinnet.compare.theory.activation;

import static org.twinnet.compare.theory.mistake.Way.fixed;

import java.util.List;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.activation.patch.ActivationParts;
import org.twinnet.compare.theory.activation.patch.NoActivationTheory;
import org.twinnet.compare.theory.activation.patch.TanhSlopeTheory;
import org.twinnet.compare.theory.mistake.Change;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.Scope;
import org.twinnet.compare.theory.mistake.Subject;
import org.twinnet.compare.theory.mistake.Variant;

/** Mistakes of a hidden layer with tanh. */
final class TanhMistakes {

    private static final String DZ = "dZ = dA·(1 − A²)";

    private TanhMistakes() {}

    static List<Mistake> all() {
        return List.of(
                ofSlope(
                        "tanh-gradient-missing",
                        "The derivative of tanh is left out.",
                        "dZ = dA",
                        Change.inPlace(ActivationParts.SLOPE, new NoActivationTheory())),
                ofSlope(
                        "tanh-gradient-of-pre-activation",
                        "The derivative of tanh takes Z in place of A.",
                        "dZ = dA·(1 − Z²)",
                        another(TanhSlopeTheory.Form.OF_Z)),
                ofSlope(
                        "tanh-gradient-sign",
                        "The square in the derivative of tanh is added.",
                        "dZ = dA·(1 + A²)",
                        another(TanhSlopeTheory.Form.SQUARE_ADDED)),
                ofSlope(
                        "tanh-gradient-not-squared",
                        "The derivative of tanh takes A in place of its square.",
                        "dZ = dA·(1 − A)",
                        another(TanhSlopeTheory.Form.NOT_SQUARED)),
                ofSlope(
                        "sigmoid-gradient-on-tanh",
                        "The derivative of the sigmoid is used behind a tanh.",
                        "dZ = dA·A·(1 − A)",
                        another(TanhSlopeTheory.Form.OF_SIGMOID)),
                ofSlope(
                        "tanh-gradient-of-dropped-activation",
                        "The derivative of tanh takes A behind mask and scale.",
                        "dZ = dA·(1 − A²) with A = tanh(Z)·D/keep_prob",
                        Change.vary(Variant.SLOPE_BEHIND_MASK)),
                new Mistake(
                        "relu-in-place-of-tanh",
                        Subject.FORWARD,
                        "A hidden layer has ReLU in place of tanh.",
                        "A = max(0, Z), dZ = dA where Z > 0",
                        "A = tanh(Z), " + DZ,
                        "A",
                        Scope.HIDDEN_LAYERS,
                        List.of(fixed(Change.<ActivationTheory>inPlace(ActivationParts.VALUE, new ReluTheory())
                                .and(Change.inPlace(ActivationParts.SLOPE, new ReluTheory()))))));
    }

    private static Change another(TanhSlopeTheory.Form form) {
        return Change.inPlace(ActivationParts.SLOPE, new TanhSlopeTheory(new TanhTheory(), form));
    }

    private static Mistake ofSlope(String id, String sentence, String wrong, Change change) {
        return new Mistake(
                id,
                Subject.GRADIENT,
                sentence,
                wrong,
                DZ,
                "dZ of the layer and all that comes behind",
                Scope.HIDDEN_LAYERS,
                List.of(fixed(change)));
    }
}
