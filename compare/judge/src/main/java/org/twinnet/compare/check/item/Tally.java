package org.twinnet.compare.check.item;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.replay.Replay;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.trace.Trace;

/**
 * How many numbers of a trace are right by a recipe.
 *
 * @param agree those that agree
 * @param differ those that disagree
 */
public record Tally(Set<Item> agree, Set<Item> differ) {

    /**
     * Copies the sets.
     *
     * @param agree those that agree
     * @param differ those that disagree
     */
    public Tally {
        agree = Set.copyOf(agree);
        differ = Set.copyOf(differ);
    }

    /**
     * Counts.
     *
     * @param trace what a network wrote down
     * @param recipe the formulas
     * @param which what counts
     * @return what of it agrees, and what does not
     */
    public static Tally of(Trace trace, Recipe recipe, Predicate<Item> which) {
        Items items = new Items(trace);
        Replay replay = new Replay(trace, recipe);
        Set<Item> agree = new HashSet<>();
        Set<Item> differ = new HashSet<>();
        for (Item item : items.held()) {
            Optional<Status> status = which.test(item)
                    ? items.face(item, replay).map(it -> it.compare().status())
                    : Optional.empty();
            status.filter(Status.AGREE::equals).ifPresent(it -> agree.add(item));
            status.filter(Status.DISAGREE::equals).ifPresent(it -> differ.add(item));
        }
        return new Tally(agree, differ);
    }

    /**
     * How many more agree than do not.
     *
     * @return below 0 where most disagree
     */
    public int balance() {
        return agree.size() - differ.size();
    }
}
