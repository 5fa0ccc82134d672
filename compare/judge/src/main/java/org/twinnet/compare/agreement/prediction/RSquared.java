package org.twinnet.compare.agreement.prediction;

import org.twinnet.data.Dataset;

/**
 * The coefficient of determination of a regression, R² = 1 − ΣΣ (a − y)² / ΣΣ (y − ȳ)² with the mean ȳ of each output:
 * the share of the targets' variance that the network explains.
 *
 * @param value at most 1; below 0 where the mean alone would be better; NaN where targets don't vary or an output is
 *     NaN
 */
public record RSquared(double value) implements Fit {

    /**
     * Computes it.
     *
     * @param outputs what a network answers for each example, one output after the other
     * @param examples the examples
     * @return R²
     */
    public static RSquared of(double[] outputs, Dataset examples) {
        int m = examples.size();
        double residuals = 0;
        double variance = 0;
        for (int k = 0; k < examples.targets().outputs(); k++) {
            double mean = 0;
            for (int j = 0; j < m; j++) {
                mean += examples.target(j, k) / m;
            }
            for (int j = 0; j < m; j++) {
                double residual = outputs[k * m + j] - examples.target(j, k);
                double deviation = examples.target(j, k) - mean;
                residuals += residual * residual;
                variance += deviation * deviation;
            }
        }
        return new RSquared(variance > 0 ? 1 - residuals / variance : Double.NaN);
    }
}
