package org.twinnet.compare.tuning;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What became of one candidate.
 *
 * @param proposal what was tried
 * @param status how it ended
 * @param score mean score over all folds and repeats; empty unless complete
 * @param failure why it failed; empty unless failed
 * @param folds the score of every training, at the last iteration that it reached
 * @param rungs the mean score at each point where successive halving decided, and at the end
 * @param iterations iterations of all trainings together
 * @param seconds wall time
 */
public record CandidateResult(
        Proposal proposal,
        Status status,
        OptionalDouble score,
        String failure,
        List<FoldScore> folds,
        List<RungScore> rungs,
        long iterations,
        double seconds) {

    /** How a candidate ends. */
    public enum Status {
        /** Trained to the end; can be chosen. */
        COMPLETE,
        /** Given up by successive halving; never chosen. */
        STOPPED,
        /** Diverged, threw, ran out of memory or of time; never chosen. */
        FAILED;

        /**
         * The name in files.
         *
         * @return lower case
         */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Makes lists unmodifiable.
     *
     * @param proposal what was tried
     * @param status how it ended
     * @param score mean score
     * @param failure why it failed
     * @param folds the score of every training
     * @param rungs the mean score at each rung
     * @param iterations iterations of all trainings together
     * @param seconds wall time
     */
    public CandidateResult {
        folds = List.copyOf(folds);
        rungs = List.copyOf(rungs);
    }

    /**
     * The same with its setting in another order.
     *
     * @param keys the keys that come first
     * @return an equal result
     */
    public CandidateResult inOrder(Collection<String> keys) {
        Proposal ordered =
                new Proposal(proposal.number(), proposal.setting().inOrder(keys), proposal.position(), proposal.seen());
        return new CandidateResult(ordered, status, score, failure, folds, rungs, iterations, seconds);
    }

    /**
     * The same but for the time, which no two runs share.
     *
     * @return this result with 0 seconds
     */
    public CandidateResult timeless() {
        return new CandidateResult(proposal, status, score, failure, folds, rungs, iterations, 0);
    }
}
