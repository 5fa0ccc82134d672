package org.twinnet.compare.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.twinnet.compare.agreement.Spread;
import org.twinnet.compare.check.item.Evidence;
import org.twinnet.compare.check.item.Item;
import org.twinnet.compare.check.item.RecomputedTensor;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.replay.CostSpan;
import org.twinnet.compare.replay.OptimizerState;
import org.twinnet.compare.replay.Replay;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.data.npz.Dtype;
import org.twinnet.scratch.linalg.Matrix;

/**
 * The first iterations of a run, by replaying the run itself from its initial parameters, with all that an optimizer
 * carries from step to step: its costs, and the parameters that the trace holds behind a gap. A second run starts one
 * unit in the last place away and gives the spread, as {@link WholeRun} does for the right formulas; where that passes
 * its limit, nothing is determined.
 */
final class RunEvidence implements Evidence {

    /** A mistake of training shows in the first costs; more iterations would only take longer. */
    static final int LAST_ITERATION = 60;

    /** Where a cost is the mean of an epoch, it may take the whole of that to see one. */
    private static final int LAST_OF_EPOCH = 300;

    private final Trace trace;
    private final Recipe base;
    private final double limit;
    private final double u;
    private final Map<Integer, WholeRun.Point> points = new TreeMap<>();
    private final Map<Integer, List<Item>> costsByLast = new TreeMap<>();
    private final Set<Integer> ofCosts = new HashSet<>();
    private final Map<TensorName, Optional<TraceTensor>> masks = new HashMap<>();
    private final int lastIteration;
    private final Map<Item, RecomputedTensor> right = new LinkedHashMap<>();

    /**
     * Prepares; nothing is computed yet.
     *
     * @param trace what a network wrote down, with its initial parameters
     * @param base the right formulas under the trace's own bookkeeping
     * @param limit the largest spread at which a number is determined
     * @param points the comparable costs of the right run
     */
    RunEvidence(Trace trace, Recipe base, double limit, List<WholeRun.Point> points) {
        this.trace = trace;
        this.base = base;
        this.limit = limit;
        this.u = trace.precision().unitRoundoff();
        int first = points.stream()
                .mapToInt(point -> span(Item.cost(point.iteration())).last())
                .filter(last -> last > 0)
                .findFirst()
                .orElse(0);
        this.lastIteration = Math.max(LAST_ITERATION, Math.min(first, LAST_OF_EPOCH));
        for (WholeRun.Point point : points) {
            Item cost = Item.cost(point.iteration());
            if (span(cost).last() <= lastIteration) {
                this.points.put(point.iteration(), point);
                IntStream.rangeClosed(span(cost).first(), span(cost).last()).forEach(ofCosts::add);
                costsByLast
                        .computeIfAbsent(span(cost).last(), last -> new ArrayList<>())
                        .add(cost);
            }
        }
    }

    /** The iterations that an item is of. */
    private CostSpan span(Item item) {
        return item.tensor().isPresent()
                ? new CostSpan(item.iteration(), item.iteration())
                : CostSpan.of(trace, base, item.iteration()).orElseThrow();
    }

    @Override
    public List<Item> items() {
        if (right.isEmpty()) {
            Pair pair = new Pair(base);
            candidates().forEach(item -> pair.face(item).ifPresent(facing -> right.put(item, facing)));
        }
        return List.copyOf(right.keySet());
    }

    private List<Item> candidates() {
        List<Item> candidates = new ArrayList<>();
        for (int i = 0; i <= lastIteration; i++) {
            if (i > 1 && trace.holds(i) && !trace.holds(i - 1)) {
                TraceExperiment.names(trace, i).stream()
                        .filter(name -> trace.tensors().containsKey(name))
                        .map(Item::of)
                        .forEach(candidates::add);
            }
            candidates.addAll(costsByLast.getOrDefault(i, List.of()));
        }
        return candidates;
    }

    /** The floor is that of the right run, and the rounding error of the cost itself. */
    @Override
    public Trial under(Recipe recipe) {
        items();
        Run run = new Run(recipe, initial(), side -> side);
        return item -> run.numbers(item)
                .flatMap(numbers -> Optional.ofNullable(right.get(item))
                        .map(facing -> face(item, numbers, added(facing.floor(), run.error(item)))));
    }

    private static double[] added(double[] floor, double more) {
        return Arrays.stream(floor).map(of -> of + more).toArray();
    }

