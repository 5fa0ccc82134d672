package org.twinnet.compare.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinnet.compare.check.item.Item;
import org.twinnet.compare.check.item.Items;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.replay.Replay;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;

/** Lets tensors decide between two recipes. */
final class Ballot {

    /**
     * How tensors decide between a recipe and another one.
     *
     * @param yes those that agree under the other recipe only
     * @param no those that agree under the first recipe only
     * @param refuting those that disagree under the other recipe
     */
    record Count(int yes, int no, int refuting) {
        boolean isFor() {
            return yes > no;
        }

        boolean isAgainst() {
            return no > 0 && no >= yes;
        }

        /** Nothing decides: there is no such tensor, or it agrees, or does not, under both. */
        boolean isOpen() {
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

    Ballot(Trace trace, Items items) {
        this.trace = trace;
        this.items = items;
    }

    Count count(List<TensorName> tensors, Recipe recipe, Recipe other) {
        return countItems(tensors.stream().map(Item::of).toList(), recipe, other);
    }

    Count countItems(List<Item> held, Recipe recipe, Recipe other) {
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

    /** Whether one of them disagrees under a recipe. */
    boolean refutes(List<Item> held, Recipe recipe) {
        return held.stream()
                .anyMatch(item ->
                        status(item, recipe).filter(Status.DISAGREE::equals).isPresent());
    }

    private Optional<Status> status(Item item, Recipe recipe) {
        Replay replay = replays.computeIfAbsent(recipe, it -> new Replay(trace, it));
        return items.face(item, replay).map(it -> it.compare().status());
    }
}
