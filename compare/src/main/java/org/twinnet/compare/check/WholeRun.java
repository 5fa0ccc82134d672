package org.twinnet.compare.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.twinnet.compare.agreement.DifferenceStatistics;
import org.twinnet.compare.agreement.Spread;
import org.twinnet.compare.trace.Precision;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.ReportedCost;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.compare.twin.Twin;
import org.twinnet.data.npz.Dtype;
import org.twinnet.scratch.dropout.DropoutMasks;
import org.twinnet.scratch.linalg.Matrix;

/**
 * The run that a trace's initial parameters determine, held against the costs that it reports.
 *
 * <p>Two more runs start one unit in the last place of the trace's precision away. What they move the cost by, up to an iteration, is the spread there;
 * a cost may differ by {@link Spread#ALLOWANCE} times that. Where the spread passes its limit, single steps are the only evidence, and the runs end.
 */
final class WholeRun {

    private static final int PERTURBATIONS = 2;

    private static final int MOST_EVIDENCE = 20;

    /** The limit of the spread in float32: an allowance of 1e-3, which hides no mistake of a whole formula. */
    private static final double FLOAT32_LIMIT = 1e-5;

    /**
     * A cost of the right run.
     *
     * @param iteration its iteration
     * @param reported what the trace reports
     * @param recomputed what the right run has
     * @param floor largest difference that is explained
     * @param parameters the right run's parameters before the update
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared by equals
    record Point(int iteration, double reported, double recomputed, double floor, double[] parameters) {}

    private final Trace trace;
    private final double u;
    private final double limit;
    private final List<Point> points = new ArrayList<>();
    private int notComparable;

    private WholeRun(Trace trace) {
        this.trace = trace;
        this.u = trace.precision().unitRoundoff();
        this.limit = trace.precision() == Precision.FLOAT64 ? Spread.LIMIT : FLOAT32_LIMIT;
    }

    /** Runs; empty where the trace does not hold the initial parameters and masks, or reports no cost. */
    static Optional<WholeRun> of(Trace trace) {
        Optional<TraceExperiment> experiment = TraceExperiment.of(trace);
        Optional<double[]> initial = experiment.flatMap(it -> it.parameters(0));
        // the masks of iteration 1 are those of iteration 0 exactly when all share them
        Optional<DropoutMasks> masks = experiment.flatMap(it -> it.masks(0).filter(D -> it.sharesMasks()));
        if (initial.isEmpty() || masks.isEmpty() || trace.costs().isEmpty()) {
            return Optional.empty();
        }
        WholeRun run = new WholeRun(trace);
        run.train(experiment.get(), initial.get(), masks.get());
        return Optional.of(run);
    }

    private void train(TraceExperiment experiment, double[] initial, DropoutMasks masks) {
        List<Twin> twins = new ArrayList<>();
        for (int k = 0; k <= PERTURBATIONS; k++) {
            Twin twin = experiment.scratch(masks);
            twin.setParameters(k == 0 ? initial : perturbed(initial, k));
            twins.add(twin);
        }
        double spread = u;
        int iteration = 0;
        for (ReportedCost reported : trace.costs()) {
            for (; iteration < reported.iteration() && spread < limit; iteration++) {
                twins.forEach(Twin::step);
            }
            if (!(spread < limit)) {
                notComparable++;
                continue;
            }
            double[] parameters = new double[initial.length];
            twins.get(0).copyParametersTo(parameters);
            double[] costs = twins.stream().mapToDouble(Twin::step).toArray();
            iteration++;
            for (double cost : costs) {
                double moved = Math.abs(cost - costs[0]) / Math.abs(costs[0]);
                spread = Double.isNaN(moved) ? Double.POSITIVE_INFINITY : Math.max(spread, moved);
            }
            if (spread < limit) {
                double floor = Spread.ALLOWANCE * spread * Math.max(Math.abs(costs[0]), Math.abs(reported.cost()));
                points.add(new Point(reported.iteration(), reported.cost(), costs[0], floor, parameters));
            } else {
                notComparable++;
            }
        }
    }

    private double[] perturbed(double[] initial, int perturbation) {
        SplittableRandom directions = new SplittableRandom(perturbation);
        double[] theta = initial.clone();
        for (int i = 0; i < theta.length; i++) {
            theta[i] *= directions.nextBoolean() ? 1 + 2 * u : 1 - u;
        }
        return theta;
    }

    /** The comparable costs. */
    List<Point> points() {
        return points;
    }

    /** The costs behind the horizon that are not even finite. */
    long notFiniteBeyond() {
        return trace.costs().stream()
                .skip(points.size())
                .filter(cost -> !Double.isFinite(cost.cost()))
                .count();
    }

    /** The costs at the right run's own parameters: at most {@value #MOST_EVIDENCE} that fail, and as many that do not. */
    Evidence costEvidence() {
        TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>();
        List<ReportedCost> costs = new ArrayList<>();
        Map<Integer, Double> allowances = new HashMap<>();
        int failing = 0;
        int passing = 0;
        for (Point point : points) {
            boolean passes = Math.abs(point.reported() - point.recomputed()) <= point.floor();
            if ((passes ? passing++ : failing++) < MOST_EVIDENCE) {
                costs.add(new ReportedCost(point.iteration(), point.reported()));
                allowances.put(point.iteration(), point.floor());
                addParameters(point, tensors);
            }
        }
        return new StepEvidence(trace.with(tensors, costs), allowances);
    }

    private void addParameters(Point point, Map<TensorName, TraceTensor> tensors) {
        int at = 0;
        for (int l = 1; l <= trace.depth(); l++) {
            int units = trace.layerSizes().get(l);
            Matrix W = Matrix.zeros(units, trace.layerSizes().get(l - 1));
            Matrix b = Matrix.zeros(units, 1);
            at = b.readFrom(point.parameters(), W.readFrom(point.parameters(), at));
            tensors.put(new TensorName(Quantity.W, l, point.iteration()), TraceTensor.of(W, Dtype.FLOAT64));
            tensors.put(new TensorName(Quantity.b, l, point.iteration()), TraceTensor.of(b, Dtype.FLOAT64));
            int layer = l;
            trace.tensor(Quantity.D, l, 0).ifPresent(D -> tensors.put(new TensorName(Quantity.D, layer, 0), D));
        }
    }

    CheckRung rung() {
        DifferenceStatistics statistics = new DifferenceStatistics("cost");
        for (Point point : points) {
            statistics.add(
                    point.reported(),
                    point.recomputed(),
                    point.floor(),
                    point.iteration(),
                    "cost@" + point.iteration());
        }
        String note = notComparable == 0
                ? "the whole run is comparable"
                : "%d of %d costs are comparable; behind them changes of the last place of the initial weights move the cost by more than %.0e"
                        .formatted(points.size(), trace.costs().size(), limit);
        return new CheckRung(
                CheckRungs.FREE_RUN,
                List.of(statistics.result()),
                "%.0f × the spread of this run under changes of the last place of its initial weights"
                        .formatted(Spread.ALLOWANCE),
                note);
    }
}
