package org.twinnet.compare.theory.normalization;

/** What a program does otherwise in a batch normalization, by mistake. */
public enum Deviation {
    /** σ² = Σ (z − μ)²/(m − 1). */
    VARIANCE_UNBIASED,
    /** Ẑ = c/(σ + ε). */
    EPSILON_OUTSIDE_ROOT,
    /** Ẑ = c/σ. */
    EPSILON_MISSING,
    /** Ẑ = c/(σ² + ε). */
    ROOT_MISSING,
    /** N = Ẑ + β; or dZ = q/√s with g = dN. */
    SCALE_LEFT_OUT,
    /** N = γ·Ẑ. */
    SHIFT_LEFT_OUT,
    /** q = g − Ẑ·H: μ is taken for a constant. */
    MEAN_CONSTANT,
    /** q = g − G: σ² is taken for a constant. */
    VARIANCE_CONSTANT,
    /** dZ = q/σ. */
    QUOTIENT_WITHOUT_EPSILON,
    /** dZ = q. */
    QUOTIENT_LEFT_OUT,
    /** The slope of what another deviation computes: H times m/(m − 1), (σ + ε)/σ or 2. */
    SLOPE_OF_DEVIATION,
    /** dγ = Σ dN ∘ Z/m. */
    SCALE_GRADIENT_OF_Z,
    /** running' = (1 − decay)·running + decay·batch. */
    DECAY_SWAPPED,
    /** f = m/(m − 1) where 1 is right, and the other way round. */
    KEPT_VARIANCE_OTHERWISE,
    /** σ in place of σ² in the running variance. */
    ROOT_KEPT
}
