package org.twinnet.compare.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.twinnet.compare.agreement.Spread;
import org.twinnet.compare.check.item.Evidence;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.ladder.DifferenceStatistics;
import org.twinnet.compare.replay.CostSpan;
import org.twinnet.compare.replay.Replay;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.ReportedCost;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.scratch.dropout.DropoutMasks;

/**
 * The run that a trace's initial parameters determine, held against the costs that it reports.
 *
 * <p>A cost may differ by {@link Spread#ALLOWANCE} times the spread of {@link RoundedRuns}, and by the rounding error
 * of the cost itself. The spread is u at least; more of it is measured when the first cost asks for more. Where it
 * passes its limit, single steps are the only evidence, and the runs end. They also end where costs have parted: how
 * far they drift apart says nothing more.
 */
final class WholeRun {

    /** A mistake that changes a thousandth of what training does to the cost is to be seen in it. */
    static final double TELLING = 1000;

    private static final int MOST_EVIDENCE = 20;

    /** After so many costs that differ the run ends. */
    private static final int MOST_PARTED = 100;

    /**
     * The run ends after so much work, in products of a weight with an example; half a minute. An iteration counts as
     * {@value #LEAST_WORK} at least.
     */
    private static final long MOST_WORK = 2_000_000_000;

    private static final long LEAST_WORK = 2_000;

    /**
     * A cost of the right run.
     *
     * @param iteration its iteration
     * @param last the last iteration that it is of
     * @param reported what the trace reports
     * @param recomputed what the right run has
     * @param floor largest difference that is explained
     */
    record Point(int iteration, int last, double reported, double recomputed, double floor) {

        static Point of(ReportedCost reported, int last, BoundedNumber right, double spread) {
            Point exact = new Point(reported.iteration(), last, reported.cost(), right.value(), right.floor());
            return exact.under(spread, 0);
        }

        /** The same under another spread than that which its floor has. */
        Point under(double spread, double before) {
            double size = Math.max(Math.abs(recomputed), Math.abs(reported));
            return new Point(
                    iteration, last, reported, recomputed, floor + Spread.ALLOWANCE * (spread - before) * size);
        }

        boolean passes() {
            return Math.abs(reported - recomputed) <= floor;
        }
    }

    private final Trace trace;
    private final Recipe recipe;
    private final double u;
    private final double limit;
    private final List<Point> points = new ArrayList<>();
    private final Map<Integer, Map<TensorName, TraceTensor>> evidence = new LinkedHashMap<>();
    private final List<RoundedRuns.Own> finished = new ArrayList<>();
    private final TraceExperiment experiment;
    private final double[] initial;
    private final DropoutMasks masks;
    private final ProgressListener progress;
    private final long lastIteration;
    private Optional<RoundedRuns> rounded = Optional.empty();
    private double spread;
    private Optional<Double> untrained = Optional.empty();
    private int notComparable;
    private int undetermined;
    private int beyondWork;
    private int parted;
    private int behindParting;
    private int unknown;
    private int failing;
    private int passing;

    private WholeRun(
            Trace trace,
            TraceExperiment experiment,
            double[] initial,
            DropoutMasks masks,
            Recipe recipe,
            ProgressListener progress) {
        this.trace = trace;
        this.experiment = experiment;
        this.initial = initial;
        this.masks = masks;
        this.recipe = recipe;
        this.progress = progress;
        this.lastIteration = lastIteration(trace);
        this.u = trace.precision().unitRoundoff();
        this.limit = Spread.limit(trace.precision());
        this.spread = u;
    }

    /**
     * Runs; empty where the trace does not hold the initial parameters and masks, or reports no cost. The recipe says
     * how the cost is kept.
     */
    static Optional<WholeRun> of(Trace trace, Recipe recipe, ProgressListener progress) {
        return of(trace, trace, recipe, progress);
    }

    /**
     * Whether the costs are those of a network that is trained without the penalty, which its cost has all the same.
     */
    static boolean trainsUnpenalized(Trace trace, Recipe recipe) {
        Trace unpenalized = trace.with(trace.hyperParameters().unpenalized());
        return of(trace, unpenalized, recipe, ProgressListener.NONE)
                .filter(run -> run.showsTraining() && run.points().stream().allMatch(Point::passes))
                .isPresent();
    }

