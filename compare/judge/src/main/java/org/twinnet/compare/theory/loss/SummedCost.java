package org.twinnet.compare.theory.loss;

import static org.twinnet.compare.theory.mistake.Way.fixed;

import org.twinnet.compare.theory.AveragedOver;
import org.twinnet.compare.theory.mistake.Patch;
import org.twinnet.compare.theory.mistake.Way;

/** A cost that is the sum over the examples of its batch, of which the last one of an epoch may have fewer. */
final class SummedCost {

    private SummedCost() {}

    /** Where all examples are one batch, the factor m says the same. */
    static Way ofBatch() {
        return fixed((recipe, setting, layer) ->
                        recipe.with(LossParts.COST_OVER, 0, Patch.inPlace(AveragedOver.NOTHING)))
                .where(setting -> setting.batch() < setting.m());
    }
}
