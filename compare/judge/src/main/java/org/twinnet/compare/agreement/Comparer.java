package org.twinnet.compare.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.twinnet.compare.agreement.floor.CostFloor;
import org.twinnet.compare.agreement.floor.NoiseFloor;
import org.twinnet.compare.agreement.prediction.Accuracy;
import org.twinnet.compare.agreement.prediction.Confusion;
import org.twinnet.compare.agreement.prediction.Fit;
import org.twinnet.compare.agreement.prediction.PredictionRungs;
import org.twinnet.compare.boundary.BoundaryComparison;
import org.twinnet.compare.boundary.ClassFields;
import org.twinnet.compare.boundary.Field;
import org.twinnet.compare.boundary.Plane;
import org.twinnet.compare.boundary.PlaneChoice;
import org.twinnet.compare.experiment.Checkpoint;
import org.twinnet.compare.experiment.CostPoint;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.ladder.DifferenceStatistics;
import org.twinnet.compare.ladder.Ladder;
import org.twinnet.compare.ladder.QuantityComparison;
import org.twinnet.compare.ladder.Rung;
import org.twinnet.compare.ladder.RungName;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.TwinFactory;
import org.twinnet.data.Dataset;
import org.twinnet.data.Split;

/**
 * Runs whole comparisons: for each experiment DL4J's run with the hand-written network in lock-step, the hand-written
 * network's own run, and the perturbed runs that measure its spread. All of them are independent, so they share the
 * threads; the long ones start first.
 */
public final class Comparer {

    /** What goes on after the last iteration, in the words of {@link ProgressListener#working}. */
    private static final String BOUNDARY = "boundary";

    private final TwinFactories factories;
    private final ComparisonSettings settings;

    /**
     * Makes a comparer.
     *
     * @param factories where the networks come from
     * @param settings how to compare
     */
    public Comparer(TwinFactories factories, ComparisonSettings settings) {
        this.factories = factories;
        this.settings = settings;
    }

    /**
     * How many iterations {@link ProgressListener#advanced} will report for an experiment.
     *
     * @param experiment what is trained
     * @return iterations over all runs
     */
    public long progressOf(Experiment experiment) {
        int inDouble = experiment.precision() == Precision.FLOAT32 ? 2 : 0;
        return experiment.iterations() * (2L + settings.perturbations() + inDouble);
    }

    /**
     * Compares both twins on each experiment, and looks at boundaries on the plane of the first two features.
     *
     * @param experiments what to train
     * @param data training and test examples
     * @param progress hears about the iterations, from several threads
     * @return one comparison an experiment, in order
     * @throws InterruptedException if the calling thread is interrupted; running work is stopped then
     */
    public List<ScenarioComparison> compare(List<Experiment> experiments, Split data, ProgressListener progress)
            throws InterruptedException {
        return compare(experiments, data, new PlaneChoice.FirstTwo(), progress);
    }

