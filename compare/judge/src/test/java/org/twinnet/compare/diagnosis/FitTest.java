package org.twinnet.compare.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.twinnet.compare.diagnosis.Planted.cost;
import static org.twinnet.compare.diagnosis.Planted.factor;
import static org.twinnet.compare.diagnosis.Planted.item;
import static org.twinnet.compare.diagnosis.Planted.numbers;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.check.item.Evidence;
import org.twinnet.compare.check.item.Item;
import org.twinnet.compare.theory.mistake.KnownNumber;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.theory.mistake.Setting;
import org.twinnet.compare.trace.Quantity;

@DisplayName("A fit")
class FitTest {

    private static final Item DW1 = item(Quantity.dW, 1);
    private static final Item DW2 = item(Quantity.dW, 2);
    private static final Item DW3 = item(Quantity.dW, 3);
    private static final double FLOOR = 1e-15;
    private static final Setting SETTING = new Setting(List.of(3, 4, 1), 90, List.of(1.0), 0, 0.03, false, 0);

    private static double c(Recipe recipe) {
        return factor(recipe, Factor.WEIGHT_GRADIENT, 1);
    }

    private static OptionalDouble linear(Evidence evidence) {
        return new Fit(new ExplanationTest(evidence, Recipe.RIGHT))
                .linear(c -> Factor.WEIGHT_GRADIENT.in(Recipe.RIGHT, 1, c), SETTING).stream()
                        .mapToDouble(KnownNumber.Named::value)
                        .findFirst();
    }

    /** c·direction, where the trace has another c than 1. */
    private static Planted plus(Planted evidence, Item item, double c, double direction, double floor) {
        return evidence.holds(item, numbers(c * direction), floor, recipe -> numbers(c(recipe) * direction));
    }

    @Nested
    @DisplayName("of a factor")
    class OfAFactor {

        private static Planted line(double c) {
            Function<Double, double[]> at = value -> numbers(3 + value * 1, 5 - value * 2, 7 + value * 4);
            return new Planted().holds(DW1, at.apply(c), FLOOR, recipe -> at.apply(c(recipe)));
        }

        @ParameterizedTest
        @ValueSource(doubles = {0.37, 2, -0.5, 40})
        void should_find_out_a_number_of_few_digits_to_the_last(double c) {
            assertEquals(c, linear(line(c)).orElseThrow());
        }

        @ParameterizedTest
        @ValueSource(doubles = {1.0 / 3, -0.123456, 17.0001})
        void should_leave_a_number_of_many_digits_as_it_is(double c) {
            assertEquals(c, linear(line(c)).orElseThrow(), 1e-14 * Math.abs(c));
        }

        /** Few digits means few digits of this number, however small it is. */
        @Test
        void should_not_take_a_small_number_for_one_of_few_digits() {
            Planted evidence = plus(new Planted(), DW1, 1.0000001e-6, 1, FLOOR);
            assertEquals(1.0000001e-6, linear(evidence).orElseThrow(), 1e-20);
        }

        /** 1000 floors tell more than one, although 10 is more than 1. */
        @Test
        void should_be_told_by_the_item_that_stands_out_of_its_floor_most() {
            Planted loud = plus(new Planted(), DW1, 0.25, 10, 5);
            assertEquals(0.5, linear(plus(loud, DW2, 0.5, 1, 1e-3)).orElseThrow());
            Planted sharp = plus(new Planted(), DW1, 0.5, 1, 1e-3);
            assertEquals(0.5, linear(plus(sharp, DW2, 0.25, 10, 5)).orElseThrow());
        }

        @Test
        void should_be_told_by_the_largest_entry_of_an_item() {
            Planted evidence = plus(new Planted(), DW1, 0.25, 50, 1)
                    .holds(DW2, numbers(0.5, 50, 0.5), 1, recipe -> numbers(c(recipe), 100 * c(recipe), c(recipe)));
            assertEquals(0.5, linear(evidence).orElseThrow());
        }

        @Test
        void should_be_told_by_the_first_of_two_that_tell_as_much() {
            assertEquals(
                    0.5,
                    linear(plus(plus(new Planted(), DW1, 0.5, 1, FLOOR), DW2, 0.25, 1, FLOOR))
                            .orElseThrow());
        }

