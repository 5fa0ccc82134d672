package org.twinnet.compare.trace;

import java.util.List;
import java.util.Set;

/**
 * How a trace was read from its file. The tensors of a {@link Trace} stand as the format has them, whatever the file
 * did.
 *
 * @param storedAs what the file lays out otherwise
 * @param rateAssumed whether the file states no learning rate
 * @param notes what else a reader should know, one sentence each
 * @param ownMasks layers of which each iteration has a mask of its own, although the trace holds that of iteration 0
 *     alone
 * @param leftOpen what the file does not state, and a default stands for
 */
public record Reading(
        Set<StoredAs> storedAs,
        boolean rateAssumed,
        List<String> notes,
        Set<Integer> ownMasks,
        Set<LeftOpen> leftOpen) {

    /** A file that states and lays out everything as the format does. */
    public static final Reading PLAIN = new Reading(Set.of(), false, List.of(), Set.of(), Set.of());

    /**
     * Copies the collections.
     *
     * @param storedAs what the file lays out otherwise
     * @param rateAssumed whether the file states no learning rate
     * @param notes what else a reader should know
     * @param ownMasks layers of which each iteration has a mask of its own
     * @param leftOpen what the file does not state
     */
    public Reading {
        storedAs = Set.copyOf(storedAs);
        notes = List.copyOf(notes);
        ownMasks = Set.copyOf(ownMasks);
        leftOpen = Set.copyOf(leftOpen);
    }

    /**
     * The same reading of masks that are not shared.
     *
     * @param layers the layers that have a mask for each iteration
     * @return a new reading
     */
    public Reading withOwnMasks(Set<Integer> layers) {
        return new Reading(storedAs, rateAssumed, notes, layers, leftOpen);
    }
}
