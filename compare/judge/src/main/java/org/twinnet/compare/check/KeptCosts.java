package org.twinnet.compare.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.twinnet.compare.replay.CostSpan;
import org.twinnet.compare.replay.LogitCosts;
import org.twinnet.compare.replay.Replay;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.theory.mistake.Variant;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.data.npz.Dtype;
import org.twinnet.scratch.linalg.Matrix;

/**
 * The costs of a run, with what rounding allows: from the parameters and logits that its iterations leave, which a
 * saturated output still tells apart. They are kept as long as a cost may be of them.
 */
final class KeptCosts {

    private final Trace trace;
    private final Recipe recipe;
    private final Recipe ofBatch;
    private final Optional<LogitCosts> direct;
    private final TreeMap<Integer, Supplier<Map<TensorName, TraceTensor>>> kept = new TreeMap<>();
    private final TreeMap<Integer, Optional<BoundedNumber>> computed = new TreeMap<>();

    /**
     * Prepares; nothing is kept yet.
     *
     * @param trace whose costs they are
     * @param recipe how they are computed, and whose mean they are
     */
    KeptCosts(Trace trace, Recipe recipe) {
        this.trace = trace;
        this.recipe = recipe;
        this.ofBatch = recipe.without(Variant.COST_OF_EPOCH)
                .without(Variant.COST_OF_EPOCH_BY_EXAMPLES)
                .without(Variant.COST_OF_ALL_EXAMPLES);
        this.direct = LogitCosts.of(trace, ofBatch);
    }

    /** Keeps what an iteration leaves: its parameters and the logits of its batch. */
    void keep(int iteration, Supplier<Map<TensorName, TraceTensor>> tensors) {
        kept.put(iteration, tensors);
    }

    /** The same of a run whose parameters are a vector; tensors are made of them when they are asked for. */
    void keep(int iteration, TraceExperiment experiment, double[] parameters, Matrix Z) {
        keep(iteration, () -> {
            Map<TensorName, TraceTensor> tensors = experiment.tensors(parameters, iteration);
            tensors.put(new TensorName(Quantity.Z, trace.depth(), iteration), TraceTensor.of(Z, Dtype.FLOAT64));
            return tensors;
        });
        direct.ifPresent(costs -> computed.put(iteration, costs.cost(iteration, Z, parameters)));
    }

    /** No cost of an iteration before this one will be asked for. */
    void forgetBefore(int iteration) {
        kept.headMap(iteration).clear();
        computed.headMap(iteration).clear();
    }

    /** The cost of an iteration's batch. */
    Optional<BoundedNumber> ofBatch(int iteration) {
        return computed.computeIfAbsent(
                iteration,
                key -> new Replay(trace.withTensors(new TreeMap<>(kept.get(key).get())), ofBatch).cost(key));
    }

    /** The cost that is reported for an iteration; all iterations that it is of are kept. */
    Optional<BoundedNumber> of(int reported) {
        return recipe.equals(ofBatch)
                ? ofBatch(reported)
                : new Replay(trace.withTensors(new TreeMap<>(all(reported))), recipe).cost(reported);
    }

    /** The parameters of all iterations that a reported cost is of. */
    Map<TensorName, TraceTensor> parameters(int reported) {
        Map<TensorName, TraceTensor> parameters = all(reported);
        parameters.keySet().removeIf(name -> name.quantity() == Quantity.Z);
        return parameters;
    }

    private Map<TensorName, TraceTensor> all(int reported) {
        CostSpan span = CostSpan.of(trace, recipe, reported).orElseThrow();
        Map<TensorName, TraceTensor> tensors = new HashMap<>();
        kept.subMap(span.first(), true, span.last(), true).values().forEach(of -> tensors.putAll(of.get()));
        return tensors;
    }
}
