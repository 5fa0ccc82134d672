package org.twinnet.compare.theory.optimizer;

import static org.twinnet.compare.theory.mistake.Change.patch;
import static org.twinnet.compare.theory.mistake.Way.fixed;

import java.util.List;
import org.twinnet.compare.experiment.choice.Normalization;
import org.twinnet.compare.theory.mistake.Change;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.Part;
import org.twinnet.compare.theory.mistake.Patch;
import org.twinnet.compare.theory.mistake.Scope;
import org.twinnet.compare.theory.mistake.Setting;
import org.twinnet.compare.theory.mistake.Subject;
import org.twinnet.compare.theory.mistake.Way;
import org.twinnet.compare.theory.penalty.L2Theory;
import org.twinnet.compare.theory.penalty.NoPenaltyTheory;
import org.twinnet.compare.theory.penalty.PenaltyParts;
import org.twinnet.compare.theory.penalty.PenaltyTheory;
import org.twinnet.compare.theory.schedule.ConstantTheory;

/** Mistakes of decoupled weight decay. */
final class WeightDecayMistakes {

    private static final String RIGHT = "W − α·c·W − U, U the step along dW";

    private WeightDecayMistakes() {}

    static List<Mistake> all() {
        return List.of(
                of(
                        "weight-decay-missing",
                        "The weights do not decay.",
                        "W − U",
                        RIGHT,
                        "W after the update",
                        fixed(none())),
                of(
                        "weight-decay-through-adam",
                        "The decay goes through the optimizer, as a part of the gradient.",
                        "W − U, U the step along dW + c·W",
                        RIGHT,
                        "W after the update; Adam divides the decay by the root as well",
                        fixed(none().and(patch(
                                PenaltyParts.STEP, setting -> Patch.inPlace(new L2Theory(0, decay(setting))))))),
                onBiases(),
                of(
                        "weight-decay-not-by-rate",
                        "The learning rate is left out of the decay.",
                        "W − c·W − U",
                        RIGHT,
                        "W after the update",
                        fixed(Change.inPlace(OptimizerParts.DECAY_RATE, ConstantTheory.of(1)))));
    }

    private static Mistake onBiases() {
        String right = "b − U";
        Change biases = shrinking(PenaltyParts.BIAS_DECAY);
        Change normalized = shrinking(PenaltyParts.NORMALIZATION_DECAY).where(Setting::isNormalized);
        return of(
                "weight-decay-on-biases",
                "The biases decay too.",
                "b − α·c·b − U",
                right,
                "b after the update, as soon as a bias is not 0",
                fixed(biases),
                fixed(biases.and(normalized))
                        .where(WeightDecayMistakes::normalizes)
                        .as("b − α·c·b − U, and so γ and β", right),
                fixed(normalized).as("γ − α·c·γ − U, and so β", "γ − U"));
    }

    private static boolean normalizes(Setting setting) {
        return setting.experiment().layers().stream()
                .anyMatch(layer -> !(layer.batchNorm() instanceof Normalization.None));
    }

    private static Mistake of(String id, String sentence, String wrong, String right, String bites, Way... ways) {
        return new Mistake(id, Subject.UPDATE, sentence, wrong, right, bites, Scope.ALL_LAYERS, List.of(ways));
    }

    private static double decay(Setting setting) {
        return setting.experiment().weightDecay();
    }

    private static Change none() {
        return Change.inPlace(PenaltyParts.DECAY, new NoPenaltyTheory());
    }

    private static Change shrinking(Part<PenaltyTheory> part) {
        return patch(part, setting -> Patch.inPlace(new L2Theory(0, decay(setting))));
    }
}
