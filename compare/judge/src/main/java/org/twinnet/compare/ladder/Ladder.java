package org.twinnet.compare.ladder;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rungs of one comparison, in order.
 *
 * @param rungs what was compared
 */
public record Ladder(List<Rung> rungs) {

    /**
     * Copies the list.
     *
     * @param rungs what was compared
     */
    public Ladder {
        rungs = List.copyOf(rungs);
    }

    /**
     * The verdict over all rungs.
     *
     * @return agree only when every rung was climbed and agrees; a missing rung leaves the question open
     */
    public Status verdict() {
        Status climbed = Status.all(rungs.stream().map(Rung::status).toList());
        boolean complete =
                rungs.stream().map(Rung::name).collect(Collectors.toSet()).size() == RungName.values().length;
        return climbed == Status.AGREE && !complete ? Status.INCONCLUSIVE : climbed;
    }

    /**
     * The first rung that disagrees.
     *
     * @return empty when none does
     */
    public Optional<Rung> firstDivergence() {
        return rungs.stream().filter(rung -> rung.status() == Status.DISAGREE).findFirst();
    }
}
