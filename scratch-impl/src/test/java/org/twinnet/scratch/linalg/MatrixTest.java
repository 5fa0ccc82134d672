package org.twinnet.scratch.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixTest {

    private static final double[][] ROWS = {{1, 2, 3}, {4, 5, 6}};

    @Test
    void should_begin_with_zeros_of_the_given_shape() {
        Matrix zeros = Matrix.zeros(2, 3);

        assertEquals(2, zeros.rows());
        assertEquals(3, zeros.columns());
        assertArrayEquals(new double[2][3], zeros.toArray());
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0×1", "1, 0, 1×0", "-1, 1, -1×1", "1, -1, 1×-1"})
    void should_refuse_a_shape_without_entries(int rows, int columns, String shape) {
        assertEquals(
                "A matrix has at least one row and one column, not " + shape + ".",
                assertThrows(IllegalArgumentException.class, () -> Matrix.zeros(rows, columns))
                        .getMessage());
    }

    @Test
    void should_accept_a_single_entry() {
        assertEquals(0, Matrix.zeros(1, 1).get(0, 0));
    }

    @Test
    void should_refuse_rows_that_make_no_matrix() {
        assertEquals(
                "A matrix has at least one row and one column, not 0 rows.",
                assertThrows(IllegalArgumentException.class, () -> Matrix.of(new double[0][]))
                        .getMessage());
        assertEquals(
                "A matrix has at least one row and one column, not 1×0.",
                assertThrows(IllegalArgumentException.class, Matrix::ofRow).getMessage());
        assertEquals(
                "Row 2 has 1 columns, row 0 has 2: all rows of a matrix have one length.",
                assertThrows(IllegalArgumentException.class, () -> Matrix.of(new double[][] {{1, 2}, {3, 4}, {5}}))
                        .getMessage());
    }

    @Test
    void should_copy_the_rows_it_is_made_from() {
        double[][] rows = {{1, 2}, {3, 4}};
        double[] row = {5, 6};
        Matrix matrix = Matrix.of(rows);
        Matrix single = Matrix.ofRow(row);

        rows[0][0] = 99;
        rows[1] = new double[] {99, 99};
        row[1] = 99;

        assertArrayEquals(new double[][] {{1, 2}, {3, 4}}, matrix.toArray());
        assertArrayEquals(new double[][] {{5, 6}}, single.toArray());
    }

    @Test
    void should_hand_out_copies_that_share_nothing() {
        Matrix matrix = Matrix.of(ROWS);
        Matrix copy = matrix.copy();
        double[][] array = matrix.toArray();

        copy.set(0, 0, 99);
        array[1][2] = 99;

        assertNotSame(matrix, copy);
        assertArrayEquals(ROWS, matrix.toArray());
        assertArrayEquals(new double[][] {{99, 2, 3}, {4, 5, 6}}, copy.toArray());
    }

    @Test
    void should_get_and_set_by_row_and_column() {
        Matrix matrix = Matrix.of(ROWS);
        assertEquals(3, matrix.get(0, 2));
        assertEquals(4, matrix.get(1, 0));

        matrix.set(1, 0, 7);

        assertArrayEquals(new double[][] {{1, 2, 3}, {7, 5, 6}}, matrix.toArray());
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "2, 0", "0, -1", "0, 3"})
    void should_refuse_an_entry_outside(int row, int column) {
        Matrix matrix = Matrix.of(ROWS);
        assertThrows(IndexOutOfBoundsException.class, () -> matrix.get(row, column));
        assertThrows(IndexOutOfBoundsException.class, () -> matrix.set(row, column, 1));
    }

    @Test
    void should_refuse_a_row_outside() {
        Matrix matrix = Matrix.of(ROWS);
        assertThrows(IndexOutOfBoundsException.class, () -> matrix.row(2));
    }

    @Test
    void should_give_its_rows_live() {
        Matrix matrix = Matrix.of(ROWS);
        matrix.row(1)[2] = 9;

        assertEquals(9, matrix.get(1, 2));
        assertSame(matrix.row(1), matrix.row(1));
    }

    @Test
    void should_take_over_the_numbers_of_another_matrix_but_not_its_rows() {
        Matrix target = Matrix.zeros(2, 3);
        Matrix source = Matrix.of(ROWS);

        target.assign(source);
        source.set(0, 0, 99);

        assertArrayEquals(ROWS, target.toArray());
    }

    @Test
    void should_refuse_to_assign_another_shape_and_stay_as_it_was() {
        Matrix target = Matrix.of(ROWS);
        assertEquals(
                "assign: target is 2×3 and source is 3×2; needed: equal shapes.",
                assertThrows(ShapeMismatchException.class, () -> target.assign(Matrix.zeros(3, 2)))
                        .getMessage());
        assertArrayEquals(ROWS, target.toArray());
    }

    @Test
    void should_write_its_entries_row_by_row_behind_an_offset() {
        double[] target = new double[9];

        assertEquals(8, Matrix.of(ROWS).writeTo(target, 2));

        assertArrayEquals(new double[] {0, 0, 1, 2, 3, 4, 5, 6, 0}, target);
    }

    @Test
    void should_read_its_entries_row_by_row_behind_an_offset() {
        Matrix matrix = Matrix.zeros(2, 3);
        double[] source = {9, 1, 2, 3, 4, 5, 6, 9};

        assertEquals(7, matrix.readFrom(source, 1));

        assertArrayEquals(ROWS, matrix.toArray());
        assertArrayEquals(new double[] {9, 1, 2, 3, 4, 5, 6, 9}, source);
    }

    @Test
    void should_refuse_an_array_that_is_too_short() {
        Matrix matrix = Matrix.of(ROWS);
        assertThrows(IndexOutOfBoundsException.class, () -> matrix.writeTo(new double[6], 1));
        assertThrows(IndexOutOfBoundsException.class, () -> matrix.readFrom(new double[5], 0));
    }

    @Test
    void should_print_shape_and_entries_when_small_and_the_shape_alone_when_not() {
        assertEquals("2×3 [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]", Matrix.of(ROWS).toString());
        assertEquals("1×1 [[-0.5]]", Matrix.ofRow(-0.5).toString());
        assertEquals("16×4 [[0.0, 0.0", Matrix.zeros(16, 4).toString().substring(0, 15));
        assertEquals("13×5", Matrix.zeros(13, 5).toString());
        assertEquals("1×65", Matrix.zeros(1, 65).toString());
    }
}
