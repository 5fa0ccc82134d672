package org.twinnet.compare.check.item;

import java.util.Optional;
import org.twinnet.compare.trace.TensorName;

/**
 * One thing that a trace holds and that can be judged: a tensor, or the cost of an iteration.
 *
 * @param tensor the tensor; empty for the cost
 * @param iteration its iteration
 */
public record Item(Optional<TensorName> tensor, int iteration) {

    /**
     * A tensor.
     *
     * @param name its name
     * @return the item
     */
    public static Item of(TensorName name) {
        return new Item(Optional.of(name), name.iteration());
    }

    /**
     * A cost.
     *
     * @param iteration its iteration
     * @return the item
     */
    public static Item cost(int iteration) {
        return new Item(Optional.empty(), iteration);
    }

    /**
     * Whether it is a cost.
     *
     * @return false of a tensor
     */
    public boolean isCost() {
        return tensor.isEmpty();
    }

    /**
     * What it is.
     *
     * @return the quantity's symbol, or {@code cost}
     */
    public String quantity() {
        return tensor.map(name -> name.quantity().name()).orElse("cost");
    }

    /**
     * The layer.
     *
     * @return from 1; empty for the cost
     */
    public Optional<Integer> layer() {
        return tensor.map(TensorName::layer);
    }

    /**
     * The name as a trace has it.
     *
     * @return such as {@code dW2@0} or {@code cost@10}
     */
    @Override
    public String toString() {
        return tensor.map(TensorName::toString).orElse("cost@" + iteration);
    }
}
