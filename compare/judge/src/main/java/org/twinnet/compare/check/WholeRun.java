package org.twinnet.compare.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.twinnet.compare.agreement.Spread;
import org.twinnet.compare.check.item.Evidence;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.choice.Precision;
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
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.npz.Dtype;
import org.twinnet.scratch.dropout.DropoutMasks;

/**
 * The run that a trace's initial parameters determine, held against the costs that it reports.
 *
 * <p>Two more runs start one unit in the last place of the trace's precision away, and round as another correct program
 * would after every step. What they move the cost by, up to an iteration, is the spread there; a cost may differ by
 * {@link Spread#ALLOWANCE} times that, and by the rounding error of the cost itself. Where the spread passes its limit,
 * single steps are the only evidence, and the runs end.
 */
final class WholeRun {

    private static final int PERTURBATIONS = 2;

    /** A mistake that changes a thousandth of what training does to the cost is to be seen in it. */
    static final double TELLING = 1000;

    private static final int MOST_EVIDENCE = 20;

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
     * @param reported what the trace reports
     * @param recomputed what the right run has
     * @param floor largest difference that is explained
     */
    record Point(int iteration, double reported, double recomputed, double floor) {
        boolean passes() {
            return Math.abs(reported - recomputed) <= floor;
        }
    }

    private final Trace trace;
    private final Recipe recipe;
    private final double u;
    private final double limit;
    private final List<Point> points = new ArrayList<>();
    private final Map<Point, Map<TensorName, TraceTensor>> evidence = new LinkedHashMap<>();
    private final TraceExperiment experiment;
    private final double[] initial;
    private final DropoutMasks masks;
    private final ProgressListener progress;
    private final SplittableRandom directions = new SplittableRandom(1);
    private final long lastIteration;
    private Optional<Double> untrained = Optional.empty();
    private int notComparable;
    private int undetermined;
    private int beyondWork;
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
        List<Twin> others = new ArrayList<>();
        for (int k = 1; k <= PERTURBATIONS; k++) {
            Twin twin = experiment.reordered(masks, k);
            twin.setParameters(perturbed(initial));
            others.add(twin);
        }
        KeptCosts costs = new KeptCosts(trace, recipe);
        double spread = u;
        int iteration = 0;
        for (ReportedCost reported : trace.costs()) {
            Optional<CostSpan> of = CostSpan.of(trace, recipe, reported.iteration());
            if (of.isEmpty()) {
                unknown++;
                continue;
            }
            CostSpan span = of.get();
            if (span.last() > lastIteration) {
                beyondWork++;
                continue;
            }
            costs.forgetBefore(span.first());
            for (; iteration <= span.last() && spread < limit && experiment.tells(iteration, masks); iteration++) {
                Map<TensorName, TraceTensor> tensors = parametersOf(own, iteration);
                double[] moved = step(own, others, iteration);
                if (iteration >= span.first()) {
                    tensors.put(
                            new TensorName(Quantity.Z, trace.depth(), iteration),
                            TraceTensor.of(own.preActivationOfStep().copy(), Dtype.FLOAT64));
                    costs.keep(iteration, tensors);
                    spread = Math.max(
                            spread, moved(moved, costs.ofBatch(iteration).orElseThrow()));
                }
            }
            if (!(spread < limit)) {
                notComparable++;
            } else if (iteration <= span.last()) {
                unknown++;
            } else {
                compare(reported, costs, spread);
            }
        }
    }

    private void compare(ReportedCost reported, KeptCosts costs, double spread) {
        Optional<BoundedNumber> right = costs.of(reported.iteration());
        if (right.filter(cost -> Double.isFinite(cost.error())).isEmpty()) {
            undetermined++;
            return;
        }
        double size = Math.max(Math.abs(right.get().value()), Math.abs(reported.cost()));
        double floor = Spread.ALLOWANCE * spread * size + right.get().floor();
        Point point =
                new Point(reported.iteration(), reported.cost(), right.get().value(), floor);
        points.add(point);
        // of most points nobody asks the parameters again
        if ((point.passes() ? passing : failing) < MOST_EVIDENCE) {
            Map<TensorName, TraceTensor> parameters = costs.parameters(reported.iteration());
            evidence.put(point, parameters);
            int iterations = (int) parameters.keySet().stream()
                    .mapToInt(TensorName::iteration)
                    .distinct()
                    .count();
            passing += point.passes() ? iterations : 0;
            failing += point.passes() ? 0 : iterations;
        }
    }

    /**
     * By how much the perturbed runs move the cost; nothing where the cost is not determined, without end where a run
     * has left the finite numbers.
     */
    private static double moved(double[] costs, BoundedNumber right) {
        if (Double.isFinite(right.value()) && !Double.isFinite(right.error())) {
            return 0;
        }
        double most = 0;
        for (double cost : costs) {
            double moved = cost == costs[0] ? 0 : Math.abs(cost - costs[0]) / Math.abs(costs[0]);
            most = Double.isNaN(moved) ? Double.POSITIVE_INFINITY : Math.max(most, moved);
        }
        return most;
    }

    /** One iteration of all runs; the costs before it. */
    private double[] step(Twin own, List<Twin> others, int iteration) {
        double[] costs = new double[1 + others.size()];
        costs[0] = own.step();
        for (int k = 1; k < costs.length; k++) {
            Twin other = others.get(k - 1);
            costs[k] = other.step();
            round(other, iteration);
        }
        progress.advanced("whole run", 1);
        return costs;
    }

    /**
     * Rounds to the trace's precision, up or down alike, as the operations of a step do: a drift to one side would be
     * no rounding. Without it a run forgets the last place of its initial weights where updates are far larger than
     * these were.
     */
    private void round(Twin twin, int iteration) {
        double[] theta = new double[twin.parameterCount()];
        double[] update = new double[theta.length];
        twin.copyParametersTo(theta);
        twin.copyUpdateTo(update);
        boolean single = trace.precision() == Precision.FLOAT32;
        // the error that a gradient's sum over the examples of a batch is likely to have
        double ofSum = Math.sqrt(experiment.examples(iteration)) * u;
        for (int i = 0; i < theta.length; i++) {
            double distance = Math.max((single ? u : 1.5 * u) * Math.abs(theta[i]), ofSum * Math.abs(update[i]));
            double moved = theta[i] + (directions.nextBoolean() ? distance : -distance);
            theta[i] = single ? (float) moved : moved;
        }
        twin.setParameters(theta);
    }

    private double[] perturbed(double[] initial) {
        return Arrays.stream(initial).map(this::moved).toArray();
    }

    private double moved(double value) {
        return value * (directions.nextBoolean() ? 1 + 2 * u : 1 - u);
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
        evidence.forEach((point, parameters) -> {
            costs.add(new ReportedCost(point.iteration(), point.reported()));
            allowances.put(point.iteration(), point.floor());
            tensors.putAll(parameters);
        });
        addMasks(tensors);
        return new StepEvidence(trace.with(tensors, costs), base, allowances);
    }

    private Map<TensorName, TraceTensor> parametersOf(Twin twin, int iteration) {
        double[] parameters = new double[initial.length];
        twin.copyParametersTo(parameters);
        return experiment.tensors(parameters, iteration);
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
        return parts.isEmpty() ? Said.COMPARABLE_WHOLE.of() : Said.all(parts);
    }
}
