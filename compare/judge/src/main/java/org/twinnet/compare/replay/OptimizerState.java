package org.twinnet.compare.replay;

import java.util.List;
import java.util.Map;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.trace.TensorName;

/**
 * What an optimizer carries from step to step.
 *
 * @param iteration the iteration that comes next, from 0
 * @param tensors its tensors, such as the velocity, by the name of the gradient at that iteration; none is 0
 * @param gradients those that the next ones are added to, by their name at that iteration; none where each step starts
 *     from 0
 */
public record OptimizerState(
        int iteration, Map<TensorName, List<Bounded>> tensors, Map<TensorName, Bounded> gradients) {

    /** Before the first step. */
    public static final OptimizerState START = new OptimizerState(0, Map.of(), Map.of());

    /**
     * Copies the maps.
     *
     * @param iteration the iteration that comes next
     * @param tensors its tensors
     * @param gradients those that the next ones are added to
     */
    public OptimizerState {
        tensors = Map.copyOf(tensors);
        gradients = Map.copyOf(gradients);
    }
}
