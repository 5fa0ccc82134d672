package org.twinnet.compare.theory.activation;

import static org.twinnet.compare.theory.mistake.Change.patch;
import static org.twinnet.compare.theory.mistake.Way.fixed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.activation.patch.ActivationParts;
import org.twinnet.compare.theory.activation.patch.LeakyInPlaceTheory;
import org.twinnet.compare.theory.activation.patch.MirroredTheory;
import org.twinnet.compare.theory.activation.patch.NoActivationTheory;
import org.twinnet.compare.theory.activation.patch.SlopeAtActivationTheory;
import org.twinnet.compare.theory.activation.patch.SlopeFromTheory;
import org.twinnet.compare.theory.activation.patch.SoftsignRootTheory;
import org.twinnet.compare.theory.mistake.Change;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.Part;
import org.twinnet.compare.theory.mistake.Patch;
import org.twinnet.compare.theory.mistake.Scope;
import org.twinnet.compare.theory.mistake.Setting;
import org.twinnet.compare.theory.mistake.Subject;
import org.twinnet.compare.theory.mistake.Variant;
import org.twinnet.compare.theory.mistake.Way;

/** Mistakes of hidden layers with other activations than ReLU and tanh. */
final class SlopeMistakes {

    private static final String BEHIND = "dZ of the layer and all that comes behind";
    private static final String LEAKY = "A = Z where Z > 0, c·Z elsewhere";
    private static final String OF_LEAKY = "dZ = dA where Z > 0, c·dA elsewhere";
    private static final String OF_ELU = "dZ = dA where Z > 0, dA·(A + 1) elsewhere";
    private static final String OF_RELU = "dZ = dA where Z > 0, 0 elsewhere";

    private SlopeMistakes() {}

    static List<Mistake> ofSigmoid() {
        List<Mistake> all = smooth("sigmoid", "the sigmoid", "A = 1/(1 + e⁻ᶻ)", "dZ = dA·A·(1 − A)");
        all.add(ofSlope(
                "sigmoid-gradient-of-pre-activation",
                "The derivative of the sigmoid takes Z in place of A.",
                "dZ = dA·Z·(1 − Z)",
                "dZ = dA·A·(1 − A)",
                change(ActivationParts.SLOPE, "of Z", right -> new SlopeFromTheory(right, true))));
        all.add(ofSlope(
                "sigmoid-gradient-of-dropped-activation",
                "The derivative of the sigmoid takes A behind mask and scale.",
                "dZ = dA·A·(1 − A) with A = D/keep_prob/(1 + e⁻ᶻ)",
                "dZ = dA·A·(1 − A)",
                Change.vary(Variant.SLOPE_BEHIND_MASK).where(Setting::hasDropout)));
        return only(Activation.Sigmoid.class, all);
    }

    static List<Mistake> ofLeakyRelu() {
        List<Mistake> all = ofAny("leaky-relu", "the leaky ReLU", LEAKY, OF_LEAKY);
        Change value = change(ActivationParts.VALUE, "mirrored", MirroredTheory::new);
        Change slope = change(ActivationParts.SLOPE, "mirrored", MirroredTheory::new);
        all.add(new Mistake(
                "leaky-relu-slope-on-wrong-side",
                Subject.FORWARD,
                "The small slope of the leaky ReLU is on the right.",
                "A = c·Z where Z > 0, Z elsewhere",
                LEAKY,
                "A",
                Scope.HIDDEN_LAYERS,
                List.of(
                        fixed(value.and(slope))
                                .as(
                                        "A = c·Z and dZ = c·dA where Z > 0, Z and dA elsewhere",
                                        "A = Z and dZ = dA where Z > 0, c·Z and c·dA elsewhere"),
                        fixed(value))));
        all.add(ofSlope(
                "leaky-relu-gradient-on-wrong-side",
                "The small slope of the leaky ReLU is on the right in its derivative.",
                "dZ = c·dA where Z > 0, dA elsewhere",
                OF_LEAKY,
                slope));
        all.add(ofSlope(
                "leaky-relu-gradient-relu",
                "The derivative is that of ReLU.",
                OF_RELU,
                OF_LEAKY,
                slopeOf(new ReluTheory())));
        all.add(new Mistake(
                "leaky-relu-slope-differs",
                Subject.FORWARD,
                "The leaky ReLU has another slope than the trace states.",
                "A = Z where Z > 0, c′·Z elsewhere",
                LEAKY,
                "A of units below 0",
                Scope.HIDDEN_LAYERS,
                List.of(
                        Way.scaled(c -> valueOf(new LeakyInPlaceTheory(c)).and(slopeOf(new LeakyInPlaceTheory(c)))),
                        Way.scaled(c -> valueOf(new LeakyInPlaceTheory(c))),
                        Way.scaled(c -> slopeOf(new LeakyInPlaceTheory(c)))
                                .as("dZ = dA where Z > 0, c′·dA elsewhere", OF_LEAKY))));
        return only(Activation.LeakyRelu.class, all);
    }

