package org.twinnet.dl4j.activation;

/**
 * The swish z·σ(z), with the slope σ(z) + z·σ(z)·σ(−z). DL4J's {@code ActivationSwish} has the same values, but its
 * slope is NaN from z ≈ 355 on, where the square of eᶻ overflows.
 */
public final class SwishActivation extends EntrywiseActivation {
    private static final long serialVersionUID = 1L;

    /** Creates the function; it has no settings. */
    public SwishActivation() {
        // public because DL4J restores saved networks through it
    }

    @Override
    void activate(double[] z) {
        for (int i = 0; i < z.length; i++) {
            z[i] *= sigmoid(z[i]);
        }
    }

    @Override
    void derive(double[] z) {
        for (int i = 0; i < z.length; i++) {
            double s = sigmoid(z[i]);
            z[i] = s + z[i] * s * sigmoid(-z[i]);
        }
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    @Override
    public String toString() {
        return "SwishActivation()";
    }
}
