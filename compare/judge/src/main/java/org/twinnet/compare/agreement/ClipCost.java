package org.twinnet.compare.agreement;

import org.twinnet.compare.twin.Twin;

/**
 * What DL4J's stock cross-entropy, which clips probabilities at 1e-5, changes at one set of parameters.
 *
 * @param costDifference relative difference of the cross-entropy
 * @param gradientDifference largest difference of a gradient's entry, relative to the largest entry
 */
public record ClipCost(double costDifference, double gradientDifference) {

    /**
     * Compares two evaluations at equal parameters.
     *
     * @param exact with the loss that works on the logit
     * @param clipped with the stock loss
     * @return the differences
     */
    static ClipCost of(Twin.Snapshot exact, Twin.Snapshot clipped) {
        double largest = 0;
        double scale = 0;
        for (int i = 0; i < exact.dataGradient().length; i++) {
            double gradient = exact.dataGradient()[i];
            largest = Math.max(largest, Math.abs(gradient - clipped.dataGradient()[i]));
            scale = Math.max(scale, Math.abs(gradient));
        }
        double cost = exact.crossEntropy();
        double difference = Math.abs(cost - clipped.crossEntropy());
        return new ClipCost(difference == 0 ? 0 : difference / cost, largest == 0 ? 0 : largest / scale);
    }
}
