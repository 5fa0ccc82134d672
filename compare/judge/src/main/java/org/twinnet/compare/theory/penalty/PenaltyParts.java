package org.twinnet.compare.theory.penalty;

import org.twinnet.compare.theory.AveragedOver;
import org.twinnet.compare.theory.mistake.Part;

/** Where a penalty can be another one, of a layer. */
public final class PenaltyParts {

    /** In the cost. */
    public static final Part<PenaltyTheory> COST = new Part<>("penalty in the cost", Part.Reach.COST);

    /** In dW. */
    public static final Part<PenaltyTheory> GRADIENT = new Part<>("penalty in dW", Part.Reach.STEP);

    /** In db, where there is none. */
    public static final Part<PenaltyTheory> BIAS_GRADIENT = new Part<>("penalty in db", Part.Reach.STEP);

    /** In the update beside the gradient, where there is none. */
    public static final Part<PenaltyTheory> DECAY = new Part<>("penalty in the update", Part.Reach.UPDATE);

    /** In the gradient of W that the optimizer takes, where there is none beside that of dW. */
    public static final Part<PenaltyTheory> STEP = new Part<>("penalty in the step", Part.Reach.UPDATE);

    /** What biases shrink by in the update, where they don't. */
    public static final Part<PenaltyTheory> BIAS_DECAY = new Part<>("decay of the biases", Part.Reach.UPDATE);

    /** What scale and shift of a normalization shrink by in the update, where they don't. */
    public static final Part<PenaltyTheory> NORMALIZATION_DECAY =
            new Part<>("decay of the normalization", Part.Reach.UPDATE);

    /** By how many examples λ is divided in a gradient. */
    public static final Part<AveragedOver> OVER = new Part<>("examples of the penalty in dW", Part.Reach.STEP);

    /** By how many examples λ is divided in the cost; of no layer. */
    public static final Part<AveragedOver> COST_OVER = new Part<>("examples of the penalty", Part.Reach.COST);

    private PenaltyParts() {}
}
