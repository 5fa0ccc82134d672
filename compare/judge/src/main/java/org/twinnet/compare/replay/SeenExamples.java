package org.twinnet.compare.replay;

import java.util.Optional;
import java.util.stream.IntStream;
import org.twinnet.compare.experiment.choice.Batches;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.theory.mistake.Variant;
import org.twinnet.compare.trace.Trace;
import org.twinnet.scratch.linalg.Matrix;

/** Which examples an iteration sees, by mistake perhaps those of another one. */
final class SeenExamples {

    private final Trace trace;
    private final Recipe recipe;

    SeenExamples(Trace trace, Recipe recipe) {
        this.trace = trace;
        this.recipe = recipe;
    }

    Optional<Matrix> X(int iteration) {
        return isRight() ? trace.X(iteration) : others(iteration).map(which -> Trace.columns(trace.X(), which));
    }

    Optional<Matrix> Y(int iteration) {
        return isRight() ? trace.Y(iteration) : others(iteration).map(which -> Trace.columns(trace.Y(), which));
    }

    private boolean has(Variant variant) {
        return recipe.has(variant, 0);
    }

    private boolean isRight() {
        return !has(Variant.BATCH_STALE)
                && !has(Variant.BATCH_SHUFFLED_ONCE)
                && !has(Variant.BATCH_UNSHUFFLED)
                && !has(Variant.BATCH_SHORT_DROPPED);
    }

    /** Empty where they are not as many as the trace shows of the iteration. */
    private Optional<int[]> others(int iteration) {
        return shown(iteration)
                .filter(which -> trace.batches().tell(iteration))
                .filter(which -> trace.tensors().entrySet().stream()
                        .filter(held -> held.getKey().iteration() == iteration
                                && held.getKey().quantity().isPerExample())
                        .allMatch(held -> held.getValue().values().columns() == which.length));
    }

    private Optional<int[]> shown(int iteration) {
        if (has(Variant.BATCH_STALE)) {
            return trace.batches().of(Math.max(0, iteration - 1));
        }
        int m = trace.exampleCount();
        Batches stated = trace.hyperParameters().experiment().batches();
        if (has(Variant.BATCH_SHORT_DROPPED)) {
            int whole = m / stated.examples(0, m);
            return trace.batches().of(iteration / whole * stated.perEpoch(m) + iteration % whole);
        }
        int k = iteration % stated.perEpoch(m);
        if (has(Variant.BATCH_SHUFFLED_ONCE)) {
            return trace.batches().of(k);
        }
        int from = k * stated.examples(0, m);
        return Optional.of(IntStream.range(from, Math.min(m, from + stated.examples(0, m)))
                .toArray());
    }
}
