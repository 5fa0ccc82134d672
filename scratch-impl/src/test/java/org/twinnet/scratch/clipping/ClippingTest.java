package org.twinnet.scratch.clipping;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.network.NetworkConfig;

@DisplayName("A clipping")
class ClippingTest {

    /** W¹ = (3, 4), b¹ = 12 with norm 13, and W² = −0.75, b² = 1 with norm 1.25. */
    private static final double[] GRADIENT = {3, 4, 12, -0.75, 1};

    private static double[] clipped(Clipping clipping, double... gradient) {
        Parameters gradients = new NetworkConfig(List.of(2, 1, 1)).newParameters();
        gradients.readFrom(gradient);
        clipping.clip(gradients);
        return gradients.toVector();
    }

    @Test
    void should_leave_everything_where_there_is_no_limit() {
        assertArrayEquals(GRADIENT, clipped(Clipping.none(), GRADIENT));
        assertFalse(Clipping.none().afterPenalty());
    }

    @Test
    void should_bring_each_number_between_the_limits() {
        assertArrayEquals(new double[] {1, 1, 1, -0.75, 1}, clipped(new Value(1, false), GRADIENT));
        assertArrayEquals(new double[] {0.5, 0.5, 0.5, -0.5, 0.5}, clipped(new Value(0.5, false), GRADIENT));
        assertArrayEquals(GRADIENT, clipped(new Value(12, true), GRADIENT));
        assertArrayEquals(
                new double[] {Double.NaN, 1, -1, 0, 0},
                clipped(new Value(1, false), Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, 0));
    }

    /** 6.5 is half of 13, and an exact one. */
    @Test
    void should_shorten_each_layer_by_a_factor_of_its_own() {
        assertArrayEquals(new double[] {1.5, 2, 6, -0.75, 1}, clipped(new NormPerLayer(6.5, false), GRADIENT));
        assertArrayEquals(GRADIENT, clipped(new NormPerLayer(13, false), GRADIENT));
        double[] both = clipped(new NormPerLayer(0.625, false), GRADIENT);
        assertArrayEquals(new double[] {-0.375, 0.5}, new double[] {both[3], both[4]});
        assertEquals(0.625 / 13 * 12, both[2], 1e-16);
    }

    /** √(169 + 1.5625). */
    @Test
    void should_shorten_the_whole_gradient_by_one_factor() {
        double norm = Math.sqrt(170.5625);
        assertArrayEquals(GRADIENT, clipped(new Norm(norm, false), GRADIENT));
        double[] half = clipped(new Norm(norm / 2, false), GRADIENT);
        for (int i = 0; i < half.length; i++) {
            assertEquals(GRADIENT[i] / 2, half[i], 1e-15);
        }
    }

    @Test
    void should_leave_a_gradient_of_zeros() {
        assertArrayEquals(new double[5], clipped(new Norm(1e-300, false), 0, 0, 0, 0, 0));
        assertArrayEquals(new double[5], clipped(new NormPerLayer(1e-300, false), 0, 0, 0, 0, 0));
    }

    @Test
    void should_say_what_it_clips() {
        for (Clipping after : List.of(new Value(1, true), new NormPerLayer(1, true), new Norm(1, true))) {
            assertTrue(after.afterPenalty());
        }
        for (Clipping before : List.of(new Value(1, false), new NormPerLayer(1, false), new Norm(1, false))) {
            assertFalse(before.afterPenalty());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void should_refuse_what_is_no_limit(double limit) {
        for (Runnable making : List.<Runnable>of(
                () -> new Value(limit, false), () -> new NormPerLayer(limit, false), () -> new Norm(limit, false))) {
            assertEquals(
                    "Gradients are clipped at a finite limit above 0, not " + limit + ".",
                    assertThrows(IllegalArgumentException.class, making::run).getMessage());
        }
    }
}
