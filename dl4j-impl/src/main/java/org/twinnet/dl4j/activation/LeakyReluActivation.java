package org.twinnet.dl4j.activation;

import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * The leaky ReLU: z above 0, slope·z elsewhere, with the left slope at 0. DL4J's {@code ActivationLReLU} takes the
 * slope of its backward pass in single precision, 0.009999999776 for 0.01, so that its gradient is not that of its
 * value; and its slope at 0 is 1.
 */
public final class LeakyReluActivation extends EntrywiseActivation {
    private static final long serialVersionUID = 1L;

    private final double slope;

    /**
     * Creates the function.
     *
     * @param slope what is left of a negative number
     */
    public LeakyReluActivation(@JsonProperty("slope") double slope) {
        this.slope = slope;
    }

    /**
     * What is left of a negative number.
     *
     * @return the slope
     */
    public double getSlope() {
        return slope;
    }

    @Override
    void activate(double[] z) {
        for (int i = 0; i < z.length; i++) {
            z[i] = z[i] > 0 ? z[i] : slope * z[i];
        }
    }

    @Override
    void derive(double[] z) {
        for (int i = 0; i < z.length; i++) {
            z[i] = z[i] > 0 ? 1 : z[i] <= 0 ? slope : z[i];
        }
    }

    @Override
    public String toString() {
        return "LeakyReluActivation(" + slope + ")";
    }
}
