package org.twinnet.compare.twin;

import org.hipparchus.dfp.Dfp;
import org.twinnet.compare.experiment.Activation;

/** An activation in decimal arithmetic: its value, and its slope from z and the value. */
interface DecimalActivation {

    /** Farther out the output is 0 or 1 to every double, and e to such a power would take forever. */
    int FARTHEST = 2000;

    /** g(z). */
    Dfp value(Dfp z);

    /** g′(z), where g(z) is known. */
    Dfp slope(Dfp z, Dfp value);

    /** The one of an experiment's word. */
    static DecimalActivation of(Activation activation) {
        if (activation instanceof Activation.Relu) {
            return new Relu();
        }
        if (activation instanceof Activation.Sigmoid) {
            return new Sigmoid();
        }
        if (activation instanceof Activation.Tanh) {
            return new Tanh();
        }
        throw new IllegalStateException(activation.kind() + " has no activation in decimals");
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

    /** z, but no farther out than matters. */
    static Dfp near(Dfp z) {
        Dfp farthest = z.newInstance(FARTHEST);
        if (z.greaterThan(farthest)) {
            return farthest;
        }
        return z.lessThan(farthest.negate()) ? farthest.negate() : z;
    }
}
