package org.twinnet.compare.theory.optimizer;

import static org.twinnet.compare.theory.mistake.Change.inPlace;
import static org.twinnet.compare.theory.mistake.Change.patch;
import static org.twinnet.compare.theory.mistake.Change.vary;
import static org.twinnet.compare.theory.mistake.Way.fixed;

import java.util.List;
import java.util.stream.Stream;
import org.twinnet.compare.theory.mistake.Change;
import org.twinnet.compare.theory.mistake.KnownNumber;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.NumberSearch;
import org.twinnet.compare.theory.mistake.Part;
import org.twinnet.compare.theory.mistake.Patch;
import org.twinnet.compare.theory.mistake.Scope;
import org.twinnet.compare.theory.mistake.Setting;
import org.twinnet.compare.theory.mistake.Subject;
import org.twinnet.compare.theory.mistake.Variant;
import org.twinnet.compare.theory.mistake.Way;
import org.twinnet.compare.theory.schedule.FallingRateTheory;

/** Mistakes of the step along a direction, and of gradient descent: updates by another rule. */
final class UpdateMistakes {

    private static final String W = "W − α·dW";
    private static final String ADAM = "m = β₁·m + (1 − β₁)·dW, s = β₂·s + (1 − β₂)·dW², W − α·m̂/(√ŝ + ε)";

    private UpdateMistakes() {}

    /** Those of gradient descent. */
    static List<Mistake> all() {
        return Stream.of(ofStep("dW", "db"), ofRule(), List.of(falling("dW")))
                .flatMap(List::stream)
                .toList();
    }

