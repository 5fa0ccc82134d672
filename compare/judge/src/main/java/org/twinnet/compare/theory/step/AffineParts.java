package org.twinnet.compare.theory.step;

import org.twinnet.compare.theory.AveragedOver;
import org.twinnet.compare.theory.mistake.Part;

/** Where the gradients of a dense layer can be other ones, of a layer. */
public final class AffineParts {

    /** Factor of dZ·Aᵀ/m in dW. */
    public static final Part<Double> WEIGHT_GRADIENT = new Part<>("dZ·Aᵀ/m", Part.Reach.STEP);

    /** Factor of Σ dZ/m in db. */
    public static final Part<Double> BIAS_GRADIENT = new Part<>("Σ dZ/m", Part.Reach.STEP);

    /** By how many examples dZ·Aᵀ and Σ dZ are divided. */
    public static final Part<AveragedOver> OVER = new Part<>("examples of a mean", Part.Reach.STEP);

    private AffineParts() {}
}
