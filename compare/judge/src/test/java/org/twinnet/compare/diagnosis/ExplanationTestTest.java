package org.twinnet.compare.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.twinnet.compare.diagnosis.Planted.factor;
import static org.twinnet.compare.diagnosis.Planted.item;
import static org.twinnet.compare.diagnosis.Planted.numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.check.item.Evidence;
import org.twinnet.compare.check.item.Item;
import org.twinnet.compare.check.item.RecomputedTensor;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.trace.Quantity;

@DisplayName("The court")
class ExplanationTestTest {

    private static final Item Z1 = item(Quantity.Z, 1);
    private static final Item A1 = item(Quantity.A, 1);
    private static final Item DW1 = item(Quantity.dW, 1);
    private static final Recipe DOUBLED = Factor.WEIGHT_GRADIENT.in(Recipe.RIGHT, 1, 2);

    private static double c(Recipe recipe) {
        return factor(recipe, Factor.WEIGHT_GRADIENT, 1);
    }

    private static Planted doubled() {
        return new Planted()
                .holds(Z1, numbers(1, 2), 0.1, recipe -> numbers(1, 2))
                .holds(A1, numbers(3, 5), 0.1, recipe -> numbers(3, 2.5 * c(recipe)))
                .holds(DW1, numbers(4, -8), 0.1, recipe -> numbers(2 * c(recipe), -4 * c(recipe)));
    }

    @Test
    void should_hold_what_fails_in_the_order_of_the_computation() {
        assertEquals(
                List.of(A1, DW1),
                new ArrayList<>(
                        new ExplanationTest(doubled(), Recipe.RIGHT).failing().keySet()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void should_not_judge_what_is_not_finite(double wrong) {
        Planted evidence = doubled().holds(A1, numbers(3, wrong), 0.1, recipe -> numbers(3, 2.5));
        assertEquals(
                Set.of(DW1),
                new ExplanationTest(evidence, Recipe.RIGHT).failing().keySet());
        assertEquals(Set.of(DW1), new ExplanationTest(evidence, Recipe.RIGHT).explained(DOUBLED));
    }

    @Test
    void should_say_what_a_recipe_explains() {
        ExplanationTest court = new ExplanationTest(doubled(), Recipe.RIGHT);
        assertEquals(Set.of(A1, DW1), court.explained(DOUBLED));
        assertTrue(court.explainsFirst(DOUBLED));
    }

    @Test
    void should_say_that_what_changes_nothing_explains_nothing() {
        ExplanationTest court = new ExplanationTest(doubled(), Recipe.RIGHT);
        Recipe elsewhere = Factor.WEIGHT_GRADIENT.in(Recipe.RIGHT, 2, 2);
        assertEquals(Set.of(), court.explained(elsewhere));
        assertFalse(court.explainsFirst(elsewhere));
        assertFalse(court.changesFirst(elsewhere));
    }

    @Test
    void should_know_a_part_that_is_explained_from_the_rest() {
        Planted evidence = doubled().holds(A1, numbers(3, 7), 0.1, recipe -> numbers(3, 2.5 * c(recipe)));
        ExplanationTest court = new ExplanationTest(evidence, Recipe.RIGHT);
        assertEquals(Set.of(DW1), court.explained(DOUBLED));
        assertFalse(court.explainsFirst(DOUBLED));
        assertTrue(court.changesFirst(DOUBLED), "5 is nearer to 7 than 2.5, but not near enough");
    }

    @Test
    void should_let_a_recipe_explain_nothing_that_spoils_what_agrees() {
        Planted spoilt = doubled().holds(Z1, numbers(1, 2), 0.1, recipe -> numbers(c(recipe), 2));
        assertEquals(Set.of(), new ExplanationTest(spoilt, Recipe.RIGHT).explained(DOUBLED));
        Planted lost = doubled()
                .holdsOpen(
                        Z1,
                        numbers(1, 2),
                        0.1,
                        recipe -> Optional.of(numbers(1, 2)).filter(none -> c(recipe) == 1));
        assertEquals(
                Set.of(),
                new ExplanationTest(lost, Recipe.RIGHT).explained(DOUBLED),
                "what it leaves open does not agree any more");
    }

    @Test
    void should_take_what_a_recipe_leaves_open_for_neither_explained_nor_changed() {
        Planted open = new Planted()
                .holdsOpen(
                        A1, numbers(5), 0.1, recipe -> Optional.of(numbers(2.5)).filter(none -> c(recipe) == 1));
        ExplanationTest court = new ExplanationTest(open, Recipe.RIGHT);
        assertEquals(Set.of(), court.explained(DOUBLED));
        assertFalse(court.explainsFirst(DOUBLED));
        assertFalse(court.changesFirst(DOUBLED));
    }

    /** A recipe whose floor is so large that any number is within it. */
    private record Wide(double difference) implements Evidence {
        @Override
        public List<Item> items() {
            return List.of(A1);
        }

        @Override
        public Trial under(Recipe recipe) {
            boolean right = recipe.equals(Recipe.RIGHT);
            return item -> Optional.of(new RecomputedTensor(
                    "A1@0",
                    0,
                    2,
                    numbers(8, 0),
                    numbers(right ? 7 : 8 - difference, 0),
                    numbers(right ? 0.5 : 50, 0.5)));
        }
    }

    @Test
    void should_not_be_convinced_by_a_floor_that_only_grew() {
        assertEquals(Set.of(), new ExplanationTest(new Wide(1), Recipe.RIGHT).explained(DOUBLED));
        assertEquals(Set.of(), new ExplanationTest(new Wide(-1), Recipe.RIGHT).explained(DOUBLED));
        assertEquals(Set.of(), new ExplanationTest(new Wide(0.75), Recipe.RIGHT).explained(DOUBLED));
    }

    @Test
    void should_be_convinced_by_half_the_difference_or_less() {
        assertEquals(Set.of(A1), new ExplanationTest(new Wide(0.5), Recipe.RIGHT).explained(DOUBLED));
        assertEquals(Set.of(A1), new ExplanationTest(new Wide(-0.25), Recipe.RIGHT).explained(DOUBLED));
    }

    @Test
    void should_measure_the_largest_relative_difference() {
        ExplanationTest court = new ExplanationTest(doubled(), Recipe.RIGHT);
        assertEquals(0.5, court.difference(Recipe.RIGHT, Set.of(A1, DW1)), "2.5 of 5, 4 of 8");
        assertEquals(0, court.difference(DOUBLED, Set.of(A1, DW1)));
        assertEquals(1, court.difference(Factor.WEIGHT_GRADIENT.in(Recipe.RIGHT, 1, 0), Set.of(A1, DW1)));
        assertEquals(0, court.difference(Recipe.RIGHT, Set.of()));
    }
}
