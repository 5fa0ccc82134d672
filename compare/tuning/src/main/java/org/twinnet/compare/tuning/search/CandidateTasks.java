package org.twinnet.compare.tuning.search;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.deeplearning4j.arbiter.optimize.api.Candidate;
import org.deeplearning4j.arbiter.optimize.api.OptimizationResult;
import org.deeplearning4j.arbiter.optimize.api.TaskCreator;
import org.deeplearning4j.arbiter.optimize.api.data.DataProvider;
import org.deeplearning4j.arbiter.optimize.api.data.DataSource;
import org.deeplearning4j.arbiter.optimize.api.score.ScoreFunction;
import org.deeplearning4j.arbiter.optimize.runner.CandidateInfo;
import org.deeplearning4j.arbiter.optimize.runner.CandidateStatus;
import org.deeplearning4j.arbiter.optimize.runner.IOptimizationRunner;
import org.deeplearning4j.arbiter.optimize.runner.listener.StatusListener;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.Proposal;
import org.twinnet.compare.tuning.Search;

/**
 * Has candidates evaluated and their results saved. Arbiter's own creator sleeps two seconds after each candidate, and
 * its loop tells a generator nothing of a candidate that failed; so here every task comes back as complete: with its
 * result, which may be a failure, or without one when the search ends.
 */
@SuppressWarnings({"rawtypes", "deprecation"}) // Arbiter's own signatures
final class CandidateTasks implements TaskCreator {

    private static final double NANOSECONDS = 1e-9;

    private final Search.Evaluator evaluator;
    private final Stop stop;

    CandidateTasks(Search.Evaluator evaluator, Stop stop) {
        this.evaluator = evaluator;
        this.stop = stop;
    }

    @Override
    public Callable<OptimizationResult> create(
            Candidate candidate,
            DataProvider data,
            ScoreFunction score,
            List<StatusListener> listeners,
            IOptimizationRunner runner) {
        return () -> run(candidate, score, runner);
    }

    @Override
    public Callable<OptimizationResult> create(
            Candidate candidate,
            Class<? extends DataSource> data,
            Properties properties,
            ScoreFunction score,
            List<StatusListener> listeners,
            IOptimizationRunner runner) {
        return () -> run(candidate, score, runner);
    }

    private OptimizationResult run(Candidate candidate, ScoreFunction score, IOptimizationRunner runner) {
        CandidateInfo info = new CandidateInfo();
        info.setIndex(candidate.getIndex());
        info.setCandidateStatus(CandidateStatus.Complete);
        OptimizationResult task = new OptimizationResult(candidate, null, candidate.getIndex(), null, info, null);
        try {
            if (stop.wanted()) {
                return task;
            }
            CandidateResult result = evaluate((Proposal) candidate.getValue());
            runner.getConfiguration().getResultSaver().saveModel(task, result);
            task.setScore(score.score(result, null, (Properties) null));
            task.setModelSpecificResults(result);
        } catch (Search.CancelledException e) {
            stop.cancel();
        } catch (Throwable e) { // not the candidate's: its result could not be kept
            stop.fail(e);
        }
        return task;
    }

    private CandidateResult evaluate(Proposal proposal) {
        long start = System.nanoTime();
        try {
            return evaluator.evaluate(proposal);
        } catch (Search.CancelledException e) {
            throw e;
        } catch (Throwable e) { // an error such as want of memory says something about the candidate, too
            return new CandidateResult(
                    proposal,
                    CandidateResult.Status.FAILED,
                    OptionalDouble.empty(),
                    reason(e),
                    List.of(),
                    List.of(),
                    0,
                    (System.nanoTime() - start) * NANOSECONDS);
        }
    }

    private static String reason(Throwable e) {
        return e.toString().replaceAll("\\s+", " ").strip();
    }
}
