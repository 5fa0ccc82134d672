package org.twinnet.scratch.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.twinnet.scratch.proof.Held;
import org.twinnet.scratch.proof.Rounding;

/**
 * Every product on every shape with sides from 1 to 9, so that each remainder of the unrolled loops occurs: held to the
 * schoolbook sum in exact arithmetic, within γₙ·Σ|terms|, and exactly where all numbers are small integers.
 */
class ProductsTest {

    private static final int LARGEST_SIDE = 9;
    /** Σ rows·columns over all shapes: (1 + … + 9)²·9 */
    private static final int ENTRIES_OF_ALL_SHAPES = 45 * 45 * 9;

    @Test
    void should_compute_the_affine_map_within_the_rounding_of_a_sum() {
        Held held = new Held();
        forEachShape((n, k, m, random) -> {
            Matrix W = gaussian(n, k, random);
            Matrix b = gaussian(n, 1, random);
            Matrix A = gaussian(k, m, random);
            Matrix Z = notANumber(n, m);

            Products.affine(W, b, A, Z);

            for (int i = 0; i < n; i++) {
                for (int j = 0; j < m; j++) {
                    int row = i;
                    int column = j;
                    Sum sum =
                            Sum.of(k, q -> W.get(row, q), q -> A.get(q, column)).plus(b.get(i, 0));
                    sum.hold(held, "Z", Z.get(i, j), k + 1);
                }
            }
        });
        held.requireCount(ENTRIES_OF_ALL_SHAPES);
        // measured 0.71
        assertTrue(held.largestMultiple() > 0.1, () -> "the bound is sharp: " + held.largestMultiple());
    }

    @Test
    void should_compute_the_product_with_a_transposed_left_factor_within_the_rounding_of_a_sum() {
        Held held = new Held();
        forEachShape((n, k, m, random) -> {
            Matrix W = gaussian(n, k, random);
            Matrix dZ = gaussian(n, m, random);
            Matrix dA = notANumber(k, m);

            Products.transposeTimes(W, dZ, dA);

            for (int q = 0; q < k; q++) {
                for (int j = 0; j < m; j++) {
                    int row = q;
                    int column = j;
                    Sum sum = Sum.of(n, i -> W.get(i, row), i -> dZ.get(i, column));
                    sum.hold(held, "dA", dA.get(q, j), n);
                }
            }
        });
        held.requireCount(ENTRIES_OF_ALL_SHAPES);
        // measured 0.99: a single product may be off by u
        assertTrue(held.largestMultiple() > 0.1, () -> "the bound is sharp: " + held.largestMultiple());
    }

    @Test
    void should_compute_the_product_with_a_transposed_right_factor_within_the_rounding_of_a_sum() {
        Held held = new Held();
        forEachShape((n, k, m, random) -> {
            Matrix dZ = gaussian(n, m, random);
            Matrix A = gaussian(k, m, random);
            Matrix dW = notANumber(n, k);

            Products.timesTranspose(dZ, A, dW);

            for (int i = 0; i < n; i++) {
                for (int q = 0; q < k; q++) {
                    int row = i;
                    int column = q;
                    Sum sum = Sum.of(m, j -> dZ.get(row, j), j -> A.get(column, j));
                    sum.hold(held, "dW", dW.get(i, q), m);
                }
            }
        });
        held.requireCount(ENTRIES_OF_ALL_SHAPES);
        // measured 0.99: a single product may be off by u
        assertTrue(held.largestMultiple() > 0.1, () -> "the bound is sharp: " + held.largestMultiple());
    }

    @Test
    void should_sum_rows_and_squares_within_the_rounding_of_a_sum() {
        Held held = new Held();
        Random random = new Random(5);
        for (int n = 1; n <= 40; n++) {
            Matrix row = gaussian(1, n, random);
            Matrix two = gaussian(2, n, random);
            Sum.of(n, j -> row.get(0, j), j -> 1).hold(held, "Σx", Products.rowSum(row.row(0)), n - 1);
            int columns = n;
            IntToDoubleFunction entry = q -> two.get(q / columns, q % columns);
            Sum.of(2 * n, entry, entry).hold(held, "‖W‖²", Products.squaredNorm(two), 2 * n);
        }
        held.requireCount(80);
        // measured 0.20
        assertTrue(held.largestMultiple() > 0.05, () -> "the bound is sharp: " + held.largestMultiple());
    }

