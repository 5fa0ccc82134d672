package org.twinnet.compare.tuning.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.twinnet.compare.agreement.Comparer;
import org.twinnet.compare.agreement.ComparisonSettings;
import org.twinnet.compare.agreement.ScenarioComparison;
import org.twinnet.compare.agreement.TwinFactories;
import org.twinnet.compare.agreement.prediction.Fit;
import org.twinnet.compare.evolution.EvolutionObserver;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.FoldScore;
import org.twinnet.compare.tuning.Metric;
import org.twinnet.compare.tuning.Proposal;
import org.twinnet.compare.tuning.Search.CancelledException;
import org.twinnet.compare.tuning.Study;
import org.twinnet.compare.tuning.StudySettings;
import org.twinnet.compare.tuning.TwinKind;
import org.twinnet.compare.tuning.score.CrossValidation;
import org.twinnet.compare.tuning.score.Halving;
import org.twinnet.compare.tuning.score.Trainings;
import org.twinnet.compare.tuning.space.Setting;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.TwinFactory;
import org.twinnet.data.Dataset;
import org.twinnet.data.Split;

/**
 * Proves the winner of a study. The winner was chosen by its scores, so these flatter it: it is scored again, beside
 * what people would take without a search, on other folds and seeds. The networks of all of them are trained as twins,
 * which must agree.
 */
public final class Prover {

    /**
     * Every contender's place in the search's sequence of seeds is taken by candidates; this makes another sequence.
     */
    private static final long OTHER_SEEDS = 0x9E3779B97F4A7C15L;

    private static final int BEST_AS_TWINS = 5;
    private static final int COSTS = 200;

    private final TwinFactories networks;
    private final int workers;

    /**
     * Makes a prover.
     *
     * @param networks where both networks come from
     * @param workers number of networks trained side by side
     */
    public Prover(TwinFactories networks, int workers) {
        this.networks = networks;
        this.workers = workers;
    }

    /**
     * Scores the contenders and trains the twins.
     *
     * @param study a study with at least one complete candidate
     * @param data training examples, and test examples if there are any: they are used once, for the winner
     * @param beforeTest runs right before the test examples are used
     * @param progress hears of the iterations of the twins, from several threads
     * @return what was found
     * @throws InterruptedException if the calling thread is interrupted
     * @throws CancelledException likewise, while contenders are scored
     */
    public Proof prove(Study study, Split data, Runnable beforeTest, ProgressListener progress)
            throws InterruptedException {
        CandidateResult winner = study.best(1).get(0);
        List<Proof.Scored> contenders =
                contenders(study.settings(), winner.proposal().setting(), data.train());
        Split seen = study.settings().standardize() ? data.standardized() : data;
        Dataset training = seen.train();
        Map<String, Setting> named = named(study, winner.proposal().setting());
        Seeds seeds = Seeds.of(study.settings(), training);
        List<Experiment> experiments = named.entrySet().stream()
                .map(entry -> seeds.experiment(entry.getKey(), entry.getValue(), training, study.settings()))
                .toList();
        // candidates may differ in their layers; all are looked at alike
        int grid = experiments.stream()
                .mapToInt(ComparisonSettings::gridSize)
                .min()
                .orElseThrow();
        int picture =
                experiments.stream().mapToInt(EvolutionObserver::gridSize).min().orElseThrow();
        Split withoutTest = seen.withoutTest();
        List<ScenarioComparison> comparisons = new Comparer(
                        networks,
                        new ComparisonSettings(
                                Math.max(1, study.settings().iterations() / COSTS),
                                ComparisonSettings.DEFAULT_PERTURBATIONS,
                                grid,
                                workers))
                .compare(experiments, withoutTest, progress);
        EvolutionObserver observer = new EvolutionObserver(networks, withoutTest, picture);
        List<Setting> settings = List.copyOf(named.values());
        List<Proof.Twins> twins = IntStream.range(0, experiments.size())
                .mapToObj(i -> new Proof.Twins(
                        experiments.get(i).name(),
                        settings.get(i),
                        comparisons.get(i),
                        observer.of(comparisons.get(i))))
                .toList();
        Optional<Proof.Test> test = seen.test().map(examples -> {
            beforeTest.run();
            return test(scored(study.settings().twin()), experiments.get(0), training, examples);
        });
        return new Proof(winner, test, contenders, twins);
    }

