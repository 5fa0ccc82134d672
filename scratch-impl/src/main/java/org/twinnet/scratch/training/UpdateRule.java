package org.twinnet.scratch.training;

import org.twinnet.scratch.clipping.Clipping;
import org.twinnet.scratch.optimizer.Optimizer;
import org.twinnet.scratch.optimizer.WeightDecay;
import org.twinnet.scratch.schedule.Schedule;

/**
 * What training makes of a gradient.
 *
 * @param clipping what becomes of one that is too large
 * @param optimizer what makes an update of it
 * @param learningRate the learning rate of every iteration
 * @param decay how weights shrink beside that
 */
public record UpdateRule(Clipping clipping, Optimizer optimizer, Schedule learningRate, WeightDecay decay) {

    /**
     * An optimizer, with gradients as they are and without decay.
     *
     * @param optimizer what makes an update of a gradient
     * @param learningRate the learning rate of every iteration
     * @return the rule
     */
    public static UpdateRule of(Optimizer optimizer, Schedule learningRate) {
        return new UpdateRule(Clipping.none(), optimizer, learningRate, WeightDecay.NONE);
    }
}
