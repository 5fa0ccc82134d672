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
 */
public record OptimizerState(int iteration, Map<TensorName, List<Bounded>> tensors) {

    /** Before the first step. */
    public static final OptimizerState START = new OptimizerState(0, Map.of());

    /**
     * Copies the map.
     *
     * @param iteration the iteration that comes next
     * @param tensors its tensors
     */
    public OptimizerState {
        tensors = Map.copyOf(tensors);
    }
}
