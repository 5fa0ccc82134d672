package org.twinnet.dl4j.loss;

/**
 * The squared distance over the number of outputs, {@code 1/K·Σₖ (aₖ − yₖ)²} an example, as DL4J's {@code LossMSE}, for
 * a {@code LossLayer}. There {@code LossMSE} takes the gradient of an activation such as tanh in the place of Z, and
 * the score is computed from what stands there then.
 *
 * <p>A class for DL4J's loss layer. It is saved with the network, by class name. Per-example masks and weights are not
 * supported.
 */
public final class MeanSquaredLoss extends SquaredDistanceLoss {
    private static final long serialVersionUID = 1L;

    /** Creates the loss; it has no settings. */
    public MeanSquaredLoss() {
        // public because DL4J restores saved networks through it
    }

    @Override
    double divisor(long outputs) {
        return outputs;
    }
}
