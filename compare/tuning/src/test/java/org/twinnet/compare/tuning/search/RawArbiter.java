package org.twinnet.compare.tuning.search;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.deeplearning4j.arbiter.optimize.api.Candidate;
import org.deeplearning4j.arbiter.optimize.api.CandidateGenerator;
import org.deeplearning4j.arbiter.optimize.api.OptimizationResult;
import org.deeplearning4j.arbiter.optimize.api.TaskCreator;
import org.deeplearning4j.arbiter.optimize.api.data.DataProvider;
import org.deeplearning4j.arbiter.optimize.api.data.DataSource;
import org.deeplearning4j.arbiter.optimize.api.score.ScoreFunction;
import org.deeplearning4j.arbiter.optimize.api.termination.TerminationCondition;
import org.deeplearning4j.arbiter.optimize.config.OptimizationConfiguration;
import org.deeplearning4j.arbiter.optimize.runner.CandidateInfo;
import org.deeplearning4j.arbiter.optimize.runner.CandidateStatus;
import org.deeplearning4j.arbiter.optimize.runner.IOptimizationRunner;
import org.deeplearning4j.arbiter.optimize.runner.LocalOptimizationRunner;
import org.deeplearning4j.arbiter.optimize.runner.listener.StatusListener;
import org.twinnet.compare.tuning.Metric;

/** Arbiter's own loop with its own generators and conditions, to show what is worked around. */
@SuppressWarnings({"rawtypes", "deprecation"}) // Arbiter's own signatures
final class RawArbiter {

    /** The loop. */
    final LocalOptimizationRunner runner;

    private volatile boolean released;

    /** A search that has not begun; a candidate fails when its score throws. */
    RawArbiter(
            CandidateGenerator generator, int workers, ToDoubleFunction<Candidate> score, TerminationCondition until) {
        TerminationCondition release = new TerminationCondition() {
            @Override
            public void initialize(IOptimizationRunner loop) {
                // nothing to begin
            }

            @Override
            public boolean terminate(IOptimizationRunner loop) {
                return released;
            }
        };
        runner = new LocalOptimizationRunner(
                workers,
                new OptimizationConfiguration.Builder()
                        .candidateGenerator(generator)
                        .scoreFunction(new Loss(Metric.CROSS_ENTROPY))
                        .terminationConditions(until, release)
                        .build(),
                new Tasks(score));
    }

    /** Runs to the end. */
    RawArbiter run() {
        runner.execute();
        return this;
    }

    /** Whether the search has not ended after a while; it is made to end then. */
    boolean hangs(Duration patience) throws InterruptedException {
        Thread loop = new Thread(runner::execute);
        loop.setDaemon(true);
        loop.start();
        loop.join(patience.toMillis());
        boolean hung = loop.isAlive();
        released = true;
        loop.join();
        return hung;
    }

    /** As in Arbiter's examples, but for the pause of two seconds. */
    private record Tasks(ToDoubleFunction<Candidate> score) implements TaskCreator {

        @Override
        public Callable<OptimizationResult> create(
                Candidate candidate,
                DataProvider data,
                ScoreFunction function,
                List<StatusListener> listeners,
                IOptimizationRunner runner) {
            return () -> run(candidate);
        }

        @Override
        public Callable<OptimizationResult> create(
                Candidate candidate,
                Class<? extends DataSource> data,
                Properties properties,
                ScoreFunction function,
                List<StatusListener> listeners,
                IOptimizationRunner runner) {
            return () -> run(candidate);
        }

        private OptimizationResult run(Candidate candidate) {
            CandidateInfo info = new CandidateInfo();
            OptimizationResult result = new OptimizationResult(candidate, null, candidate.getIndex(), null, info, null);
            try {
                result.setScore(score.applyAsDouble(candidate));
                info.setCandidateStatus(CandidateStatus.Complete);
            } catch (RuntimeException e) {
                info.setCandidateStatus(CandidateStatus.Failed);
            }
            return result;
        }
    }
}
