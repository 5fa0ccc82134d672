package org.twinnet.compare.theory.loss;

import org.twinnet.compare.experiment.choice.Loss;
import org.twinnet.compare.theory.LossTheory;

/** The chapters of the losses. */
public final class LossChapters {

    private LossChapters() {}

    /**
     * The chapter of an experiment's word.
     *
     * @param loss what the experiment says
     * @return its chapter
     */
    public static LossTheory of(Loss loss) {
        if (loss instanceof Loss.BinaryCrossEntropy) {
            return new BinaryCrossEntropyTheory();
        }
        if (loss instanceof Loss.SoftmaxCrossEntropy) {
            return new SoftmaxCrossEntropyTheory();
        }
        if (loss instanceof Loss.MeanSquaredError || loss instanceof Loss.Quadratic) {
            return new SquaredErrorTheory(loss instanceof Loss.MeanSquaredError);
        }
        throw new IllegalStateException(loss.kind() + " has no chapter");
    }
}
