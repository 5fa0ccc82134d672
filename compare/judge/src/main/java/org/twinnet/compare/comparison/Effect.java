package org.twinnet.compare.comparison;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.twinnet.compare.agreement.prediction.Fit;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.Scenario;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;
import org.twinnet.data.Split;

/**
 * What regularization does to a data set: how well the hand-written network fits in each published scenario, over many
 * weight seeds instead of one lucky one.
 *
 * @param outcomes one a scenario
 */
public record Effect(List<Outcome> outcomes) {

    /**
     * Copies the list.
     *
     * @param outcomes one a scenario
     */
    public Effect {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * One scenario.
     *
     * @param scenario how it was regularized
     * @param train fit of the training examples after the last iteration, one entry a seed
     * @param test fit of the test examples likewise; empty without
     */
    public record Outcome(Scenario scenario, List<Fit> train, List<Fit> test) {

        /**
         * Copies the lists.
         *
         * @param scenario how it was regularized
         * @param train fit of the training examples
         * @param test fit of the test examples
         */
        public Outcome {
            train = List.copyOf(train);
            test = List.copyOf(test);
        }
    }

    /** One trained network on both sets. */
    private record Trained(Fit train, Optional<Fit> test) {}

    /**
     * Trains.
     *
     * @param experiment what is trained, whose weights come from a generator; each scenario puts its own λ and keep
     *     probability in
     * @param seeds how many weight seeds: 1, 2, …
     * @param data training examples, and test examples if there are any
     * @param threads networks that are trained side by side
     * @param progress hears of {@link #progressOf} iterations, from several threads
     * @return what it came to
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static Effect of(Experiment experiment, int seeds, Split data, int threads, ProgressListener progress)
            throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Map<Scenario, List<Future<Trained>>> runs = new EnumMap<>(Scenario.class);
            for (Scenario scenario : Scenario.values()) {
                List<Future<Trained>> ofScenario = new ArrayList<>();
                for (int seed = 1; seed <= seeds; seed++) {
                    Experiment seeded = ExperimentTree.with(
                            scenario.of(Scenario.plain(experiment)), Map.of("initialization.seed", seed));
                    ofScenario.add(pool.submit(() -> train(seeded, data, progress)));
                }
                runs.put(scenario, ofScenario);
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Map.Entry<Scenario, List<Future<Trained>>> run : runs.entrySet()) {
                outcomes.add(outcome(run.getKey(), run.getValue()));
            }
            return new Effect(outcomes);
        } finally {
            pool.shutdownNow();
        }
    }

    /**
     * How many iterations {@link #of} will report.
     *
     * @param experiment what is trained
     * @param seeds how many weight seeds
     * @return iterations over all runs
     */
    public static long progressOf(Experiment experiment, int seeds) {
        return (long) Scenario.values().length * seeds * experiment.iterations();
    }

    private static Outcome outcome(Scenario scenario, List<Future<Trained>> runs) throws InterruptedException {
        List<Fit> train = new ArrayList<>();
        List<Fit> test = new ArrayList<>();
        for (Future<Trained> run : runs) {
            try {
                train.add(run.get().train());
                run.get().test().ifPresent(test::add);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
        return new Outcome(scenario, train, test);
    }

    private static Trained train(Experiment experiment, Split data, ProgressListener progress) {
        try (ScratchTwin twin = new ScratchTwin(experiment, data.train())) {
            twin.train(experiment.iterations());
            progress.advanced(experiment.name(), experiment.iterations());
            return new Trained(fit(twin, data.train()), data.test().map(examples -> fit(twin, examples)));
        }
    }

    private static Fit fit(ScratchTwin twin, Dataset examples) {
        return Fit.of(twin.predict(examples.featureRows()), examples);
    }
}
