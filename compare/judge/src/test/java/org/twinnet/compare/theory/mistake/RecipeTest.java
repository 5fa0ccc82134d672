package org.twinnet.compare.theory.mistake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A recipe")
class RecipeTest {

    private static final Part<Double> STEP = new Part<>("step", Part.Reach.STEP);
    private static final Part<Double> COST = new Part<>("cost", Part.Reach.COST);
    private static final Part<Double> UPDATE = new Part<>("update", Part.Reach.UPDATE);

    private static Recipe factor(Part<Double> part, int layer, double factor) {
        return Recipe.RIGHT.with(part, layer, Patch.factor(factor));
    }

    private static Patch<Double> more(double summand) {
        return Patch.change("more", right -> right + summand, summand);
    }

    @Test
    void should_patch_its_place_and_no_other() {
        Recipe recipe = factor(STEP, 1, 3);
        assertEquals(6, recipe.at(STEP, 1, 2.0));
        assertEquals(2, recipe.at(STEP, 2, 2.0));
        assertEquals(2, recipe.at(COST, 1, 2.0));
        assertEquals(2, Recipe.RIGHT.at(STEP, 1, 2.0));
    }

    @Test
    void should_take_what_stands_in_place_first_then_changes_then_factors() {
        Recipe recipe = factor(STEP, 1, 3).with(STEP, 1, more(1)).with(STEP, 1, Patch.inPlace(10.0));
        assertEquals(33, recipe.at(STEP, 1, 2.0));
    }

    @Test
    void should_multiply_factors_upon_others_and_let_everything_else_count_alone() {
        assertEquals(12, factor(STEP, 1, 3).on(factor(STEP, 1, 2)).at(STEP, 1, 2.0));
        assertEquals(factor(STEP, 1, 6), factor(STEP, 1, 3).on(factor(STEP, 1, 2)));
        Recipe one = Recipe.RIGHT.with(STEP, 1, more(1));
        Recipe two = Recipe.RIGHT.with(STEP, 1, more(2));
        assertEquals(4, two.on(one).at(STEP, 1, 2.0));
        assertEquals(
                Recipe.RIGHT.with(Variant.AVERAGED_EARLY, 0).with(STEP, 1, Patch.factor(3)),
                factor(STEP, 1, 3).on(Recipe.RIGHT.with(Variant.AVERAGED_EARLY, 0)));
    }

    @Test
    void should_join_another_one_at_other_places_only() {
        assertEquals(Optional.empty(), factor(STEP, 1, 3).and(factor(STEP, 1, 2)));
        assertEquals(
                Optional.empty(),
                Recipe.RIGHT.with(Variant.BIAS_NOT_ADDED, 1).and(Recipe.RIGHT.with(Variant.BIAS_NOT_ADDED, 1)));
        Recipe both =
                factor(STEP, 1, 3).and(Recipe.RIGHT.with(STEP, 1, more(1))).orElseThrow();
        assertEquals(9, both.at(STEP, 1, 2.0));
        assertTrue(factor(STEP, 1, 3).and(factor(STEP, 2, 3)).isPresent());
    }

    @Test
    void should_exceed_its_parts() {
        Recipe part = factor(STEP, 1, 3);
        Recipe whole = part.with(Variant.BIAS_NOT_ADDED, 1);
        assertTrue(whole.exceeds(part));
        assertFalse(part.exceeds(whole));
        assertFalse(part.exceeds(part));
        assertFalse(whole.exceeds(factor(STEP, 1, 2)));
        assertTrue(part.exceeds(Recipe.RIGHT));
    }

    @Test
    void should_train_right_where_the_cost_or_the_bookkeeping_alone_is_another_one() {
        assertTrue(Recipe.RIGHT.trainsRight());
        assertTrue(factor(COST, 0, 2).with(Variant.PENALTY_IN_UPDATE, 1).trainsRight());
        assertFalse(factor(STEP, 1, 2).trainsRight());
        assertFalse(factor(UPDATE, 1, 2).trainsRight());
        assertFalse(Recipe.RIGHT.with(Variant.UPDATED_WEIGHTS, 1).trainsRight());
    }

    @Test
    void should_say_what_it_is_of_and_what_it_reads_off() {
        assertTrue(factor(UPDATE, 1, 2).isOfUpdate());
        assertFalse(factor(STEP, 1, 2).isOfUpdate());
        assertTrue(Recipe.RIGHT.with(Variant.INPUT_DROPPED, 0).readsOff());
        assertTrue(Recipe.RIGHT.with(Variant.MASK_REDRAWN_BACKWARD, 1).readsOff());
        assertFalse(Recipe.RIGHT.with(Variant.MASK_TRANSPOSED, 1).readsOff());
    }

    @Test
    void should_equal_another_one_that_says_the_same() {
        assertEquals(factor(STEP, 1, 3), factor(STEP, 1, 3));
        assertEquals(factor(STEP, 1, 3).hashCode(), factor(STEP, 1, 3).hashCode());
        assertFalse(factor(STEP, 1, 3).equals(factor(STEP, 1, 2)));
        assertFalse(Recipe.RIGHT.with(STEP, 1, more(3)).equals(factor(STEP, 1, 3)));
    }
}
