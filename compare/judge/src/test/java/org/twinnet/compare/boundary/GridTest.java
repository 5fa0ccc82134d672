package org.twinnet.compare.boundary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridTest {

    @Test
    void should_list_points_row_by_row_from_the_bottom_left() {
        double[][] points = new Grid(3, new Box(0, 2, 10, 30)).points();

        assertArrayEquals(
                new double[][] {{0, 10}, {1, 10}, {2, 10}, {0, 20}, {1, 20}, {2, 20}, {0, 30}, {1, 30}, {2, 30}},
                points);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 50, 400, 1000})
    void should_rise_strictly_and_end_exactly_at_the_box(int size) {
        Grid grid = new Grid(size, new Box(-0.37, 0.1 + 0.2, 1e6, 1e6 + 1e-6));

        assertEquals(-0.37, grid.x(0));
        assertEquals(0.1 + 0.2, grid.x(size - 1));
        assertEquals(1e6, grid.y(0));
        assertEquals(1e6 + 1e-6, grid.y(size - 1));
        for (int i = 1; i < size; i++) {
            assertTrue(grid.x(i) > grid.x(i - 1), "column " + i);
            assertTrue(grid.y(i) > grid.y(i - 1), "row " + i);
        }
    }

    @Test
    void should_know_its_steps() {
        Grid grid = new Grid(5, new Box(0, 2, 0, 8));

        assertEquals(0.5, grid.stepX());
        assertEquals(2, grid.stepY());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 46_341})
    void should_refuse_a_size_that_is_no_grid_or_no_array(int size) {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> new Grid(size, new Box(0, 1, 0, 1)));
        assertEquals("grid: " + size + " points along each side; allowed are 2 to 46340, such as 400", e.getMessage());
    }

    @Test
    void should_refuse_points_that_rounding_would_merge() {
        // 400 values over 1e-13 around 1: a step of 2.5e-16, one unit in the last place.
        Box narrow = new Box(0, 1, 1, 1 + 1e-13);

        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> new Grid(400, narrow));
        assertTrue(e.getMessage().startsWith("grid: 400 values of y from 1.0 to 1.0000000000001 fall together"));
        assertThrows(IllegalArgumentException.class, () -> new Grid(400, new Box(-1 - 1e-13, -1, 0, 1)));
        assertEquals(16, new Grid(4, narrow).pointCount());
    }

    @Test
    void should_need_more_than_eight_units_in_the_last_place_between_points() {
        double ulp = Math.ulp(1.0);

        assertThrows(IllegalArgumentException.class, () -> new Grid(2, new Box(1, 1 + 8 * ulp, 0, 1)));
        assertEquals(1 + 9 * ulp, new Grid(2, new Box(1, 1 + 9 * ulp, 0, 1)).x(1));
    }

    @Test
    void should_take_the_largest_size_that_fits_an_array() {
        assertEquals(46_340 * 46_340, new Grid(46_340, new Box(0, 1, 0, 1)).pointCount());
    }

    @Test
    void should_refuse_a_row_or_column_outside() {
        Grid grid = Examples.square(4);

        IndexOutOfBoundsException e = assertThrows(IndexOutOfBoundsException.class, () -> grid.x(4));
        assertEquals("grid: row or column 4; allowed are 0 to 3", e.getMessage());
        assertThrows(IndexOutOfBoundsException.class, () -> grid.y(-1));
    }
}
