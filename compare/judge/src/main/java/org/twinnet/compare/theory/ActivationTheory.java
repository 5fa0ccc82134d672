package org.twinnet.compare.theory;

/**
 * An activation A = g(Z): its value, its slope, and how far rounding can carry each. One call a layer, units ×
 * examples.
 */
public interface ActivationTheory extends Chapter {

    /**
     * A = g(Z).
     *
     * @param Z what goes in, not modified; with normalization the normalized numbers
     * @param A overwritten with g(Z) and its error
     * @param rounding the format that programs compute in
     */
    void forward(Bounded Z, Bounded A, Rounding rounding);

    /**
     * dZ = dA ∘ g′(Z), or Jᵀ·dA where an output depends on several inputs.
     *
     * @param Z what went in, not modified
     * @param A what {@link #forward} made of it, before any mask; not modified
     * @param gradient dA and its error on entry, dZ and its error on return
     * @param rounding the format that programs compute in
     */
    void slope(Bounded Z, Bounded A, Bounded gradient, Rounding rounding);

    /**
     * Where the slope jumps, so that rounding of Z may take it from either side.
     *
     * @return the places on the axis of z; none for a smooth function
     */
    default double[] kinks() {
        return new double[0];
    }
}
