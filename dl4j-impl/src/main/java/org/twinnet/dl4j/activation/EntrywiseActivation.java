package org.twinnet.dl4j.activation;

import java.util.Arrays;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An activation of one's own for a DL4J layer, given by its values and slopes at numbers. It is saved with the network,
 * by class name.
 */
abstract class EntrywiseActivation extends BaseActivationFunction {
    private static final long serialVersionUID = 1L;

    /** Overwrites each z by g(z). */
    abstract void activate(double[] z);

    /** Overwrites each z by g′(z). */
    abstract void derive(double[] z);

    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        double[] z = rowMajor(in);
        activate(z);
        return in.assign(array(z, in));
    }

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
        if (!in.equalShapes(epsilon)) {
            throw new IllegalStateException(this + ": pre-activations of shape " + Arrays.toString(in.shape())
                    + " and gradients of shape " + Arrays.toString(epsilon.shape()) + " must have the same shape.");
        }
        double[] z = rowMajor(in);
        derive(z);
        return new Pair<>(array(z, in).muli(epsilon), null);
    }

    /** Its name and settings, which tell it from any other function. */
    @Override
    public abstract String toString();

    /** Whoever has the same name is the same function; DL4J compares configurations with equals. */
    @Override
    public boolean equals(Object other) {
        return other instanceof EntrywiseActivation && other.toString().equals(toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    private static double[] rowMajor(INDArray array) {
        return array.dup('c').data().asDouble();
    }

    private static INDArray array(double[] values, INDArray like) {
        return Nd4j.createFromArray(values).reshape('c', like.shape()).castTo(like.dataType());
    }
}
