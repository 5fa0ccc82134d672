package org.twinnet.compare.theory.normalization;

import static org.twinnet.compare.theory.mistake.Change.patch;
import static org.twinnet.compare.theory.mistake.Way.fixed;

import java.util.List;
import org.twinnet.compare.theory.mistake.Change;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.NumberSearch;
import org.twinnet.compare.theory.mistake.Patch;
import org.twinnet.compare.theory.mistake.Scope;
import org.twinnet.compare.theory.mistake.Subject;
import org.twinnet.compare.theory.mistake.Way;

/** Mistakes in what a batch normalization keeps for predictions; training does not feel them. */
final class RunningStatisticsMistakes {

    private static final String RUNNING = "running = decay·running + (1 − decay)·batch";

    private RunningStatisticsMistakes() {}

    static List<Mistake> all() {
        return List.of(
                kept(
                        "batch-norm-running-not-updated",
                        "The running statistics are not updated.",
                        "running",
                        fixed(keeping(1))),
                kept(
                        "batch-norm-running-decay-swapped",
                        "The shares of the running statistics are swapped.",
                        "running = (1 − decay)·running + decay·batch",
                        fixed(deviates(Deviation.DECAY_SWAPPED))),
                kept(
                        "batch-norm-running-variance-differs",
                        "The running variance takes the variance over m − 1 where that over m is stated, or the other"
                                + " way round.",
                        "running_var with Σ (Z − μ)²/(m − 1) in place of Σ (Z − μ)²/m",
                        fixed(deviates(Deviation.KEPT_VARIANCE_OTHERWISE))),
                kept(
                        "batch-norm-running-root-of-variance",
                        "The running variance is fed with the root of the variance.",
                        "running_var = decay·running_var + (1 − decay)·σ",
                        fixed(deviates(Deviation.ROOT_KEPT))),
                kept(
                        "batch-norm-running-decay-differs",
                        "The running statistics keep another share than the trace states.",
                        "running = c·running + (1 − c)·batch",
                        Way.searched(NumberSearch.SHARE, RunningStatisticsMistakes::keeping)));
    }

    private static Change deviates(Deviation deviation) {
        return BatchNormalizationMistakes.deviates(NormalizationParts.KEPT, deviation);
    }

    private static Change keeping(double share) {
        return patch(NormalizationParts.KEPT, setting -> Patch.change("keeps", right -> right.keeping(share), share));
    }

    private static Mistake kept(String id, String sentence, String wrong, Way way) {
        return new Mistake(
                id,
                Subject.UPDATE,
                sentence,
                wrong,
                RUNNING,
                "running_mean and running_var, and predictions",
                Scope.LAYERS,
                List.of(way));
    }
}