    @Test
    void should_be_exact_on_small_integers_in_whatever_order_they_are_added() {
        int[] shapes = {0};
        forEachShape((n, k, m, random) -> {
            Matrix W = integers(n, k, random);
            Matrix b = integers(n, 1, random);
            Matrix A = integers(k, m, random);
            Matrix dZ = integers(n, m, random);
            Matrix Z = notANumber(n, m);
            Matrix dA = notANumber(k, m);
            Matrix dW = notANumber(n, k);

            Products.affine(W, b, A, Z);
            Products.transposeTimes(W, dZ, dA);
            Products.timesTranspose(dZ, A, dW);

            double squares = 0;
            for (int i = 0; i < n; i++) {
                double rowSum = 0;
                for (int j = 0; j < m; j++) {
                    double z = b.get(i, 0);
                    for (int q = 0; q < k; q++) {
                        z += W.get(i, q) * A.get(q, j);
                    }
                    assertEquals(z, Z.get(i, j) + 0.0);
                    rowSum += dZ.get(i, j);
                }
                assertEquals(rowSum, Products.rowSum(dZ.row(i)) + 0.0);
                for (int q = 0; q < k; q++) {
                    squares += W.get(i, q) * W.get(i, q);
                }
            }
            assertEquals(squares, Products.squaredNorm(W));
            // ⟨dZ, W·A⟩ = ⟨Wᵀ·dZ, A⟩ = ⟨dZ·Aᵀ, W⟩: the three products are each other's adjoints
            Matrix WA = notANumber(n, m);
            Products.affine(W, Matrix.zeros(n, 1), A, WA);
            assertEquals(inner(dZ, WA), inner(dA, A) + 0.0);
            assertEquals(inner(dZ, WA), inner(dW, W) + 0.0);
            shapes[0]++;
        });
        assertEquals(LARGEST_SIDE * LARGEST_SIDE * LARGEST_SIDE, shapes[0]);
    }

    @Test
    void should_leave_the_operands_alone() {
        Random random = new Random(1);
        Matrix W = gaussian(5, 6, random);
        Matrix b = gaussian(5, 1, random);
        Matrix A = gaussian(6, 7, random);
        Matrix dZ = gaussian(5, 7, random);
        double[][][] before = {W.toArray(), b.toArray(), A.toArray(), dZ.toArray()};

        Products.affine(W, b, A, Matrix.zeros(5, 7));
        Products.transposeTimes(W, dZ, Matrix.zeros(6, 7));
        Products.timesTranspose(dZ, A, Matrix.zeros(5, 6));

        assertArrayEquals(before, new double[][][] {W.toArray(), b.toArray(), A.toArray(), dZ.toArray()});
    }

    @Test
    void should_give_0_for_the_sum_of_no_numbers() {
        assertEquals(0, Products.rowSum(new double[0]));
    }

    @Test
    void should_carry_a_nan_into_exactly_the_entries_that_it_takes_part_in() {
        forEachShape((n, k, m, random) -> {
            int i = random.nextInt(n);
            int q = random.nextInt(k);
            int j = random.nextInt(m);
            Matrix W = integers(n, k, random);
            Matrix b = integers(n, 1, random);
            Matrix A = integers(k, m, random);
            Matrix dZ = integers(n, m, random);
            Matrix badW = with(W, i, q, Double.NaN);
            Matrix Z = Matrix.zeros(n, m);
            Matrix dA = Matrix.zeros(k, m);
            Matrix dW = Matrix.zeros(n, k);

            Products.affine(badW, b, A, Z);
            requireNaN(Z, (r, c) -> r == i);
            Products.affine(W, with(b, i, 0, Double.NaN), A, Z);
            requireNaN(Z, (r, c) -> r == i);
            Products.affine(W, b, with(A, q, j, Double.NaN), Z);
            requireNaN(Z, (r, c) -> c == j);
            Products.transposeTimes(badW, dZ, dA);
            requireNaN(dA, (r, c) -> r == q);
            Products.transposeTimes(W, with(dZ, i, j, Double.NaN), dA);
            requireNaN(dA, (r, c) -> c == j);
            Products.timesTranspose(with(dZ, i, j, Double.NaN), A, dW);
            requireNaN(dW, (r, c) -> r == i);
            Products.timesTranspose(dZ, with(A, q, j, Double.NaN), dW);
            requireNaN(dW, (r, c) -> c == q);
            assertEquals(Double.NaN, Products.squaredNorm(badW));
            assertEquals(Double.NaN, Products.rowSum(badW.row(i)));
        });
    }

