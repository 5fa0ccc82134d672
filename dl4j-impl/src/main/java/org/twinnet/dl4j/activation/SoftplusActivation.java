package org.twinnet.dl4j.activation;

/**
 * The softplus ln(1 + eᶻ) as max(z, 0) + ln(1 + e^(−|z|)), with the slope 1/(1 + e⁻ᶻ). DL4J's
 * {@code ActivationSoftPlus} is infinite, and its slope NaN, from z ≈ 709.8 on, where eᶻ overflows; below −37 it is 0.
 */
public final class SoftplusActivation extends EntrywiseActivation {
    private static final long serialVersionUID = 1L;

    /** Creates the function; it has no settings. */
    public SoftplusActivation() {
        // public because DL4J restores saved networks through it
    }

    @Override
    void activate(double[] z) {
        for (int i = 0; i < z.length; i++) {
            z[i] = Math.max(z[i], 0) + Math.log1p(Math.exp(-Math.abs(z[i])));
        }
    }

    @Override
    void derive(double[] z) {
        for (int i = 0; i < z.length; i++) {
            z[i] = 1 / (1 + Math.exp(-z[i]));
        }
    }

    @Override
    public String toString() {
        return "SoftplusActivation()";
    }
}
