package org.twinnet.compare.theory.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.hipparchus.dfp.Dfp;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Format;
import org.twinnet.compare.theory.Rounding;

@DisplayName("The chapter on the sigmoid")
class SigmoidTheoryTest extends ActivationContract {

    @Override
    ActivationTheory theory() {
        return new SigmoidTheory();
    }

    @Override
    Dfp exactly(Dfp z) {
        if (Math.abs(z.toDouble()) > 2000) {
            return z.toDouble() > 0 ? z.getOne() : z.getZero();
        }
        return z.getOne().divide(z.getOne().add(z.negate().exp()));
    }

    @Override
    Dfp exactSlope(Dfp z) {
        Dfp a = exactly(z);
        return a.multiply(a.getOne().subtract(a));
    }

    @Override
    double program(double z, Format format, int form) {
        if (form % 2 == 0 || z >= 0) {
            double e = format.round(Math.exp(-z));
            return format.round(1 / format.round(1 + e));
        }
        double e = format.round(Math.exp(z));
        return format.round(e / format.round(1 + e));
    }

    @Override
    double programSlope(double z, double a, Format format, int form) {
        return form % 3 == 0 ? format.round(a - format.round(a * a)) : format.round(a * format.round(1 - a));
    }

    @Test
    void should_know_nothing_of_an_output_whose_logit_is_not_known() {
        Bounded Z = Bounded.zeros(1, 1);
        Z.errors(0)[0] = Double.POSITIVE_INFINITY;
        Bounded A = Bounded.zeros(1, 1);
        theory().forward(Z, A, Rounding.FLOAT64);

        assertEquals(Double.POSITIVE_INFINITY, A.errors(0)[0]);
    }
}