    @Test
    void should_not_let_a_zero_hide_an_infinity() {
        Matrix zero = Matrix.zeros(2, 5);
        Matrix infinite = with(Matrix.zeros(5, 2), 4, 1, Double.POSITIVE_INFINITY);
        Matrix Z = Matrix.zeros(2, 2);

        Products.affine(zero, Matrix.zeros(2, 1), infinite, Z);

        requireNaN(Z, (r, c) -> c == 1);
        Products.affine(with(zero, 0, 4, -2), Matrix.zeros(2, 1), infinite, Z);
        assertEquals(Double.NEGATIVE_INFINITY, Z.get(0, 1));
        assertEquals(Double.POSITIVE_INFINITY, Products.squaredNorm(infinite));
    }

    private interface ShapeTest {
        void run(int n, int k, int m, Random random);
    }

    private interface Where {
        boolean holds(int row, int column);
    }

    private static void forEachShape(ShapeTest test) {
        for (int n = 1; n <= LARGEST_SIDE; n++) {
            for (int k = 1; k <= LARGEST_SIDE; k++) {
                for (int m = 1; m <= LARGEST_SIDE; m++) {
                    test.run(n, k, m, new Random((n * 10L + k) * 10 + m));
                }
            }
        }
    }

    /** A sum of products in exact arithmetic, and the sum of the absolute values. */
    private record Sum(BigDecimal value, BigDecimal size) {

        static Sum of(int terms, IntToDoubleFunction x, IntToDoubleFunction y) {
            BigDecimal value = BigDecimal.ZERO;
            BigDecimal size = BigDecimal.ZERO;
            for (int i = 0; i < terms; i++) {
                BigDecimal term = new BigDecimal(x.applyAsDouble(i)).multiply(new BigDecimal(y.applyAsDouble(i)));
                value = value.add(term);
                size = size.add(term.abs());
            }
            return new Sum(value, size);
        }

        Sum plus(double term) {
            BigDecimal exact = new BigDecimal(term);
            return new Sum(value.add(exact), size.add(exact.abs()));
        }

        /** Holds a computed sum to γₙ·size; the difference is formed exactly, and rounded only to be reported. */
        void hold(Held held, String name, double computed, int operations) {
            double error = new BigDecimal(computed).subtract(value).doubleValue();
            held.check(name, 0, error, Rounding.gamma(operations) * size.doubleValue());
        }
    }

    private static Matrix gaussian(int rows, int columns, Random random) {
        return fill(rows, columns, random::nextGaussian);
    }

    private static Matrix integers(int rows, int columns, Random random) {
        return fill(rows, columns, () -> random.nextInt(19) - 9);
    }

    private static Matrix notANumber(int rows, int columns) {
        return fill(rows, columns, () -> Double.NaN);
    }

    private static Matrix fill(int rows, int columns, java.util.function.DoubleSupplier entry) {
        Matrix matrix = Matrix.zeros(rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                matrix.set(i, j, entry.getAsDouble());
            }
        }
        return matrix;
    }

    private static Matrix with(Matrix matrix, int row, int column, double value) {
        Matrix copy = matrix.copy();
        copy.set(row, column, value);
        return copy;
    }

    private static double inner(Matrix left, Matrix right) {
        double sum = 0;
        for (int i = 0; i < left.rows(); i++) {
            for (int j = 0; j < left.columns(); j++) {
                sum += left.get(i, j) * right.get(i, j);
            }
        }
        return sum;
    }

    private static void requireNaN(Matrix matrix, Where where) {
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < matrix.columns(); j++) {
                assertEquals(where.holds(i, j), Double.isNaN(matrix.get(i, j)), "row " + i + ", column " + j);
            }
        }
    }
}
