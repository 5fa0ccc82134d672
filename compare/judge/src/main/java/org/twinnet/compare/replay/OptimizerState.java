package org.twinnet.compare.replay;

import java.util.Map;
import org.twinnet.compare.trace.TensorName;

/**
 * What an optimizer carries from step to step.
 *
 * @param iteration the iteration that comes next, from 0
 * @param velocities v, or Adam's m, by the name of the gradient at iteration 0
 * @param squares Adam's s, likewise
 */
public record OptimizerState(int iteration, Map<TensorName, Bounded> velocities, Map<TensorName, Bounded> squares) {

    /** Before the first step: v = 0. */
    public static final OptimizerState START = new OptimizerState(0, Map.of(), Map.of());

    /**
     * Copies the maps.
     *
     * @param iteration the iteration that comes next
     * @param velocities v
     * @param squares Adam's s
     */
    public OptimizerState {
        velocities = Map.copyOf(velocities);
        squares = Map.copyOf(squares);
    }
}
