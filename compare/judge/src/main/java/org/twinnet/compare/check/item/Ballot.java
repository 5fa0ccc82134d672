package org.twinnet.compare.check.item;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.replay.Replay;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;

/** Lets tensors decide between two recipes. */
public final class Ballot {

    /**
     * How tensors decide between a recipe and another one.
     *
     * @param yes those that agree under the other recipe only
     * @param no those that agree under the first recipe only
     * @param refuting those that disagree under the other recipe
     */
    public record Count(int yes, int no, int refuting) {
        /**
         * Whether they decide for the other recipe.
         *
         * @return true where more agree under it alone
         */
        public boolean isFor() {
            return yes > no;
        }

        /**
         * Whether they decide for the first recipe.
         *
         * @return true where some agree under it alone, and not fewer than under the other
         */
        public boolean isAgainst() {
            return no > 0 && no >= yes;
        }

        /**
         * Whether nothing decides.
         *
         * @return true where there is no such tensor, or it agrees, or does not, under both
         */
        public boolean isOpen() {
            return yes == 0 && no == 0;
        }
    }

    private final Trace trace;
    private final Items items;
    private final Map<Recipe, Replay> replays = new LinkedHashMap<>(4, 0.75f, true) {
        /** A replay is as large as the trace. */
        @Override
        protected boolean removeEldestEntry(Map.Entry<Recipe, Replay> eldest) {
            return size() > 2;
        }
    };

    /**
     * Prepares.
     *
     * @param trace what a network wrote down
     * @param items what of it can be compared
     */
    public Ballot(Trace trace, Items items) {
        this.trace = trace;
        this.items = items;
    }

    /**
     * Asks some tensors.
     *
     * @param tensors their names
     * @param recipe the first recipe
     * @param other the other one
     * @return how they decide
     */
    public Count count(List<TensorName> tensors, Recipe recipe, Recipe other) {
        return countItems(tensors.stream().map(Item::of).toList(), recipe, other);
    }

    /**
     * Asks tensors or costs.
     *
     * @param held the items
     * @param recipe the first recipe
     * @param other the other one
     * @return how they decide
     */
    public Count countItems(List<Item> held, Recipe recipe, Recipe other) {
        int yes = 0;
        int no = 0;
        int refuting = 0;
        for (Item item : held) {
            Optional<Status> otherwise = status(item, other);
            boolean agrees = status(item, recipe).filter(Status.AGREE::equals).isPresent();
            boolean agreesOtherwise = otherwise.filter(Status.AGREE::equals).isPresent();
            yes += agreesOtherwise && !agrees ? 1 : 0;
            no += agrees && !agreesOtherwise ? 1 : 0;
            refuting += otherwise.filter(Status.DISAGREE::equals).isPresent() ? 1 : 0;
        }
        return new Count(yes, no, refuting);
    }

    /**
     * Whether one of them disagrees under a recipe.
     *
     * @param held the items
     * @param recipe the recipe
     * @return true where one does
     */
    public boolean refutes(List<Item> held, Recipe recipe) {
        return held.stream()
                .anyMatch(item ->
                        status(item, recipe).filter(Status.DISAGREE::equals).isPresent());
    }

    private Optional<Status> status(Item item, Recipe recipe) {
        Replay replay = replays.computeIfAbsent(recipe, it -> new Replay(trace, it));
        return items.face(item, replay).map(it -> it.compare().status());
    }
}
