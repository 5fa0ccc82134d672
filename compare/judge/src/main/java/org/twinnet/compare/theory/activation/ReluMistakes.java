package org.twinnet.compare.theory.activation;

import static org.twinnet.compare.theory.mistake.Change.inPlace;
import static org.twinnet.compare.theory.mistake.Way.fixed;

import java.util.List;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.activation.patch.ActivationParts;
import org.twinnet.compare.theory.activation.patch.InvertedGateTheory;
import org.twinnet.compare.theory.activation.patch.LeakyInPlaceTheory;
import org.twinnet.compare.theory.activation.patch.NoActivationTheory;
import org.twinnet.compare.theory.activation.patch.SigmoidInAnyFormTheory;
import org.twinnet.compare.theory.mistake.Change;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.Scope;
import org.twinnet.compare.theory.mistake.Subject;
import org.twinnet.compare.theory.mistake.Way;

/** Mistakes of a hidden layer with ReLU. */
final class ReluMistakes {

    private static final String A = "A = ReLU(Z)·D/keep_prob";
    private static final String DZ = "dZ = dA where Z > 0";
    private static final String BY_A = ", dZ = dA where A > 0";

    private ReluMistakes() {}

    static List<Mistake> all() {
        return List.of(
                missing(),
                anotherInPlace(
                        "sigmoid-on-hidden",
                        "A hidden layer has the sigmoid in place of ReLU.",
                        "A = 1/(1 + e⁻ᶻ)·D/keep_prob",
                        "dZ = dA·a·(1 − a)",
                        new SigmoidInAnyFormTheory(new SigmoidTheory())),
                anotherInPlace(
                        "tanh-on-hidden",
                        "A hidden layer has tanh in place of ReLU.",
                        "A = tanh(Z)·D/keep_prob",
                        "dZ = dA·(1 − tanh²(Z))",
                        new TanhTheory()),
                leaky(),
                ofSlope(
                        "relu-gradient-missing",
                        "The derivative of ReLU is left out.",
                        "dZ = dA",
                        "dZ of units that are switched off",
                        new NoActivationTheory()),
                ofSlope(
                        "relu-gradient-inverted",
                        "The derivative of ReLU is the wrong way round.",
                        "dZ = dA where Z ≤ 0, else 0",
                        "dZ",
                        new InvertedGateTheory(new ReluTheory())),
                ofSlope(
                        "sigmoid-gradient-on-hidden",
                        "The derivative of the sigmoid is used behind a ReLU.",
                        "dZ = dA·a·(1 − a)",
                        "dZ",
                        new SigmoidTheory()));
    }

    private static Mistake missing() {
        Change value = inPlace(ActivationParts.VALUE, new NoActivationTheory());
        return new Mistake(
                "activation-missing",
                Subject.FORWARD,
                "A layer has no activation function.",
                "A = Z·D/keep_prob",
                A,
                "A of units that ReLU would switch off",
                Scope.LAYERS,
                List.of(
                        fixed(value.and(slopeOf(new NoActivationTheory())))
                                .as("A = Z·D/keep_prob, dZ = dA", A + ", " + DZ),
                        fixed(value),
                        fixed(value.and(ReluTheory.gateByActivation())).as("A = Z·D/keep_prob" + BY_A, A + ", " + DZ)));
    }

    private static Mistake anotherInPlace(
            String id, String sentence, String wrong, String slope, ActivationTheory another) {
        Change value = inPlace(ActivationParts.VALUE, another);
        return new Mistake(
                id,
                Subject.FORWARD,
                sentence,
                wrong,
                A,
                "A",
                Scope.HIDDEN_LAYERS,
                List.of(
                        fixed(value.and(slopeOf(another))).as(wrong + ", " + slope, A + ", " + DZ),
                        fixed(value),
                        fixed(value.and(slopeOf(new NoActivationTheory()))).as(wrong + ", dZ = dA", A + ", " + DZ),
                        fixed(value.and(ReluTheory.gateByActivation())).as(wrong + BY_A, A + ", " + DZ)));
    }

    private static Mistake leaky() {
        return new Mistake(
                "leaky-relu-on-hidden",
                Subject.FORWARD,
                "A hidden layer has a leaky ReLU.",
                "A = max(c·Z, Z)·D/keep_prob",
                A,
                "A of units that ReLU would switch off",
                Scope.HIDDEN_LAYERS,
                List.of(
                        Way.scaled(c -> inPlace(ActivationParts.VALUE, leaking(c))
                                        .and(slopeOf(leaking(c))))
                                .as("A = max(c·Z, Z)·D/keep_prob, dZ = c·dA where Z ≤ 0", A + ", " + DZ),
                        Way.scaled(c -> inPlace(ActivationParts.VALUE, leaking(c)))));
    }

    private static ActivationTheory leaking(double c) {
        return new LeakyInPlaceTheory(c);
    }

    private static Change slopeOf(ActivationTheory another) {
        return inPlace(ActivationParts.SLOPE, another);
    }

    private static Mistake ofSlope(String id, String sentence, String wrong, String bites, ActivationTheory another) {
        return new Mistake(
                id,
                Subject.GRADIENT,
                sentence,
                wrong,
                DZ + ", else 0",
                bites,
                Scope.HIDDEN_LAYERS,
                List.of(fixed(slopeOf(another))));
    }
}
