package org.twinnet.compare.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twinnet.compare.agreement.QuantityComparison;
import org.twinnet.compare.agreement.Status;
import org.twinnet.compare.check.Evidence;
import org.twinnet.compare.check.Facing;
import org.twinnet.compare.check.Item;
import org.twinnet.compare.replay.Recipe;

/** Tries recipes on evidence: what of that which fails does a recipe explain, and does it leave alone what agrees? */
final class Court {

    private final Evidence evidence;
    private final Map<Item, Facing> failing = new LinkedHashMap<>();
    private final List<Item> passing = new ArrayList<>();

    Court(Evidence evidence) {
        this.evidence = evidence;
        Evidence.Trial right = evidence.under(Recipe.RIGHT);
        for (Item item : evidence.items()) {
            Facing facing = right.face(item).orElseThrow();
            // numbers that are not finite are wrong, but they say nothing about how they became so
            if (facing.compare().notFinite() == 0) {
                if (facing.compare().status() == Status.AGREE) {
                    passing.add(item);
                } else {
                    failing.put(item, facing);
                }
            }
        }
    }

    /** What the right formulas do not explain, in the order of the computation. */
    Map<Item, Facing> failing() {
        return failing;
    }

    Evidence.Trial under(Recipe recipe) {
        return evidence.under(recipe);
    }

    /**
     * What a recipe explains of that which fails.
     *
     * @return the items; none at all if the recipe spoils something that agrees
     */
    Set<Item> explained(Recipe recipe) {
        Evidence.Trial trial = evidence.under(recipe);
        Set<Item> explained = new LinkedHashSet<>();
        for (Item item : failing.keySet()) {
            if (isExplained(trial, item)) {
                explained.add(item);
            }
        }
        if (explained.isEmpty()) {
            return Set.of();
        }
        boolean harmless = passing.stream().allMatch(item -> agrees(trial, item));
        return harmless ? explained : Set.of();
    }

    /** Whether a recipe explains what fails first; cheaper than asking for all. */
    boolean explainsFirst(Recipe recipe) {
        return isExplained(evidence.under(recipe), failing.keySet().iterator().next());
    }

    /** Whether a recipe makes any difference to what fails first. */
    boolean changesFirst(Recipe recipe) {
        Map.Entry<Item, Facing> first = failing.entrySet().iterator().next();
        return evidence.under(recipe)
                .face(first.getKey())
                .map(facing ->
                        !Arrays.equals(facing.expected(), first.getValue().expected()))
                .orElse(false);
    }

    /** Explained is what comes within its floor and closer than before: a floor that only grew explains nothing. */
    private boolean isExplained(Evidence.Trial trial, Item item) {
        Optional<Facing> facing = trial.face(item);
        return facing.isPresent()
                && facing.get().compare().status() == Status.AGREE
                && 2 * largest(facing.get()) <= largest(failing.get(item));
    }

    private static double largest(Facing facing) {
        double largest = 0;
        for (int k = 0; k < facing.actual().length; k++) {
            largest = Math.max(largest, Math.abs(facing.actual()[k] - facing.expected()[k]));
        }
        return largest;
    }

    private static boolean agrees(Evidence.Trial trial, Item item) {
        return trial.face(item)
                .map(facing -> facing.compare().status() == Status.AGREE)
                .orElse(false);
    }

    /** Largest relative difference of some items under a recipe. */
    double difference(Recipe recipe, Set<Item> items) {
        Evidence.Trial trial = evidence.under(recipe);
        return items.stream()
                .map(trial::face)
                .flatMap(Optional::stream)
                .map(Facing::compare)
                .mapToDouble(QuantityComparison::maxRelativeDifference)
                .max()
                .orElse(0);
    }
}
