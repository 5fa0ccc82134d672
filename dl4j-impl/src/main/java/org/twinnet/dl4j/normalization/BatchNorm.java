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
     * DL4J's layer for it. Mind DL4J's own when you save a network: a configuration that says {@code useLogStd(false)}
     * is read back as if it said {@code true}, and the variances that were saved are then taken for log10 √variance.
     * Say {@code setUseLogStd(false)} again before {@code init}, or save with the default.
     *
     * @param units number of units
     * @return a configuration that stores the running variance itself, not the logarithm of its root
     */
    public BatchNormalization layer(int units) {
        if (unbiased) {
            return new UnbiasedBatchNormalization(units, decay, epsilon);
        }
        return new BatchNormalization.Builder()
                .nIn(units)
                .nOut(units)
                .decay(decay)
                .eps(epsilon)
                // The default stores log10 √variance, which is rounded once more in every iteration.
                .useLogStd(false)
                .build();
    }
}
