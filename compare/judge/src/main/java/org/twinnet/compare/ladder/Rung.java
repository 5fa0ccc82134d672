package org.twinnet.compare.ladder;

import java.util.Comparator;
import java.util.List;
import org.twinnet.compare.text.Phrase;

/**
 * One step of the ladder: some quantities, each held against its noise floor.
 *
 * @param name the rung
 * @param quantities what was compared
 * @param derivation where the noise floor comes from
 * @param note what a reader should know of this run, such as a horizon; may be {@link Phrase#NOTHING}
 */
public record Rung(RungName name, List<QuantityComparison> quantities, Phrase derivation, Phrase note) {

    /**
     * Copies the list.
     *
     * @param name the rung
     * @param quantities what was compared
     * @param derivation where the noise floor comes from
     * @param note what a reader should know of this run
     */
    public Rung {
        quantities = List.copyOf(quantities);
    }

    /**
     * The outcome. It rests on what is determined: a quantity of which nothing is, decides nothing beside others. A
     * rung that compared nothing, or that has a quantity of which nothing was there, cannot agree.
     *
     * @return the outcome
     */
    public Status status() {
        return Status.all(quantities.stream()
                .filter(quantity -> !quantity.isUndetermined())
                .map(QuantityComparison::status)
                .toList());
    }

    /**
     * How many numbers could not be compared, because they are not determined.
     *
     * @return sum over the quantities
     */
    public long undetermined() {
        return quantities.stream().mapToLong(QuantityComparison::undetermined).sum();
    }

    /**
     * How many numbers were compared.
     *
     * @return sum over the quantities
     */
    public long compared() {
        return quantities.stream().mapToLong(QuantityComparison::compared).sum();
    }

    /**
     * The quantity that comes closest to its floor, or exceeds it most.
     *
     * @return the decisive quantity
     * @throws IllegalStateException if the rung has no quantities
     */
    public QuantityComparison decisive() {
        return quantities.stream()
                .max(Comparator.comparingDouble(QuantityComparison::multiple))
                .orElseThrow(() -> new IllegalStateException("The rung '" + name.label() + "' has no quantities."));
    }
}
