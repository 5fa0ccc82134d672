package org.twinnet.compare.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.twinnet.compare.agreement.Comparer;
import org.twinnet.compare.agreement.ComparisonSettings;
import org.twinnet.compare.agreement.ScenarioComparison;
import org.twinnet.compare.agreement.TwinFactories;
import org.twinnet.compare.equivalence.DropoutEquivalence;
import org.twinnet.compare.evolution.Evolution;
import org.twinnet.compare.evolution.EvolutionObserver;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.setting.SettingException;
import org.twinnet.compare.ladder.Status;
import org.twinnet.data.Split;
import org.twinnet.dl4j.memory.Precision;
import org.twinnet.dl4j.runtime.Nd4jRuntime;

/**
 * Both networks of some experiments, trained and held against each other.
 *
 * @param scenarios one an experiment
 * @param evolutions what the networks of each looked like while they trained
 * @param blasProducts matrix products on which this machine's BLAS was tested before
 */
public record Comparison(List<ScenarioComparison> scenarios, List<Evolution> evolutions, long blasProducts) {

    /**
     * Copies the lists.
     *
     * @param scenarios one an experiment
     * @param evolutions one an experiment
     * @param blasProducts matrix products of the test
     */
    public Comparison {
        scenarios = List.copyOf(scenarios);
        evolutions = List.copyOf(evolutions);
    }

    /**
     * Refuses what one of the networks cannot be trained with.
     *
     * @param experiments what is to be trained
     * @throws SettingException if DL4J has no such thing; the message says what it lacks
     */
    public static void requireTrainable(List<Experiment> experiments) {
        experiments.forEach(TwinFactories::requireTrainable);
    }

    /** Matrix products of a kind, to be tested once. */
    private record Products(List<Integer> layerSizes, Precision precision) {

        static Products of(Experiment experiment) {
            return new Products(
                    experiment.layerSizes(),
                    Precision.valueOf(experiment.precision().name()));
        }
    }

    /**
     * Trains and compares.
     *
     * @param experiments what to train, at least one, all on as many features as the data has
     * @param data training examples, and test examples if there are any
     * @param options how to carry it out
     * @param progress hears of the iterations, {@link #progressOf} of them in all, from several threads
     * @return what was found
     * @throws SettingException as {@link #requireTrainable}
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static Comparison of(
            List<Experiment> experiments, Split data, ComparisonOptions options, ProgressListener progress)
            throws InterruptedException {
        return of(experiments, data, options, TwinFactories.standard(options.loss()), progress);
    }

    /**
     * Trains and compares networks that come from elsewhere, such as some that are trained already.
     *
     * @param experiments what to train, at least one, all on as many features as the data has
     * @param data training examples, and test examples if there are any
     * @param options how to carry it out
     * @param factories where the networks come from, with the loss of the options
     * @param progress hears of the iterations, {@link #progressOf} of them in all, from several threads
     * @return what was found
     * @throws SettingException as {@link #requireTrainable}
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static Comparison of(
            List<Experiment> experiments,
            Split data,
            ComparisonOptions options,
            TwinFactories factories,
            ProgressListener progress)
            throws InterruptedException {
        requireTrainable(experiments);
        long products = 0;
        for (Products kind : experiments.stream().map(Products::of).distinct().toList()) {
            products += Nd4jRuntime.start()
                    .selfTest(kind.layerSizes(), data.train().size(), kind.precision())
                    .products();
        }
        List<ScenarioComparison> scenarios =
                comparer(factories, experiments, options).compare(experiments, data, options.plane(), progress);
        EvolutionObserver observer =
                new EvolutionObserver(factories, data, least(experiments, EvolutionObserver::gridSize));
        List<Evolution> evolutions = new ArrayList<>();
        for (ScenarioComparison scenario : scenarios) {
            progress.working(scenario.experiment().name(), "pictures", 0, 1);
            evolutions.add(observer.of(scenario).withDropout(dropout(scenario.experiment(), data, options, progress)));
            progress.working(scenario.experiment().name(), "pictures", 1, 1);
        }
        return new Comparison(scenarios, evolutions, products);
    }

    /**
     * How many iterations a comparison will report.
     *
     * @param experiments what to train
     * @param options how to carry it out
     * @return iterations over all runs
     */
    public static long progressOf(List<Experiment> experiments, ComparisonOptions options) {
        Comparer comparer = comparer(TwinFactories.standard(options.loss()), experiments, options);
        return experiments.stream()
                .mapToLong(it -> comparer.progressOf(it) + DropoutEquivalence.progressOf(it, options.dropoutSeeds()))
                .sum();
    }

    private static Optional<DropoutEquivalence> dropout(
            Experiment experiment, Split data, ComparisonOptions options, ProgressListener progress) {
        return options.dropoutSeeds() == 0
                ? Optional.empty()
                : DropoutEquivalence.measure(experiment, data.train(), options.dropoutSeeds(), progress);
    }

    private static Comparer comparer(TwinFactories factories, List<Experiment> experiments, ComparisonOptions options) {
        int longest =
                experiments.stream().mapToInt(Experiment::iterations).max().orElseThrow();
        return new Comparer(
                factories,
                new ComparisonSettings(
                        options.costEvery().orElse(ComparisonSettings.defaultCostEvery(longest)),
                        ComparisonSettings.DEFAULT_PERTURBATIONS,
                        least(experiments, ComparisonSettings::gridSize),
                        options.threads()));
    }

    /** Experiments may differ in their layers; all are looked at alike. */
    private static int least(List<Experiment> experiments, ToIntFunction<Experiment> size) {
        return experiments.stream().mapToInt(size).min().orElseThrow();
    }

    /**
     * The verdict on all of them.
     *
     * @return the worst of all scenarios
     */
    public Status verdict() {
        return Status.all(scenarios.stream().map(ScenarioComparison::verdict).toList());
    }
}
