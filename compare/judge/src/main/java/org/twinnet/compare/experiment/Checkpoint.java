package org.twinnet.compare.experiment;

import java.util.ArrayList;
import java.util.List;

/**
 * The parameters of a run before the update of one iteration, or after its last.
 *
 * @param iteration iteration, from 0; after the last update the number of iterations
 * @param parameters W¹ row by row, b¹, W², b², …
 * @param statistics running statistics; empty without batch normalization
 */
@SuppressWarnings("ArrayRecordComponent") // copied out by readers, never compared by equals
public record Checkpoint(int iteration, double[] parameters, double[] statistics) {

    /** Checkpoints that a run keeps, at most. */
    public static final int COUNT = 60;

    /**
     * The iterations at which a run keeps its parameters: 0, the end of the run, and others between them that are
     * evenly spaced on a logarithmic axis, because a network changes most at the beginning.
     *
     * @param iterations iterations of the whole run, at least 1
     * @param count how many to keep, at most; 2 or more
     * @return ascending, without repetition
     */
    public static List<Integer> times(int iterations, int count) {
        List<Integer> times = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            int time = (int) Math.round(Math.expm1(Math.log1p(iterations) * k / (count - 1)));
            if (times.isEmpty() || time > times.get(times.size() - 1)) {
                times.add(time);
            }
        }
        return List.copyOf(times);
    }
}
