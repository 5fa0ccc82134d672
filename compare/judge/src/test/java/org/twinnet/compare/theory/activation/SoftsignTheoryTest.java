package org.twinnet.compare.theory.activation;

import org.hipparchus.dfp.Dfp;
import org.junit.jupiter.api.DisplayName;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Format;

@DisplayName("The chapter on the softsign")
class SoftsignTheoryTest extends ActivationContract {

    @Override
    ActivationTheory theory() {
        return new SoftsignTheory();
    }

    @Override
    Dfp exactly(Dfp z) {
        return z.divide(z.getOne().add(z.abs()));
    }

    @Override
    Dfp exactSlope(Dfp z) {
        Dfp root = z.getOne().add(z.abs());
        return z.getOne().divide(root.multiply(root));
    }

    @Override
    double program(double z, Format format, int form) {
        double under = format.round(1 + Math.abs(z));
        return form % 2 == 0 ? format.round(z / under) : format.round(z * format.round(1 / under));
    }

    /** 1/(1 + |z|)², the square of a quotient, or (1 − |a|)². */
    @Override
    double programSlope(double z, double a, Format format, int form) {
        double under = format.round(1 + Math.abs(z));
        double root = format.round(1 / under);
        double rest = format.round(1 - Math.abs(a));
        return switch (form % 3) {
            case 0 -> format.round(1 / format.round(under * under));
            case 1 -> format.round(root * root);
            default -> format.round(rest * rest);
        };
    }
}
