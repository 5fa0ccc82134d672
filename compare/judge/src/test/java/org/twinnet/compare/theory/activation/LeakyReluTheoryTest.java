package org.twinnet.compare.theory.activation;

import org.hipparchus.dfp.Dfp;
import org.junit.jupiter.api.DisplayName;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Format;

@DisplayName("The chapter on the leaky ReLU")
class LeakyReluTheoryTest extends ActivationContract {

    @Override
    ActivationTheory theory() {
        return new LeakyReluTheory(0.01);
    }

    @Override
    Dfp exactly(Dfp z) {
        return z.greaterThan(z.getZero()) ? z : z.multiply(z.newInstance(0.01));
    }

    @Override
    Dfp exactSlope(Dfp z) {
        return z.greaterThan(z.getZero()) ? z.getOne() : z.newInstance(0.01);
    }

    @Override
    double program(double z, Format format, int form) {
        double c = format.round(0.01);
        if (form % 3 == 0) {
            return format.round(format.round(c * z) + format.round(format.round(1 - c) * Math.max(z, 0)));
        }
        return form % 2 == 0
                ? Math.max(z, format.round(c * z))
                : format.round(Math.max(z, 0) - format.round(c * Math.max(-z, 0)));
    }

    @Override
    double programSlope(double z, double a, Format format, int form) {
        return (form % 2 == 0 ? z : a) > 0 ? 1 : format.round(0.01);
    }
}
