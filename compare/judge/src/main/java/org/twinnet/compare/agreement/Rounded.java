package org.twinnet.compare.agreement;

import java.util.List;

/**
 * A run, and the same run as other correct programs would round it.
 *
 * @param run the run itself
 * @param others the same network from the same numbers, at the same reported iterations
 */
record Rounded(FreeRun run, List<FreeRun> others) {

    /**
     * Copies the list.
     *
     * @param run the run itself
     * @param others the same, rounded otherwise
     */
    Rounded {
        others = List.copyOf(others);
    }
}
