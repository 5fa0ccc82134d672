package org.twinnet.compare.diagnosis;

import java.util.Arrays;
import java.util.List;
import org.twinnet.compare.experiment.choice.Clipping;

/**
 * What becomes of gradients that are too large, in schoolbook formulas.
 *
 * @param of the limit
 */
record SchoolbookClipping(Clipping of) {

    /**
     * The gradient of a parameter.
     *
     * @param data that of the mean loss
     * @param penalty that of the penalty
     */
    @SuppressWarnings("ArrayRecordComponent") // handed through, never compared
    record Gradient(double[][] data, double[][] penalty) {

        double[][] sum() {
            double[][] sum = new double[data.length][];
            for (int r = 0; r < data.length; r++) {
                sum[r] = data[r].clone();
                for (int c = 0; c < sum[r].length; c++) {
                    sum[r][c] += penalty[r][c];
                }
            }
            return sum;
        }
    }

    /** What the optimizer gets, layer by layer. */
    List<List<double[][]>> clipped(List<List<Gradient>> layers) {
        boolean afterwards = (of instanceof Clipping.Value value && value.afterPenalty())
                || (of instanceof Clipping.NormPerLayer layer && layer.afterPenalty())
                || (of instanceof Clipping.Norm norm && norm.afterPenalty());
        List<List<double[][]>> limited = layers.stream()
                .map(layer -> layer.stream()
                        .map(gradient -> afterwards ? gradient.sum() : copy(gradient.data()))
                        .toList())
                .toList();
        limit(limited);
        if (afterwards) {
            return limited;
        }
        for (int l = 0; l < limited.size(); l++) {
            for (int k = 0; k < limited.get(l).size(); k++) {
                add(layers.get(l).get(k).penalty(), limited.get(l).get(k));
            }
        }
        return limited;
    }

    private void limit(List<List<double[][]>> layers) {
        if (of instanceof Clipping.Norm norm) {
            shorten(layers.stream().flatMap(List::stream).toList(), norm.limit());
        } else if (of instanceof Clipping.NormPerLayer norm) {
            layers.forEach(layer -> shorten(layer, norm.limit()));
        } else if (of instanceof Clipping.Value value) {
            layers.stream().flatMap(List::stream).flatMap(Arrays::stream).forEach(row -> {
                for (int c = 0; c < row.length; c++) {
                    row[c] = Math.max(-value.limit(), Math.min(value.limit(), row[c]));
                }
            });
        }
    }

    private static void shorten(List<double[][]> tensors, double limit) {
        double squares = 0;
        for (double[][] tensor : tensors) {
            for (double[] row : tensor) {
                for (double g : row) {
                    squares += g * g;
                }
            }
        }
        double norm = Math.sqrt(squares);
        for (double[][] tensor : tensors) {
            for (double[] row : tensor) {
                for (int c = 0; c < row.length && norm > limit; c++) {
                    row[c] *= limit / norm;
                }
            }
        }
    }

    static void add(double[][] more, double[][] to) {
        for (int r = 0; r < to.length; r++) {
            for (int c = 0; c < to[r].length; c++) {
                to[r][c] += more[r][c];
            }
        }
    }

    static double[][] copy(double[][] of) {
        double[][] copy = new double[of.length][];
        for (int r = 0; r < of.length; r++) {
            copy[r] = of[r].clone();
        }
        return copy;
    }
}
