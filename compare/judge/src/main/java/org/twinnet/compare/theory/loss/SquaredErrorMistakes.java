package org.twinnet.compare.theory.loss;

import static org.twinnet.compare.theory.mistake.Change.patch;
import static org.twinnet.compare.theory.mistake.Way.fixed;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.compare.theory.loss.patch.OutputSlopeTheory;
import org.twinnet.compare.theory.loss.patch.ScaledGradientTheory;
import org.twinnet.compare.theory.loss.patch.ScaledLossTheory;
import org.twinnet.compare.theory.mistake.Change;
import org.twinnet.compare.theory.mistake.KnownNumber;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.Patch;
import org.twinnet.compare.theory.mistake.Scope;
import org.twinnet.compare.theory.mistake.Subject;
import org.twinnet.compare.theory.mistake.Way;

/** Mistakes of squared errors, in the cost and in the gradient. */
final class SquaredErrorMistakes {

    private static final String BEHIND = "dZ of the output and all that comes behind";

    private SquaredErrorMistakes() {}

    /** Those of the mean over the outputs, or of half the sum. */
    static List<Mistake> all(boolean mean) {
        String J = mean ? "ΣΣ (a − y)² / (m·K)" : "ΣΣ (a − y)² / 2m";
        String dZ = mean ? "dZ = 2(A − Y)/K·g′(Z)" : "dZ = (A − Y)·g′(Z)";
        List<Mistake> all = new ArrayList<>(List.of(
                ofCost(
                        "squared-error-cost-halved",
                        "The cost has a ½ that it should not have.",
                        mean ? "ΣΣ (a − y)² / (2m·K)" : "ΣΣ (a − y)² / 4m",
                        J,
                        KnownNumber.HALF),
                ofCost(
                        "squared-error-cost-doubled",
                        "The cost has no ½, or a 2 that it should not have.",
                        mean ? "2·ΣΣ (a − y)² / (m·K)" : "ΣΣ (a − y)² / m",
                        J,
                        KnownNumber.TWO),
                mean
                        ? ofCost(
                                "squared-error-cost-not-over-outputs",
                                "The cost is not divided by the number of outputs.",
                                "ΣΣ (a − y)² / m",
                                J,
                                KnownNumber.OUTPUTS,
                                KnownNumber.HALF_OUTPUTS)
                        : ofCost(
                                "squared-error-cost-over-outputs",
                                "The cost is divided by the number of outputs too.",
                                "ΣΣ (a − y)² / (2m·K)",
                                J,
                                KnownNumber.PER_OUTPUTS),
                ofCost(
                        "squared-error-cost-summed",
                        "The cost is summed over the examples, not averaged.",
                        mean ? "ΣΣ (a − y)² / K" : "ΣΣ (a − y)² / 2",
                        J,
                        List.of(Way.factor(KnownNumber.M, SquaredErrorMistakes::ofCost), SummedCost.ofBatch())),
                ofGradient(
                        "squared-error-gradient-halved",
                        "The gradient has no 2, or a ½ that it should not have.",
                        mean ? "dZ = (A − Y)/K·g′(Z)" : "dZ = (A − Y)/2·g′(Z)",
                        dZ,
                        factor(KnownNumber.HALF)),
                ofGradient(
                        "squared-error-gradient-doubled",
                        "The gradient keeps the 2 that the ½ of the cost cancels, or has it twice.",
                        mean ? "dZ = 4(A − Y)/K·g′(Z)" : "dZ = 2(A − Y)·g′(Z)",
                        dZ,
                        factor(KnownNumber.TWO)),
                mean
                        ? ofGradient(
                                "squared-error-gradient-not-over-outputs",
                                "The gradient is not divided by the number of outputs.",
                                "dZ = 2(A − Y)·g′(Z)",
                                dZ,
                                List.of(
                                        scaled(KnownNumber.OUTPUTS),
                                        scaled(KnownNumber.HALF_OUTPUTS).as("dZ = (A − Y)·g′(Z)", dZ)))
                        : ofGradient(
                                "squared-error-gradient-over-outputs",
                                "The gradient is divided by the number of outputs.",
                                "dZ = (A − Y)/K·g′(Z)",
                                dZ,
                                factor(KnownNumber.PER_OUTPUTS)),
                ofGradient(
                        "squared-error-slope-missing",
                        "The slope of the output's activation is left out, as a cross-entropy cancels it.",
                        mean ? "dZ = 2(A − Y)/K" : "dZ = A − Y",
                        dZ,
                        List.of(
                                slopeMissing(),
                                Way.factor(KnownNumber.HALF, c -> slope().and(ofScale(c)))
                                        .as(mean ? "dZ = (A − Y)/K" : "dZ = (A − Y)/2", dZ)))));
        all.addAll(OutputGradientMistakes.ofAny());
        all.add(new Mistake(
                "cost-factor",
                Subject.COST,
                "The cost is off by a constant factor.",
                "c·" + J,
                J,
                "the cost of every iteration",
                Scope.NETWORK,
                List.of(Way.scaled(SquaredErrorMistakes::ofCost))));
        return List.copyOf(all);
    }

    private static Mistake ofCost(String id, String sentence, String wrong, String right, KnownNumber... factors) {
        List<Way> ways = List.of(factors).stream()
                .map(number -> Way.factor(number, SquaredErrorMistakes::ofCost))
                .toList();
        return ofCost(id, sentence, wrong, right, ways);
    }

    private static Mistake ofCost(String id, String sentence, String wrong, String right, List<Way> ways) {
        return new Mistake(
                id, Subject.COST, sentence, wrong, right, "the cost of every iteration", Scope.NETWORK, ways);
    }

    private static Change ofCost(double factor) {
        return patch(LossParts.COST, s -> Patch.factor(factor, ScaledLossTheory::new));
    }

    private static Mistake ofGradient(String id, String sentence, String wrong, String right, List<Way> ways) {
        return new Mistake(id, Subject.GRADIENT, sentence, wrong, right, BEHIND, Scope.OUTPUT, ways);
    }

    /** In dZ alone, and in dA too. */
    private static List<Way> factor(KnownNumber number) {
        return List.of(Way.factor(number, SquaredErrorMistakes::ofScale), scaled(number));
    }

    private static Way scaled(KnownNumber number) {
        return Way.factor(number, c -> patch(LossParts.GRADIENT, s -> Patch.factor(c, ScaledGradientTheory::new)));
    }

    private static Change ofScale(double factor) {
        return patch(LossParts.GRADIENT, s -> Patch.factor(factor, ScaledLossTheory::new));
    }

    private static Way slopeMissing() {
        return fixed(slope());
    }

    private static Change slope() {
        return patch(
                LossParts.GRADIENT,
                s -> Patch.change("slope", right -> new OutputSlopeTheory(right, OutputSlopeTheory.Form.MISSING)));
    }
}
