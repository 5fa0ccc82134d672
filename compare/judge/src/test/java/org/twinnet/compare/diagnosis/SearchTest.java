package org.twinnet.compare.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.twinnet.compare.diagnosis.Planted.cost;
import static org.twinnet.compare.diagnosis.Planted.factor;
import static org.twinnet.compare.diagnosis.Planted.item;
import static org.twinnet.compare.diagnosis.Planted.numbers;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.check.item.Evidence;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.theory.mistake.Setting;
import org.twinnet.compare.trace.Quantity;

@DisplayName("The search")
class SearchTest {

    private static final double FLOOR = 1e-12;
    private static final Setting SETTING = new Setting(List.of(2, 3, 1), 5, List.of(1.0), 0.7, 0.3, false, 0);

    /** The recipe of a mistake that is made in both layers. */
    private static Recipe everywhere(Recipe recipe, Factor factor, double value) {
        return factor.in(factor.in(recipe, 1, value), 2, value);
    }

    /**
     * A cost, dZ, dW and db of two layers, as a network writes them down that computes by another recipe than the right
     * one.
     */
    static Planted network(Recipe other) {
        Planted network = new Planted()
                .holds(cost(0), costs(other), FLOOR, SearchTest::costs)
                .holds(item(Quantity.dZ, 2), dZ(other), FLOOR, SearchTest::dZ);
        for (int l = 2; l >= 1; l--) {
            int layer = l;
            network.holds(item(Quantity.dW, l), dW(other, l), FLOOR, recipe -> dW(recipe, layer))
                    .holds(item(Quantity.db, l), db(other, l), FLOOR, recipe -> db(recipe, layer));
        }
        return network;
    }

    private static double[] costs(Recipe recipe) {
        return numbers(0.7 * factor(recipe, Factor.CROSS_ENTROPY, 0)
                + 0.5 * factor(recipe, Factor.PENALTY, 1)
                + 0.2 * factor(recipe, Factor.PENALTY, 2));
    }

    private static double[] dZ(Recipe recipe) {
        double c = factor(recipe, Factor.OUTPUT_GRADIENT, 2);
        return numbers(0.5 * c, -0.25 * c, 0.7 * c);
    }

    private static double[] dW(Recipe recipe, int layer) {
        double c = factor(recipe, Factor.WEIGHT_GRADIENT, layer) * layer;
        double p = factor(recipe, Factor.PENALTY_GRADIENT, layer);
        return numbers(c + 0.3 * p, 2 * c + 0.1 * p, -3 * c + 0.2 * p);
    }

    private static double[] db(Recipe recipe, int layer) {
        double c = factor(recipe, Factor.BIAS_GRADIENT, layer) * layer;
        return numbers(0.4 * c, -0.6 * c, 0.9 * c);
    }

    private static List<Explanation> search(Evidence evidence) {
        ExplanationTest court = new ExplanationTest(evidence, Recipe.RIGHT);
        return new Search(court, List.of(court), SETTING).run();
    }

    private static List<String> ids(Explanation explanation) {
        return explanation.candidates().stream()
                .map(candidate -> candidate.mistake().id())
                .toList();
    }

    private static List<List<String>> ids(Evidence evidence) {
        return search(evidence).stream().map(SearchTest::ids).toList();
    }

    @Test
    void should_find_a_mistake_that_is_made_everywhere() {
        Recipe halved = everywhere(Recipe.RIGHT, Factor.PENALTY_GRADIENT, 0.5);
        Explanation best = search(network(halved)).get(0);
        assertEquals(List.of("l2-gradient-halved"), ids(best));
        assertEquals(halved, best.recipe());
        assertEquals(Set.of(item(Quantity.dW, 1), item(Quantity.dW, 2)), best.explained());
        assertTrue(best.candidates().get(0).whole());
        assertFalse(best.isFitted());
    }

