package org.twinnet.compare.agreement;

import java.util.Arrays;
import java.util.List;
import org.twinnet.compare.twin.ScratchModels;
import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.network.Network;
import org.twinnet.scratch.network.NetworkConfig;
import org.twinnet.scratch.penalty.NoPenalty;

/**
 * How far two correct programs can part in the probability of an example, without dropout.
 *
 * @param config the network's shape
 * @param parameters its parameters, not modified
 * @param uncertainties how far each parameter may be off in each program, not modified
 */
record ProbabilityFloors(NetworkConfig config, Parameters parameters, Parameters uncertainties) {

    /** Examples a pass, so that a whole plane fits in memory. */
    private static final int CHUNK = 1000;

    /**
     * Analyses a forward pass.
     *
     * @param rows one row an example
     * @return one floor an example; infinite where nothing below 1 bounds the difference, so that any two probabilities would do
     */
    double[] of(double[][] rows) {
        double[] floor = new double[rows.length];
        Network network = Network.of(config, new NoPenalty(), 1);
        for (int from = 0; from < rows.length; from += CHUNK) {
            int to = Math.min(from + CHUNK, rows.length);
            ForwardErrors errors =
                    new ForwardErrors(network, 1, ScratchModels.features(Arrays.copyOfRange(rows, from, to)));
            errors.analyse(parameters, uncertainties, List.of());
            double[] bound = errors.aError(config.depth()).row(0);
            for (int j = from; j < to; j++) {
                double both = 2 * bound[j - from];
                floor[j] = both < 1 ? both : Double.POSITIVE_INFINITY;
            }
        }
        return floor;
    }
}
