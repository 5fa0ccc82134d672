package org.twinnet.compare.diagnosis;

import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.Trace;

/**
 * The numbers that a mistake's formula may hold.
 *
 * @param depth number of layers L
 * @param m number of examples
 * @param keep keep probability
 * @param hasPenalty whether there is an L2 penalty
 * @param hasDropout whether units are dropped, or masks are there
 */
record Setting(int depth, int m, double keep, boolean hasPenalty, boolean hasDropout) {

    static Setting of(Trace trace) {
        double keep = trace.hyperParameters().keepProbability(1);
        boolean masks = trace.tensors().keySet().stream().anyMatch(name -> name.quantity() == Quantity.D);
        return new Setting(
                trace.depth(),
                trace.exampleCount(),
                keep,
                trace.hyperParameters().lambda() > 0,
                trace.hyperParameters().hasDropout() || masks);
    }
}
