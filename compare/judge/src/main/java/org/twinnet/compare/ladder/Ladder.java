package org.twinnet.compare.ladder;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rungs of one comparison, in order.
 *
 * @param rungs what was compared
 * @param absent rungs that have no meaning for what was trained, such as the boundary of a regression
 */
public record Ladder(List<Rung> rungs, Set<RungName> absent) {

    /**
     * Copies both.
     *
     * @param rungs what was compared
     * @param absent rungs that have no meaning
     */
    public Ladder {
        rungs = List.copyOf(rungs);
        absent = Set.copyOf(absent);
    }

    /**
     * A ladder that all rungs belong to.
     *
     * @param rungs the rungs in order
     */
    public Ladder(List<Rung> rungs) {
        this(rungs, Set.of());
    }

    /**
     * The verdict over all rungs.
     *
     * @return agree only when every rung was climbed and agrees; a missing rung that has a meaning leaves the question
     *     open
     */
    public Status verdict() {
        Status climbed = Status.all(rungs.stream().map(Rung::status).toList());
        boolean complete =
                rungs.stream().map(Rung::name).collect(Collectors.toSet()).size()
                        == RungName.values().length - absent.size();
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
