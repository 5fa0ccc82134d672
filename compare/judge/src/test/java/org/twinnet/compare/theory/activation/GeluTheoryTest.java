package org.twinnet.compare.theory.activation;

import org.hipparchus.dfp.Dfp;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.DisplayName;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Format;

@DisplayName("The chapter on the exact Gaussian error linear unit")
class GeluTheoryTest extends ActivationContract {

    @Override
    ActivationTheory theory() {
        return new GeluTheory();
    }

    @Override
    Dfp exactly(Dfp z) {
        return z.multiply(distribution(z));
    }

    @Override
    Dfp exactSlope(Dfp z) {
        return distribution(z).add(z.multiply(density(z)));
    }

    @Override
    double program(double z, Format format, int form) {
        return format.round(z * distribution(z, format, form));
    }

    @Override
    double programSlope(double z, double a, Format format, int form) {
        double exponent = format.round(format.round(z * z) * -0.5);
        double density = format.round(format.round(Math.exp(exponent)) * format.round(1 / Math.sqrt(2 * Math.PI)));
        return format.round(distribution(z, format, form) + format.round(z * density));
    }

    /** By erf, as PyTorch does, or by erfc, of a library. */
    private static double distribution(double z, Format format, int form) {
        double x = format.round(z * format.round(Math.sqrt(0.5)));
        return form % 2 == 0
                ? format.round(0.5 * format.round(1 + format.round(Erf.erf(x))))
                : format.round(0.5 * format.round(Erf.erfc(-x)));
    }

    private static Dfp density(Dfp z) {
        if (Math.abs(z.toDouble()) > 60) {
            return z.getZero();
        }
        Dfp twoPi = z.getField().getPi().multiply(2);
        return z.multiply(z).divide(2).negate().exp().divide(twoPi.sqrt());
    }

    /** The series of Φ(z) − ½; far on the left, where that loses all digits, the one in 1/z². */
    private static Dfp distribution(Dfp z) {
        double x = z.toDouble();
        if (x > 12 || x < -60) {
            return x > 0 ? z.getOne() : z.getZero();
        }
        boolean far = x < -12;
        Dfp square = z.multiply(z);
        Dfp term = far ? z.getOne() : z;
        Dfp sum = term;
        // as many terms as fifty digits need
        int last = far ? 100 : 90 + (int) (4 * x * x);
        for (int n = 3; n < last; n += 2) {
            term = far
                    ? term.multiply(2 - n).divide(square)
                    : term.multiply(square).divide(n);
            sum = sum.add(term);
        }
        return far
                ? density(z).multiply(sum).divide(z).negate()
                : z.newInstance(0.5).add(density(z).multiply(sum));
    }
}
