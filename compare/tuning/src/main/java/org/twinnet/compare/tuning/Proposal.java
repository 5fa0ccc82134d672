package org.twinnet.compare.tuning;

import java.util.List;
import org.twinnet.compare.tuning.space.Setting;

/**
 * A candidate that a search proposes.
 *
 * @param number from 0, in the order of proposing
 * @param setting what to train with
 * @param position where the setting lies in the unit cube of the searched dimensions
 * @param seen how many results the search knew when it proposed this one: those of candidates 0 to {@code seen} − 1
 */
public record Proposal(int number, Setting setting, List<Double> position, int seen) {

    /**
     * Copies the position.
     *
     * @param number from 0
     * @param setting what to train with
     * @param position where the setting lies
     * @param seen how many results the search knew
     */
    public Proposal {
        position = List.copyOf(position);
    }
}
