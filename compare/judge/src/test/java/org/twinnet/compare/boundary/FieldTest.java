package org.twinnet.compare.boundary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTest {

    private static final Grid GRID = new Grid(3, new Box(0, 2, 10, 30));

    @Test
    void should_ask_the_points_in_the_order_of_the_grid() {
        Field field = Field.sample(GRID, (x, y) -> x / 10 + y / 100);

        double[] expected = Arrays.stream(GRID.points())
                .mapToDouble(point -> point[0] / 10 + point[1] / 100)
                .toArray();
        assertArrayEquals(expected, field.probabilities());
        assertEquals(expected[1 * 3 + 2], field.probability(1, 2));
    }

    @Test
    void should_not_change_with_the_arrays_that_went_in_or_came_out() {
        double[] in = new double[9];
        Field field = new Field(GRID, in);

        in[4] = 1;
        field.probabilities()[4] = 1;

        assertEquals(0, field.probability(1, 1));
    }

    @Test
    void should_refuse_an_array_that_is_not_one_answer_per_point() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> new Field(GRID, new double[8]));
        assertEquals(
                "field: 8 probabilities for a grid of 3 × 3 = 9 points; give one per point, in the order of the grid's"
                        + " points",
                e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1e-300, 1.0000000000000002})
    void should_hold_an_answer_that_is_no_probability_but_say_so(double answer) {
        double[] answers = new double[9];
        answers[7] = answer;
        Field field = new Field(GRID, answers);

        assertFalse(field.isValid());
        assertFalse(new Field(GRID, new double[] {answer, 0, 0, 0, 0, 0, 0, 0, 0}).isValid());
        assertEquals(answer, field.probability(2, 1));
        assertEquals(
                "the network answers " + answer
                        + " at row 2, column 1 (x = 1.0, y = 30.0); a probability is a number from 0 to 1",
                field.fault().orElseThrow());
    }

    @Test
    void should_take_both_ends_of_the_range_as_probabilities() {
        Field field = new Field(GRID, new double[] {0, 1, -0.0, 0.5, Double.MIN_VALUE, 0, 0, 0, 1});

        assertTrue(field.isValid());
        assertTrue(field.fault().isEmpty());
    }
}
