package org.twinnet.compare.theory.step;

import static org.twinnet.compare.theory.mistake.Change.patch;
import static org.twinnet.compare.theory.mistake.Change.vary;
import static org.twinnet.compare.theory.mistake.Way.fixed;

import java.util.List;
import org.twinnet.compare.theory.AveragedOver;
import org.twinnet.compare.theory.activation.patch.ActivationParts;
import org.twinnet.compare.theory.activation.patch.ScaledSlopeTheory;
import org.twinnet.compare.theory.loss.LossParts;
import org.twinnet.compare.theory.loss.patch.ScaledLossTheory;
import org.twinnet.compare.theory.mistake.Change;
import org.twinnet.compare.theory.mistake.KnownNumber;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.Part;
import org.twinnet.compare.theory.mistake.Patch;
import org.twinnet.compare.theory.mistake.Scope;
import org.twinnet.compare.theory.mistake.Setting;
import org.twinnet.compare.theory.mistake.Subject;
import org.twinnet.compare.theory.mistake.Variant;
import org.twinnet.compare.theory.mistake.Way;
import org.twinnet.compare.theory.normalization.NormalizationParts;
import org.twinnet.compare.theory.penalty.PenaltyParts;
import org.twinnet.compare.theory.penalty.ScaledPenaltyTheory;

/** Mistakes of a dense layer in how its gradients are averaged over the examples, and other factors of them. */
final class AverageMistakes {

    private static final String DW = "dW = dZ·Aᵀ/m + λ/m·W";
    private static final String DB = "db = Σ dZ/m";
    private static final String DZ = "dZ = dA where Z > 0";
    private static final Change MEAN_OF_UNITS = vary(Variant.BIAS_GRADIENT_MEAN_OF_UNITS);

    private AverageMistakes() {}

    static List<Mistake> ofAverage() {
        return List.of(
                new Mistake(
                        "gradient-not-averaged",
                        Subject.GRADIENT,
                        "The gradient is summed over the examples, not averaged.",
                        "dW = dZ·Aᵀ + λ/m·W, db = Σ dZ",
                        "dW = dZ·Aᵀ/m + λ/m·W, db = Σ dZ/m",
                        "dW and db; the steps are m times too large",
                        Scope.LAYERS,
                        List.of(
                                Way.factor(KnownNumber.M, AverageMistakes::parameters),
                                Way.factor(KnownNumber.M, c -> parameters(c).and(penalty(c)))
                                        .as("dW = dZ·Aᵀ + λ·W, db = Σ dZ", DW + ", db = Σ dZ/m"),
                                Way.factor(KnownNumber.M, AverageMistakes::weights)
                                        .as("dW = dZ·Aᵀ + λ/m·W", DW))),
                new Mistake(
                        "bias-gradient-not-averaged",
                        Subject.GRADIENT,
                        "The gradient of the biases is summed over the examples, not averaged.",
                        "db = Σ dZ",
                        DB,
                        "db",
                        Scope.LAYERS,
                        List.of(
                                Way.factor(KnownNumber.M, AverageMistakes::biases),
                                Way.factor(KnownNumber.BATCH, AverageMistakes::biases)
                                        .as("db = Σ dZ", "db = Σ dZ/B"))),
                new Mistake(
                        "bias-gradient-mean-not-sum",
                        Subject.GRADIENT,
                        "The gradient of the biases is a mean where a sum belongs: divided by m twice, or "
                                + "one mean for all units.",
                        "db = Σ dZ/m²",
                        DB,
                        "db",
                        Scope.LAYERS,
                        List.of(
                                Way.factor(KnownNumber.PER_M, AverageMistakes::biases),
                                fixed(MEAN_OF_UNITS).as("db = Σ dZ/(m·n), the same for all n units", DB),
                                fixed(MEAN_OF_UNITS.and(
                                                patch(AffineParts.BIAS_GRADIENT, s -> Patch.factor(1.0 / s.m()))))
                                        .as("db = Σ dZ/(m²·n), the same for all n units", DB),
                                Way.factor(KnownNumber.PER_BATCH, AverageMistakes::biases)
                                        .as("db = Σ dZ/B²", "db = Σ dZ/B"))),
                averagedTwice());
    }

