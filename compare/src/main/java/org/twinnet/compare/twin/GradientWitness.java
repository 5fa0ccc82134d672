package org.twinnet.compare.twin;

/** An independent way to the gradient of the whole cost at iteration 0, which decides which twin is wrong when they differ. */
public interface GradientWitness {

    /**
     * A gradient and its own uncertainty.
     *
     * @param values ∂J/∂θ, penalty included
     * @param errors what each may be off by, beyond the rounding of a gradient; infinite where the witness has nothing to say
     */
    @SuppressWarnings("ArrayRecordComponent") // compared entry by entry, never by equals
    record Testimony(double[] values, double[] errors) {}

    /**
     * The name in reports.
     *
     * @return such as {@code central differences}
     */
    String name();

    /**
     * Differentiates the cost of iteration 0.
     *
     * @param theta parameters, not modified
     * @param costError bound of the rounding error of one cost
     * @return the gradient
     */
    Testimony gradient(double[] theta, double costError);
}