    /**
     * How many iterations {@link #prove} will report.
     *
     * @param study a study with at least one complete candidate
     * @return iterations over all runs of all twins
     */
    public long progressOf(Study study) {
        int twins = named(study, study.best(1).get(0).proposal().setting()).size();
        return twins
                * (2L + ComparisonSettings.DEFAULT_PERTURBATIONS)
                * study.settings().iterations();
    }

    /**
     * The network that scores candidates.
     *
     * @param kind what was asked for
     * @return DL4J's only where it was asked for: the hand-written one is faster
     */
    public TwinFactory scored(TwinKind kind) {
        return kind == TwinKind.DL4J ? networks.dl4j() : networks.scratch();
    }

    /** The winner is the first; with both twins the other best ones follow. */
    private static Map<String, Setting> named(Study study, Setting winner) {
        Map<String, Setting> named = new LinkedHashMap<>();
        Contender.all().forEach(contender -> named.put(contender.label(), contender.beside(winner)));
        if (study.settings().twin() == TwinKind.BOTH) {
            study.best(BEST_AS_TWINS).stream()
                    .skip(1)
                    .map(CandidateResult::proposal)
                    .forEach(proposal -> named.put("candidate " + proposal.number(), proposal.setting()));
        }
        return named;
    }

    private List<Proof.Scored> contenders(StudySettings settings, Setting winner, Dataset training) {
        CrossValidation validation = new CrossValidation(
                scored(settings.twin()),
                Trainings.of(
                        training,
                        settings.folds(),
                        settings.repeats(),
                        settings.seed() ^ OTHER_SEEDS,
                        settings.standardize()),
                new Halving(settings.iterations(), 1, settings.metric()),
                0,
                seen -> List.of(),
                () -> false); // an interrupt of its thread ends it
        List<CandidateResult> results = InParallel.map(
                Contender.all(),
                contender -> validation.evaluate(new Proposal(0, contender.beside(winner), List.of(), 0)),
                workers);
        List<Proof.Scored> scored = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            scored.add(new Proof.Scored(
                    Contender.all().get(i),
                    results.get(i),
                    i == 0 ? Optional.empty() : difference(results.get(i), results.get(0), settings.folds())));
        }
        return scored;
    }

    private static Optional<PairedDifference> difference(CandidateResult one, CandidateResult winner, int folds) {
        return one.score().isPresent() && winner.score().isPresent()
                ? Optional.of(PairedDifference.of(scores(one), scores(winner), folds))
                : Optional.empty();
    }

    private static double[] scores(CandidateResult result) {
        return result.folds().stream().mapToDouble(FoldScore::score).toArray();
    }

    private static Proof.Test test(TwinFactory twins, Experiment winner, Dataset training, Dataset examples) {
        try (Twin twin = twins.create(winner, training)) {
            twin.train(winner.iterations());
            double[] outputs = twin.predict(examples.featureRows());
            boolean numbers = Arrays.stream(outputs).noneMatch(Double::isNaN);
            return new Proof.Test(
                    Fit.of(outputs, examples),
                    numbers ? Metric.usual(examples.targets()).of(outputs, examples, training) : Double.NaN);
        }
    }

    /** All twins start from the same weights and masks, those of the first training of the search. */
    private record Seeds(long weights, long masks) {

        static Seeds of(StudySettings settings, Dataset training) {
            Trainings.Part first = Trainings.of(training, settings.folds(), 1, settings.seed(), settings.standardize())
                    .parts()
                    .get(0);
            return new Seeds(first.weightSeed(), first.maskSeed());
        }

        Experiment experiment(String name, Setting setting, Dataset training, StudySettings settings) {
            return setting.experiment(name, training.featureCount(), settings.iterations(), weights, masks);
        }
    }
}
