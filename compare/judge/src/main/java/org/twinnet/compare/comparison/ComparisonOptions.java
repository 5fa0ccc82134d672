package org.twinnet.compare.comparison;

import java.util.OptionalInt;
import org.twinnet.compare.agreement.TwinFactories;
import org.twinnet.compare.boundary.PlaneChoice;

/**
 * How a comparison is carried out; nothing here changes what is trained by hand.
 *
 * @param loss DL4J's loss
 * @param costEvery keep every n-th cost and the last; empty for a number that keeps some 3,000
 * @param threads networks that are trained side by side
 * @param dropoutSeeds seeds over which DL4J's own dropout is trained as well, at least 2; 0 to leave that out
 * @param plane on which features boundaries are looked at
 */
public record ComparisonOptions(
        TwinFactories.Loss loss, OptionalInt costEvery, int threads, int dropoutSeeds, PlaneChoice plane) {

    /**
     * Looks at boundaries on the features of the largest weights.
     *
     * @param loss DL4J's loss
     * @param costEvery keep every n-th cost and the last; empty for a number that keeps some 3,000
     * @param threads networks that are trained side by side
     * @param dropoutSeeds seeds over which DL4J's own dropout is trained as well, or 0
     */
    public ComparisonOptions(TwinFactories.Loss loss, OptionalInt costEvery, int threads, int dropoutSeeds) {
        this(loss, costEvery, threads, dropoutSeeds, new PlaneChoice.LargestWeights());
    }

    /**
     * What is usual: the loss from the logit, and all processors.
     *
     * @return the options
     */
    public static ComparisonOptions usual() {
        return new ComparisonOptions(
                TwinFactories.Loss.LOGIT,
                OptionalInt.empty(),
                Runtime.getRuntime().availableProcessors(),
                0);
    }
}
