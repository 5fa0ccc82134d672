package org.twinnet.compare.check;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.twinnet.compare.ladder.QuantityComparison;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.text.Phrase;

/**
 * One rung of a check.
 *
 * @param name the rung
 * @param quantities what was compared
 * @param derivation where the noise floor comes from
 * @param note what a reader should know of it; may be {@link Phrase#NOTHING}
 */
public record CheckRung(CheckRungName name, List<QuantityComparison> quantities, Phrase derivation, Phrase note) {

    /**
     * Copies the list.
     *
     * @param name the rung
     * @param quantities what was compared
     * @param derivation where the noise floor comes from
     * @param note what a reader should know of it
     */
    public CheckRung {
        quantities = List.copyOf(quantities);
    }

    /**
     * The outcome; what compared nothing cannot agree. A quantity of which nothing is determined decides nothing beside
     * others.
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
     * @return empty when nothing was compared
     */
    public Optional<QuantityComparison> decisive() {
        return quantities.stream().max(Comparator.comparingDouble(QuantityComparison::multiple));
    }
}