    /**
     * Compares both twins on each experiment.
     *
     * @param experiments what to train
     * @param data training and test examples
     * @param choice on which features boundaries are looked at
     * @param progress hears about the iterations, from several threads
     * @return one comparison an experiment, in order
     * @throws InterruptedException if the calling thread is interrupted; running work is stopped then
     */
    public List<ScenarioComparison> compare(
            List<Experiment> experiments, Split data, PlaneChoice choice, ProgressListener progress)
            throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(settings.threads(), runnable -> {
            Thread thread = new Thread(runnable, "twinnet-training");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<Leader>> leaders = new ArrayList<>();
            for (Experiment experiment : experiments) {
                leaders.add(pool.submit(() -> lead(experiment, data, progress)));
            }
            List<Future<Own>> own = new ArrayList<>();
            List<List<Future<FreeRun>>> perturbed = new ArrayList<>();
            List<List<Future<FreeRun>>> ofDl4j = new ArrayList<>();
            for (Experiment experiment : experiments) {
                own.add(pool.submit(() -> runAlone(experiment, data, progress)));
                ofDl4j.add(inDouble(pool, factories.dl4j(), experiment, data.train(), progress));
                List<Future<FreeRun>> ofScratch = perturb(pool, experiment, data.train(), progress);
                ofScratch.addAll(inDouble(pool, factories.scratch(), experiment, data.train(), progress));
                perturbed.add(ofScratch);
            }
            List<Own> byHand = all(own);
            List<Leader> byDl4j = all(leaders);
            // which features weigh most is known when all networks are trained
            Plane plane = Plane.of(
                    data.train(),
                    choice,
                    FirstLayer.norms(
                            experiments,
                            byHand.stream().map(it -> it.outcome().parameters()).toList()));
            List<Future<Looks>> looks = new ArrayList<>();
            for (int i = 0; i < experiments.size(); i++) {
                Experiment experiment = experiments.get(i);
                Own scratch = byHand.get(i);
                Leader dl4j = byDl4j.get(i);
                looks.add(pool.submit(
                        () -> look(experiment, data.train(), plane, scratch.outcome(), dl4j.run(), progress)));
            }
            List<ScenarioComparison> results = new ArrayList<>();
            for (int i = 0; i < experiments.size(); i++) {
                List<Rounded> runs = List.of(
                        new Rounded(byHand.get(i).run(), all(perturbed.get(i))),
                        new Rounded(byDl4j.get(i).freeRun(), all(ofDl4j.get(i))));
                results.add(assemble(
                        experiments.get(i), data, byDl4j.get(i), byHand.get(i), plane, get(looks.get(i)), runs));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    /** DL4J's run with everything that needs its network. */
    private record Leader(
            List<Rung> rungs,
            Rung predictions,
            TwinRun run,
            List<CostFloor> costFloors,
            int firstNotFinite,
            ClipCost clip) {

        FreeRun freeRun() {
            return new FreeRun(run.costs(), run.checkpoints(), run.parameters(), run.statistics(), firstNotFinite);
        }
    }

    /** The hand-written network's own run. */
    private record Own(FreeRun run, TwinRun outcome) {}

    /** The boundary of both networks from equal parameters, and the fields of both as they ended. */
    private record Looks(Optional<Rung> boundary, List<Field> scratch, List<Field> dl4j) {}

    private Looks look(
            Experiment experiment,
            Dataset training,
            Plane plane,
            TwinRun byHand,
            TwinRun byDl4j,
            ProgressListener progress) {
        if (!training.targets().areLabels()) {
            return new Looks(Optional.empty(), List.of(), List.of());
        }
        progress.working(experiment.name(), BOUNDARY, 0, 1);
        try (Twin dl4j = factories.dl4j().create(experiment, training);
                Twin scratch = factories.scratch().create(experiment, training)) {
            // as in each step, both from equal parameters: what the last update left apart, its own rung has judged
            finish(dl4j, byDl4j);
            finish(scratch, byDl4j);
            Rung boundary = new PredictionRungs(experiment, dl4j, scratch)
                    .boundary(plane.points(settings.gridSize()), plane.axes());
            List<Field> ofDl4j = fields(plane, dl4j, training);
            finish(scratch, byHand);
            Looks looks = new Looks(Optional.of(boundary), fields(plane, scratch, training), ofDl4j);
            progress.working(experiment.name(), BOUNDARY, 1, 1);
            return looks;
        }
    }

    /** Sets a network to what a run ended with. */
    private static void finish(Twin twin, TwinRun run) {
        twin.setParameters(run.parameters());
        twin.setStatistics(run.statistics());
    }

    private Leader lead(Experiment experiment, Split data, ProgressListener progress) {
        Dataset training = data.train();
        NoiseFloor noiseFloor = new NoiseFloor(experiment, training);
        try (Twin dl4j = factories.dl4j().create(experiment, training);
                Twin scratch = factories.scratch().create(experiment, training)) {
            var witnesses = factories.witnesses().apply(experiment, training);
            List<Rung> rungs = new ArrayList<>(
                    new SnapshotRungs(experiment, scratch, dl4j, noiseFloor, witnesses).climb(training, progress));
            LockStep.Result lockStep =
                    new LockStep(experiment, dl4j, scratch, noiseFloor).run(settings.costEvery(), progress);
            rungs.add(lockStep.firstUpdate());
            rungs.add(lockStep.trajectory());
            // as in each step: what the last update left apart, its own rung has judged
            scratch.restore(dl4j.state());
            PredictionRungs after = new PredictionRungs(experiment, dl4j, scratch);
            List<PredictionRungs.NamedExamples> examples = new ArrayList<>();
            examples.add(new PredictionRungs.NamedExamples(Said.TRAIN.of(), training));
            data.test().ifPresent(test -> examples.add(new PredictionRungs.NamedExamples(Said.TEST.of(), test)));
            return new Leader(
                    rungs,
                    after.predictions(examples),
                    outcome(dl4j, lockStep.leaderCosts(), lockStep.leaderCheckpoints(), data),
                    lockStep.costFloors(),
                    lockStep.firstNotFinite(),
                    clip(experiment, training, dl4j));
        }
    }

    private ClipCost clip(Experiment experiment, Dataset training, Twin dl4j) {
        double[] theta = new double[dl4j.parameterCount()];
        dl4j.copyParametersTo(theta);
        try (Twin exact = factories.dl4j().create(experiment, training);
                Twin stock = factories.stockLoss().create(experiment, training)) {
            exact.setParameters(theta);
            stock.setParameters(theta);
            return ClipCost.of(exact.snapshot(), stock.snapshot());
        }
    }

    private Own runAlone(Experiment experiment, Split data, ProgressListener progress) {
        FreeRun run = FreeRun.of(factories.scratch(), experiment, data.train(), settings.costEvery(), progress);
        try (Twin twin = factories.scratch().create(experiment, data.train())) {
            twin.setParameters(run.parameters());
            twin.setStatistics(run.statistics());
            return new Own(run, outcome(twin, run.costs(), run.checkpoints(), data));
        }
    }

    private List<Future<FreeRun>> perturb(
            ExecutorService pool, Experiment experiment, Dataset training, ProgressListener progress) {
        List<Future<FreeRun>> runs = new ArrayList<>();
        for (int k = 1; k <= settings.perturbations(); k++) {
            int perturbation = k;
            Callable<FreeRun> task = () -> FreeRun.perturbed(
                    factories.scratch(), experiment, training, settings.costEvery(), perturbation, progress);
            runs.add(pool.submit(task));
        }
        return runs;
    }

    /** The same run in double precision, where that is another one. */
    private List<Future<FreeRun>> inDouble(
            ExecutorService pool,
            TwinFactory factory,
            Experiment experiment,
            Dataset training,
            ProgressListener progress) {
        Experiment exact = experiment.with(Precision.FLOAT64);
        return experiment.equals(exact)
                ? List.of()
                : List.of(pool.submit(() -> FreeRun.of(factory, exact, training, settings.costEvery(), progress)));
    }

    private ScenarioComparison assemble(
            Experiment experiment, Split data, Leader leader, Own own, Plane plane, Looks looks, List<Rounded> runs) {
        List<CostPoint> byHand = own.run().costs();
        List<CostPoint> byDl4j = leader.run().costs();
        Spread measured = Spread.measure(runs, leader.costFloors(), experiment.precision());
        Optional<Divergence> divergence = Divergence.of(
                experiment,
                data.train(),
                byHand,
                byDl4j,
                List.of(own.run().firstNotFinite(), leader.firstNotFinite()),
                leader.costFloors());
        Spread spread = divergence
                .filter(it -> it.kind() == Divergence.Kind.LEFT_DOUBLES)
                .map(it -> measured.until(it.iteration()))
                .orElse(measured);
        List<Rung> rungs = new ArrayList<>(leader.rungs());
        Phrase note = spread.note(divergence, experiment.precision());
        rungs.add(FreeRunCosts.rung(byHand, byDl4j, leader.costFloors(), spread, note));
        rungs.add(
                spread.wholeRun() && own.run().firstNotFinite() < 0 && leader.firstNotFinite() < 0
                        ? withAccuracy(
                                leader.predictions(),
                                own.outcome(),
                                leader.run(),
                                data,
                                new FreeRunLabels(factories.scratch(), experiment, data, runs))
                        : leader.predictions());
        looks.boundary().ifPresent(rungs::add);
        return new ScenarioComparison(
                experiment,
                new Ladder(rungs, looks.boundary().isPresent() ? Set.of() : Set.of(RungName.BOUNDARY)),
                own.outcome(),
                leader.run(),
                FreeRunCosts.of(byHand, byDl4j, leader.costFloors(), spread),
                divergence,
                spread,
                plane,
                BoundaryComparison.of(looks.scratch(), looks.dl4j()),
                leader.clip());
    }

    /**
     * Where the whole free run is comparable, the accuracies of the two free runs must be the same counts, up to labels
     * that are not determined.
     */
    private static Rung withAccuracy(
            Rung predictions, TwinRun scratch, TwinRun dl4j, Split data, FreeRunLabels labels) {
        if (!(scratch.train() instanceof Accuracy own) || !(dl4j.train() instanceof Accuracy other)) {
            return predictions;
        }
        DifferenceStatistics counts = new DifferenceStatistics(Said.CORRECT.of());
        counts.add(own.correct(), other.correct(), labels.open(data.train()), 0, Said.TRAIN.of());
        if (scratch.test().isPresent()) {
            counts.add(
                    ((Accuracy) scratch.test().get()).correct(),
                    ((Accuracy) dl4j.test().orElseThrow()).correct(),
                    labels.open(data.test().orElseThrow()),
                    0,
                    Said.TEST.of());
        }
        List<QuantityComparison> quantities = new ArrayList<>(predictions.quantities());
        quantities.add(counts.result());
        return new Rung(predictions.name(), quantities, predictions.derivation(), predictions.note());
    }

    private List<Field> fields(Plane plane, Twin twin, Dataset training) {
        int size = settings.gridSize();
        return training.targets().areLabels()
                ? ClassFields.of(training.targets(), plane.grid(size), twin.predict(plane.points(size)))
                : List.of();
    }

    private static TwinRun outcome(Twin twin, List<CostPoint> costs, List<Checkpoint> checkpoints, Split data) {
        Dataset train = data.train();
        double[] theta = new double[twin.parameterCount()];
        twin.copyParametersTo(theta);
        double[] outputs = twin.predict(train.featureRows());
        Optional<double[]> answers = data.test().map(test -> twin.predict(test.featureRows()));
        return new TwinRun(
                costs,
                checkpoints,
                theta,
                twin.statistics(),
                Fit.of(outputs, train),
                answers.map(it -> Fit.of(it, data.test().orElseThrow())),
                Confusion.of(outputs, train),
                answers.flatMap(it -> Confusion.of(it, data.test().orElseThrow())));
    }

    private static <T> List<T> all(List<Future<T>> futures) throws InterruptedException {
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(get(future));
        }
        return results;
    }

    private static <T> T get(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
