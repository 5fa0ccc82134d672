package org.twinnet.dl4j.activation;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erfc;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The exact Gaussian error linear unit z·Φ(z), Φ(z) = ½·erfc(−z/√2), with the slope Φ(z) + z·φ(z). Both forms of DL4J's
 * {@code ActivationGELU} are approximations: z·σ(1.702z), and one by tanh whose cubic term is (0.044715·z)³.
 */
public final class ExactGeluActivation extends EntrywiseActivation {
    private static final long serialVersionUID = 1L;

    private static final double ROOT_HALF = Math.sqrt(0.5);
    private static final double DENSITY_AT_0 = 1 / Math.sqrt(2 * Math.PI);

    /** Creates the function; it has no settings. */
    public ExactGeluActivation() {
        // public because DL4J restores saved networks through it
    }

    @Override
    void activate(double[] z) {
        double[] distribution = distribution(z);
        for (int i = 0; i < z.length; i++) {
            z[i] *= distribution[i];
        }
    }

    @Override
    void derive(double[] z) {
        double[] distribution = distribution(z);
        for (int i = 0; i < z.length; i++) {
            z[i] = distribution[i] + z[i] * DENSITY_AT_0 * Math.exp(-z[i] * z[i] / 2);
        }
    }

    /** Φ(z) by ND4J's own error function, which is that of the C library. */
    private static double[] distribution(double[] z) {
        INDArray x = Nd4j.createFromArray(z).muli(-ROOT_HALF);
        Nd4j.getExecutioner().exec(new Erfc(x, x));
        return x.muli(0.5).data().asDouble();
    }

    @Override
    public String toString() {
        return "ExactGeluActivation()";
    }
}
