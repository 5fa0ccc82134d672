package org.twinnet.scratch.gradcheck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.scratch.proof.Held;
import org.twinnet.scratch.proof.Rounding;

class NumericalGradientTest {

    /** ∛u, the first step for |θ| ≤ 1. */
    private static final double H = Math.cbrt(0x1p-53);

    @Test
    void should_enclose_the_derivatives_of_known_functions_in_its_own_bounds() {
        Held held = new Held();
        for (double x = -3; x <= 3; x += 0.375) {
            // every value is below 30 and within 3 operations of exact
            double costError = Rounding.gamma(3) * 30;
            hold(held, theta -> Math.exp(theta[0]), x, Math.exp(x), costError);
            hold(held, theta -> Math.sin(theta[0]), x, Math.cos(x), costError);
            hold(held, theta -> theta[0] * theta[0] * theta[0], x, 3 * x * x, costError);
            hold(held, theta -> 1 / (2 + theta[0] * theta[0]), x, -2 * x / Math.pow(2 + x * x, 2), costError);
        }
        held.requireCount(4 * 17);
        // measured 0.28
        assertTrue(held.largestMultiple() > 0.01, () -> "the bounds are sharp: " + held.largestMultiple());
    }

    @Test
    void should_bound_truncation_by_the_difference_of_the_quotients_with_h_and_2h() {
        // J = 2⁶⁰·θ³ at 0, where nothing is rounded but h³: the quotients are 2⁶⁰·h² and 2⁶⁰·(2h)²
        NumericalGradient.Estimate estimate =
                NumericalGradient.of(theta -> 0x1p60 * theta[0] * theta[0] * theta[0], new double[] {0}, 0);

        double quotient = 0x1p60 * H * H;
        assertEquals(quotient, estimate.values()[0], Rounding.gamma(4) * quotient);
        assertEquals(3 * quotient, estimate.errors()[0], Rounding.gamma(10) * 5 * quotient);
    }

    @Test
    void should_differentiate_by_the_parameters_that_are_asked_for_and_say_after_each_how_many_are_done() {
        List<Integer> done = new ArrayList<>();
        NumericalGradient.Estimate estimate = NumericalGradient.of(
                theta -> 2 * theta[0] + 3 * theta[1] + 5 * theta[2], new double[3], 0, new int[] {2, 0}, done::add);

        assertArrayEquals(new double[] {5, 2}, estimate.values(), 1e-9);
        assertEquals(List.of(1, 2), done);
    }

    @Test
    void should_bound_rounding_by_the_error_of_the_cost_over_h() {
        NumericalGradient.Estimate estimate = NumericalGradient.of(theta -> 5 * theta[0], new double[] {0}, 0.25);

        assertEquals(5, estimate.values()[0]);
        assertEquals(0.25 / H, estimate.errors()[0]);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, -1, 8, -64})
    void should_step_by_the_cube_root_of_the_unit_roundoff_relative_to_large_parameters(double theta) {
        List<Double> visited = new ArrayList<>();
        NumericalGradient.of(
                x -> {
                    visited.add(x[0]);
                    return 0;
                },
                new double[] {theta},
                0);

        double h = H * Math.max(1, Math.abs(theta));
        assertEquals(
                List.of(theta + 2 * h, theta - 2 * h, theta, theta + h, theta - h, theta + 2 * h, theta - 2 * h),
                visited);
    }

    @Test
    void should_differentiate_by_each_parameter_in_turn_and_restore_all() {
        double[] theta = {0.1, -2, 3e5};
        NumericalGradient.Estimate estimate =
                NumericalGradient.of(x -> x[0] + 4 * x[1] - 0.5 * x[2], theta, Rounding.gamma(5) * 2e5);

        assertArrayEquals(new double[] {0.1, -2, 3e5}, theta);
        Held held = new Held();
        double[] exact = {1, 4, -0.5};
        for (int i = 0; i < 3; i++) {
            held.check("θ" + i, exact[i], estimate.values()[i], estimate.errors()[i]);
        }
        held.requireCount(3);
    }

    @Test
    void should_give_a_nan_and_no_bound_for_a_cost_that_is_none() {
        NumericalGradient.Estimate estimate = NumericalGradient.of(theta -> Double.NaN, new double[] {1}, 1e-15);
        assertEquals(Double.NaN, estimate.values()[0]);
        assertEquals(Double.NaN, estimate.errors()[0]);
    }

    @Test
    void should_take_a_cost_for_smooth_everywhere_unless_it_says_otherwise() {
        NumericalGradient.CostFunction square = theta -> theta[0] * theta[0];
        square.at(new double[] {1});
        assertEquals(0, square.piece());
        square.at(new double[] {-1});
        assertEquals(0, square.piece());
    }

    /** A slope of 0 below the kink at δ and of 1 above. */
    private static final class Kink implements NumericalGradient.CostFunction {

        private final double delta;
        private double last;

        Kink(double delta) {
            this.delta = delta;
        }

        @Override
        public double at(double[] theta) {
            last = theta[0];
            return Math.max(0, theta[0] - delta);
        }

        @Override
        public long piece() {
            return last > delta ? 1 : 0;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.9, 1, 0.4, 1e-2, 1e-4, 2.0 / 65536 * 1.01})
    void should_shrink_the_step_until_it_stays_on_one_side_of_a_kink(double multipleOfH) {
        // all values are below 4H, so a cost is off by less than 4u·H and both quotients together by less than 6u·H/h
        double costError = 10 * Rounding.UNIT * H;
        double h = H;
        while (multipleOfH * H <= 2 * h) {
            h /= 4;
        }
        for (double side : new double[] {1, -1}) {
            NumericalGradient.Estimate estimate =
                    NumericalGradient.of(new Kink(side * multipleOfH * H), new double[] {0}, costError);

            double bound = estimate.errors()[0];
            assertEquals(side > 0 ? 0 : 1, estimate.values()[0], bound);
            assertTrue(bound >= costError / h && bound <= 1.6 * costError / h, "divided by 4 no more than needed");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {2.0 / 65536 * 0.99, 1e-6, 0})
    void should_admit_that_a_kink_is_too_near_for_any_step(double multipleOfH) {
        assertEquals(
                Double.POSITIVE_INFINITY,
                NumericalGradient.of(new Kink(multipleOfH * H), new double[] {0}, 1e-16)
                        .errors()[0]);
        assertEquals(
                Double.POSITIVE_INFINITY,
                NumericalGradient.of(new Kink(-multipleOfH * H), new double[] {0}, 1e-16)
                        .errors()[0]);
    }

    @Test
    void should_notice_a_piece_that_only_the_centre_is_on() {
        double[] last = new double[1];
        NumericalGradient.Estimate estimate = NumericalGradient.of(
                new NumericalGradient.CostFunction() {
                    @Override
                    public double at(double[] theta) {
                        last[0] = theta[0];
                        return Math.abs(theta[0]);
                    }

                    @Override
                    public long piece() {
                        return last[0] == 0 ? 0 : 1;
                    }
                },
                new double[] {0},
                1e-16);
        assertEquals(Double.POSITIVE_INFINITY, estimate.errors()[0]);
    }

    private static void hold(
            Held held, NumericalGradient.CostFunction cost, double x, double derivative, double costError) {
        NumericalGradient.Estimate estimate = NumericalGradient.of(cost, new double[] {x}, costError);
        held.check("derivative at " + x, derivative, estimate.values()[0], estimate.errors()[0]);
    }
}
