package org.twinnet.compare.theory.loss.patch;

import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.LossCost;
import org.twinnet.compare.theory.LossTheory;
import org.twinnet.compare.theory.Rounding;

/**
 * Another loss in the cost, of outputs that its stable form does not know.
 *
 * @param right the loss in whose place it stands
 * @param another the loss that is computed
 */
public record AsWrittenTheory(LossTheory right, LossTheory another) implements PatchedLoss {

    @Override
    public String formula() {
        return another.formula();
    }

    @Override
    public LossCost cost(Bounded Z, Bounded A, double[][] Y, Rounding rounding) {
        LossCost cost = another.cost(A, A, Y, rounding);
        return new LossCost(cost.asWritten(), cost.asWritten());
    }
}
