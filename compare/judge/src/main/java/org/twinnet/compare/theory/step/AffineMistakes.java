package org.twinnet.compare.theory.step;

import static org.twinnet.compare.theory.mistake.Change.vary;
import static org.twinnet.compare.theory.mistake.Way.fixed;

import java.util.List;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.Scope;
import org.twinnet.compare.theory.mistake.Subject;
import org.twinnet.compare.theory.mistake.Variant;

/** Mistakes of a dense layer in what its products are taken of. */
final class AffineMistakes {

    private static final String DW = "dW = dZ·Aᵀ/m + λ/m·W";

    private AffineMistakes() {}

    static List<Mistake> ofForward() {
        String right = "Z = W·A + b, dA = Wᵀ·dZ";
        return List.of(
                new Mistake(
                        "weights-transposed",
                        Subject.FORWARD,
                        "The weights are used, or stored, the other way round.",
                        "Z = Wᵀ·A + b, dA = W·dZ",
                        right,
                        "Z or dA of square layers; elsewhere the shapes",
                        Scope.LAYERS,
                        List.of(
                                fixed(vary(Variant.WEIGHTS_TRANSPOSED_FORWARD, Variant.WEIGHTS_TRANSPOSED_BACKWARD)),
                                fixed(vary(Variant.WEIGHTS_TRANSPOSED_FORWARD)).as("Z = Wᵀ·A + b, dA = Wᵀ·dZ", right),
                                fixed(vary(Variant.WEIGHTS_TRANSPOSED_BACKWARD)).as("dA = W·dZ", "dA = Wᵀ·dZ"))),
                new Mistake(
                        "bias-not-added",
                        Subject.FORWARD,
                        "The biases are left out of the forward pass.",
                        "Z = W·A",
                        "Z = W·A + b",
                        "Z as soon as a bias is not 0",
                        Scope.LAYERS,
                        List.of(fixed(vary(Variant.BIAS_NOT_ADDED)))));
    }

    static List<Mistake> ofGradient() {
        return List.of(
                new Mistake(
                        "gradients-accumulated",
                        Subject.GRADIENT,
                        "The gradients are not set to zero before an iteration, and add up.",
                        "dW(i) = dW(i − 1) + dZ·Aᵀ/m + λ/m·W, and so db",
                        DW,
                        "dW and db of every iteration but the first",
                        Scope.NETWORK,
                        List.of(fixed(vary(Variant.GRADIENTS_ACCUMULATED)))),
                new Mistake(
                        "backprop-uses-updated-weights",
                        Subject.GRADIENT,
                        "A layer is updated before the gradient has passed through it.",
                        "dA = W(i+1)ᵀ·dZ",
                        "dA = W(i)ᵀ·dZ",
                        "dA",
                        Scope.HIDDEN_LAYERS,
                        List.of(fixed(vary(Variant.UPDATED_WEIGHTS)))),
                new Mistake(
                        "weight-gradient-of-pre-activation",
                        Subject.GRADIENT,
                        "dW takes Z of the layer before in place of A.",
                        "dW = dZ·Zᵀ/m",
                        DW,
                        "dW",
                        Scope.LATER_LAYERS,
                        List.of(fixed(vary(Variant.GRADIENT_OF_PRE_ACTIVATION)))),
                new Mistake(
                        "weight-gradient-of-undropped-activation",
                        Subject.GRADIENT,
                        "dW takes the activation before dropout.",
                        "dW = dZ·ReLU(Z)ᵀ/m",
                        DW,
                        "dW under dropout",
                        Scope.LATER_LAYERS,
                        List.of(fixed(vary(Variant.GRADIENT_OF_UNDROPPED)))));
    }
}
