package org.twinnet.dl4j.batch;

import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * The coefficient of a penalty over the batch, λ/B + c for a batch of B examples, in the place where DL4J's
 * {@code l2()} has a number. DL4J divides the gradient of the loss by the examples of the batch and its penalty by
 * nothing, so that a constant coefficient cannot follow a short last batch.
 */
public final class BatchStrength implements ISchedule {
    private static final long serialVersionUID = 1L;

    @JsonProperty
    private final double lambda;

    @JsonProperty
    private final double coefficient;

    @JsonProperty
    private final int[] sizes;

    /**
     * A coefficient for each iteration.
     *
     * @param lambda λ, which the batch divides
     * @param coefficient c, which nothing divides
     * @param sizes numbers of examples of the batches of an epoch
     */
    @JsonCreator
    public BatchStrength(
            @JsonProperty("lambda") double lambda,
            @JsonProperty("coefficient") double coefficient,
            @JsonProperty("sizes") int[] sizes) {
        this.lambda = lambda;
        this.coefficient = coefficient;
        this.sizes = sizes.clone();
    }

    @Override
    public double valueAt(int iteration, int epoch) {
        return lambda / sizes[iteration % sizes.length] + coefficient;
    }

    @Override
    public ISchedule clone() {
        return new BatchStrength(lambda, coefficient, sizes);
    }
}
