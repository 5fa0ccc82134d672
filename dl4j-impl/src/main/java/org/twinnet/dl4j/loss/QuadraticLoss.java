package org.twinnet.dl4j.loss;

/**
 * Half of the squared distance, {@code ½·Σₖ (aₖ − yₖ)²} an example, whatever the output's activation. DL4J has the
 * square without the ½ ({@code LossL2}) and the mean over the outputs ({@code LossMSE}).
 *
 * <p>A class for DL4J's output layer. It is saved with the network, by class name. Per-example masks and weights are
 * not supported.
 */
public final class QuadraticLoss extends SquaredDistanceLoss {
    private static final long serialVersionUID = 1L;

    /** Creates the loss; it has no settings. */
    public QuadraticLoss() {
        // public because DL4J restores saved networks through it
    }

    @Override
    double divisor(long outputs) {
        return 2;
    }
}