    private static Mistake averagedTwice() {
        return new Mistake(
                "gradient-averaged-twice",
                Subject.GRADIENT,
                "The gradient is divided by the number of examples twice.",
                "dW = dZ·Aᵀ/m² + λ/m·W, db = Σ dZ/m²",
                DW + ", db = Σ dZ/m",
                "dW, db or dZ; training hardly moves",
                Scope.LAYERS,
                List.of(
                        Way.factor(KnownNumber.PER_M, AverageMistakes::parameters),
                        Way.factor(KnownNumber.PER_M, AverageMistakes::weights).as("dW = dZ·Aᵀ/m² + λ/m·W", DW),
                        Way.factor(KnownNumber.PER_M, AverageMistakes::output)
                                .as("dZ = (A − Y)/m, dW = dZ·Aᵀ/m + λ/m·W", "dZ = A − Y, " + DW),
                        Way.factor(KnownNumber.PER_M, AverageMistakes::hidden)
                                .as("dZ = dA/m where Z > 0, dW = dZ·Aᵀ/m + λ/m·W", DZ + ", " + DW),
                        Way.factor(KnownNumber.PER_M, c -> output(c).and(hidden(c)))
                                .as(
                                        "dZ = (A − Y)/m, dZ = dA/m where Z > 0, dW = dZ·Aᵀ/m + λ/m·W",
                                        "dZ = A − Y, " + DZ + ", " + DW),
                        fixed(Change.inPlace(AffineParts.OVER, AveragedOver.BATCH_TWICE))
                                .as("dW = dZ·Aᵀ/B² + λ/m·W, db = Σ dZ/B²", "dW = dZ·Aᵀ/B + λ/m·W, db = Σ dZ/B")));
    }

    static List<Mistake> ofFactor() {
        return List.of(
                new Mistake(
                        "weight-gradient-factor",
                        Subject.GRADIENT,
                        "dW is off by a constant factor.",
                        "dW = c·dZ·Aᵀ/m + λ/m·W",
                        DW,
                        "dW",
                        Scope.LAYERS,
                        List.of(
                                Way.scaled(AverageMistakes::weights),
                                Way.scaled(AverageMistakes::parameters)
                                        .as("dW = c·dZ·Aᵀ/m + λ/m·W, db = c·Σ dZ/m", DW + ", " + DB),
                                Way.scaled(c -> parameters(c).and(penalty(c)))
                                        .as("dW = c·(dZ·Aᵀ/m + λ/m·W), db = c·Σ dZ/m", DW + ", " + DB),
                                Way.scaled(c -> weights(c).and(penalty(c))).as("dW = c·(dZ·Aᵀ/m + λ/m·W)", DW))),
                new Mistake(
                        "bias-gradient-factor",
                        Subject.GRADIENT,
                        "db is off by a constant factor.",
                        "db = c·Σ dZ/m",
                        DB,
                        "db",
                        Scope.LAYERS,
                        List.of(Way.scaled(AverageMistakes::biases))));
    }

    /** Of W and b, and of the scale and the shift of a normalization. */
    private static Change parameters(double factor) {
        Change normalized = number(NormalizationParts.SCALE_GRADIENT, factor)
                .and(number(NormalizationParts.SHIFT_GRADIENT, factor));
        return weights(factor).and(biases(factor)).and(normalized.where(Setting::isNormalized));
    }

    private static Change weights(double factor) {
        return number(AffineParts.WEIGHT_GRADIENT, factor);
    }

    private static Change biases(double factor) {
        return number(AffineParts.BIAS_GRADIENT, factor);
    }

    private static Change number(Part<Double> part, double factor) {
        return patch(part, setting -> Patch.factor(factor));
    }

    private static Change penalty(double factor) {
        return patch(PenaltyParts.GRADIENT, setting -> Patch.factor(factor, ScaledPenaltyTheory::new));
    }

    private static Change output(double factor) {
        return patch(LossParts.GRADIENT, setting -> Patch.factor(factor, ScaledLossTheory::new));
    }

    private static Change hidden(double factor) {
        return patch(ActivationParts.SLOPE, setting -> Patch.factor(factor, ScaledSlopeTheory::new));
    }
}
