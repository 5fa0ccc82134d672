package org.twinnet.compare.theory.normalization;

import org.twinnet.compare.theory.AveragedOver;
import org.twinnet.compare.theory.mistake.Part;

/** Where a normalization can be another one. */
public final class NormalizationParts {

    /** What goes forward, of a layer. */
    public static final Part<NormalizationTheory> VALUE = new Part<>("normalization", Part.Reach.STEP);

    /** What goes backward, of a layer. */
    public static final Part<NormalizationTheory> SLOPE = new Part<>("slope of the normalization", Part.Reach.STEP);

    /** What is kept for predictions, of a layer. */
    public static final Part<NormalizationTheory> KEPT = new Part<>("running statistics", Part.Reach.ASIDE);

    /** Factor of the gradient of the scale, of a layer. */
    public static final Part<Double> SCALE_GRADIENT = new Part<>("gradient of γ", Part.Reach.STEP);

    /** Factor of the gradient of the shift, of a layer. */
    public static final Part<Double> SHIFT_GRADIENT = new Part<>("gradient of β", Part.Reach.STEP);

    /** What the gradient of the scale is divided by, of a layer. */
    public static final Part<AveragedOver> SCALE_OVER = new Part<>("mean of the gradient of γ", Part.Reach.STEP);

    /** What the gradient of the shift is divided by, of a layer. */
    public static final Part<AveragedOver> SHIFT_OVER = new Part<>("mean of the gradient of β", Part.Reach.STEP);

    private NormalizationParts() {}
}