    /** Those of a step along a direction, however that comes about. */
    static List<Mistake> ofDirection(String direction) {
        return Stream.of(ofStep(direction, direction), List.of(falling(direction)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Mistake> ofStep(String dW, String db) {
        String w = "W − α·" + dW;
        String b = "b − α·" + db;
        String both = w + ", " + b;
        String wUp = "W + α·" + dW;
        String bUp = "b + α·" + db;
        String wOther = "W − c·α·" + dW;
        String bOther = "b − c·α·" + db;
        return List.of(
                new Mistake(
                        "update-sign",
                        Subject.UPDATE,
                        "The update goes up the gradient.",
                        wUp + ", " + bUp,
                        both,
                        "W and b after the update",
                        Scope.ALL_LAYERS,
                        List.of(
                                Way.factor(KnownNumber.MINUS_ONE, UpdateMistakes::both),
                                Way.factor(KnownNumber.MINUS_ONE, c -> step(OptimizerParts.WEIGHT_STEP, c))
                                        .as(wUp, w),
                                Way.factor(KnownNumber.MINUS_ONE, c -> step(OptimizerParts.BIAS_STEP, c))
                                        .as(bUp, b))),
                new Mistake(
                        "bias-not-updated",
                        Subject.UPDATE,
                        "The biases are not updated.",
                        "b",
                        b,
                        "b after the update",
                        Scope.LAYERS,
                        List.of(
                                fixed(step(OptimizerParts.BIAS_STEP, 0)),
                                fixed(step(OptimizerParts.BIAS_STEP, 0).and(vary(Variant.BIAS_STATE_STILL))))),
                new Mistake(
                        "weights-not-updated",
                        Subject.UPDATE,
                        "The weights are not updated.",
                        "W",
                        w,
                        "W after the update",
                        Scope.LAYERS,
                        List.of(
                                fixed(step(OptimizerParts.WEIGHT_STEP, 0)),
                                fixed(both(0)).as("W, b", both),
                                fixed(step(OptimizerParts.WEIGHT_STEP, 0).and(vary(Variant.WEIGHT_STATE_STILL))),
                                fixed(both(0).and(vary(Variant.WEIGHT_STATE_STILL, Variant.BIAS_STATE_STILL)))
                                        .as("W, b", both))),
                new Mistake(
                        "learning-rate-differs",
                        Subject.UPDATE,
                        "The update takes another learning rate than the trace states.",
                        wOther + ", " + bOther,
                        both,
                        "W and b after the update",
                        Scope.ALL_LAYERS,
                        List.of(
                                Way.scaled(UpdateMistakes::both),
                                Way.scaled(c -> step(OptimizerParts.WEIGHT_STEP, c))
                                        .as(wOther, w),
                                Way.scaled(c -> step(OptimizerParts.BIAS_STEP, c))
                                        .as(bOther, b),
                                Way.searched(NumberSearch.STEP, UpdateMistakes::both))));
    }

    private static List<Mistake> ofRule() {
        return List.of(
                new Mistake(
                        "optimizer-momentum",
                        Subject.UPDATE,
                        "The update is that of gradient descent with momentum.",
                        "v = μ·v + dW, W − α·v",
                        W,
                        "W and b from the second update on, and the costs behind it",
                        Scope.NETWORK,
                        List.of(momentum(false), momentum(true).as("v = μ·v + (1 − μ)·dW, W − α·v", W))),
                new Mistake(
                        "optimizer-adam",
                        Subject.UPDATE,
                        "The update is that of Adam.",
                        ADAM,
                        W,
                        "W and b after the update; the first step is α for every weight",
                        Scope.NETWORK,
                        List.of(
                                fixed(inPlace(OptimizerParts.RULE, AdamInPlaceTheory.USUAL)),
                                fixed(inPlace(OptimizerParts.RULE, AdamInPlaceTheory.OF_KERAS))
                                        .as(ADAM + ", ε = 10⁻⁷", W),
                                fixed(inPlace(OptimizerParts.RULE, AdamInPlaceTheory.UNCORRECTED))
                                        .as(ADAM + ", not corrected for the first steps", W))));
    }

    private static Mistake falling(String dW) {
        String w = "W − α·" + dW;
        return new Mistake(
                "learning-rate-decay",
                Subject.UPDATE,
                "The learning rate falls from iteration to iteration.",
                "W − α/(1 + d·t)·" + dW,
                w,
                "W and b after the update, the later the more",
                Scope.NETWORK,
                List.of(
                        falling(FallingRateTheory.Form.HYPERBOLA, NumberSearch.DECAY, false),
                        falling(FallingRateTheory.Form.POWER, NumberSearch.SHARE, false)
                                .as("W − α·dᵗ·" + dW, w),
                        falling(FallingRateTheory.Form.LINE, NumberSearch.DECAY, false)
                                .as("W − α·(1 − d·t)·" + dW, w),
                        falling(FallingRateTheory.Form.HYPERBOLA, NumberSearch.DECAY, true)
                                .as("W − α/(1 + d·(t + 1))·" + dW, w),
                        falling(FallingRateTheory.Form.POWER, NumberSearch.SHARE, true)
                                .as("W − α·dᵗ⁺¹·" + dW, w)));
    }

    /** Of all parameters. */
    private static Change both(double factor) {
        Change normalized = step(OptimizerParts.SCALE_STEP, factor).and(step(OptimizerParts.SHIFT_STEP, factor));
        return step(OptimizerParts.WEIGHT_STEP, factor)
                .and(step(OptimizerParts.BIAS_STEP, factor))
                .and(normalized.where(Setting::isNormalized));
    }

    private static Change step(Part<Double> part, double factor) {
        return patch(part, setting -> Patch.factor(factor));
    }

    private static Way momentum(boolean average) {
        return Way.searched(NumberSearch.SHARE, mu -> inPlace(OptimizerParts.RULE, new MomentumTheory(mu, average)));
    }

    private static Way falling(FallingRateTheory.Form form, NumberSearch search, boolean fromOne) {
        return Way.searched(
                search,
                d -> patch(
                        OptimizerParts.RATE,
                        setting -> Patch.change(
                                "falls", right -> new FallingRateTheory(right, form, d, fromOne), form, d, fromOne)));
    }
}
