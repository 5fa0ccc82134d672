package org.twinnet.compare.tuning.search;

import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.deeplearning4j.arbiter.optimize.api.OptimizationResult;
import org.deeplearning4j.arbiter.optimize.api.TaskCreator;
import org.deeplearning4j.arbiter.optimize.config.OptimizationConfiguration;
import org.deeplearning4j.arbiter.optimize.runner.LocalOptimizationRunner;

/**
 * Arbiter's loop over threads of this machine, which here starts at once, looks often whether it shall end, and leaves
 * no thread behind.
 */
final class StudyRunner extends LocalOptimizationRunner {

    private static final long LONGEST_SHUTDOWN_SECONDS = 10;

    StudyRunner(int workers, OptimizationConfiguration configuration, TaskCreator tasks) {
        super(workers, configuration, tasks);
        completedFutures = new PromptQueue();
    }

    /**
     * Arbiter ends the threads that evaluate, but not those that tell it of a finished one; they would keep the whole
     * search in memory.
     */
    @Override
    public void shutdown(boolean wait) {
        super.shutdown(wait);
        futureListenerExecutor.shutdown();
        try {
            if (wait) {
                futureListenerExecutor.awaitTermination(LONGEST_SHUTDOWN_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Arbiter's loop waits here: a whole second at a time, also before the first candidate. */
    private static final class PromptQueue extends LinkedBlockingQueue<Future<OptimizationResult>> {

        private static final long serialVersionUID = 1L;
        private static final long LONGEST_WAIT_MILLISECONDS = 20;

        private boolean started;

        @Override
        public Future<OptimizationResult> poll(long timeout, TimeUnit unit) throws InterruptedException {
            if (!started) {
                started = true;
                return poll();
            }
            return super.poll(LONGEST_WAIT_MILLISECONDS, TimeUnit.MILLISECONDS);
        }
    }
}
