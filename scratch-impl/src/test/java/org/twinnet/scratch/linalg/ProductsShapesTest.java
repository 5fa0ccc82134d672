package org.twinnet.scratch.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the products say to operands that do not fit, each rule broken on its own. */
class ProductsShapesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2x3 | 2x1 | 4x5 | 2x5 | W is 2×3 and A is 4×5; needed: columns of W = rows of A.",
                "2x3 | 3x1 | 3x5 | 2x5 | b is 3×1 and W is 2×3; needed: b has one column and the rows of W.",
                "2x3 | 2x2 | 3x5 | 2x5 | b is 2×2 and W is 2×3; needed: b has one column and the rows of W.",
                "2x3 | 2x1 | 3x5 | 3x5 | Z is 3×5 and A is 3×5; needed: Z has the rows of W, the columns of A.",
                "2x3 | 2x1 | 3x5 | 2x4 | Z is 2×4 and A is 3×5; needed: Z has the rows of W, the columns of A."
            })
    void should_refuse_an_affine_map_that_does_not_fit(String W, String b, String A, String Z, String complaint) {
        assertEquals(
                "Z = W·A + b: " + complaint,
                assertThrows(
                                ShapeMismatchException.class,
                                () -> Products.affine(matrix(W), matrix(b), matrix(A), matrix(Z)))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2x3 | 4x5 | 3x5 | W is 2×3 and dZ is 4×5; needed: rows of W = rows of dZ.",
                "2x3 | 2x5 | 2x5 | dA is 2×5 and dZ is 2×5; needed: dA has as many rows as W has columns, "
                        + "and the columns of dZ.",
                "2x3 | 2x5 | 3x4 | dA is 3×4 and dZ is 2×5; needed: dA has as many rows as W has columns, "
                        + "and the columns of dZ."
            })
    void should_refuse_a_transposed_left_factor_that_does_not_fit(String W, String dZ, String dA, String complaint) {
        assertEquals(
                "dA = Wᵀ·dZ: " + complaint,
                assertThrows(
                                ShapeMismatchException.class,
                                () -> Products.transposeTimes(matrix(W), matrix(dZ), matrix(dA)))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2x5 | 3x4 | 2x3 | dZ is 2×5 and A is 3×4; needed: columns of dZ = columns of A.",
                "2x5 | 3x5 | 3x3 | dW is 3×3 and A is 3×5; needed: dW has the rows of dZ and as many "
                        + "columns as A has rows.",
                "2x5 | 3x5 | 2x2 | dW is 2×2 and A is 3×5; needed: dW has the rows of dZ and as many "
                        + "columns as A has rows."
            })
    void should_refuse_a_transposed_right_factor_that_does_not_fit(String dZ, String A, String dW, String complaint) {
        assertEquals(
                "dW = dZ·Aᵀ: " + complaint,
                assertThrows(
                                ShapeMismatchException.class,
                                () -> Products.timesTranspose(matrix(dZ), matrix(A), matrix(dW)))
                        .getMessage());
    }

    private static Matrix matrix(String shape) {
        String[] sides = shape.split("x", 2);
        return Matrix.zeros(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    }
}
