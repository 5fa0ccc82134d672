package org.twinnet.compare.theory.activation;

import org.hipparchus.dfp.Dfp;
import org.junit.jupiter.api.DisplayName;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Format;

@DisplayName("The chapter on the softplus")
class SoftplusTheoryTest extends ActivationContract {

    @Override
    ActivationTheory theory() {
        return new SoftplusTheory();
    }

    @Override
    Dfp exactly(Dfp z) {
        Dfp size = z.abs();
        Dfp rest = size.toDouble() > 200
                ? z.getZero()
                : size.negate().exp().add(z.getOne()).log();
        return z.greaterThan(z.getZero()) ? z.add(rest) : rest;
    }

    @Override
    Dfp exactSlope(Dfp z) {
        if (Math.abs(z.toDouble()) > 2000) {
            return z.toDouble() > 0 ? z.getOne() : z.getZero();
        }
        return z.getOne().divide(z.getOne().add(z.negate().exp()));
    }

    @Override
    double program(double z, Format format, int form) {
        if (form % 2 == 0 && z < 80) {
            return format.round(Math.log(format.round(1 + format.round(Math.exp(z)))));
        }
        double e = format.round(Math.exp(-Math.abs(z)));
        return format.round(Math.max(z, 0) + format.round(Math.log1p(e)));
    }

    @Override
    double programSlope(double z, double a, Format format, int form) {
        if (form % 3 == 0 && z < 0) {
            double e = format.round(Math.exp(z));
            return format.round(e / format.round(1 + e));
        }
        return format.round(1 / format.round(1 + format.round(Math.exp(-z))));
    }
}
