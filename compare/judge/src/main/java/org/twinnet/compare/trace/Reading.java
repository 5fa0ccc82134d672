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
 */
public record Reading(Set<StoredAs> storedAs, boolean rateAssumed, List<String> notes) {

    /** A file that states and lays out everything as the format does. */
    public static final Reading PLAIN = new Reading(Set.of(), false, List.of());

    /**
     * Copies the collections.
     *
     * @param storedAs what the file lays out otherwise
     * @param rateAssumed whether the file states no learning rate
     * @param notes what else a reader should know
     */
    public Reading {
        storedAs = Set.copyOf(storedAs);
        notes = List.copyOf(notes);
    }
}