    static List<Mistake> ofElu() {
        List<Mistake> all = smooth("elu", "the ELU", "A = Z where Z > 0, eᶻ − 1 elsewhere", OF_ELU);
        all.add(ofSlope(
                "elu-gradient-without-one",
                "The derivative of the ELU takes A where it should take A + 1.",
                "dZ = dA where Z > 0, dA·A elsewhere",
                OF_ELU,
                change(ActivationParts.SLOPE, "without one", right -> new SlopeFromTheory(right, false))));
        all.add(ofSlope(
                "elu-gradient-relu", "The derivative is that of ReLU.", OF_RELU, OF_ELU, slopeOf(new ReluTheory())));
        return only(Activation.Elu.class, all);
    }

    static List<Mistake> ofSoftplus() {
        return only(Activation.Softplus.class, smooth("softplus", "softplus", "A = ln(1 + eᶻ)", "dZ = dA/(1 + e⁻ᶻ)"));
    }

    static List<Mistake> ofGelu() {
        return only(Activation.Gelu.class, smooth("gelu", "GELU", "A = Z·Φ(Z)", "dZ = dA·(Φ(Z) + Z·φ(Z))"));
    }

    static List<Mistake> ofSwish() {
        return only(
                Activation.Swish.class, smooth("swish", "swish", "A = Z·σ(Z)", "dZ = dA·(σ(Z) + Z·σ(Z)·(1 − σ(Z)))"));
    }

    static List<Mistake> ofSoftsign() {
        String dZ = "dZ = dA/(1 + |Z|)²";
        List<Mistake> all = smooth("softsign", "the softsign", "A = Z/(1 + |Z|)", dZ);
        all.add(ofSlope(
                "softsign-gradient-not-squared",
                "The derivative of the softsign lacks its square.",
                "dZ = dA/(1 + |Z|)",
                dZ,
                change(ActivationParts.SLOPE, "not squared", SoftsignRootTheory::new)));
        return only(Activation.Softsign.class, all);
    }

    /** Those of layers with this activation; other layers of a network stay as they are. */
    static List<Mistake> only(Class<? extends Activation> kind, List<Mistake> mistakes) {
        return mistakes.stream()
                .map(mistake -> mistake.where(setting -> isOf(kind, setting)))
                .toList();
    }

    /** The output's layer is left to the mistakes of the output. */
    private static boolean isOf(Class<? extends Activation> kind, Setting setting) {
        return setting.layer() == setting.depth() || kind.isInstance(setting.activation());
    }

    private static List<Mistake> ofAny(String id, String name, String A, String dZ) {
        return new ArrayList<>(List.of(
                ofSlope(
                        id + "-gradient-missing",
                        "The derivative of " + name + " is left out.",
                        "dZ = dA",
                        dZ,
                        slopeOf(new NoActivationTheory())),
                new Mistake(
                        "relu-in-place-of-" + id,
                        Subject.FORWARD,
                        "A hidden layer has ReLU in place of " + name + ".",
                        "A = max(0, Z), dZ = dA where Z > 0",
                        A + "; " + dZ,
                        "A",
                        Scope.HIDDEN_LAYERS,
                        List.of(fixed(valueOf(new ReluTheory()).and(slopeOf(new ReluTheory())))))));
    }

    private static List<Mistake> smooth(String id, String name, String A, String dZ) {
        List<Mistake> all = ofAny(id, name, A, dZ);
        all.add(ofSlope(
                id + "-gradient-at-activation",
                "The derivative of " + name + " is taken at A in place of Z.",
                "dZ = dA·g′(A)",
                dZ,
                change(ActivationParts.SLOPE, "at A", SlopeAtActivationTheory::new)));
        return all;
    }

    private static Mistake ofSlope(String id, String sentence, String wrong, String right, Change change) {
        return new Mistake(
                id, Subject.GRADIENT, sentence, wrong, right, BEHIND, Scope.HIDDEN_LAYERS, List.of(fixed(change)));
    }

    private static Change slopeOf(ActivationTheory another) {
        return Change.inPlace(ActivationParts.SLOPE, another);
    }

    private static Change valueOf(ActivationTheory another) {
        return Change.inPlace(ActivationParts.VALUE, another);
    }

    private static Change change(Part<ActivationTheory> part, String kind, UnaryOperator<ActivationTheory> patched) {
        return patch(part, setting -> Patch.change(kind, patched));
    }
}
