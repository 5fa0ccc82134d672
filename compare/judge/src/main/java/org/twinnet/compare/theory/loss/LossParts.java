package org.twinnet.compare.theory.loss;

import org.twinnet.compare.theory.AveragedOver;
import org.twinnet.compare.theory.LossTheory;
import org.twinnet.compare.theory.mistake.Part;

/** Where a loss can be another one. */
public final class LossParts {

    /** In the cost; of no layer. */
    public static final Part<LossTheory> COST = new Part<>("loss in the cost", Part.Reach.COST);

    /** In dZ of the output, under its layer. */
    public static final Part<LossTheory> GRADIENT = new Part<>("gradient of the loss", Part.Reach.STEP);

    /** By how many examples the sum of losses is divided; of no layer. */
    public static final Part<AveragedOver> COST_OVER = new Part<>("examples of the cost", Part.Reach.COST);

    private LossParts() {}
}
