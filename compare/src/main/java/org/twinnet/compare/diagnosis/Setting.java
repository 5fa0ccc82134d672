package org.twinnet.compare.diagnosis;

import org.twinnet.compare.trace.Trace;

/**
 * The numbers that a mistake's formula may hold.
 *
 * @param depth number of layers L
 * @param m number of examples
 * @param keep keep probability
 */
record Setting(int depth, int m, double keep) {

    static Setting of(Trace trace) {
        return new Setting(
                trace.depth(), trace.exampleCount(), trace.hyperParameters().keepProbability());
    }
}
