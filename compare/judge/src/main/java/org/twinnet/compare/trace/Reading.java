package org.twinnet.compare.trace;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.twinnet.compare.experiment.choice.Masks;
import org.twinnet.compare.text.Phrase;
import org.twinnet.scratch.linalg.Matrix;

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
 * @param predictions what the file says, beside the tensors of its steps, that the network answers for X at its last
 *     parameters, (outputs, m); not to be changed
 * @param masks the seed that the file states of its masks, and how they follow each other; no seed is assumed
 */
public record Reading(
        Set<StoredAs> storedAs,
        boolean rateAssumed,
        List<Phrase> notes,
        Set<Integer> ownMasks,
        Set<LeftOpen> leftOpen,
        Optional<Matrix> predictions,
        Optional<Masks> masks) {

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
     * @param predictions what the network answers for X
     * @param masks the seed of its masks
     */
    public Reading {
        storedAs = Set.copyOf(storedAs);
        notes = List.copyOf(notes);
        ownMasks = Set.copyOf(ownMasks);
        leftOpen = Set.copyOf(leftOpen);
    }

    /**
     * A reading without predictions and seeds.
     *
     * @param storedAs what the file lays out otherwise
     * @param rateAssumed whether the file states no learning rate
     * @param notes what else a reader should know
     * @param ownMasks layers of which each iteration has a mask of its own
     * @param leftOpen what the file does not state
     */
    public Reading(
            Set<StoredAs> storedAs,
            boolean rateAssumed,
            List<Phrase> notes,
            Set<Integer> ownMasks,
            Set<LeftOpen> leftOpen) {
        this(storedAs, rateAssumed, notes, ownMasks, leftOpen, Optional.empty(), Optional.empty());
    }

    /**
     * The same reading with what the network answers.
     *
     * @param outputs (outputs, m); empty where the file does not say
     * @return a new reading
     */
    public Reading withPredictions(Optional<Matrix> outputs) {
        return new Reading(storedAs, rateAssumed, notes, ownMasks, leftOpen, outputs, masks);
    }

    /**
     * The same reading with a seed of its masks.
     *
     * @param stated kind and seed; empty where the file states no seed
     * @return a new reading
     */
    public Reading withMasks(Optional<Masks> stated) {
        return new Reading(storedAs, rateAssumed, notes, ownMasks, leftOpen, predictions, stated);
    }

    /**
     * The same reading with one more thing to know.
     *
     * @param note a sentence
     * @return a new reading
     */
    public Reading noting(Phrase note) {
        List<Phrase> more = Stream.concat(notes.stream(), Stream.of(note)).toList();
        return new Reading(storedAs, rateAssumed, more, ownMasks, leftOpen, predictions, masks);
    }

    /**
     * The same reading of a file that states more.
     *
     * @param open what it does not state
     * @return a new reading, without an assumed learning rate
     */
    public Reading stating(Set<LeftOpen> open) {
        return new Reading(storedAs, false, notes, ownMasks, open, predictions, masks);
    }

    /**
     * The same reading of masks that are not shared.
     *
     * @param layers the layers that have a mask for each iteration
     * @return a new reading
     */
    public Reading withOwnMasks(Set<Integer> layers) {
        return new Reading(storedAs, rateAssumed, notes, layers, leftOpen, predictions, masks);
    }
}
