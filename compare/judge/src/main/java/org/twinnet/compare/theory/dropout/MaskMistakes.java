package org.twinnet.compare.theory.dropout;

import static org.twinnet.compare.theory.mistake.Change.vary;
import static org.twinnet.compare.theory.mistake.Way.fixed;

import java.util.List;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.theory.activation.ReluTheory;
import org.twinnet.compare.theory.mistake.Change;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.Scope;
import org.twinnet.compare.theory.mistake.Subject;
import org.twinnet.compare.theory.mistake.Variant;
import org.twinnet.compare.theory.mistake.Way;

/** Mistakes of the masks of dropout, forward and backward. */
final class MaskMistakes {

    private static final String A = DropoutMistakes.A;
    private static final String DA = DropoutMistakes.DA;
    private static final String DZ = "dZ = dA where Z > 0";

    private MaskMistakes() {}

    static Mistake missingBackward() {
        Change ignored = vary(Variant.MASK_IGNORED_BACKWARD);
        Change unscaled = ignored.and(DropoutMistakes.keep(DropoutParts.BACKWARD));
        return new Mistake(
                "dropout-mask-missing-backward",
                Subject.DROPOUT,
                "The mask of the forward pass is not applied to the gradient.",
                "dA = Wᵀ·dZ/keep_prob",
                DA,
                "dA of dropped units",
                Scope.HIDDEN_LAYERS,
                List.of(
                        fixed(ignored),
                        byActivation(ignored).as("dA = Wᵀ·dZ/keep_prob, dZ = dA where A > 0", DA + ", " + DZ),
                        fixed(unscaled).as("dA = Wᵀ·dZ", DA),
                        byActivation(unscaled).as("dA = Wᵀ·dZ, dZ = dA where A > 0", DA + ", " + DZ)));
    }

    static Mistake redrawnBackward() {
        Change redrawn = vary(Variant.MASK_REDRAWN_BACKWARD);
        return new Mistake(
                "dropout-mask-redrawn-backward",
                Subject.DROPOUT,
                "The backward pass draws a mask of its own.",
                "dA = Wᵀ·dZ·D′/keep_prob",
                DA,
                "dA of units that only one of the masks drops",
                Scope.HIDDEN_LAYERS,
                List.of(
                        fixed(redrawn),
                        byActivation(redrawn).as("dA = Wᵀ·dZ·D′/keep_prob, dZ = dA where A > 0", DA + ", " + DZ)));
    }

    /** The gate of a ReLU, which no other activation has. */
    private static Way byActivation(Change change) {
        return fixed(change.and(ReluTheory.gateByActivation()))
                .where(setting -> setting.activation() instanceof Activation.Relu);
    }

    static List<Mistake> shared() {
        return List.of(
                new Mistake(
                        "dropout-mask-per-unit",
                        Subject.DROPOUT,
                        "All examples share one mask, drawn once for each unit.",
                        "D of shape (units, 1)",
                        "D of shape (units, m)",
                        "the masks: all columns are equal",
                        Scope.HIDDEN_LAYERS,
                        List.of(fixed(vary(Variant.MASK_PER_UNIT)))),
                new Mistake(
                        "dropout-mask-per-example",
                        Subject.DROPOUT,
                        "All units of an example are dropped together.",
                        "D of shape (1, m)",
                        "D of shape (units, m)",
                        "the masks: all rows are equal",
                        Scope.HIDDEN_LAYERS,
                        List.of(fixed(vary(Variant.MASK_PER_EXAMPLE)))));
    }

    static Mistake missingForward() {
        return new Mistake(
                "dropout-mask-missing-forward",
                Subject.DROPOUT,
                "Activations are divided by the keep probability, but none is dropped.",
                "A = ReLU(Z)/keep_prob",
                A,
                "A of units that should be dropped",
                Scope.HIDDEN_LAYERS,
                List.of(
                        fixed(vary(Variant.MASK_IGNORED_FORWARD)),
                        fixed(vary(Variant.MASK_IGNORED_FORWARD, Variant.MASK_IGNORED_BACKWARD))
                                .as("A = ReLU(Z)/keep_prob, dA = Wᵀ·dZ/keep_prob", A + ", " + DA)));
    }

    static Mistake onInput() {
        Change forward = vary(Variant.INPUT_DROPPED);
        Change both = vary(Variant.INPUT_DROPPED, Variant.INPUT_DROPPED_BACKWARD);
        Change unscaled = DropoutMistakes.keep(DropoutParts.FORWARD);
        String right = "Z¹ = W¹·X + b¹";
        String rightGradient = "Z¹ = W¹·X + b¹, dW¹ = dZ¹·Xᵀ/m";
        return new Mistake(
                        "dropout-on-input",
                        Subject.DROPOUT,
                        "The features are dropped too.",
                        "Z¹ = W¹·(X·D⁰/keep_prob) + b¹",
                        right,
                        "Z of layer 1, for the examples that lose a feature",
                        Scope.NETWORK,
                        List.of(
                                fixed(both),
                                fixed(forward).as("Z¹ = W¹·(X·D⁰/keep_prob) + b¹, dW¹ = dZ¹·Xᵀ/m", rightGradient),
                                fixed(both.and(unscaled)).as("Z¹ = W¹·(X·D⁰) + b¹", right),
                                fixed(forward.and(unscaled)).as("Z¹ = W¹·(X·D⁰) + b¹, dW¹ = dZ¹·Xᵀ/m", rightGradient)))
                .where(setting -> setting.experiment().inputKeepProb() == 1);
    }

    static Mistake transposed() {
        return new Mistake(
                "mask-transposed",
                Subject.DROPOUT,
                "The mask is filled, or stored, the other way round.",
                "A = ReLU(Z)·Dᵀ/keep_prob",
                A,
                "A of units that only one of the masks drops",
                Scope.HIDDEN_LAYERS,
                List.of(fixed(vary(Variant.MASK_TRANSPOSED))));
    }
}