    @Test
    void should_find_the_layer_of_a_mistake_that_is_made_in_one() {
        Candidate best = search(network(Factor.PENALTY_GRADIENT.in(Recipe.RIGHT, 1, 0.5)))
                .get(0)
                .candidates()
                .get(0);
        assertEquals("l2-gradient-halved", best.mistake().id());
        assertEquals(List.of(1), best.layers());
        assertFalse(best.whole());
    }

    @Test
    void should_name_a_mistake_before_it_fits_a_factor() {
        List<Explanation> found = search(network(everywhere(Recipe.RIGHT, Factor.PENALTY_GRADIENT, 0.5)));
        assertEquals(
                List.of(List.of("l2-gradient-halved"), List.of("l2-gradient-factor")),
                found.stream().map(SearchTest::ids).toList());
        assertTrue(found.get(1).isFitted());
        assertEquals(
                0.5, found.get(1).candidates().get(0).factor().orElseThrow().value());
    }

    /**
     * b stands where it stood: it was not updated, or a leak of 1 made up for it, which is further up in the catalogue.
     */
    @Test
    void should_prefer_a_mistake_without_a_factor_to_one_further_up_in_the_catalogue() {
        Evidence evidence = new Planted().holds(item(Quantity.b, 1), numbers(1, 2, 3), FLOOR, recipe -> {
            double c = factor(recipe, Factor.BIAS_STEP, 1) - factor(recipe, Factor.LEAK, 1);
            return numbers(1 - 0.5 * c, 2 - 0.25 * c, 3 - 0.1 * c);
        });
        List<Explanation> found = search(evidence);
        assertEquals(List.of("bias-not-updated"), ids(found.get(0)));
        // in both of its ways
        assertEquals(
                List.of(List.of("leaky-relu-on-hidden")),
                found.stream()
                        .filter(Explanation::isFitted)
                        .map(SearchTest::ids)
                        .distinct()
                        .toList());
        assertTrue(found.get(found.size() - 1).isFitted());
    }

    /** 1.25 = 1 + 0.25 without the penalty of layer 1, or ½ + 0.5 + 0.25, the whole cross-entropy halved. */
    @Test
    void should_prefer_a_mistake_that_is_made_everywhere_to_one_further_up_in_the_catalogue() {
        Evidence evidence = new Planted()
                .holds(
                        cost(0),
                        numbers(1.25),
                        FLOOR,
                        recipe -> numbers(factor(recipe, Factor.CROSS_ENTROPY, 0)
                                + 0.5 * factor(recipe, Factor.PENALTY, 1)
                                + 0.25 * factor(recipe, Factor.PENALTY, 2)));
        assertEquals(List.of(List.of("cost-halved"), List.of("l2-cost-layer-skipped")), ids(evidence));
    }

    @Test
    void should_fit_a_factor_to_three_numbers_and_more() {
        Evidence evidence = network(Factor.WEIGHT_GRADIENT.in(Recipe.RIGHT, 2, 0.37));
        assertEquals(List.of(List.of("weight-gradient-factor")), ids(evidence));
    }

    /** The true class gets likelier from one cost to the next. */
    @Test
    void should_find_out_what_is_added_inside_the_logarithm() {
        Planted evidence = new Planted();
        for (int i = 0; i < 3; i++) {
            double p = 0.3 + 0.2 * i;
            evidence.holds(
                    cost(i),
                    numbers(-Math.log(p + 1e-3)),
                    FLOOR,
                    recipe -> numbers(-Math.log(p + factor(recipe, Factor.OFFSET, 0))));
        }
        List<Explanation> found = search(evidence);
        assertEquals(
                List.of(List.of("cost-epsilon-added")),
                found.stream().map(SearchTest::ids).toList());
        assertEquals(
                1e-3, found.get(0).candidates().get(0).factor().orElseThrow().value());
        assertTrue(found.get(0).isFitted());
    }

    @Test
    void should_fit_no_factor_to_a_single_number() {
        assertEquals(List.of(), ids(network(Factor.CROSS_ENTROPY.in(Recipe.RIGHT, 0, 0.37))));
    }

