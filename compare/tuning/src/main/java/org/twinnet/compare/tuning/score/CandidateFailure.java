package org.twinnet.compare.tuning.score;

/** A candidate cannot be scored, for a reason of its own. */
final class CandidateFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CandidateFailure(String reason) {
        super(reason);
    }
}
