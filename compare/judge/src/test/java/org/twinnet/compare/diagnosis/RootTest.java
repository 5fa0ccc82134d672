package org.twinnet.compare.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.twinnet.compare.diagnosis.Planted.cost;
import static org.twinnet.compare.diagnosis.Planted.factor;
import static org.twinnet.compare.diagnosis.Planted.numbers;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.theory.mistake.KnownNumber.Named;
import org.twinnet.compare.theory.mistake.NumberSearch;
import org.twinnet.compare.theory.mistake.Recipe;

@DisplayName("A number on which costs depend in any way")
class RootTest {

    private static final double FLOOR = 1e-14;

    private static Optional<Named> root(Planted evidence) {
        ExplanationTest court = new ExplanationTest(evidence, Recipe.RIGHT);
        return new Root(court, x -> Factor.MOMENTUM.in(Recipe.RIGHT, 0, x), NumberSearch.SHARE.grid()).find();
    }

    /** A cost that is f of the number where the trace has f of another one. */
    private static Planted plus(Planted evidence, int iteration, double number, DoubleUnaryOperator f) {
        return evidence.holds(
                cost(iteration),
                numbers(f.applyAsDouble(number)),
                FLOOR,
                recipe -> numbers(f.applyAsDouble(factor(recipe, Factor.MOMENTUM, 0))));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.9, 0.95, 0.8123456789, 0.05, 0.5})
    void should_be_found_where_the_cost_comes_to_its_value(double number) {
        Planted evidence = plus(new Planted(), 1, number, x -> Math.exp(-3 * x) + x * x * x);
        plus(evidence, 2, number, x -> 1 / (1 + x));
        assertEquals(number, root(evidence).orElseThrow().value(), 1e-12);
    }

    /** x² is the same at 0.4 and −0.4, (x − 0.65)² at 0.4 and 0.9; the second cost tells which. */
    @Test
    void should_be_the_one_that_explains_most() {
        Planted evidence = plus(new Planted(), 1, 0.9, x -> (x - 0.65) * (x - 0.65));
        plus(evidence, 2, 0.9, x -> x);
        assertEquals(0.9, root(evidence).orElseThrow().value());
    }

    @Test
    void should_not_be_found_outside_its_range() {
        assertEquals(Optional.empty(), root(plus(new Planted(), 1, 1.5, x -> x)));
    }

    @Test
    void should_not_be_found_where_nothing_depends_on_it() {
        assertEquals(Optional.empty(), root(new Planted().holds(cost(1), numbers(3), FLOOR, recipe -> numbers(4))));
    }

    /** What does not depend on it comes first, and is passed over. */
    @Test
    void should_be_told_by_the_first_item_that_depends_on_it() {
        Planted evidence = new Planted().holds(cost(0), numbers(3), FLOOR, recipe -> numbers(4));
        assertEquals(0.25, root(plus(evidence, 1, 0.25, x -> x)).orElseThrow().value());
    }
}