    @Test
    void should_find_nothing_where_a_part_stays_unexplained() {
        Evidence evidence = network(everywhere(Recipe.RIGHT, Factor.PENALTY_GRADIENT, 0.5))
                .holds(item(Quantity.db, 1), numbers(7, 8, 9), FLOOR, recipe -> db(recipe, 1));
        assertEquals(List.of(), ids(evidence));
    }

    private static final Recipe BASE_2 = Factor.CROSS_ENTROPY.in(Recipe.RIGHT, 0, 1 / Math.log(2));

    /** The cost comes first in the computation, although the gradients are more. */
    @Test
    void should_find_two_mistakes_the_one_that_shows_first_in_front() {
        Evidence evidence = network(everywhere(BASE_2, Factor.PENALTY_GRADIENT, 0.5));
        assertEquals(List.of(List.of("cost-log-base-2", "l2-gradient-halved")), ids(evidence));
        assertEquals(3, search(evidence).get(0).explained().size());
    }

    @Test
    void should_find_a_factor_beside_another_mistake() {
        Evidence evidence = network(everywhere(BASE_2, Factor.WEIGHT_GRADIENT, 0.37));
        assertEquals(List.of(List.of("cost-log-base-2", "weight-gradient-factor")), ids(evidence));
        assertTrue(search(evidence).get(0).isFitted());
    }

    @Test
    void should_fit_no_factor_to_a_single_number_beside_another_mistake() {
        Recipe factor = Factor.CROSS_ENTROPY.in(Recipe.RIGHT, 0, 0.37);
        assertEquals(List.of(), ids(network(everywhere(factor, Factor.PENALTY_GRADIENT, 0.5))));
    }

    @Test
    void should_find_three_mistakes() {
        Recipe three = everywhere(everywhere(BASE_2, Factor.PENALTY_GRADIENT, 0.5), Factor.BIAS_GRADIENT, 5);
        List<List<String>> found = ids(network(three));
        assertEquals(1, found.size());
        assertEquals("cost-log-base-2", found.get(0).get(0));
        assertEquals(
                Set.of("cost-log-base-2", "l2-gradient-halved", "bias-gradient-not-averaged"),
                Set.copyOf(found.get(0)));
    }

    @Test
    void should_not_look_for_four() {
        Recipe three = everywhere(everywhere(BASE_2, Factor.PENALTY_GRADIENT, 0.5), Factor.BIAS_GRADIENT, 5);
        assertEquals(List.of(), ids(network(Factor.OUTPUT_GRADIENT.in(three, 2, -1))));
    }

    /** One gradient is five times what it should be and another a fifth, but both hang on the same factor. */
    @Test
    void should_not_join_two_mistakes_of_the_same_place() {
        Evidence evidence = new Planted()
                .holds(
                        item(Quantity.dW, 1),
                        numbers(5),
                        FLOOR,
                        recipe -> numbers(factor(recipe, Factor.WEIGHT_GRADIENT, 1)))
                .holds(
                        item(Quantity.dW, 2),
                        numbers(0.2),
                        FLOOR,
                        recipe -> numbers(factor(recipe, Factor.WEIGHT_GRADIENT, 1)));
        assertEquals(List.of(), ids(evidence));
    }

    /**
     * dW = dZ·Aᵀ + 0·W: neither mistake explains a number alone; and only dW is summed, so that the way that sums db as
     * well does not fit.
     */
    @Test
    void should_find_two_mistakes_in_the_same_numbers() {
        Recipe both = everywhere(everywhere(Recipe.RIGHT, Factor.PENALTY_GRADIENT, 0), Factor.WEIGHT_GRADIENT, 5);
        assertEquals(List.of(List.of("l2-gradient-missing", "gradient-not-averaged")), ids(network(both)));
    }

    /** In single layers there are too many pairs for one of them to be no chance. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void should_look_for_two_in_the_same_numbers_only_where_both_are_made_everywhere(int layer) {
        Recipe both = Factor.WEIGHT_GRADIENT.in(Factor.PENALTY_GRADIENT.in(Recipe.RIGHT, layer, 0), layer, 5);
        assertEquals(List.of(), ids(network(both)));
    }
}
