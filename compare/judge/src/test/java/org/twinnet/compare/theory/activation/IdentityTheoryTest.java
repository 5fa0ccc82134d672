package org.twinnet.compare.theory.activation;

import org.hipparchus.dfp.Dfp;
import org.junit.jupiter.api.DisplayName;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Format;

@DisplayName("The chapter on the identity")
class IdentityTheoryTest extends ActivationContract {

    @Override
    ActivationTheory theory() {
        return new IdentityTheory();
    }

    @Override
    Dfp exactly(Dfp z) {
        return z;
    }

    @Override
    Dfp exactSlope(Dfp z) {
        return z.getOne();
    }

    @Override
    double program(double z, Format format, int form) {
        return z;
    }

    @Override
    double programSlope(double z, double a, Format format, int form) {
        return 1;
    }

    @Override
    double slopeOfNan() {
        return 1;
    }
}
