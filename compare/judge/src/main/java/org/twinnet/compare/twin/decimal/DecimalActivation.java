package org.twinnet.compare.twin.decimal;

import org.hipparchus.dfp.Dfp;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.twin.Namesake;

/**
 * An activation of single numbers in decimal arithmetic: its value, and its slope from z and the value. The softmax is
 * {@link DecimalOutput}'s.
 */
sealed interface DecimalActivation {

    /** Farther out the output is 0 or 1 to every double, and e to such a power would take forever. */
    int FARTHEST = 2000;

    /** g(z). */
    Dfp value(Dfp z);

    /** g′(z), where g(z) is known. */
    Dfp slope(Dfp z, Dfp value);

    /** The one of an experiment's word. */
    static DecimalActivation of(Activation activation) {
        return Namesake.of(activation, DecimalActivation.class);
    }

    /** max(0, z), with slope 0 at 0. */
    record Relu() implements DecimalActivation {
        @Override
        public Dfp value(Dfp z) {
            return z.positiveOrNull() ? z : z.getZero();
        }

        @Override
        public Dfp slope(Dfp z, Dfp value) {
            return value.isZero() ? z.getZero() : z.getOne();
        }
    }

    /** 1/(1 + e⁻ᶻ). */
    record Sigmoid() implements DecimalActivation {
        @Override
        public Dfp value(Dfp z) {
            return z.getOne().divide(z.getOne().add(near(z).negate().exp()));
        }

        @Override
        public Dfp slope(Dfp z, Dfp value) {
            return value.multiply(z.getOne().subtract(value));
        }
    }

    /** (1 − e⁻²ᶻ) / (1 + e⁻²ᶻ), and z itself where the rest of its series is lost beside it. */
    record Tanh() implements DecimalActivation {
        @Override
        public Dfp value(Dfp z) {
            if (Math.abs(z.toDouble()) < 1e-20) {
                return z;
            }
            Dfp e = near(z.add(z)).negate().exp();
            return z.getOne().subtract(e).divide(z.getOne().add(e));
        }

        @Override
        public Dfp slope(Dfp z, Dfp value) {
            return z.getOne().subtract(value.multiply(value));
        }
    }

    /** z above 0, slope·z elsewhere; the left slope at 0. */
    record LeakyRelu(double slope) implements DecimalActivation {
        @Override
        public Dfp value(Dfp z) {
            return z.greaterThan(z.getZero()) ? z : z.multiply(z.newInstance(slope));
        }

        @Override
        public Dfp slope(Dfp z, Dfp value) {
            return z.greaterThan(z.getZero()) ? z.getOne() : z.newInstance(slope);
        }
    }

    /** z above 0, eᶻ − 1 elsewhere. */
    record Elu() implements DecimalActivation {
        @Override
        public Dfp value(Dfp z) {
            return z.greaterThan(z.getZero()) ? z : lessOne(z);
        }

        @Override
        public Dfp slope(Dfp z, Dfp value) {
            return z.greaterThan(z.getZero()) ? z.getOne() : value.add(z.getOne());
        }

        /** eᶻ − 1, and the first terms of its series where 40 digits are not enough to subtract. */
        private static Dfp lessOne(Dfp z) {
            return Math.abs(z.toDouble()) < 1e-20
                    ? z.add(z.multiply(z).divide(2))
                    : near(z).exp().subtract(z.getOne());
        }
    }

    /** ln(1 + eᶻ) as max(0, z) + ln(1 + e^(−|z|)). */
    record Softplus() implements DecimalActivation {
        @Override
        public Dfp value(Dfp z) {
            Dfp e = near(z.abs()).negate().exp();
            Dfp rest = e.toDouble() < 1e-30 ? e : e.add(z.getOne()).log();
            return z.greaterThan(z.getZero()) ? z.add(rest) : rest;
        }

        @Override
        public Dfp slope(Dfp z, Dfp value) {
            return new Sigmoid().value(z);
        }
    }

    /** z·Φ(z) with the normal distribution. */
    record Gelu() implements DecimalActivation {
        @Override
        public Dfp value(Dfp z) {
            return z.multiply(DecimalNormal.distribution(z));
        }

        @Override
        public Dfp slope(Dfp z, Dfp value) {
            Dfp distribution = z.isZero() ? DecimalNormal.distribution(z) : value.divide(z);
            return distribution.add(z.multiply(DecimalNormal.density(z)));
        }
    }

    /** z/(1 + e⁻ᶻ). */
    record Swish() implements DecimalActivation {
        @Override
        public Dfp value(Dfp z) {
            return z.multiply(new Sigmoid().value(z));
        }

        @Override
        public Dfp slope(Dfp z, Dfp value) {
            Dfp s = new Sigmoid().value(z);
            return s.add(value.multiply(z.getOne().subtract(s)));
        }
    }

    /** z/(1 + |z|). */
    record Softsign() implements DecimalActivation {
        @Override
        public Dfp value(Dfp z) {
            return z.divide(z.getOne().add(z.abs()));
        }

        @Override
        public Dfp slope(Dfp z, Dfp value) {
            Dfp under = z.getOne().add(z.abs());
            return z.getOne().divide(under.multiply(under));
        }
    }

    /** z. */
    record Identity() implements DecimalActivation {
        @Override
        public Dfp value(Dfp z) {
            return z;
        }

        @Override
        public Dfp slope(Dfp z, Dfp value) {
            return z.getOne();
        }
    }

    /** z, but no farther out than matters. */
    static Dfp near(Dfp z) {
        Dfp farthest = z.newInstance(FARTHEST);
        if (z.greaterThan(farthest)) {
            return farthest;
        }
        return z.lessThan(farthest.negate()) ? farthest.negate() : z;
    }
}
