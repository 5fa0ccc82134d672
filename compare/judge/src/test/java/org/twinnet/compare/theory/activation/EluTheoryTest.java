package org.twinnet.compare.theory.activation;

import org.hipparchus.dfp.Dfp;
import org.junit.jupiter.api.DisplayName;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Format;

@DisplayName("The chapter on the exponential linear unit")
class EluTheoryTest extends ActivationContract {

    @Override
    ActivationTheory theory() {
        return new EluTheory();
    }

    @Override
    Dfp exactly(Dfp z) {
        if (z.greaterThan(z.getZero())) {
            return z;
        }
        if (Math.abs(z.toDouble()) < 1e-20) {
            return z.add(z.multiply(z).divide(2));
        }
        return exactSlope(z).subtract(z.getOne());
    }

    @Override
    Dfp exactSlope(Dfp z) {
        return z.greaterThan(z.getZero()) ? z.getOne() : z.toDouble() < -2000 ? z.getZero() : z.exp();
    }

    @Override
    double program(double z, Format format, int form) {
        if (z > 0) {
            return z;
        }
        return form % 2 == 0 ? format.round(Math.expm1(z)) : format.round(format.round(Math.exp(z)) - 1);
    }

    @Override
    double programSlope(double z, double a, Format format, int form) {
        if (z > 0) {
            return 1;
        }
        return form % 3 == 0 ? format.round(Math.exp(z)) : format.round(a + 1);
    }
}
