package org.twinnet.compare.tuning;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.twinnet.compare.tuning.space.SearchSpace;

/** The loop of a search: proposes candidates, has them evaluated by several workers, learns from the results. */
public interface Search {

    /**
     * What to search.
     *
     * @param kind how candidates are proposed
     * @param space what may be tried
     * @param candidates the most candidates
     * @param lag candidate k is proposed when the results of all candidates up to k − lag are known, and from these
     *     alone: so the proposals do not depend on how fast a worker was; 0 to wait for nothing, which only a search
     *     that learns nothing may do
     * @param metric says which scores are better
     * @param seed seed of all random draws
     */
    record Plan(SearchKind kind, SearchSpace space, int candidates, int lag, Metric metric, long seed) {}

    /** How a search ends. */
    enum Ending {
        /** All candidates were tried. */
        COMPLETE,
        /** Every setting of the space, or every point of the grid, was tried. */
        EXHAUSTED,
        /** It was told to end. */
        CANCELLED
    }

    /** Tries a candidate. */
    @FunctionalInterface
    interface Evaluator {

        /**
         * Tries a candidate; a failure of the candidate is a result.
         *
         * @param proposal what to try
         * @return what became of it
         * @throws CancelledException if the search was told to end meanwhile
         */
        CandidateResult evaluate(Proposal proposal);
    }

    /** The evaluation of a candidate was given up because the search ends; the candidate has no result. */
    final class CancelledException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Searches.
     *
     * @param plan what to search
     * @param finished results of an earlier, interrupted run of the same plan; their candidates are not evaluated again
     * @param evaluator tries a candidate; called by several threads
     * @param saver keeps a new result before anything is proposed from it; called by several threads, and what it
     *     throws ends the search and passes through
     * @param workers number of threads
     * @param cancelled tells that the search shall end; asked often
     * @return how it ended
     * @throws IllegalArgumentException if {@code finished} are not results of this plan
     */
    Ending run(
            Plan plan,
            List<CandidateResult> finished,
            Evaluator evaluator,
            Consumer<CandidateResult> saver,
            int workers,
            BooleanSupplier cancelled);
}
