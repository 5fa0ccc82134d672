package org.twinnet.compare.theory.activation;

import org.hipparchus.dfp.Dfp;
import org.junit.jupiter.api.DisplayName;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Format;

@DisplayName("The chapter on the swish")
class SwishTheoryTest extends ActivationContract {

    @Override
    ActivationTheory theory() {
        return new SwishTheory();
    }

    @Override
    Dfp exactly(Dfp z) {
        return z.multiply(sigmoid(z));
    }

    @Override
    Dfp exactSlope(Dfp z) {
        Dfp s = sigmoid(z);
        return s.add(z.multiply(s).multiply(sigmoid(z.negate())));
    }

    @Override
    double program(double z, Format format, int form) {
        if (form % 2 == 0) {
            return format.round(z / format.round(1 + format.round(Math.exp(-z))));
        }
        return format.round(z * sigmoid(z, format));
    }

    @Override
    double programSlope(double z, double a, Format format, int form) {
        double s = sigmoid(z, format);
        double rest = format.round(1 - s);
        return form % 2 == 0
                ? format.round(s * format.round(1 + format.round(z * rest)))
                : format.round(a + format.round(s * format.round(1 - a)));
    }

    private static double sigmoid(double z, Format format) {
        return format.round(1 / format.round(1 + format.round(Math.exp(-z))));
    }

    private static Dfp sigmoid(Dfp z) {
        if (Math.abs(z.toDouble()) > 2000) {
            return z.toDouble() > 0 ? z.getOne() : z.getZero();
        }
        return z.getOne().divide(z.getOne().add(z.negate().exp()));
    }
}
