package org.twinnet.compare.theory.optimizer;

import static org.twinnet.compare.theory.mistake.Change.patch;

import java.util.List;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.Patch;
import org.twinnet.compare.theory.mistake.Scope;
import org.twinnet.compare.theory.mistake.Subject;
import org.twinnet.compare.theory.mistake.Way;
import org.twinnet.compare.theory.schedule.ConstantTheory;
import org.twinnet.compare.theory.schedule.ShiftedRateTheory;

/** Mistakes of a learning rate that changes from iteration to iteration. */
public final class ScheduleMistakes {

    private ScheduleMistakes() {}

    /**
     * Those of any schedule.
     *
     * @return the mistakes, the usual ones first
     */
    public static List<Mistake> all() {
        return List.of(
                of(
                        "schedule-not-applied",
                        "The learning rate stays what it was at first.",
                        "W − α·dW",
                        Way.fixed(patch(
                                OptimizerParts.RATE, setting -> Patch.inPlace(ConstantTheory.of(setting.rate()))))),
                of(
                        "schedule-off-by-one",
                        "The learning rate is that of the next iteration, or of the one before.",
                        "W − αₜ₊₁·dW",
                        shifted(1),
                        shifted(-1).as("W − αₜ₋₁·dW", "W − αₜ·dW")));
    }

    private static Mistake of(String id, String sentence, String wrong, Way... ways) {
        return new Mistake(
                id,
                Subject.UPDATE,
                sentence,
                wrong,
                "W − αₜ·dW",
                "W and b after the update of iterations whose rates differ",
                Scope.NETWORK,
                List.of(ways));
    }

    private static Way shifted(int by) {
        return Way.fixed(patch(
                OptimizerParts.RATE,
                setting -> Patch.change("shifted", right -> new ShiftedRateTheory(right, by), by)));
    }
}
