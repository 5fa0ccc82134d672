package org.twinnet.compare.tuning.findings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SobolIndicesTest {

    /** Ishigami's function with a = 7, b = 0.1 over [−π, π]³. */
    static double ishigami(double[] u) {
        double[] x = new double[3];
        for (int i = 0; i < 3; i++) {
            x[i] = Math.PI * (2 * u[i] - 1);
        }
        double sin2 = Math.sin(x[1]) * Math.sin(x[1]);
        return Math.sin(x[0]) + 7 * sin2 + 0.1 * Math.pow(x[2], 4) * Math.sin(x[0]);
    }

    /**
     * Its known indices: variance a²/8 + b·π⁴/5 + b²·π⁸/18 + 1/2 = 13.8446; first order 0.3139, 0.4424, 0; total
     * 0.5576, 0.4424, 0.2437. Largest deviation measured: 0.0004.
     */
    @Test
    void should_find_the_known_indices_of_ishigamis_function() {
        SobolIndices indices = SobolIndices.of(SobolIndicesTest::ishigami, 3);
        assertEquals(13.8446, indices.variance(), 0.001);
        assertArrayEquals(new double[] {0.3139, 0.4424, 0}, first(indices), 0.001);
        assertArrayEquals(new double[] {0.5576, 0.4424, 0.2437}, total(indices), 0.001);
    }

    /**
     * f = 4·x₁ + 2·x₂ + x₃: variances 16, 4 and 1 twelfths, and nothing in company. Largest deviation measured:
     * 0.00003.
     */
    @Test
    void should_divide_an_additive_function_by_its_slopes() {
        SobolIndices indices = SobolIndices.of(x -> 4 * x[0] + 2 * x[1] + x[2], 3);
        double[] shares = {16 / 21.0, 4 / 21.0, 1 / 21.0};
        assertArrayEquals(shares, first(indices), 1e-4);
        assertArrayEquals(shares, total(indices), 1e-4);
    }

    /** f = (x₁ − ½)·(x₂ − ½) varies only in company. */
    @Test
    void should_tell_an_interaction_from_what_a_parameter_does_alone() {
        SobolIndices indices = SobolIndices.of(x -> (x[0] - 0.5) * (x[1] - 0.5), 2);
        assertArrayEquals(new double[] {0, 0}, first(indices), 0.01);
        assertArrayEquals(new double[] {1, 1}, total(indices), 0.01);
    }

    @Test
    void should_give_a_parameter_that_does_not_matter_nothing() {
        SobolIndices indices = SobolIndices.of(x -> Math.exp(x[0]), 2);
        assertEquals(0, indices.indices().get(1).first(), 1e-12);
        assertEquals(0, indices.indices().get(1).total(), 1e-12);
        assertEquals(1, indices.indices().get(0).total(), 0.01);
    }

    @Test
    void should_find_no_shares_in_a_constant() {
        SobolIndices indices = SobolIndices.of(x -> 3, 2);
        assertArrayEquals(new double[2], first(indices));
        assertArrayEquals(new double[2], total(indices));
        assertEquals(0, indices.variance());
    }

    private static double[] first(SobolIndices indices) {
        return indices.indices().stream().mapToDouble(SobolIndices.Index::first).toArray();
    }

    private static double[] total(SobolIndices indices) {
        return indices.indices().stream().mapToDouble(SobolIndices.Index::total).toArray();
    }
}
