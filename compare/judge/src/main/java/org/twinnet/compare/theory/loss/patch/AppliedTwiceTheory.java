package org.twinnet.compare.theory.loss.patch;

import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.LossCost;
import org.twinnet.compare.theory.LossTheory;
import org.twinnet.compare.theory.Rounding;

/**
 * A loss that takes the output's activation for logits: it activates them once more, and so cancels the slope of that
 * second time alone.
 *
 * <pre>
 *   S  = g(A)            g the output's activation; errors those of g at A
 *   J  = loss of S, from the logits A
 *   dA = S − Y           of the right loss's dZ at S
 *   dZ = dA·g′(Z)        by the slope of g
 * </pre>
 *
 * @param right the loss
 * @param output the output's activation
 */
public record AppliedTwiceTheory(LossTheory right, ActivationTheory output) implements PatchedLoss {

    private Bounded again(Bounded A, Rounding rounding) {
        Bounded S = Bounded.zeros(A.rows(), A.columns());
        output.forward(A, S, rounding);
        return S;
    }

    @Override
    public LossCost cost(Bounded Z, Bounded A, double[][] Y, Rounding rounding) {
        return right.cost(A, again(A, rounding), Y, rounding);
    }

    @Override
    public void gradient(Bounded A, double[][] Y, Bounded dA, Rounding rounding) {
        right.residual(output, A, again(A, rounding), Y, dA, rounding);
    }

    @Override
    public void residual(ActivationTheory of, Bounded Z, Bounded A, double[][] Y, Bounded dZ, Rounding rounding) {
        gradient(A, Y, dZ, rounding);
        output.slope(Z, A, dZ, rounding);
    }
}
