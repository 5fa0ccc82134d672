package org.twinnet.scratch.linalg;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeMismatchExceptionTest {

    @Test
    void should_name_the_operation_both_operands_both_shapes_and_the_rule() {
        assertEquals(
                "P = Q·R: Q is 1×2 and R is 3×4; needed: columns of Q = rows of R.",
                ShapeMismatchException.of(
                                "P = Q·R", "Q", Matrix.zeros(1, 2), "R", Matrix.zeros(3, 4), "columns of Q = rows of R")
                        .getMessage());
    }

    @Test
    void should_let_equal_shapes_pass() {
        assertDoesNotThrow(() ->
                ShapeMismatchException.requireSameShape("P = Q + R", "Q", Matrix.zeros(2, 3), "R", Matrix.zeros(2, 3)));
    }

    @ParameterizedTest
    @CsvSource({"2, 4", "1, 3", "3, 2"})
    void should_refuse_shapes_that_differ_in_rows_or_columns(int rows, int columns) {
        assertEquals(
                "P = Q + R: Q is 2×3 and R is " + rows + "×" + columns + "; needed: equal shapes.",
                assertThrows(
                                ShapeMismatchException.class,
                                () -> ShapeMismatchException.requireSameShape(
                                        "P = Q + R", "Q", Matrix.zeros(2, 3), "R", Matrix.zeros(rows, columns)))
                        .getMessage());
    }
}