        @Test
        void should_pass_over_what_is_not_determined_at_0_or_at_1() {
            Planted evidence = new Planted()
                    .holdsOpen(
                            DW1,
                            numbers(9),
                            FLOOR,
                            recipe -> Optional.of(numbers(8)).filter(none -> c(recipe) != 0))
                    .holdsOpen(
                            DW2,
                            numbers(9),
                            FLOOR,
                            recipe -> Optional.of(numbers(8))
                                    .filter(none -> recipe.equals(Recipe.RIGHT) || c(recipe) == 0));
            assertEquals(0.5, linear(plus(evidence, DW3, 0.5, 1, FLOOR)).orElseThrow());
        }

        /** (10⁻²⁰⁰)² is 0 and (10²⁰⁰)² is infinite: no sum of squares tells anything. */
        @ParameterizedTest
        @ValueSource(doubles = {1e-200, 1e200})
        void should_pass_over_directions_whose_square_is_no_number(double direction) {
            Planted evidence = plus(new Planted(), DW1, 0.25, direction, direction * 1e-6);
            assertEquals(OptionalDouble.empty(), linear(evidence));
            assertEquals(0.5, linear(plus(evidence, DW2, 0.5, 1, 1e-3)).orElseThrow());
        }

        @Test
        void should_find_nothing_where_the_factor_would_be_infinite() {
            Planted evidence = new Planted()
                    .holds(DW1, numbers(1e200, 1e-150), 1e-160, recipe -> numbers(1e-150 * c(recipe), 1e-150));
            assertEquals(OptionalDouble.empty(), linear(evidence));
        }

        @Test
        void should_find_nothing_where_nothing_depends_on_it() {
            Planted evidence = new Planted().holds(DW1, numbers(2), FLOOR, recipe -> numbers(1));
            assertEquals(OptionalDouble.empty(), linear(evidence));
        }

        /** A part that is left out is another mistake. */
        @ParameterizedTest
        @ValueSource(doubles = {0, 1e-12, -1e-12})
        void should_find_nothing_where_the_factor_is_0_up_to_rounding(double c) {
            assertEquals(OptionalDouble.empty(), linear(plus(new Planted(), DW1, c, 1, FLOOR)));
        }

        @Test
        void should_find_a_factor_that_is_small() {
            assertEquals(
                    2e-12, linear(plus(new Planted(), DW1, 2e-12, 1, FLOOR)).orElseThrow(), 1e-24);
        }

        /** The first step lands on 0.4975, for the numbers do not lie quite on a line; the second takes that out. */
        @Test
        void should_take_out_what_the_first_step_left() {
            DoubleUnaryOperator bent = c -> 2 * (c + 0.01 * c * (c - 1));
            Planted evidence = new Planted()
                    .holds(
                            DW1,
                            numbers(bent.applyAsDouble(0.5)),
                            FLOOR,
                            recipe -> numbers(bent.applyAsDouble(c(recipe))));
            assertEquals(0.5, linear(evidence).orElseThrow(), 1e-6);
        }

        @Test
        void should_keep_the_first_step_where_its_value_determines_nothing() {
            Planted evidence = new Planted()
                    .holdsOpen(
                            DW1,
                            numbers(0.5),
                            FLOOR,
                            recipe -> Optional.of(numbers(c(recipe)))
                                    .filter(numbers -> numbers[0] == 0 || numbers[0] == 1));
            assertEquals(0.5, linear(evidence).orElseThrow());
        }
    }

    @Nested
    @DisplayName("of a number inside a logarithm")
    class InsideALogarithm {

        private static OptionalDouble inside(Evidence evidence) {
            return new Fit(new ExplanationTest(evidence, Recipe.RIGHT))
                    .insideLogarithm(value -> Factor.OFFSET.in(Recipe.RIGHT, 0, value)).stream()
                            .mapToDouble(KnownNumber.Named::value)
                            .findFirst();
        }

        private static double offset(Recipe recipe) {
            return factor(recipe, Factor.OFFSET, 0);
        }

        /** The cost of one example whose true class has probability ½. */
        private static Planted added(double offset) {
            return new Planted()
                    .holds(
                            cost(0),
                            numbers(-Math.log(0.5 + offset)),
                            FLOOR,
                            recipe -> numbers(-Math.log(0.5 + offset(recipe))));
        }

