package org.twinnet.compare.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.twinnet.compare.replay.Replay;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.ReportedCost;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.scratch.linalg.Matrix;

/**
 * What is to be judged in a trace, in the order in which a run computes it: by iteration; the parameters, the forward pass, the cost, the backward pass.
 */
public final class Items {

    private final Trace trace;
    private final Set<Quantity> demanded;
    private final Map<Integer, Double> costs = new TreeMap<>();
    private final List<Item> held = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    /**
     * Lists what a trace holds and what a complete trace would hold of its iterations.
     *
     * @param trace what a network wrote down
     */
    public Items(Trace trace) {
        this(trace, EnumSet.allOf(Quantity.class));
    }

    /**
     * Lists what a trace holds and what it was meant to hold.
     *
     * @param trace what a network wrote down
     * @param demanded the quantities that are missed where they are not there
     */
    Items(Trace trace, Set<Quantity> demanded) {
        this.trace = trace;
        this.demanded = EnumSet.copyOf(demanded);
        for (ReportedCost reported : trace.costs()) {
            costs.put(reported.iteration(), reported.cost());
        }
        TreeSet<Integer> iterations = new TreeSet<>(trace.iterations());
        iterations.addAll(costs.keySet());
        iterations.forEach(this::list);
    }

    private void list(int iteration) {
        boolean covered = trace.iterations().contains(iteration);
        if (covered) {
            for (int l = 1; l <= trace.depth(); l++) {
                parameter(Quantity.W, l, iteration);
                parameter(Quantity.b, l, iteration);
            }
            for (int l = 1; l <= trace.depth(); l++) {
                for (Quantity quantity : List.of(Quantity.D, Quantity.Z, Quantity.A)) {
                    item(quantity, l, iteration);
                }
            }
        }
        if (costs.containsKey(iteration)) {
            held.add(Item.cost(iteration));
        }
        for (int l = trace.depth(); covered && l >= 1; l--) {
            for (Quantity quantity : List.of(Quantity.dA, Quantity.dZ, Quantity.dW, Quantity.db)) {
                item(quantity, l, iteration);
            }
        }
    }

    /** Where a covered stretch starts, the parameters are given and not a result. */
    private void parameter(Quantity quantity, int layer, int iteration) {
        if (trace.tensor(quantity, layer, iteration).isEmpty()) {
            miss(new TensorName(quantity, layer, iteration));
        } else if (trace.iterations().contains(iteration - 1)) {
            held.add(Item.of(new TensorName(quantity, layer, iteration)));
        }
    }

    private void item(Quantity quantity, int layer, int iteration) {
        boolean output = layer == trace.depth();
        TensorName name = new TensorName(quantity, layer, iteration);
        if (quantity == Quantity.D) {
            boolean needed = !output && trace.hyperParameters().keepProbability(layer) < 1;
            if (needed && trace.mask(layer, iteration).isEmpty()) {
                miss(name);
            }
        } else if (trace.tensors().containsKey(name)) {
            held.add(Item.of(name));
        } else if (!(output && quantity == Quantity.dA)) {
            miss(name);
        }
    }

    private void miss(TensorName name) {
        if (demanded.contains(name.quantity())) {
            missing.add(name.toString());
        }
    }

    /**
     * What the trace holds.
     *
     * @return the items in the order of the computation
     */
    public List<Item> held() {
        return List.copyOf(held);
    }

    /**
     * What a complete trace would hold as well.
     *
     * @return names of tensors
     */
    public List<String> missing() {
        return List.copyOf(missing);
    }

    /**
     * Puts one item face to face with what it must be.
     *
     * @param item one of {@link #held}
     * @param replay the recomputed step
     * @return both sides; empty where nothing determines the item
     */
    public Optional<Facing> face(Item item, Replay replay) {
        if (item.tensor().isPresent()) {
            TensorName name = item.tensor().get();
            return replay.expected(name)
                    .map(expected -> new Facing(
                            name.toString(),
                            name.iteration(),
                            expected.values().columns(),
                            flat(trace.tensors().get(name).values()),
                            flat(expected.values()),
                            flat(expected.errors())));
        }
        return replay.cost(item.iteration())
                .filter(cost -> Double.isFinite(cost.error()))
                .map(cost -> new Facing(
                        item.toString(),
                        item.iteration(),
                        1,
                        new double[] {costs.get(item.iteration())},
                        new double[] {cost.value()},
                        new double[] {cost.error()}));
    }

    private static double[] flat(Matrix matrix) {
        double[] values = new double[matrix.rows() * matrix.columns()];
        matrix.writeTo(values, 0);
        return values;
    }
}
