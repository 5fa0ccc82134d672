package org.twinnet.compare.tuning.search;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.deeplearning4j.arbiter.optimize.config.OptimizationConfiguration;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.Search;

/** The search with Arbiter's runner as its loop. */
public final class ArbiterSearch implements Search {

    /** A search; it keeps nothing between runs. */
    public ArbiterSearch() {}

    @Override
    public Ending run(
            Plan plan,
            List<CandidateResult> finished,
            Evaluator evaluator,
            Consumer<CandidateResult> saver,
            int workers,
            BooleanSupplier cancelled) {
        if (workers < 1) {
            throw new IllegalArgumentException("a search needs at least 1 worker, not " + workers);
        }
        Stop stop = new Stop(cancelled);
        Loss loss = new Loss(plan.metric());
        OrderedGenerator generator = new OrderedGenerator(plan, UntriedSettings.of(plan), loss, stop);
        generator.replay(finished);
        OptimizationConfiguration configuration = new OptimizationConfiguration.Builder()
                .candidateGenerator(generator)
                .scoreFunction(loss)
                .modelSaver(new StudySaver(saver))
                .terminationConditions(new NothingLeft(generator))
                .build();
        StudyRunner runner = new StudyRunner(workers, configuration, new CandidateTasks(evaluator, stop));
        try {
            runner.execute();
        } finally {
            runner.shutdown(true);
        }
        stop.passOn();
        return generator.ending();
    }
}
