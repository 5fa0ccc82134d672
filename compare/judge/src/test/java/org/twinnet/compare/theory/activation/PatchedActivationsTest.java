package org.twinnet.compare.theory.activation;

import org.hipparchus.dfp.Dfp;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Format;
import org.twinnet.compare.theory.activation.patch.InvertedGateTheory;
import org.twinnet.compare.theory.activation.patch.LeakyInPlaceTheory;
import org.twinnet.compare.theory.activation.patch.SigmoidInAnyFormTheory;
import org.twinnet.compare.theory.activation.patch.TanhSlopeTheory;

/** Mistakes of activations are chapters too: their bounds hold for whatever program makes them. */
@DisplayName("The patched chapters on activations")
class PatchedActivationsTest {

    @Nested
    class SigmoidInAnyForm extends ActivationContract {

        @Override
        ActivationTheory theory() {
            return new SigmoidInAnyFormTheory(new SigmoidTheory());
        }

        @Override
        Dfp exactly(Dfp z) {
            if (Math.abs(z.toDouble()) > 1000) {
                return z.toDouble() > 0 ? z.getOne() : z.getZero();
            }
            return z.getOne().divide(z.negate().exp().add(z.getOne()));
        }

        @Override
        Dfp exactSlope(Dfp z) {
            Dfp a = exactly(z);
            return a.multiply(a.getOne().subtract(a));
        }

        /** By the exponential, or by tanh, which rounds beside ½. */
        @Override
        double program(double z, Format format, int form) {
            return form % 2 == 0
                    ? format.round(1 / format.round(1 + format.round(Math.exp(-z))))
                    : format.round(0.5 * format.round(1 + format.round(Math.tanh(z / 2))));
        }

        @Override
        double programSlope(double z, double a, Format format, int form) {
            return format.round(a * format.round(1 - a));
        }
    }

    @Nested
    class Leaky extends ActivationContract {

        private static final double LEAK = 0.0625;

        @Override
        ActivationTheory theory() {
            return new LeakyInPlaceTheory(LEAK);
        }

        @Override
        Dfp exactly(Dfp z) {
            return z.multiply(exactSlope(z));
        }

        @Override
        Dfp exactSlope(Dfp z) {
            return z.toDouble() > 0 ? z.getOne() : z.newInstance(LEAK);
        }

        @Override
        double program(double z, Format format, int form) {
            return z > 0 ? z : format.round(LEAK * z);
        }

        @Override
        double programSlope(double z, double a, Format format, int form) {
            return z > 0 ? 1 : LEAK;
        }
    }

    @Nested
    class InvertedGate extends ActivationContract {

        @Override
        ActivationTheory theory() {
            return new InvertedGateTheory(new ReluTheory());
        }

        @Override
        Dfp exactly(Dfp z) {
            return z.toDouble() > 0 ? z : z.getZero();
        }

        @Override
        Dfp exactSlope(Dfp z) {
            return z.toDouble() > 0 ? z.getZero() : z.getOne();
        }

        @Override
        double program(double z, Format format, int form) {
            return Math.max(0, z);
        }

        @Override
        double programSlope(double z, double a, Format format, int form) {
            return z > 0 ? 0 : 1;
        }
    }

    /** tanh with another slope. */
    private abstract static class TanhSlope extends TanhTheoryTest {

        private final TanhSlopeTheory.Form form;

        TanhSlope(TanhSlopeTheory.Form form) {
            this.form = form;
        }

        @Override
        ActivationTheory theory() {
            return new TanhSlopeTheory(new TanhTheory(), form);
        }

        abstract Dfp exactSlopeOf(Dfp a);

        abstract double programSlopeOf(double a, Format format);

        @Override
        Dfp exactSlope(Dfp z) {
            return exactSlopeOf(exactly(z));
        }

        @Override
        double programSlope(double z, double a, Format format, int form) {
            return programSlopeOf(a, format);
        }
    }

    @Nested
    class SquareAdded extends TanhSlope {

        SquareAdded() {
            super(TanhSlopeTheory.Form.SQUARE_ADDED);
        }

        @Override
        Dfp exactSlopeOf(Dfp a) {
            return a.getOne().add(a.multiply(a));
        }

        @Override
        double programSlopeOf(double a, Format format) {
            return format.round(1 + format.round(a * a));
        }
    }

    @Nested
    class NotSquared extends TanhSlope {

        NotSquared() {
            super(TanhSlopeTheory.Form.NOT_SQUARED);
        }

        @Override
        Dfp exactSlopeOf(Dfp a) {
            return a.getOne().subtract(a);
        }

        @Override
        double programSlopeOf(double a, Format format) {
            return format.round(1 - a);
        }
    }

    @Nested
    class OfSigmoid extends TanhSlope {

        OfSigmoid() {
            super(TanhSlopeTheory.Form.OF_SIGMOID);
        }

        @Override
        Dfp exactSlopeOf(Dfp a) {
            return a.multiply(a.getOne().subtract(a));
        }

        @Override
        double programSlopeOf(double a, Format format) {
            return format.round(a * format.round(1 - a));
        }
    }
}
