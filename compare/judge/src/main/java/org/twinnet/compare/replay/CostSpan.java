package org.twinnet.compare.replay;

import java.util.Optional;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.theory.mistake.Variant;
import org.twinnet.compare.trace.Trace;

/**
 * The iterations whose batches a cost is of: its own, or those of the epoch that it starts or ends.
 *
 * @param first first iteration, from 0
 * @param last last iteration, which a run must have come to
 */
public record CostSpan(int first, int last) {

    /**
     * The span of a cost.
     *
     * @param trace what a network wrote down
     * @param recipe says whose mean a cost is
     * @param iteration the iteration that the cost is reported for, from 0
     * @return the iterations; empty where costs are those of epochs, and the iteration neither starts nor ends one
     */
    public static Optional<CostSpan> of(Trace trace, Recipe recipe, int iteration) {
        boolean ofEpoch = recipe.has(Variant.COST_OF_EPOCH, 0) || recipe.has(Variant.COST_OF_EPOCH_BY_EXAMPLES, 0);
        if (!ofEpoch || recipe.has(Variant.COST_OF_ALL_EXAMPLES, 0)) {
            return Optional.of(new CostSpan(iteration, iteration));
        }
        int n = trace.hyperParameters().experiment().batches().perEpoch(trace.exampleCount());
        int place = iteration % n;
        if (place != n - 1 && place != 0) {
            return Optional.empty();
        }
        int first = iteration - place;
        return Optional.of(new CostSpan(first, first + n - 1));
    }
}