    /** A run by another recipe may spread more than the right one: before it contradicts, its own floor is asked. */
    @Override
    public boolean refutes(Recipe recipe) {
        Trial trial = under(recipe);
        List<Item> doubtful = items().stream()
                .filter(item ->
                        trial.face(item).filter(RecomputedTensor::contradicts).isPresent())
                .toList();
        if (doubtful.isEmpty()) {
            return false;
        }
        Pair pair = new Pair(recipe);
        return doubtful.stream()
                .anyMatch(item ->
                        pair.face(item).filter(RecomputedTensor::contradicts).isPresent());
    }

    private RecomputedTensor face(Item item, double[] expected, double[] floor) {
        if (item.tensor().isEmpty()) {
            double[] reported = {points.get(item.iteration()).reported()};
            return new RecomputedTensor(item.toString(), item.iteration(), 1, reported, expected, floor);
        }
        Matrix held = trace.tensors().get(item.tensor().get()).values();
        return new RecomputedTensor(
                item.toString(), item.iteration(), held.columns(), RecomputedTensor.flat(held), expected, floor);
    }

    /**
     * A run by a recipe and one beside it; by how much of the largest of a layer their parameters part is the spread
     * too.
     */
    private final class Pair {
        private final Run run;
        private final Run beside;
        private double spread = u;
        private int spreadUntil;

        Pair(Recipe recipe) {
            SplittableRandom directions = new SplittableRandom(1);
            // in double precision a step of u alone may round to no step at all
            double step = trace.precision() == Precision.FLOAT32 ? u : 1.5 * u;
            this.run = new Run(recipe, initial(), side -> side);
            this.beside = new Run(
                    recipe,
                    moved(initial(), 1.5 * u, directions),
                    side -> new Side(moved(side.parameters(), step, directions), side.state()));
        }

        /** In the order of the iterations: the spread only grows. */
        Optional<RecomputedTensor> face(Item item) {
            Optional<double[]> numbers = run.numbers(item);
            Optional<double[]> others = beside.numbers(item);
            if (numbers.isEmpty() || others.isEmpty()) {
                return Optional.empty();
            }
            double[] expected = numbers.get();
            double apart = apart(expected, others.get());
            double largest = largest(expected);
            for (; spreadUntil <= span(item).last(); spreadUntil++) {
                spread(run.sides.get(spreadUntil), beside.sides.get(spreadUntil));
            }
            spread = Math.max(spread, largest == 0 ? 0 : apart / largest);
            double[] floor = new double[expected.length];
            Arrays.fill(floor, floor(item, largest, apart));
            return spread < limit ? Optional.of(RunEvidence.this.face(item, expected, floor)) : Optional.empty();
        }

        private void spread(Side side, Side other) {
            for (int k = 0; k < side.parameters().size(); k++) {
                double[] own = RecomputedTensor.flat(side.parameters().get(k).values());
                double largest = largest(own);
                double apart = apart(
                        own, RecomputedTensor.flat(other.parameters().get(k).values()));
                spread = Math.max(spread, largest == 0 ? 0 : apart / largest);
            }
        }

        private static double largest(double[] numbers) {
            return Arrays.stream(numbers).map(Math::abs).max().orElse(0);
        }

        private static double apart(double[] numbers, double[] others) {
            double apart = 0;
            for (int k = 0; k < numbers.length; k++) {
                double moved = Math.abs(numbers[k] - others[k]);
                apart = Double.isNaN(moved) ? Double.POSITIVE_INFINITY : Math.max(apart, moved);
            }
            return apart;
        }

        /** A parameter may differ by as much of the largest of its layer as the two runs do. */
        private double floor(Item item, double largest, double apart) {
            if (item.tensor().isPresent()) {
                return Spread.ALLOWANCE * Math.max(apart, u * largest) + Double.MIN_NORMAL;
            }
            WholeRun.Point point = points.get(item.iteration());
            double size = Math.max(Math.abs(point.reported()), largest);
            return Math.max(point.floor(), Spread.ALLOWANCE * spread * size + run.error(item));
        }
    }

    /** A run that goes as far as it is asked. */
    private final class Run {
        private final Recipe recipe;
        private final UnaryOperator<Side> after;
        private final Map<Item, double[]> numbers = new HashMap<>();
        private final Map<Integer, Double> errors = new HashMap<>();
        private final List<Side> sides = new ArrayList<>();
        private final KeptCosts costs;
        private Optional<Side> side;
        private int iteration;

        Run(Recipe recipe, List<TraceTensor> initial, UnaryOperator<Side> after) {
            this.recipe = recipe;
            this.after = after;
            this.costs = new KeptCosts(trace, recipe);
            this.side = Optional.of(new Side(initial, OptimizerState.START));
        }

