package org.twinnet.compare.twin.witness;

import java.util.function.IntConsumer;
import org.twinnet.compare.text.Phrase;

/**
 * An independent way to the gradient of the whole cost at iteration 0, which decides which twin is wrong when they
 * differ.
 *
 * <p>A witness may cost far more than an iteration: numeric differences grow with the square of the number of
 * parameters. So each says how many parameters it can afford, counted in multiplications and not in seconds, and is
 * asked about no more than that: the same comparison asks the same on every machine.
 */
public interface GradientWitness {

    /**
     * A gradient and its own uncertainty.
     *
     * @param values ∂J/∂θ, penalty included, one a parameter that was asked about
     * @param errors what each may be off by, beyond the rounding of a gradient; infinite where the witness has nothing
     *     to say
     */
    @SuppressWarnings("ArrayRecordComponent") // compared entry by entry, never by equals
    record Testimony(double[] values, double[] errors) {}

    /**
     * The name in reports.
     *
     * @return such as {@code central differences}
     */
    Phrase name();

    /**
     * How many parameters the witness can be asked about within some seconds.
     *
     * @return 0 or more; at least the number of parameters when it can take all of them
     */
    int affordable();

    /**
     * How far the witness may be off in the derivative of an example's cost by its logit, A − Y, beyond what the twins
     * are.
     *
     * @return an absolute error, 0 where A − Y is computed as the twins do
     */
    default double residualError() {
        return 0;
    }

    /**
     * Differentiates the cost of iteration 0.
     *
     * @param theta all parameters, not modified
     * @param costError bound of the rounding error of one cost
     * @param parameters indices of those to differentiate by, at most {@link #affordable}
     * @param progress hears now and then how many of them are done
     * @return the gradient by those parameters, in their order
     */
    Testimony gradient(double[] theta, double costError, int[] parameters, IntConsumer progress);
}
