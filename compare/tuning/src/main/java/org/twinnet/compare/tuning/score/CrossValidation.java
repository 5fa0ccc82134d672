package org.twinnet.compare.tuning.score;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.CandidateResult.Status;
import org.twinnet.compare.tuning.FoldScore;
import org.twinnet.compare.tuning.Proposal;
import org.twinnet.compare.tuning.RungScore;
import org.twinnet.compare.tuning.Search;
import org.twinnet.compare.twin.TwinFactory;

/**
 * Scores candidates by cross-validation: the mean score on the examples that a network was not trained on, over all
 * folds and seeds. The score of cross-entropy holds no penalty, because a penalty in the score would only prefer a
 * small one.
 *
 * <p>All trainings of a candidate go from rung to rung together, so that successive halving decides on the mean of all
 * of them. What goes wrong with a candidate is its result. May be used by several threads.
 */
public final class CrossValidation implements Search.Evaluator {

    private final TwinFactory twins;
    private final Trainings trainings;
    private final Halving halving;
    private final double limitSeconds;
    private final IntFunction<List<CandidateResult>> known;
    private final BooleanSupplier cancelled;

    /**
     * Prepares scoring.
     *
     * @param twins makes the network that is scored
     * @param trainings what to train
     * @param halving how long, and when to give up
     * @param limitSeconds time limit of a candidate; 0 for none
     * @param known the results of the first so many candidates
     * @param cancelled tells that all work shall end
     */
    public CrossValidation(
            TwinFactory twins,
            Trainings trainings,
            Halving halving,
            double limitSeconds,
            IntFunction<List<CandidateResult>> known,
            BooleanSupplier cancelled) {
        this.twins = twins;
        this.trainings = trainings;
        this.halving = halving;
        this.limitSeconds = limitSeconds;
        this.known = known;
        this.cancelled = cancelled;
    }

    @Override
    public CandidateResult evaluate(Proposal proposal) {
        Clock clock = new Clock(limitSeconds, cancelled);
        List<Course> courses = new ArrayList<>();
        Progress progress = new Progress();
        try {
            for (Trainings.Part part : trainings.parts()) {
                courses.add(new Course(twins, proposal.setting(), halving.iterations(), part));
            }
            Status status = climb(courses, known.apply(proposal.seen()), clock, progress);
            return progress.result(proposal, status, "", clock.seconds());
        } catch (CandidateFailure e) {
            return progress.result(proposal, Status.FAILED, e.getMessage(), clock.seconds());
        } finally {
            courses.forEach(Course::close);
        }
    }

    private Status climb(List<Course> courses, List<CandidateResult> earlier, Clock clock, Progress progress) {
        for (int rung : halving.rungs()) {
            List<FoldScore> scores = new ArrayList<>();
            for (Course course : courses) {
                course.trainTo(rung, clock);
                scores.add(course.score(halving.metric(), trainings.whole()));
            }
            double mean =
                    scores.stream().mapToDouble(FoldScore::score).average().orElseThrow();
            progress.reached(rung, scores, mean);
            if (!halving.goesOn(rung, mean, earlier)) {
                return Status.STOPPED;
            }
        }
        return Status.COMPLETE;
    }

    /** What is known of a candidate on its way. */
    private static final class Progress {
        private final List<RungScore> rungs = new ArrayList<>();
        private List<FoldScore> scores = List.of();
        private long iterations;

        void reached(int rung, List<FoldScore> scoresThere, double mean) {
            rungs.add(new RungScore(rung, mean));
            scores = scoresThere;
            iterations = (long) rung * scores.size();
        }

        CandidateResult result(Proposal proposal, Status status, String failure, double seconds) {
            OptionalDouble score = status == Status.COMPLETE
                    ? OptionalDouble.of(rungs.get(rungs.size() - 1).score())
                    : OptionalDouble.empty();
            return new CandidateResult(proposal, status, score, failure, scores, rungs, iterations, seconds);
        }
    }
}
