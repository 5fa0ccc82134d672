package org.twinnet.dl4j.activation;

import java.util.Arrays;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The softmax of each row, e^(zₖ − M) / Σᵢ e^(zᵢ − M) with the row's largest number M. DL4J's {@code ActivationSoftmax}
 * takes no M below 0 for an array in row-major order: where all logits of an example lie below −745 its probabilities
 * are NaN, and from −400 or so on small ones are lost.
 *
 * <p>It is saved with the network, by class name.
 */
public final class SoftmaxActivation extends BaseActivationFunction {
    private static final long serialVersionUID = 1L;

    /** Creates the function; it has no settings. */
    public SoftmaxActivation() {
        // public because DL4J restores saved networks through it
    }

    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        return in.assign(Nd4j.createFromArray(activated(in)).castTo(in.dataType()));
    }

    private static double[][] activated(INDArray in) {
        double[][] rows = in.toDoubleMatrix();
        for (double[] row : rows) {
            double largest = Arrays.stream(row).max().orElseThrow();
            double sum = 0;
            for (int k = 0; k < row.length; k++) {
                row[k] = Math.exp(row[k] - largest);
                sum += row[k];
            }
            for (int k = 0; k < row.length; k++) {
                row[k] /= sum;
            }
        }
        return rows;
    }

    /** aₖ·(εₖ − Σᵢ aᵢ·εᵢ) of each row. */
    @Override
    public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
        if (!in.equalShapes(epsilon)) {
            throw new IllegalStateException(this + ": pre-activations of shape " + Arrays.toString(in.shape())
                    + " and gradients of shape " + Arrays.toString(epsilon.shape()) + " must have the same shape.");
        }
        double[][] a = activated(in);
        double[][] d = epsilon.toDoubleMatrix();
        for (int j = 0; j < d.length; j++) {
            double sum = 0;
            for (int k = 0; k < d[j].length; k++) {
                sum += a[j][k] * d[j][k];
            }
            for (int k = 0; k < d[j].length; k++) {
                d[j][k] = a[j][k] * (d[j][k] - sum);
            }
        }
        return new Pair<>(Nd4j.createFromArray(d).castTo(in.dataType()), null);
    }

    /** Every instance is the same function; DL4J compares configurations with equals. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SoftmaxActivation;
    }

    @Override
    public int hashCode() {
        return SoftmaxActivation.class.hashCode();
    }

    @Override
    public String toString() {
        return "SoftmaxActivation()";
    }
}
