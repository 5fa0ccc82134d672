package org.twinnet.compare.tuning.search;

import org.deeplearning4j.arbiter.optimize.api.termination.TerminationCondition;
import org.deeplearning4j.arbiter.optimize.runner.IOptimizationRunner;

/**
 * Ends the loop when nothing runs and nothing will be proposed. Arbiter's own conditions count candidates or seconds:
 * with several workers they overshoot, and where a generator has fewer candidates than the count they never hold.
 */
final class NothingLeft implements TerminationCondition {

    private final OrderedGenerator generator;

    NothingLeft(OrderedGenerator generator) {
        this.generator = generator;
    }

    @Override
    public void initialize(IOptimizationRunner runner) {
        // nothing to count from
    }

    @Override
    public boolean terminate(IOptimizationRunner runner) {
        return generator.nothingRuns() && !generator.hasMoreCandidates();
    }
}
