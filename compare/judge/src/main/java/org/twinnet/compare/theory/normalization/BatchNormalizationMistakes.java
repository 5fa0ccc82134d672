package org.twinnet.compare.theory.normalization;

import static org.twinnet.compare.theory.mistake.Change.patch;
import static org.twinnet.compare.theory.mistake.Change.vary;
import static org.twinnet.compare.theory.mistake.Way.fixed;
import static org.twinnet.compare.theory.normalization.Deviation.EPSILON_MISSING;
import static org.twinnet.compare.theory.normalization.Deviation.EPSILON_OUTSIDE_ROOT;
import static org.twinnet.compare.theory.normalization.Deviation.MEAN_CONSTANT;
import static org.twinnet.compare.theory.normalization.Deviation.QUOTIENT_LEFT_OUT;
import static org.twinnet.compare.theory.normalization.Deviation.QUOTIENT_WITHOUT_EPSILON;
import static org.twinnet.compare.theory.normalization.Deviation.ROOT_MISSING;
import static org.twinnet.compare.theory.normalization.Deviation.SCALE_GRADIENT_OF_Z;
import static org.twinnet.compare.theory.normalization.Deviation.SCALE_LEFT_OUT;
import static org.twinnet.compare.theory.normalization.Deviation.SHIFT_LEFT_OUT;
import static org.twinnet.compare.theory.normalization.Deviation.SLOPE_OF_DEVIATION;
import static org.twinnet.compare.theory.normalization.Deviation.VARIANCE_CONSTANT;
import static org.twinnet.compare.theory.normalization.Deviation.VARIANCE_UNBIASED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.twinnet.compare.theory.AveragedOver;
import org.twinnet.compare.theory.mistake.Change;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.Part;
import org.twinnet.compare.theory.mistake.Patch;
import org.twinnet.compare.theory.mistake.Scope;
import org.twinnet.compare.theory.mistake.Setting;
import org.twinnet.compare.theory.mistake.Subject;
import org.twinnet.compare.theory.mistake.Variant;
import org.twinnet.compare.theory.mistake.Way;
import org.twinnet.compare.theory.optimizer.OptimizerParts;

/** Mistakes of batch normalization in training, forward and backward, and in the updates of scale and shift. */
final class BatchNormalizationMistakes {

    private static final String N = "N = (Z − μ)/√(σ² + ε)";
    private static final String DZ = "dZ = (g − mean g − N·mean(g·N))/√(σ² + ε) with g = γ·dY";
    private static final String FORWARD = "N, A and all that comes behind";
    private static final String BACKWARD = "dZ of the layer and all that comes behind";

    private BatchNormalizationMistakes() {}

    static List<Mistake> all() {
        return Stream.of(ofValue(), ofSlope(), ofParameters(), RunningStatisticsMistakes.all())
                .flatMap(List::stream)
                .map(mistake -> mistake.where(Setting::isNormalized))
                .toList();
    }

    private static List<Mistake> ofValue() {
        return List.of(
                forward(
                        "batch-norm-running-statistics-in-training",
                        "Training normalizes by the running statistics, which are for predictions.",
                        "N = (Z − running_mean)/√(running_var + ε)",
                        byRunningStatistics()),
                forward(
                        "batch-norm-variance-unbiased",
                        "The variance of the batch is divided by m − 1.",
                        "σ² = Σ (Z − μ)²/(m − 1)",
                        both(VARIANCE_UNBIASED)),
                forward(
                        "batch-norm-epsilon-outside-root",
                        "ε is added to the root, not under it.",
                        "N = (Z − μ)/(σ + ε)",
                        both(EPSILON_OUTSIDE_ROOT)),
                forward(
                        "batch-norm-epsilon-missing",
                        "ε is left out.",
                        "N = (Z − μ)/σ",
                        List.of(
                                fixed(value(EPSILON_MISSING).and(slope(EPSILON_MISSING))),
                                fixed(value(EPSILON_MISSING)))),
                forward(
                        "batch-norm-root-missing",
                        "Z is divided by the variance, not by its root.",
                        "N = (Z − μ)/(σ² + ε)",
                        both(ROOT_MISSING)),
                forward(
                        "batch-norm-scale-not-applied",
                        "γ is left out forward.",
                        "Y = N + β",
                        List.of(
                                fixed(value(SCALE_LEFT_OUT)),
                                fixed(value(SCALE_LEFT_OUT).and(slope(SCALE_LEFT_OUT))))),
                forward(
                        "batch-norm-shift-not-applied",
                        "β is left out.",
                        "Y = γ·N",
                        List.of(fixed(value(SHIFT_LEFT_OUT)))));
    }

    /** Written out backward with what was used forward, or as a program that differentiates itself has it. */
    private static List<Way> both(Deviation deviation) {
        return List.of(
                fixed(value(deviation).and(slope(deviation))),
                fixed(value(deviation).and(slope(deviation, SLOPE_OF_DEVIATION))),
                fixed(value(deviation)));
    }

    /** As they were before the batch or with it, as constants backward or not, and kept as μ and σ² or not. */
    private static List<Way> byRunningStatistics() {
        List<Way> ways = new ArrayList<>();
        for (Variant used : List.of(Variant.RUNNING_STATISTICS_IN_TRAINING, Variant.UPDATED_STATISTICS_IN_TRAINING)) {
            for (Change shown : List.of(Change.nothing(), vary(Variant.RUNNING_STATISTICS_SHOWN))) {
                ways.add(fixed(vary(used).and(shown)));
                ways.add(fixed(vary(used).and(shown).and(slope(MEAN_CONSTANT, VARIANCE_CONSTANT))));
            }
        }
        return ways;
    }

