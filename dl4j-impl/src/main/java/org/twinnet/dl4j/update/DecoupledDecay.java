package org.twinnet.dl4j.update;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Decoupled weight decay, W ← W − α·c·W beside the updater's step and with its α. DL4J's own {@code WeightDecay} does
 * the same and adds c/2·ΣW² to the score, which is no part of what is trained; this adds nothing.
 *
 * <p>It belongs into the regularization of each layer: set for the whole network, DL4J applies any such thing twice.
 *
 * @param coefficient c
 */
public record DecoupledDecay(@JsonProperty("coefficient") double coefficient) implements Regularization {

    @Override
    public ApplyStep applyStep() {
        return ApplyStep.POST_UPDATER;
    }

    @Override
    public void apply(INDArray parameters, INDArray update, double learningRate, int iteration, int epoch) {
        update.addi(parameters.mul(learningRate * coefficient));
    }

    @Override
    public double score(INDArray parameters, int iteration, int epoch) {
        return 0;
    }

    /** Immutable, so it is its own copy. */
    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod") // a record has no state that a copy could share
    public Regularization clone() {
        return this;
    }
}
