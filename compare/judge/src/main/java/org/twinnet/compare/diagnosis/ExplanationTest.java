package org.twinnet.compare.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.twinnet.compare.check.item.Evidence;
import org.twinnet.compare.check.item.Item;
import org.twinnet.compare.check.item.RecomputedTensor;
import org.twinnet.compare.ladder.QuantityComparison;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.theory.mistake.Recipe;

/**
 * Tries recipes on evidence: what of that which fails does a recipe explain, and does it leave alone what agrees? What
 * fails is what the base, the right formulas under the trace's own bookkeeping, does not explain; recipes change the
 * base.
 */
final class ExplanationTest {

    private final Evidence evidence;
    private final Recipe base;
    private final Map<Item, RecomputedTensor> failing = new LinkedHashMap<>();
    private final List<Item> passing = new ArrayList<>();

    ExplanationTest(Evidence evidence, Recipe base) {
        this.evidence = evidence;
        this.base = base;
        Evidence.Trial right = evidence.under(base);
        evidence.items().forEach(item -> right.face(item).ifPresent(facing -> sort(item, facing)));
    }

    /**
     * Numbers that are not finite are wrong, but they say nothing about how they became so; what is not determined says
     * nothing at all.
     */
    private void sort(Item item, RecomputedTensor facing) {
        if (facing.compare().notFinite() == 0) {
            switch (facing.compare().status()) {
                case AGREE -> passing.add(item);
                case DISAGREE -> failing.put(item, facing);
                case INCONCLUSIVE -> {}
            }
        }
    }

    /** The same evidence, where more than the base is known of its formulas. */
    ExplanationTest given(Recipe recipe) {
        return new ExplanationTest(evidence, recipe.on(base));
    }

    /** What the right formulas do not explain, in the order of the computation. */
    Map<Item, RecomputedTensor> failing() {
        return failing;
    }

    Evidence.Trial under(Recipe recipe) {
        return evidence.under(recipe.on(base));
    }

    /**
     * What a recipe explains of that which fails.
     *
     * @return the items; none at all if the recipe spoils something that agrees
     */
    Set<Item> explained(Recipe recipe) {
        Evidence.Trial trial = under(recipe);
        Set<Item> explained = new LinkedHashSet<>();
        for (Item item : failing.keySet()) {
            if (isExplained(trial, item)) {
                explained.add(item);
            }
        }
        if (explained.isEmpty()) {
            return Set.of();
        }
        boolean harmless = passing.stream().allMatch(item -> agrees(trial, item) || isOpen(trial, recipe, item));
        return harmless ? explained : Set.of();
    }

    /** Whether nothing that fails is left, when a recipe explains so much. */
    boolean isComplete(Recipe recipe, Set<Item> explained) {
        Evidence.Trial trial = under(recipe);
        return !explained.isEmpty()
                && failing.keySet().stream().allMatch(item -> explained.contains(item) || isOpen(trial, recipe, item));
    }

    /** What fails and is not determined by a rule of the update that carries something from steps before. */
    Set<Item> open(Recipe recipe) {
        if (!recipe.isOfUpdate()) {
            return Set.of();
        }
        Evidence.Trial trial = under(recipe);
        return failing.keySet().stream()
                .filter(item -> isOpen(trial, recipe, item))
                .collect(Collectors.toSet());
    }

    /**
     * What an optimizer carries from steps that the trace does not hold is not known, which is no fault of the
     * optimizer.
     */
    private static boolean isOpen(Evidence.Trial trial, Recipe recipe, Item item) {
        return recipe.isOfUpdate() && trial.face(item).isEmpty();
    }

    /** Whether something contradicts a recipe. */
    boolean refutes(Recipe recipe) {
        return evidence.refutes(recipe.on(base));
    }

    /**
     * Whether a mistake is out of the question, whatever its unknown number: it spoils what agrees, or leaves as it is
     * what fails.
     */
    boolean excludes(Recipe probe) {
        Evidence.Trial trial = under(probe);
        return passing.stream()
                        .anyMatch(item -> trial.face(item)
                                .filter(RecomputedTensor::contradicts)
                                .isPresent())
                || failing.keySet().stream()
                        .anyMatch(item -> trial.face(item)
                                .filter(facing -> !moves(item, facing))
                                .isPresent());
    }

    /** Whether a recipe moves something that fails, and does not explain it. */
    boolean disturbs(Recipe recipe, Set<Item> explained) {
        Evidence.Trial trial = under(recipe);
        return failing.keySet().stream()
                .filter(item -> !explained.contains(item))
                .anyMatch(item ->
                        trial.face(item).filter(facing -> moves(item, facing)).isPresent());
    }

    /** Whether a recipe makes any difference to what fails. */
    private boolean moves(Item item, RecomputedTensor with) {
        RecomputedTensor before = failing.get(item);
        return IntStream.range(0, before.expected().length)
                .anyMatch(k -> Math.abs(with.expected()[k] - before.expected()[k]) > before.floor()[k]);
    }

    /** Whether a recipe explains what fails first, of that which it determines; cheaper than asking for all. */
    boolean explainsFirst(Recipe recipe) {
        Evidence.Trial trial = under(recipe);
        return failing.keySet().stream()
                .filter(item -> !isOpen(trial, recipe, item))
                .findFirst()
                .filter(item -> isExplained(trial, item))
                .isPresent();
    }

    /** Whether a recipe makes any difference to what fails first. */
    boolean changesFirst(Recipe recipe) {
        Map.Entry<Item, RecomputedTensor> first = failing.entrySet().iterator().next();
        return under(recipe)
                .face(first.getKey())
                .map(facing ->
                        !Arrays.equals(facing.expected(), first.getValue().expected()))
                .orElse(false);
    }

    /** Explained is what comes within its floor and closer than before: a floor that only grew explains nothing. */
    private boolean isExplained(Evidence.Trial trial, Item item) {
        Optional<RecomputedTensor> facing = trial.face(item);
        return facing.isPresent()
                && facing.get().compare().status() == Status.AGREE
                && 2 * largest(facing.get()) <= largest(failing.get(item));
    }

    private static double largest(RecomputedTensor facing) {
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
        Evidence.Trial trial = under(recipe);
        return items.stream()
                .map(trial::face)
                .flatMap(Optional::stream)
                .map(RecomputedTensor::compare)
                .mapToDouble(QuantityComparison::maxRelativeDifference)
                .max()
                .orElse(0);
    }
}
