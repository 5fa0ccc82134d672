package org.twinnet.compare.twin.decimal;

import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.twinnet.compare.experiment.choice.Penalty;

/** The slope of a penalty in decimal arithmetic: λ₂/m·w + c₂·w + λ₁/m·sign(w) + c₁·sign(w), where sign(0) = 0. */
final class DecimalPenalty {

    private final Dfp squares;
    private final Dfp magnitudes;
    private final boolean biases;

    /** Over so many training examples. */
    DecimalPenalty(DfpField field, Penalty penalty, int examples) {
        // divide(int) of Dfp ends at its radix: from 10,000 on the quotient is NaN
        Dfp m = field.newDfp(examples);
        squares = field.newDfp(penalty.l2()).divide(m).add(field.newDfp(penalty.l2Coefficient()));
        magnitudes = field.newDfp(penalty.l1()).divide(m).add(field.newDfp(penalty.l1Coefficient()));
        biases = penalty.biases();
    }

    /** ∂penalty/∂v of a weight or a bias. */
    Dfp slope(Dfp v, boolean weight) {
        if (!weight && !biases) {
            return v.getZero();
        }
        Dfp sign = v.isZero() ? v.getZero() : v.getOne().copySign(v);
        return squares.multiply(v).add(magnitudes.multiply(sign));
    }
}
