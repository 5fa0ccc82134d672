package org.twinnet.compare.theory.penalty;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Chapter;
import org.twinnet.compare.theory.Rounding;

/** What regularization adds to the cost and to the gradient. */
public interface PenaltyTheory extends Chapter {

    /**
     * The chapter of what an experiment says.
     *
     * @param penalty strengths
     * @return its chapter
     */
    static PenaltyTheory of(Penalty penalty) {
        List<PenaltyTheory> parts = new ArrayList<>();
        if (penalty.l2() > 0 || penalty.l2Coefficient() > 0) {
            parts.add(new L2Theory(penalty.l2(), penalty.l2Coefficient()));
        }
        if (penalty.hasMagnitudes()) {
            parts.add(new L1Theory(penalty.l1(), penalty.l1Coefficient()));
        }
        if (parts.isEmpty()) {
            return new NoPenaltyTheory();
        }
        return parts.size() == 1 && !penalty.biases() ? parts.get(0) : new SumTheory(parts, penalty.biases());
    }

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