    private static Optional<WholeRun> of(Trace trace, Trace training, Recipe recipe, ProgressListener progress) {
        if (!recipe.trainsRight()) {
            // no twin trains so
            return Optional.empty();
        }
        Optional<TraceExperiment> experiment = TraceExperiment.of(training);
        Optional<double[]> initial = experiment.flatMap(it -> it.parameters(0));
        Optional<DropoutMasks> masks = experiment.flatMap(TraceExperiment::masksOfRun);
        if (initial.isEmpty() || masks.isEmpty() || trace.costs().isEmpty()) {
            return Optional.empty();
        }
        WholeRun run = new WholeRun(trace, experiment.get(), initial.get(), masks.get(), recipe, progress);
        run.train();
        return Optional.of(run);
    }

    /** The last iteration that is run in time, whatever iterations have costs. */
    static long lastIteration(Trace trace) {
        long weights = 0;
        for (int l = 1; l <= trace.depth(); l++) {
            weights += (long) trace.layerSizes().get(l) * trace.layerSizes().get(l - 1);
        }
        int examples = trace.batches().of(0).map(batch -> batch.length).orElse(trace.exampleCount());
        return MOST_WORK / Math.max(LEAST_WORK, weights * examples);
    }

    private void train() {
        ScratchTwin own = experiment.scratch(masks);
        own.setParameters(initial);
        KeptCosts costs = new KeptCosts(trace, recipe);
        for (ReportedCost reported : trace.costs()) {
            Optional<CostSpan> of = CostSpan.of(trace, recipe, reported.iteration());
            if (of.isEmpty()) {
                unknown++;
            } else if (of.get().last() > lastIteration) {
                beyondWork++;
            } else if (parted >= MOST_PARTED) {
                behindParting++;
            } else {
                run(own, of.get(), costs);
                if (!(spread < limit)) {
                    notComparable++;
                } else if (finished.size() <= of.get().last()) {
                    unknown++;
                } else {
                    compare(reported, of.get(), costs);
                }
            }
        }
    }

    /** Runs to the end of a span, or as far as the run is comparable and known. */
    private void run(ScratchTwin own, CostSpan span, KeptCosts costs) {
        costs.forgetBefore(span.first());
        for (int i = finished.size(); i <= span.last() && spread < limit && experiment.tells(i, masks); i++) {
            double[] parameters = new double[initial.length];
            own.copyParametersTo(parameters);
            RoundedRuns.Own cost = new RoundedRuns.Own(own.step(), false);
            progress.advanced("whole run", 1);
            if (i >= span.first()) {
                costs.keep(i, experiment, parameters, own.preActivationOfStep().copy());
                cost = RoundedRuns.Own.of(cost.cost(), costs.ofBatch(i).orElseThrow());
            }
            finished.add(cost);
            if (rounded.isPresent()) {
                spread = rounded.get().step(cost);
            }
        }
    }

    private void compare(ReportedCost reported, CostSpan span, KeptCosts costs) {
        Optional<BoundedNumber> right = costs.of(reported.iteration());
        if (right.filter(cost -> Double.isFinite(cost.error())).isEmpty()) {
            undetermined++;
            return;
        }
        Point point = Point.of(reported, span.last(), right.get(), spread);
        if (!point.passes() && rounded.isEmpty()) {
            measureSpread();
            point = Point.of(reported, span.last(), right.get(), spread);
        }
        if (!(spread < limit)) {
            notComparable++;
            return;
        }
        points.add(point);
        parted += point.passes() ? 0 : 1;
        // of most points nobody asks the parameters again
        if ((point.passes() ? passing : failing) < MOST_EVIDENCE) {
            Map<TensorName, TraceTensor> parameters = costs.parameters(reported.iteration());
            evidence.put(reported.iteration(), parameters);
            int iterations = (int) parameters.keySet().stream()
                    .mapToInt(TensorName::iteration)
                    .distinct()
                    .count();
            passing += point.passes() ? iterations : 0;
            failing += point.passes() ? 0 : iterations;
        }
    }

    /** The spread of all that was run so far; what agreed without it does so with it. */
    private void measureSpread() {
        RoundedRuns runs = new RoundedRuns(experiment, masks, initial, trace.precision());
        rounded = Optional.of(runs);
        List<Double> spreads = new ArrayList<>();
        for (int i = 0; i < finished.size() && spread < limit; i++) {
            spread = runs.step(finished.get(i));
            spreads.add(spread);
        }
        points.replaceAll(point -> point.last() < spreads.size() ? point.under(spreads.get(point.last()), u) : point);
    }

