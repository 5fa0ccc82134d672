package org.twinnet.compare.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.twinnet.compare.agreement.Spread;
import org.twinnet.compare.check.item.Evidence;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.ladder.DifferenceStatistics;
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
import org.twinnet.scratch.linalg.Matrix;

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
    private final Map<Point, double[]> parametersOfEvidence = new LinkedHashMap<>();
    private final ProgressListener progress;
    private final SplittableRandom directions = new SplittableRandom(1);
    private final long lastIteration;
    private double firstCost = Double.NaN;
    private int notComparable;
    private int undetermined;
    private int beyondWork;
    private int failing;
    private int passing;

    private WholeRun(Trace trace, Recipe recipe, ProgressListener progress) {
        this.trace = trace;
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
        // the masks of iteration 1 are those of iteration 0 exactly when all share them
        Optional<DropoutMasks> masks = experiment.flatMap(it -> it.masks(0).filter(D -> it.sharesMasks()));
        if (initial.isEmpty() || masks.isEmpty() || trace.costs().isEmpty()) {
            return Optional.empty();
        }
        WholeRun run = new WholeRun(trace, recipe, progress);
        run.train(experiment.get(), initial.get(), masks.get());
        return Optional.of(run);
    }

    /** The last iteration that is run in time, whatever iterations have costs. */
    static long lastIteration(Trace trace) {
        long weights = 0;
        for (int l = 1; l <= trace.depth(); l++) {
            weights += (long) trace.layerSizes().get(l) * trace.layerSizes().get(l - 1);
        }
        return MOST_WORK / Math.max(LEAST_WORK, weights * trace.exampleCount());
    }

    private void train(TraceExperiment experiment, double[] initial, DropoutMasks masks) {
        ScratchTwin own = experiment.scratch(masks);
        own.setParameters(initial);
        List<Twin> others = new ArrayList<>();
        for (int k = 1; k <= PERTURBATIONS; k++) {
            Twin twin = experiment.reordered(masks, k);
            twin.setParameters(perturbed(initial));
            others.add(twin);
        }
        firstCost = cost(own.lastPreActivation(), initial).value();
        double spread = u;
        int iteration = 0;
        for (ReportedCost reported : trace.costs()) {
            if (reported.iteration() > lastIteration) {
                beyondWork++;
                continue;
            }
            for (; iteration < reported.iteration() && spread < limit; iteration++) {
                step(own, others);
            }
            if (!(spread < limit)) {
                notComparable++;
                continue;
            }
            double[] parameters = new double[initial.length];
            own.copyParametersTo(parameters);
            double[] costs = step(own, others);
            BoundedNumber right = cost(own.preActivationOfStep(), parameters);
            spread = Math.max(spread, moved(costs, right));
            iteration++;
            if (!(spread < limit)) {
                notComparable++;
            } else if (!Double.isFinite(right.error())) {
                undetermined++;
            } else {
                double size = Math.max(Math.abs(right.value()), Math.abs(reported.cost()));
                double floor = Spread.ALLOWANCE * spread * size + right.floor();
                add(new Point(reported.iteration(), reported.cost(), right.value(), floor), parameters);
            }
        }
    }

    /** Of most points nobody asks the parameters again. */
    private void add(Point point, double[] parameters) {
        points.add(point);
        if ((point.passes() ? passing++ : failing++) < MOST_EVIDENCE) {
            parametersOfEvidence.put(point, parameters);
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

    /** The cost from the logits, which a saturated output still tells apart, with what rounding allows. */
    private BoundedNumber cost(Matrix Z, double[] parameters) {
        TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>();
        addParameters(parameters, 0, tensors);
        tensors.put(new TensorName(Quantity.Z, trace.depth(), 0), TraceTensor.of(Z, Dtype.FLOAT64));
        return new Replay(trace.withTensors(tensors), recipe).cost(0).orElseThrow();
    }

    /** One iteration of all runs; the costs before it. */
    private double[] step(Twin own, List<Twin> others) {
        double[] costs = new double[1 + others.size()];
        costs[0] = own.step();
        for (int k = 1; k < costs.length; k++) {
            Twin other = others.get(k - 1);
            costs[k] = other.step();
            round(other);
        }
        progress.advanced("whole run", 1);
        return costs;
    }

    /**
     * Rounds to the trace's precision, up or down alike, as the operations of a step do: a drift to one side would be
     * no rounding. Without it a run forgets the last place of its initial weights where updates are far larger than
     * these were.
     */
    private void round(Twin twin) {
        double[] theta = new double[twin.parameterCount()];
        double[] update = new double[theta.length];
        twin.copyParametersTo(theta);
        twin.copyUpdateTo(update);
        boolean single = trace.precision() == Precision.FLOAT32;
        // the error that a gradient's sum over all examples is likely to have
        double ofSum = Math.sqrt(trace.exampleCount()) * u;
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
     * Whether a later cost is comparable that training has moved far beyond what is allowed for, so that wrong
     * gradients or updates would show in it.
     */
    boolean showsTraining() {
        return points.stream()
                .anyMatch(point ->
                        point.iteration() > 0 && Math.abs(point.recomputed() - firstCost) > TELLING * point.floor());
    }

    /**
     * The costs at the right run's own parameters: at most {@value #MOST_EVIDENCE} that fail, and as many that do not.
     */
    Evidence costEvidence(Recipe base) {
        TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>();
        List<ReportedCost> costs = new ArrayList<>();
        Map<Integer, Double> allowances = new HashMap<>();
        parametersOfEvidence.forEach((point, parameters) -> {
            costs.add(new ReportedCost(point.iteration(), point.reported()));
            allowances.put(point.iteration(), point.floor());
            addParameters(parameters, point.iteration(), tensors);
        });
        return new StepEvidence(trace.with(tensors, costs), base, allowances);
    }

    private void addParameters(double[] parameters, int iteration, Map<TensorName, TraceTensor> tensors) {
        int at = 0;
        for (TensorName name : TraceExperiment.names(trace, iteration)) {
            int units = trace.layerSizes().get(name.layer());
            int columns = name.quantity() == Quantity.W ? trace.layerSizes().get(name.layer() - 1) : 1;
            Matrix values = Matrix.zeros(units, columns);
            at = values.readFrom(parameters, at);
            tensors.put(name, TraceTensor.of(values, Dtype.FLOAT64));
        }
        for (int l = 0; l <= trace.depth(); l++) {
            TensorName mask = new TensorName(Quantity.D, l, 0);
            Optional.ofNullable(trace.tensors().get(mask)).ifPresent(D -> tensors.put(mask, D));
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
        if (beyondWork > 0) {
            parts.add(Said.COSTS_BEYOND.of(beyondWork, lastIteration));
        }
        return parts.isEmpty() ? Said.COMPARABLE_WHOLE.of() : Said.all(parts);
    }
}
