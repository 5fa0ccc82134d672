package org.twinnet.compare.replay;

import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.theory.mistake.Variant;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceBatches;
import org.twinnet.compare.trace.TraceTensor;

/**
 * A cost that is not that of one batch.
 *
 * <pre>
 *   of an epoch    Σ wₖ·Jₖ / Σ wₖ over its batches, wₖ 1 or the examples of batch k
 *                  Σ wₖ·εₖ / Σ wₖ + γₙ₊₂·Σ wₖ·(|Jₖ| + εₖ) / Σ wₖ
 *   of everything  the cost of all examples at the parameters of the iteration
 * </pre>
 *
 * <p>An epoch is that which the iteration ends, or that which it starts.
 */
final class ManyBatchesCost {

    private final Trace trace;
    private final Recipe recipe;
    private final Rounding rounding;
    private final IntFunction<Optional<BoundedNumber>> ofBatch;
    private final IntUnaryOperator examples;

    ManyBatchesCost(
            Trace trace,
            Recipe recipe,
            Rounding rounding,
            IntFunction<Optional<BoundedNumber>> ofBatch,
            IntUnaryOperator examples) {
        this.trace = trace;
        this.recipe = recipe;
        this.rounding = rounding;
        this.ofBatch = ofBatch;
        this.examples = examples;
    }

    /** The cost as the recipe has it; that of the batch where it says nothing. */
    Optional<BoundedNumber> of(int iteration) {
        if (recipe.has(Variant.COST_OF_ALL_EXAMPLES, 0)) {
            return ofAll(iteration);
        }
        return recipe.has(Variant.COST_OF_EPOCH, 0) || recipe.has(Variant.COST_OF_EPOCH_BY_EXAMPLES, 0)
                ? ofEpoch(iteration)
                : ofBatch.apply(iteration);
    }

    private Optional<BoundedNumber> ofEpoch(int iteration) {
        return CostSpan.of(trace, recipe, iteration).flatMap(this::mean);
    }

    private Optional<BoundedNumber> mean(CostSpan epoch) {
        double weights = 0;
        double sum = 0;
        double sizes = 0;
        double errors = 0;
        int n = epoch.last() - epoch.first() + 1;
        for (int i = epoch.first(); i <= epoch.last(); i++) {
            Optional<BoundedNumber> cost = ofBatch.apply(i);
            if (cost.isEmpty()) {
                return cost;
            }
            double weight = recipe.has(Variant.COST_OF_EPOCH_BY_EXAMPLES, 0) ? examples.applyAsInt(i) : 1;
            weights += weight;
            sum += weight * cost.get().value();
            sizes += weight * (Math.abs(cost.get().value()) + cost.get().error());
            errors += weight * cost.get().error();
        }
        return Optional.of(new BoundedNumber(sum / weights, (errors + rounding.gamma(n + 2) * sizes) / weights));
    }

    private Optional<BoundedNumber> ofAll(int iteration) {
        TreeMap<TensorName, TraceTensor> parameters = new TreeMap<>();
        for (int l = 1; l <= trace.depth(); l++) {
            for (Quantity parameter : new Quantity[] {Quantity.W, Quantity.b}) {
                int layer = l;
                trace.tensor(parameter, l, iteration)
                        .ifPresent(V -> parameters.put(new TensorName(parameter, layer, 0), V));
            }
        }
        Trace whole = trace.withTensors(parameters).with(TraceBatches.full(trace.exampleCount()));
        return new Replay(whole, recipe.without(Variant.COST_OF_ALL_EXAMPLES)).cost(0);
    }
}
