package org.twinnet.compare.check.item;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.twinnet.compare.replay.Replay;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.ReportedCost;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;

/**
 * What is to be judged in a trace, in the order in which a run computes it: by iteration; the parameters, the forward
 * pass, the cost, the backward pass.
 */
public final class Items {

    private final Trace trace;
    private final Map<Integer, Double> costs = new HashMap<>();
    private final List<Item> held = new ArrayList<>();

    /**
     * Lists what a trace holds.
     *
     * @param trace what a network wrote down
     */
    public Items(Trace trace) {
        this.trace = trace;
        for (ReportedCost reported : trace.costs()) {
            costs.put(reported.iteration(), reported.cost());
        }
        Set<Integer> covered = Set.copyOf(trace.iterations());
        IntStream.concat(
                        covered.stream().mapToInt(Integer::intValue),
                        trace.costs().stream().mapToInt(ReportedCost::iteration))
                .sorted()
                .distinct()
                .forEach(iteration -> list(iteration, covered.contains(iteration), covered.contains(iteration - 1)));
    }

    /** Where a covered stretch starts, the parameters are given and not a result. */
    private void list(int iteration, boolean covered, boolean follows) {
        for (int l = 1; covered && follows && l <= trace.depth(); l++) {
            for (Quantity parameter : Quantity.PARAMETERS) {
                item(parameter, l, iteration);
            }
            for (Quantity parameter : Quantity.PARAMETERS) {
                for (Quantity state : parameter.states()) {
                    item(state, l, iteration);
                }
            }
            item(Quantity.running_mean, l, iteration);
            item(Quantity.running_var, l, iteration);
        }
        if (covered) {
            item(Quantity.A, 0, iteration);
        }
        for (int l = 1; covered && l <= trace.depth(); l++) {
            for (Quantity quantity : List.of(Quantity.Z, Quantity.mu, Quantity.var, Quantity.N, Quantity.A)) {
                item(quantity, l, iteration);
            }
        }
        if (costs.containsKey(iteration)) {
            held.add(Item.cost(iteration));
        }
        for (int l = trace.depth(); covered && l >= 0; l--) {
            item(Quantity.dA, l, iteration);
            // behind the normalization, and so before it on the way back
            item(Quantity.dgamma, l, iteration);
            item(Quantity.dbeta, l, iteration);
            item(Quantity.dZ, l, iteration);
            item(Quantity.dW, l, iteration);
            item(Quantity.db, l, iteration);
        }
    }

    private void item(Quantity quantity, int layer, int iteration) {
        TensorName name = new TensorName(quantity, layer, iteration);
        if (trace.tensors().containsKey(name)) {
            held.add(Item.of(name));
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
     * Puts one item face to face with what it must be.
     *
     * @param item one of {@link #held}
     * @param replay the recomputed step
     * @return both sides; empty where nothing determines the item
     */
    public Optional<RecomputedTensor> face(Item item, Replay replay) {
        if (item.tensor().isPresent()) {
            TensorName name = item.tensor().get();
            return replay.expected(name)
                    .map(expected -> new RecomputedTensor(
                            name.toString(),
                            name.iteration(),
                            expected.columns(),
                            RecomputedTensor.flat(trace.tensors().get(name).values()),
                            expected.flat(),
                            expected.floors()));
        }
        return replay.cost(item.iteration())
                .filter(cost -> Double.isFinite(cost.error()))
                .map(cost -> new RecomputedTensor(
                        item.toString(),
                        item.iteration(),
                        1,
                        new double[] {costs.get(item.iteration())},
                        new double[] {cost.value()},
                        new double[] {cost.floor()}));
    }
}
