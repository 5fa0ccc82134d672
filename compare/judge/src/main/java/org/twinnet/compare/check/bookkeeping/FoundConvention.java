package org.twinnet.compare.check.bookkeeping;

import java.util.List;

/**
 * A convention that a trace follows.
 *
 * @param convention which
 * @param layers the layers that follow it, from 1; empty where it belongs to the whole network
 */
public record FoundConvention(Convention convention, List<Integer> layers) {

    /**
     * Copies the list.
     *
     * @param convention which
     * @param layers the layers that follow it
     */
    public FoundConvention {
        layers = List.copyOf(layers);
    }
}
