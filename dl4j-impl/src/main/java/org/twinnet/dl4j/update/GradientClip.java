package org.twinnet.dl4j.update;

import org.deeplearning4j.nn.conf.GradientNormalization;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * What becomes of a gradient that is too large. DL4J clips the gradient of the mean loss, before L2 and L1 are added to
 * it; what is clipped after that is clipped by an updater of ours in front of the other one. DL4J has no limit for the
 * norm over all layers.
 */
public sealed interface GradientClip {

    /** What is given to layers as DL4J's own, with a threshold. */
    record Stock(GradientNormalization kind, double threshold) {}

    /**
     * DL4J's own clipping.
     *
     * @return what layers get; {@code None} where there is nothing to clip, or an updater does it
     */
    Stock stock();

    /**
     * The updater of a layer.
     *
     * @param updater the network's
     * @param layer the layer, from 1
     * @return another one where that has to clip; the same elsewhere
     */
    IUpdater of(IUpdater updater, int layer);

    /**
     * The same limit, held by an updater of ours.
     *
     * @return clipping of what has the penalty's gradient in it
     */
    GradientClip afterPenalty();

    /** Every gradient stays as it is. */
    record None() implements GradientClip {
        @Override
        public GradientClip afterPenalty() {
            return this;
        }

        @Override
        public Stock stock() {
            return new Stock(GradientNormalization.None, 1);
        }

        @Override
        public IUpdater of(IUpdater updater, int layer) {
            return updater;
        }
    }

    /**
     * Every number of the gradient comes between the limits.
     *
     * @param limit the largest magnitude
     * @param withPenalty whether the penalty's gradient is part of what is clipped
     */
    record Value(
            @JsonProperty("limit") double limit,
            @JsonProperty("withPenalty") boolean withPenalty) implements GradientClip, ClippingUpdater.Clip {
        @Override
        public GradientClip afterPenalty() {
            return new Value(limit, true);
        }

        @Override
        public Stock stock() {
            return withPenalty
                    ? new None().stock()
                    : new Stock(GradientNormalization.ClipElementWiseAbsoluteValue, limit);
        }

        @Override
        public IUpdater of(IUpdater updater, int layer) {
            return withPenalty ? new ClippingUpdater(updater, this, layer) : updater;
        }

        @Override
        public void clip(INDArray gradient) {
            gradient.assign(Transforms.max(Transforms.min(gradient, limit), -limit));
        }
    }

    /**
     * The gradient of each layer, W and b together, with batch normalization γ and β as well, is shortened to the limit
     * where its norm is larger.
     *
     * @param limit the largest norm
     * @param withPenalty whether the penalty's gradient is part of what is clipped
     */
    record NormPerLayer(
            @JsonProperty("limit") double limit,
            @JsonProperty("withPenalty") boolean withPenalty) implements GradientClip, ClippingUpdater.Clip {
        @Override
        public GradientClip afterPenalty() {
            return new NormPerLayer(limit, true);
        }

        @Override
        public Stock stock() {
            return withPenalty ? new None().stock() : new Stock(GradientNormalization.ClipL2PerLayer, limit);
        }

        @Override
        public IUpdater of(IUpdater updater, int layer) {
            return withPenalty ? new ClippingUpdater(updater, this, layer) : updater;
        }

        @Override
        public void clip(INDArray gradient) {
            double norm = gradient.norm2Number().doubleValue();
            if (norm > limit) {
                gradient.muli(limit / norm);
            }
        }
    }
}