    private static Mistake forward(String id, String sentence, String wrong, List<Way> ways) {
        String right = wrong.startsWith("Y") ? "Y = γ·N + β" : wrong.startsWith("σ") ? "σ² = Σ (Z − μ)²/m" : N;
        return new Mistake(id, Subject.FORWARD, sentence, wrong, right, FORWARD, Scope.LAYERS, ways);
    }

    private static List<Mistake> ofSlope() {
        return List.of(
                backward(
                        "batch-norm-gradient-without-statistics",
                        "Mean and variance are taken for constants.",
                        "dZ = g/√(σ² + ε)",
                        slope(MEAN_CONSTANT, VARIANCE_CONSTANT)),
                backward(
                        "batch-norm-gradient-without-mean",
                        "The gradient through the mean is forgotten.",
                        "dZ = (g − N·mean(g·N))/√(σ² + ε)",
                        slope(MEAN_CONSTANT)),
                backward(
                        "batch-norm-gradient-without-variance",
                        "The gradient through the variance is forgotten.",
                        "dZ = (g − mean g)/√(σ² + ε)",
                        slope(VARIANCE_CONSTANT)),
                backward(
                        "batch-norm-gradient-without-scale",
                        "γ is left out backward.",
                        "dZ = (dY − mean dY − N·mean(dY·N))/√(σ² + ε)",
                        slope(SCALE_LEFT_OUT)),
                backward(
                        "batch-norm-gradient-not-divided",
                        "The root of the variance is left out backward.",
                        "dZ = g − mean g − N·mean(g·N)",
                        slope(QUOTIENT_LEFT_OUT)),
                backward(
                        "batch-norm-gradient-epsilon-missing",
                        "ε is left out backward.",
                        "dZ = (g − mean g − N·mean(g·N))/σ",
                        slope(QUOTIENT_WITHOUT_EPSILON),
                        slope(EPSILON_MISSING)));
    }

    private static Mistake backward(String id, String sentence, String wrong, Change... changes) {
        List<Way> ways = Arrays.stream(changes).map(Way::fixed).toList();
        return new Mistake(id, Subject.GRADIENT, sentence, wrong, DZ, BACKWARD, Scope.LAYERS, ways);
    }

    private static List<Mistake> ofParameters() {
        String scale = "dγ = Σ dY·N/m";
        String shift = "dβ = Σ dY/m";
        return List.of(
                ofParameter(
                        "batch-norm-scale-gradient-of-pre-activation",
                        "The gradient of γ takes Z in place of N.",
                        "dγ = Σ dY·Z/m",
                        scale,
                        List.of(fixed(slope(SCALE_GRADIENT_OF_Z)))),
                ofParameter(
                        "batch-norm-gradient-not-averaged",
                        "The gradients of γ and β are summed over the examples, not averaged.",
                        "dγ = Σ dY·N, dβ = Σ dY",
                        scale + ", " + shift,
                        List.of(
                                fixed(summed(NormalizationParts.SCALE_OVER).and(summed(NormalizationParts.SHIFT_OVER))),
                                fixed(summed(NormalizationParts.SCALE_OVER)).as("dγ = Σ dY·N", scale),
                                fixed(summed(NormalizationParts.SHIFT_OVER)).as("dβ = Σ dY", shift))),
                ofParameter(
                        "batch-norm-gradient-factor",
                        "The gradient of γ or β is off by a constant factor.",
                        "dγ = c·Σ dY·N/m",
                        scale,
                        List.of(
                                Way.scaled(BatchNormalizationMistakes::scales),
                                Way.scaled(BatchNormalizationMistakes::shifts).as("dβ = c·Σ dY/m", shift),
                                Way.scaled(c -> scales(c).and(shifts(c)))
                                        .as("dγ = c·Σ dY·N/m, dβ = c·Σ dY/m", scale + ", " + shift))),
                still(
                        "batch-norm-not-updated",
                        "γ and β are not updated.",
                        "γ, β",
                        "γ − α·dγ, β − α·dβ",
                        List.of(
                                fixed(step(OptimizerParts.SCALE_STEP).and(step(OptimizerParts.SHIFT_STEP))),
                                fixed(step(OptimizerParts.SCALE_STEP)).as("γ", "γ − α·dγ"),
                                fixed(step(OptimizerParts.SHIFT_STEP)).as("β", "β − α·dβ"))));
    }

    private static Mistake ofParameter(String id, String sentence, String wrong, String right, List<Way> ways) {
        return new Mistake(
                id, Subject.GRADIENT, sentence, wrong, right, "dγ or dβ, and their updates", Scope.LAYERS, ways);
    }

    private static Mistake still(String id, String sentence, String wrong, String right, List<Way> ways) {
        return new Mistake(id, Subject.UPDATE, sentence, wrong, right, "γ or β after the update", Scope.LAYERS, ways);
    }

    private static Change summed(Part<AveragedOver> mean) {
        return Change.inPlace(mean, AveragedOver.NOTHING);
    }

    private static Change scales(double factor) {
        return patch(NormalizationParts.SCALE_GRADIENT, setting -> Patch.factor(factor));
    }

    private static Change shifts(double factor) {
        return patch(NormalizationParts.SHIFT_GRADIENT, setting -> Patch.factor(factor));
    }

    private static Change step(Part<Double> of) {
        return patch(of, setting -> Patch.factor(0));
    }

    private static Change value(Deviation... deviations) {
        return deviates(NormalizationParts.VALUE, deviations);
    }

    private static Change slope(Deviation... deviations) {
        return deviates(NormalizationParts.SLOPE, deviations);
    }

    static Change deviates(Part<NormalizationTheory> part, Deviation... deviations) {
        Set<Deviation> all = Set.of(deviations);
        return patch(part, setting -> Patch.change("deviates", right -> right.with(all), all));
    }
}
