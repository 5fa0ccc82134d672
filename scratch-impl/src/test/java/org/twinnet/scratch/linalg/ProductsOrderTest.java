package org.twinnet.scratch.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The order of summation that the products document, bit for bit. Training can be chaotic: another order, although
 * within the same rounding bound, would lead long runs elsewhere, and two versions of this library would disagree with
 * each other.
 */
class ProductsOrderTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 16, 17})
    void should_take_four_inputs_a_pass_forward_and_the_rest_one_by_one(int inputs) {
        Random random = new Random(inputs);
        Matrix W = gaussian(3, inputs, random);
        Matrix b = gaussian(3, 1, random);
        Matrix A = gaussian(inputs, 5, random);
        Matrix Z = Matrix.zeros(3, 5);

        Products.affine(W, b, A, Z);

        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 5; j++) {
                int row = i;
                int column = j;
                IntToDoubleFunction term = k -> W.get(row, k) * A.get(k, column);
                assertEquals(fourAPass(b.get(i, 0), 0, inputs, term), Z.get(i, j));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 16, 17})
    void should_start_a_gradient_with_the_first_unit_and_take_four_a_pass_from_there(int units) {
        Random random = new Random(units);
        Matrix W = gaussian(units, 3, random);
        Matrix dZ = gaussian(units, 5, random);
        Matrix dA = Matrix.zeros(3, 5);

        Products.transposeTimes(W, dZ, dA);

        for (int k = 0; k < 3; k++) {
            for (int j = 0; j < 5; j++) {
                int row = k;
                int column = j;
                IntToDoubleFunction term = i -> W.get(i, row) * dZ.get(i, column);
                assertEquals(fourAPass(term.applyAsDouble(0), 1, units, term), dA.get(k, j));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 16, 17})
    void should_keep_two_running_sums_in_a_block_of_two_by_two_and_four_elsewhere(int examples) {
        Random random = new Random(examples);
        for (int units = 1; units <= 5; units++) {
            for (int inputs = 1; inputs <= 5; inputs++) {
                Matrix dZ = gaussian(units, examples, random);
                Matrix A = gaussian(inputs, examples, random);
                Matrix dW = Matrix.zeros(units, inputs);

                Products.timesTranspose(dZ, A, dW);

                for (int i = 0; i < units; i++) {
                    for (int k = 0; k < inputs; k++) {
                        double[] dz = dZ.row(i);
                        double[] a = A.row(k);
                        // only the last unit or input of an odd number of them has no partner
                        boolean inBlock = i < units / 2 * 2 && k < inputs / 2 * 2;
                        assertEquals(sums(inBlock ? 2 : 4, examples, j -> dz[j] * a[j]), dW.get(i, k));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 16, 17})
    void should_keep_four_running_sums_in_a_row_sum_and_in_each_row_of_a_squared_norm(int examples) {
        Matrix A = gaussian(5, examples, new Random(examples));

        double squares = 0;
        for (int k = 0; k < 5; k++) {
            double[] a = A.row(k);
            assertEquals(sums(4, examples, j -> a[j]), Products.rowSum(a));
            squares += sums(4, examples, j -> a[j] * a[j]);
        }
        assertEquals(squares, Products.squaredNorm(A));
    }

    private static double fourAPass(double start, int from, int to, IntToDoubleFunction term) {
        double sum = start;
        int k = from;
        while (to - k >= 4) {
            sum += ((term.applyAsDouble(k) + term.applyAsDouble(k + 1)) + term.applyAsDouble(k + 2))
                    + term.applyAsDouble(k + 3);
            k += 4;
        }
        while (k < to) {
            sum += term.applyAsDouble(k);
            k++;
        }
        return sum;
    }

    /** Term j goes to sum j mod n, except for the last ones, fewer than n, which all go to the first. */
    private static double sums(int n, int terms, IntToDoubleFunction term) {
        double[] sums = new double[n];
        int whole = terms / n * n;
        for (int j = 0; j < terms; j++) {
            sums[j < whole ? j % n : 0] += term.applyAsDouble(j);
        }
        return n == 2 ? sums[0] + sums[1] : (sums[0] + sums[1]) + (sums[2] + sums[3]);
    }

    private static Matrix gaussian(int rows, int columns, Random random) {
        Matrix matrix = Matrix.zeros(rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                matrix.set(i, j, random.nextGaussian());
            }
        }
        return matrix;
    }
}
