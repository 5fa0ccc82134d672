package org.twinnet.compare.theory.dropout;

import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Chapter;
import org.twinnet.compare.theory.Rounding;

/** What a mask does to activations, and in the same way to their gradients. */
public interface DropoutTheory extends Chapter {

    /**
     * Whether the factor of what is kept is beyond the range of the format.
     *
     * @param rounding the format that programs compute in
     * @return true where no number is left of what is kept
     */
    default boolean overflows(Rounding rounding) {
        return false;
    }

    /**
     * Masks and scales.
     *
     * @param D the mask of 0 and 1, units × examples, not modified
     * @param from activations or gradients and their errors
     * @param to overwritten with what is left of them; may be {@code from} itself
     * @param rounding the format that programs compute in
     */
    void apply(double[][] D, Bounded from, Bounded to, Rounding rounding);
}
