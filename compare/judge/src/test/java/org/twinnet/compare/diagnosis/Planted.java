package org.twinnet.compare.diagnosis;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.twinnet.compare.check.item.Evidence;
import org.twinnet.compare.check.item.Item;
import org.twinnet.compare.check.item.RecomputedTensor;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;

/** Evidence with numbers and formulas put in by hand, so that what must be found is known. */
final class Planted implements Evidence {

    private final Map<Item, Function<Recipe, Optional<RecomputedTensor>>> lines = new LinkedHashMap<>();

    static Item item(Quantity quantity, int layer) {
        return new Item(Optional.of(new TensorName(quantity, layer, 0)), 0);
    }

    static Item cost(int iteration) {
        return new Item(Optional.empty(), iteration);
    }

    static double[] numbers(double... numbers) {
        return numbers;
    }

    /** n times the same number. */
    static double[] times(int n, double number) {
        double[] numbers = new double[n];
        Arrays.fill(numbers, number);
        return numbers;
    }

    static double factor(Recipe recipe, Factor factor, int layer) {
        return factor.of(recipe, layer);
    }

    /**
     * Puts an item in.
     *
     * @param actual what the trace holds
     * @param floor what rounding explains
     * @param formula what a recipe expects
     */
    Planted holds(Item item, double[] actual, double floor, Function<Recipe, double[]> formula) {
        return holdsOpen(item, actual, floor, recipe -> Optional.of(formula.apply(recipe)));
    }

    /** The same where the formula may determine nothing. */
    Planted holdsOpen(Item item, double[] actual, double floor, Function<Recipe, Optional<double[]>> formula) {
        lines.put(
                item,
                recipe -> formula.apply(recipe)
                        .map(expected -> new RecomputedTensor(
                                item.toString(),
                                item.iteration(),
                                1,
                                actual,
                                expected,
                                times(expected.length, floor))));
        return this;
    }

    @Override
    public List<Item> items() {
        return List.copyOf(lines.keySet());
    }

    @Override
    public Trial under(Recipe recipe) {
        return item -> lines.get(item).apply(recipe);
    }
}
