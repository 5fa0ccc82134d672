package org.twinnet.compare.theory.activation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hipparchus.dfp.Dfp;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Format;
import org.twinnet.compare.theory.Rounding;

@DisplayName("The chapter on ReLU")
class ReluTheoryTest extends ActivationContract {

    @Override
    ActivationTheory theory() {
        return new ReluTheory();
    }

    @Override
    Dfp exactly(Dfp z) {
        return z.greaterThan(z.getZero()) ? z : z.getZero();
    }

    @Override
    Dfp exactSlope(Dfp z) {
        return z.greaterThan(z.getZero()) ? z.getOne() : z.getZero();
    }

    @Override
    double program(double z, Format format, int form) {
        return form % 2 == 0 ? Math.max(0, z) : format.round(z * (z > 0 ? 1 : 0));
    }

    @Override
    double programSlope(double z, double a, Format format, int form) {
        return (form % 2 == 0 ? z : a) > 0 ? 1 : 0;
    }

    @Test
    void should_know_nothing_of_an_infinite_gradient_at_a_closed_gate() {
        Bounded Z = Bounded.zeros(1, 3);
        System.arraycopy(new double[] {-1, -1, -1}, 0, Z.values(0), 0, 3);
        System.arraycopy(new double[] {0, 0, Double.POSITIVE_INFINITY}, 0, Z.errors(0), 0, 3);
        Bounded A = Bounded.zeros(1, 3);
        theory().forward(Z, A, Rounding.FLOAT64);
        Bounded gradient = Bounded.zeros(1, 3);
        gradient.values(0)[0] = Double.NEGATIVE_INFINITY;
        gradient.errors(0)[1] = Double.POSITIVE_INFINITY;
        theory().slope(Z, A, gradient, Rounding.FLOAT64);

        // 0·∞: numbers or bounds that are none
        assertTrue(Double.isNaN(gradient.values(0)[0]));
        assertFalse(Double.isFinite(gradient.errors(0)[1]));
        assertFalse(Double.isFinite(gradient.errors(0)[2]));
        assertFalse(Double.isFinite(A.errors(0)[2]));
    }

    @Test
    void should_leave_nothing_open_of_a_unit_that_no_program_activates() {
        Bounded Z = Bounded.zeros(1, 3);
        System.arraycopy(new double[] {-3, -1.5, 2.5}, 0, Z.values(0), 0, 3);
        System.arraycopy(new double[] {1, 1, 1}, 0, Z.errors(0), 0, 3);
        Bounded A = Bounded.zeros(1, 3);
        theory().forward(Z, A, Rounding.FLOAT64);
        Bounded gradient = Bounded.zeros(1, 3);
        System.arraycopy(new double[] {7, 7, 7}, 0, gradient.values(0), 0, 3);
        System.arraycopy(new double[] {0.5, 0.5, 0.5}, 0, gradient.errors(0), 0, 3);
        theory().slope(Z, A, gradient, Rounding.FLOAT64);

        assertArrayEquals(new double[] {0, 0.5, 1}, A.errors(0));
        assertArrayEquals(new double[] {0, 0, 7}, gradient.values(0), 0.0);
        // rounding decides about the second: its gradient is 0 or 7
        assertArrayEquals(new double[] {0, 8, 0.5}, gradient.errors(0));
    }
}
