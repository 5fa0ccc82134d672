package org.twinnet.compare.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.twinnet.compare.replay.Bounded;
import org.twinnet.compare.replay.Recipe;
import org.twinnet.compare.replay.Replay;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.data.npz.Dtype;

/**
 * The first costs of a run, by replaying the run itself from its initial parameters: what a diagnosis has where a trace holds costs and little else.
 */
final class RunEvidence implements Evidence {

    /** A mistake of training shows in the first costs; more iterations would only take longer. */
    static final int LAST_ITERATION = 60;

    private final Trace trace;
    private final Map<Integer, WholeRun.Point> points = new TreeMap<>();

    RunEvidence(Trace trace, List<WholeRun.Point> points) {
        this.trace = trace;
        for (WholeRun.Point point : points) {
            if (point.iteration() <= LAST_ITERATION) {
                this.points.put(point.iteration(), point);
            }
        }
    }

    @Override
    public List<Item> items() {
        return points.keySet().stream().map(Item::cost).toList();
    }

    @Override
    public Trial under(Recipe recipe) {
        Run run = new Run(recipe);
        return item -> {
            WholeRun.Point point = points.get(item.iteration());
            return run.cost(item.iteration())
                    .map(cost -> new Facing(
                            item.toString(),
                            item.iteration(),
                            1,
                            new double[] {point.reported()},
                            new double[] {cost},
                            new double[] {point.floor()}));
        };
    }

    /** A run that goes as far as it is asked. */
    private final class Run {
        private final Recipe recipe;
        private final Map<Integer, Double> costs = new HashMap<>();
        private List<TraceTensor> parameters = initial();
        private int iteration;

        Run(Recipe recipe) {
            this.recipe = recipe;
        }

        Optional<Double> cost(int wanted) {
            for (; iteration <= wanted && !parameters.isEmpty(); iteration++) {
                Replay step = new Replay(at(parameters), recipe);
                int now = iteration;
                step.cost(0).ifPresent(cost -> costs.put(now, cost.value()));
                parameters = next(step);
            }
            return Optional.ofNullable(costs.get(wanted));
        }
    }

    private List<TraceTensor> initial() {
        List<TraceTensor> parameters = new ArrayList<>();
        for (int l = 1; l <= trace.depth(); l++) {
            parameters.add(trace.tensor(Quantity.W, l, 0).orElseThrow());
            parameters.add(trace.tensor(Quantity.b, l, 0).orElseThrow());
        }
        return parameters;
    }

    /** The parameters after a step; none if the recipe does not determine them. */
    private List<TraceTensor> next(Replay step) {
        List<TraceTensor> next = new ArrayList<>();
        for (int l = 1; l <= trace.depth(); l++) {
            for (Quantity quantity : List.of(Quantity.W, Quantity.b)) {
                step.expected(new TensorName(quantity, l, 1))
                        .map(RunEvidence::tensor)
                        .ifPresent(next::add);
            }
        }
        return next.size() == 2 * trace.depth() ? next : List.of();
    }

    private static TraceTensor tensor(Bounded next) {
        return TraceTensor.of(next.values(), Dtype.FLOAT64);
    }

    /** One iteration as a trace of its own, with the masks of the first. */
    private Trace at(List<TraceTensor> parameters) {
        TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>();
        for (int l = 1; l <= trace.depth(); l++) {
            tensors.put(new TensorName(Quantity.W, l, 0), parameters.get(2 * l - 2));
            tensors.put(new TensorName(Quantity.b, l, 0), parameters.get(2 * l - 1));
            int layer = l;
            trace.tensor(Quantity.D, l, 0).ifPresent(D -> tensors.put(new TensorName(Quantity.D, layer, 0), D));
        }
        return trace.withTensors(tensors);
    }
}
