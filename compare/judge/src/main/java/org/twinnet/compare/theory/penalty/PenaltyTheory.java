package org.twinnet.compare.theory.penalty;

import java.util.List;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Chapter;
import org.twinnet.compare.theory.Rounding;

/** What regularization adds to the cost and to the gradient. */
public interface PenaltyTheory extends Chapter {

    /**
     * Tells whether biases are penalized as weights are.
     *
     * @return false if only weights are
     */
    default boolean penalizesBiases() {
        return false;
    }

    /**
     * The penalty of all penalized parameters together.
     *
     * @param penalized their tensors, not modified
     * @param m number of examples that the penalty is divided by: those of the training set, or of the batch
     * @param rounding the format that programs compute in
     * @return the penalty
     */
    BoundedNumber cost(List<Bounded> penalized, int m, Rounding rounding);

    /**
     * The gradient of the penalty in one penalized tensor.
     *
     * @param V the parameters, not modified
     * @param m number of examples that the penalty is divided by
     * @param gradient overwritten
     * @param rounding the format that programs compute in
     */
    void gradient(Bounded V, int m, Bounded gradient, Rounding rounding);
}