        Optional<double[]> numbers(Item item) {
            for (; iteration <= span(item).last() && side.isPresent(); iteration++) {
                Replay step = new Replay(
                        at(side.get().parameters(), iteration),
                        recipe,
                        side.get().state());
                sides.add(side.get());
                keep(side.get(), step);
                side = next(step).map(after);
            }
            return Optional.ofNullable(numbers.get(item));
        }

        private void keep(Side now, Replay step) {
            List<Item> reported = costsByLast.getOrDefault(iteration, List.of());
            if (ofCosts.contains(iteration) && keepLogits(now, step) && !reported.isEmpty()) {
                reported.forEach(this::keep);
                costs.forgetBefore(iteration + 1);
            }
            for (int k = 0; trace.holds(iteration) && k < now.parameters().size(); k++) {
                numbers.put(
                        Item.of(TraceExperiment.names(trace, iteration).get(k)),
                        RecomputedTensor.flat(now.parameters().get(k).values()));
            }
        }

        /** What rounding does to the cost of these very logits; what it does to the logits is in the spread. */
        private void keep(Item reported) {
            costs.of(reported.iteration())
                    .filter(cost -> Double.isFinite(cost.error()))
                    .ifPresent(cost -> {
                        numbers.put(reported, new double[] {cost.value()});
                        errors.put(reported.iteration(), cost.floor());
                    });
        }

        private boolean keepLogits(Side now, Replay step) {
            TensorName logits = new TensorName(Quantity.Z, trace.depth(), iteration);
            Optional<Bounded> Z = step.expected(logits);
            Z.ifPresent(of -> {
                Map<TensorName, TraceTensor> tensors =
                        new HashMap<>(at(now.parameters(), iteration).tensors());
                tensors.put(logits, tensor(of));
                costs.keep(iteration, () -> tensors);
            });
            return Z.isPresent();
        }

        double error(Item item) {
            return item.tensor().isPresent() ? 0 : errors.getOrDefault(item.iteration(), 0.0);
        }

        /** The next iteration; none if the recipe does not determine it. */
        private Optional<Side> next(Replay step) {
            List<TraceTensor> next = new ArrayList<>();
            List<TensorName> names = TraceExperiment.names(trace, iteration + 1);
            names.forEach(name -> step.expected(name).map(RunEvidence::tensor).ifPresent(next::add));
            return next.size() == names.size() ? Optional.of(new Side(next, step.next())) : Optional.empty();
        }
    }

    /**
     * Where a run is.
     *
     * @param parameters W¹, b¹, W², …, scale and shift of a normalization behind b
     * @param state what the optimizer carries
     */
    private record Side(List<TraceTensor> parameters, OptimizerState state) {}

    private static List<TraceTensor> moved(List<TraceTensor> tensors, double by, SplittableRandom directions) {
        List<TraceTensor> moved = new ArrayList<>();
        for (TraceTensor tensor : tensors) {
            double[][] values = tensor.values().toArray();
            for (double[] row : values) {
                for (int c = 0; c < row.length; c++) {
                    row[c] *= directions.nextBoolean() ? 1 + by : 1 - by;
                }
            }
            moved.add(TraceTensor.of(Matrix.of(values), Dtype.FLOAT64));
        }
        return moved;
    }

    private List<TraceTensor> initial() {
        List<TraceTensor> parameters = new ArrayList<>();
        TraceExperiment.names(trace, 0)
                .forEach(name -> parameters.add(trace.tensors().get(name)));
        return parameters;
    }

    private static TraceTensor tensor(Bounded next) {
        double[][] rows = new double[next.rows()][];
        Arrays.setAll(rows, next::values);
        return TraceTensor.of(Matrix.of(rows), Dtype.FLOAT64);
    }

    /** One iteration as a trace of its own. */
    private Trace at(List<TraceTensor> parameters, int iteration) {
        TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>();
        List<TensorName> names = TraceExperiment.names(trace, iteration);
        for (int k = 0; k < names.size(); k++) {
            tensors.put(names.get(k), parameters.get(k));
        }
        for (int l = 0; l <= trace.depth(); l++) {
            int layer = l;
            TensorName mask = new TensorName(Quantity.D, l, iteration);
            masks.computeIfAbsent(mask, name -> trace.mask(layer, iteration)).ifPresent(D -> tensors.put(mask, D));
        }
        return trace.withTensors(tensors);
    }
}
