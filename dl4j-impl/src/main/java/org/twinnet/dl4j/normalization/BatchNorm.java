package org.twinnet.dl4j.normalization;

import org.deeplearning4j.nn.conf.layers.BatchNormalization;

/**
 * DL4J's batch normalization of one layer.
 *
 * @param decay what the running mean and variance keep
 * @param epsilon ε
 * @param unbiased whether the running variance is that of m/(m − 1); DL4J's own is not
 */
public record BatchNorm(double decay, double epsilon, boolean unbiased) {

    /**
     * DL4J's layer for it. It is DL4J's own but for a batch of a single example and for what is read back when you save
     * a network: a configuration of DL4J's own that says {@code useLogStd(false)} is read back as if it said
     * {@code true}, and the variances that were saved are then taken for log10 √variance.
     *
     * @param units number of units
     * @return a configuration that stores the running variance itself, not the logarithm of its root
     */
    public BatchNormalization layer(int units) {
        return unbiased
                ? new UnbiasedBatchNormalization(units, decay, epsilon)
                : new LoneExampleBatchNormalization(units, decay, epsilon);
    }
}
