package org.twinnet.compare.theory.dropout;

import static org.twinnet.compare.theory.mistake.Change.patch;
import static org.twinnet.compare.theory.mistake.Change.vary;
import static org.twinnet.compare.theory.mistake.Way.fixed;

import java.util.List;
import org.twinnet.compare.theory.mistake.Change;
import org.twinnet.compare.theory.mistake.KnownNumber;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.Part;
import org.twinnet.compare.theory.mistake.Patch;
import org.twinnet.compare.theory.mistake.Scope;
import org.twinnet.compare.theory.mistake.Subject;
import org.twinnet.compare.theory.mistake.Variant;
import org.twinnet.compare.theory.mistake.Way;

/** Mistakes of the scale of inverted dropout, forward and backward. */
final class DropoutMistakes {

    static final String A = "A = ReLU(Z)·D/keep_prob";
    static final String DA = "dA = Wᵀ·dZ·D/keep_prob";
    private static final String BOTH = A + ", " + DA;

    private DropoutMistakes() {}

    static Mistake notScaledForward() {
        return new Mistake(
                "dropout-not-scaled-forward",
                Subject.DROPOUT,
                "Activations are dropped but not divided by the keep probability.",
                "A = ReLU(Z)·D",
                A,
                "A of the layer; prediction sees larger activations than training",
                Scope.HIDDEN_LAYERS,
                List.of(forward(KnownNumber.KEEP), both(KnownNumber.KEEP).as("A = ReLU(Z)·D, dA = Wᵀ·dZ·D", BOTH)));
    }

    static Mistake notScaledBackward() {
        return new Mistake(
                "dropout-not-scaled-backward",
                Subject.DROPOUT,
                "Gradients are dropped but not divided by the keep probability.",
                "dA = Wᵀ·dZ·D",
                DA,
                "dA of the layer and all that comes behind",
                Scope.HIDDEN_LAYERS,
                List.of(backward(KnownNumber.KEEP)));
    }

    static Mistake probabilityInverted() {
        return new Mistake(
                "dropout-probability-inverted",
                Subject.DROPOUT,
                "The keep probability is taken for the probability to drop.",
                "D = rand < 1 − keep_prob",
                "D = rand < keep_prob",
                "the masks: most units are dropped; or the factor 1/(1 − keep_prob)",
                Scope.HIDDEN_LAYERS,
                List.of(
                        forward(KnownNumber.KEEP_PER_DROP).as("A = ReLU(Z)·D/(1 − keep_prob)", A),
                        both(KnownNumber.KEEP_PER_DROP)
                                .as("A = ReLU(Z)·D/(1 − keep_prob), dA = Wᵀ·dZ·D/(1 − keep_prob)", BOTH),
                        backward(KnownNumber.KEEP_PER_DROP).as("dA = Wᵀ·dZ·D/(1 − keep_prob)", DA)));
    }

    static Mistake layerSkipped() {
        Change forward = vary(Variant.MASK_IGNORED_FORWARD).and(keep(DropoutParts.FORWARD));
        return new Mistake(
                "dropout-layer-skipped",
                Subject.DROPOUT,
                "A hidden layer is not dropped.",
                "A = ReLU(Z), dA = Wᵀ·dZ",
                BOTH,
                "A of the layer",
                Scope.HIDDEN_LAYERS,
                List.of(
                        fixed(forward.and(vary(Variant.MASK_IGNORED_BACKWARD)).and(keep(DropoutParts.BACKWARD))),
                        fixed(forward).as("A = ReLU(Z)", A)));
    }

    static List<Mistake> otherScales() {
        return List.of(
                new Mistake(
                        "dropout-scaled-twice",
                        Subject.DROPOUT,
                        "Activations or gradients are divided by the keep probability twice.",
                        "A = ReLU(Z)·D/keep_prob²",
                        A,
                        "A, or dA",
                        Scope.HIDDEN_LAYERS,
                        List.of(
                                forward(KnownNumber.PER_KEEP),
                                both(KnownNumber.PER_KEEP)
                                        .as("A = ReLU(Z)·D/keep_prob², dA = Wᵀ·dZ·D/keep_prob²", BOTH),
                                backward(KnownNumber.PER_KEEP).as("dA = Wᵀ·dZ·D/keep_prob²", DA))),
                new Mistake(
                        "dropout-multiplied-not-divided",
                        Subject.DROPOUT,
                        "Activations or gradients are multiplied with the keep probability in training.",
                        "A = ReLU(Z)·D·keep_prob",
                        A,
                        "A, or dA",
                        Scope.HIDDEN_LAYERS,
                        List.of(
                                forward(KnownNumber.KEEP_SQUARED),
                                both(KnownNumber.KEEP_SQUARED)
                                        .as("A = ReLU(Z)·D·keep_prob, dA = Wᵀ·dZ·D·keep_prob", BOTH),
                                backward(KnownNumber.KEEP_SQUARED).as("dA = Wᵀ·dZ·D·keep_prob", DA))));
    }

    static Mistake scaleDiffers() {
        return new Mistake(
                "dropout-scale-differs",
                Subject.DROPOUT,
                "The factor behind the mask is not one over the keep probability.",
                "A = ReLU(Z)·D·c/keep_prob",
                A,
                "A, or dA",
                Scope.HIDDEN_LAYERS,
                List.of(
                        Way.scaled(c -> scale(DropoutParts.FORWARD, c)),
                        Way.scaled(c -> scale(DropoutParts.FORWARD, c).and(scale(DropoutParts.BACKWARD, c)))
                                .as("A = ReLU(Z)·D·c/keep_prob, dA = Wᵀ·dZ·D·c/keep_prob", BOTH),
                        Way.scaled(c -> scale(DropoutParts.BACKWARD, c)).as("dA = Wᵀ·dZ·D·c/keep_prob", DA)));
    }

    private static Way forward(KnownNumber factor) {
        return Way.factor(factor, c -> scale(DropoutParts.FORWARD, c));
    }

    private static Way backward(KnownNumber factor) {
        return Way.factor(factor, c -> scale(DropoutParts.BACKWARD, c));
    }

    private static Way both(KnownNumber factor) {
        return Way.factor(factor, c -> scale(DropoutParts.FORWARD, c).and(scale(DropoutParts.BACKWARD, c)));
    }

    private static Change scale(Part<DropoutTheory> part, double factor) {
        return patch(part, setting -> Patch.factor(factor, ScaledDropoutTheory::new));
    }

    /** Not divided. */
    static Change keep(Part<DropoutTheory> part) {
        return patch(part, setting -> Patch.factor(setting.keep(), ScaledDropoutTheory::new));
    }
}
