package org.twinnet.compare.diagnosis;

import java.util.List;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.Trace;

/**
 * The numbers that a mistake's formula may hold.
 *
 * @param sizes units of each layer, the features first
 * @param m number of examples
 * @param keeps keep probability: one for all hidden layers, or one for each
 * @param lambda strength of the L2 penalty
 * @param rate learning rate α
 * @param hasDropout whether units are dropped, or masks are there
 * @param layer the layer whose formula it is; 0 for the network
 */
record Setting(
        List<Integer> sizes, int m, List<Double> keeps, double lambda, double rate, boolean hasDropout, int layer) {

    Setting {
        sizes = List.copyOf(sizes);
        keeps = List.copyOf(keeps);
    }

    static Setting of(Trace trace) {
        var hyper = trace.hyperParameters();
        boolean masks = trace.tensors().keySet().stream().anyMatch(name -> name.quantity() == Quantity.D);
        return new Setting(
                trace.layerSizes(),
                trace.exampleCount(),
                hyper.keepProbabilities(),
                hyper.lambda(),
                hyper.learningRate(),
                hyper.hasDropout() || masks,
                0);
    }

    /** The same in a formula of this layer. */
    Setting at(int other) {
        return new Setting(sizes, m, keeps, lambda, rate, hasDropout, other);
    }

    /** The keep probability of the layer; the network's is that of the first. */
    double keep() {
        return keeps.get(Math.max(0, Math.min(layer, keeps.size()) - 1));
    }

    /** Number of layers L. */
    int depth() {
        return sizes.size() - 1;
    }

    int features() {
        return sizes.get(0);
    }

    boolean hasPenalty() {
        return lambda > 0;
    }
}
