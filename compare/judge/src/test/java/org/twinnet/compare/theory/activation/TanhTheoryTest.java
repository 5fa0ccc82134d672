package org.twinnet.compare.theory.activation;

import org.hipparchus.dfp.Dfp;
import org.junit.jupiter.api.DisplayName;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Format;

@DisplayName("The chapter on the hyperbolic tangent")
class TanhTheoryTest extends ActivationContract {

    @Override
    ActivationTheory theory() {
        return new TanhTheory();
    }

    @Override
    Dfp exactly(Dfp z) {
        if (Math.abs(z.toDouble()) > 1000) {
            return z.toDouble() > 0 ? z.getOne() : z.getOne().negate();
        }
        Dfp e = z.add(z).exp();
        return e.subtract(z.getOne()).divide(e.add(z.getOne()));
    }

    @Override
    Dfp exactSlope(Dfp z) {
        Dfp a = exactly(z);
        return a.getOne().subtract(a.multiply(a));
    }

    /** The library's, or by the exponential, where it does not overflow. */
    @Override
    double program(double z, Format format, int form) {
        if (form % 2 == 0 || Math.abs(z) > 40) {
            return format.round(Math.tanh(z));
        }
        double e = format.round(Math.exp(2 * z));
        return format.round(format.round(e - 1) / format.round(e + 1));
    }

    @Override
    double programSlope(double z, double a, Format format, int form) {
        return form % 3 == 0
                ? format.round(format.round(1 - a) * format.round(1 + a))
                : format.round(1 - format.round(a * a));
    }
}