        /** A cost of 7 below a number, and of 5, which the trace holds, from there on. */
        private static Planted step(double at) {
            return new Planted().holds(cost(0), numbers(5), FLOOR, recipe -> numbers(offset(recipe) < at ? 7 : 5));
        }

        @ParameterizedTest
        @ValueSource(doubles = {1e-1, 1e-2, 1e-3, 1e-5, 1e-8})
        void should_find_out_a_power_of_ten_to_the_last_digit(double offset) {
            assertEquals(offset, inside(added(offset)).orElseThrow());
        }

        @ParameterizedTest
        @ValueSource(doubles = {0.2, 0.0123, 1.01e-3, 0.99e-3})
        void should_find_out_another_number(double offset) {
            assertEquals(offset, inside(added(offset)).orElseThrow(), 1e-12 * offset);
        }

        /** 10^−2.9996 and 10^−3.0004 are 10⁻³: a cost says no more. */
        @ParameterizedTest
        @ValueSource(doubles = {1.001e-3, 0.999e-3})
        void should_take_a_number_next_to_a_power_of_ten_for_that(double offset) {
            assertEquals(1e-3, inside(added(offset)).orElseThrow());
        }

        @Test
        void should_find_nothing_where_no_small_number_makes_the_cost_what_it_is() {
            assertEquals(OptionalDouble.empty(), inside(added(0.4)));
            assertEquals(OptionalDouble.empty(), inside(added(-0.1)));
        }

        @ParameterizedTest
        @ValueSource(doubles = {1e-5, 1e-7})
        void should_find_the_least_of_many_that_make_the_cost_what_it_is(double least) {
            assertEquals(least, inside(step(least)).orElseThrow());
            assertEquals(2.5 * least, inside(step(2.5 * least)).orElseThrow(), 1e-12 * least);
        }

        @Test
        void should_be_told_by_the_cost_that_differs_most() {
            Planted evidence = new Planted()
                    .holds(cost(0), numbers(100.001), 1e-6, recipe -> numbers(100))
                    .holds(
                            cost(10),
                            numbers(-Math.log(0.5 + 1e-2)),
                            1e-6,
                            recipe -> numbers(-Math.log(0.5 + offset(recipe))))
                    .holds(cost(20), numbers(50.001), 1e-6, recipe -> numbers(50));
            assertEquals(1e-2, inside(evidence).orElseThrow());
        }

        @Test
        void should_be_told_by_no_tensor() {
            Planted tensor = new Planted().holds(DW1, numbers(1e-2), FLOOR, recipe -> numbers(offset(recipe)));
            assertEquals(OptionalDouble.empty(), inside(tensor));
        }

        @Test
        void should_find_nothing_where_the_number_leaves_the_cost_open() {
            Planted evidence = new Planted()
                    .holdsOpen(
                            cost(0),
                            numbers(2),
                            FLOOR,
                            recipe -> Optional.of(numbers(1)).filter(none -> offset(recipe) == 0));
            assertEquals(OptionalDouble.empty(), inside(evidence));
        }
    }

    @Nested
    @DisplayName("is overdetermined")
    class IsOverdetermined {

        /** So many of five numbers move by more than their floor of ½, the others by as much. */
        private static boolean isOverdetermined(int moving) {
            double[] moved = Planted.times(5, 10.5);
            Arrays.fill(moved, 0, moving, 12);
            Planted evidence = new Planted()
                    .holdsOpen(
                            DW1,
                            numbers(1, 2, 3, 4),
                            0.5,
                            recipe -> Optional.of(Planted.times(4, 9)).filter(none -> recipe.equals(Recipe.RIGHT)))
                    .holds(
                            DW2,
                            Planted.times(5, 12),
                            0.5,
                            recipe -> recipe.equals(Recipe.RIGHT) ? Planted.times(5, 10) : moved);
            ExplanationTest court = new ExplanationTest(evidence, Recipe.RIGHT);
            return new Fit(court).isOverdetermined(Factor.WEIGHT_GRADIENT.in(Recipe.RIGHT, 1, 2));
        }

        @Test
        void should_be_so_with_three_numbers() {
            assertTrue(isOverdetermined(3));
            assertTrue(isOverdetermined(5));
        }

        @Test
        void should_not_be_so_with_fewer() {
            assertFalse(isOverdetermined(2));
            assertFalse(isOverdetermined(0));
        }
    }
}