    /** The largest spread at which a cost is comparable. */
    double limit() {
        return limit;
    }

    /** The comparable costs. */
    List<Point> points() {
        return points;
    }

    /**
     * Whether a cost is comparable that training has moved far beyond what is allowed for, so that wrong gradients or
     * updates would show in it.
     */
    boolean showsTraining() {
        return points.stream()
                .anyMatch(point -> Math.abs(point.recomputed() - untrained(point)) > TELLING * point.floor());
    }

    /** What a cost would be at the initial parameters; of full batches always the same. */
    private double untrained(Point point) {
        if (untrained.isEmpty() || !trace.batches().areFull()) {
            CostSpan span = CostSpan.of(trace, recipe, point.iteration()).orElseThrow();
            TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>();
            for (int iteration = span.first(); iteration <= span.last(); iteration++) {
                tensors.putAll(experiment.tensors(initial, iteration));
            }
            addMasks(tensors);
            untrained = new Replay(trace.withTensors(tensors), recipe)
                    .cost(point.iteration())
                    .map(BoundedNumber::value);
        }
        return untrained.orElse(Double.NaN);
    }

    /**
     * The costs at the right run's own parameters: of at most {@value #MOST_EVIDENCE} iterations that fail, and of as
     * many that do not, or of a whole epoch.
     */
    Evidence costEvidence(Recipe base) {
        TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>();
        List<ReportedCost> costs = new ArrayList<>();
        Map<Integer, Double> allowances = new HashMap<>();
        for (Point point : points) {
            Optional.ofNullable(evidence.get(point.iteration())).ifPresent(parameters -> {
                costs.add(new ReportedCost(point.iteration(), point.reported()));
                allowances.put(point.iteration(), point.floor());
                tensors.putAll(parameters);
            });
        }
        addMasks(tensors);
        return new StepEvidence(trace.with(tensors, costs), base, allowances);
    }

    /** The masks of the iterations that tensors are of, and those that all share. */
    private void addMasks(Map<TensorName, TraceTensor> tensors) {
        Set<Integer> iterations = new TreeSet<>(List.of(0));
        tensors.keySet().forEach(name -> iterations.add(name.iteration()));
        for (int iteration : iterations) {
            for (int l = 0; l <= trace.depth(); l++) {
                TensorName mask = new TensorName(Quantity.D, l, iteration);
                Optional.ofNullable(trace.tensors().get(mask)).ifPresent(D -> tensors.put(mask, D));
            }
        }
    }

    CheckRung rung() {
        DifferenceStatistics statistics = new DifferenceStatistics(Said.COST.of());
        for (Point point : points) {
            statistics.add(
                    point.reported(),
                    point.recomputed(),
                    point.floor(),
                    point.iteration(),
                    Said.NAME.of("cost@" + point.iteration()));
        }
        return new CheckRung(
                CheckRungName.FREE_RUN, List.of(statistics.result()), Said.CHECK_FREE_RUN.of(Spread.ALLOWANCE), note());
    }

    /** How far the run can be compared. */
    Phrase note() {
        List<Phrase> parts = new ArrayList<>();
        if (notComparable > 0) {
            Phrase horizon = points.isEmpty()
                    ? Said.RUN_INCOMPARABLE.of()
                    : Said.RUN_COMPARABLE.of(
                            points.size(),
                            trace.costs().size(),
                            points.get(points.size() - 1).iteration());
            parts.add(Said.RUN_HORIZON.of(horizon, limit));
        }
        if (undetermined > 0) {
            parts.add(Said.COSTS_UNDETERMINED.of(undetermined));
        }
        if (unknown > 0) {
            parts.add(Said.COSTS_UNKNOWN.of(unknown));
        }
        if (beyondWork > 0) {
            parts.add(Said.COSTS_BEYOND.of(beyondWork, lastIteration));
        }
        if (behindParting > 0) {
            parts.add(Said.COSTS_PARTED.of(points.get(points.size() - 1).iteration(), parted, behindParting));
        }
        return parts.isEmpty() ? Said.COMPARABLE_WHOLE.of() : Said.all(parts);
    }
}
