package org.twinnet.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.twinnet.dl4j.dropout.MaskSource;

/** Seeded examples, parameters and masks for tests. */
public final class Problems {
    private Problems() {}

    public static double[][] features(long seed, int m, int inputs) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = new double[m][];
        for (int j = 0; j < m; j++) {
            rows[j] = random.doubles(inputs, -1, 1).toArray();
        }
        return rows;
    }

    /** Labels that depend on the features, so that there's something to learn. */
    public static double[] labels(double[][] features) {
        return Arrays.stream(features)
                .mapToDouble(row -> Arrays.stream(row).map(x -> x * x).sum() > row.length / 3.0 ? 1 : 0)
                .toArray();
    }

    public static double[] parameters(long seed, ParameterLayout layout) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] theta = random.doubles(layout.length(), -1, 1).toArray();
        for (int l = 1; l <= layout.layers(); l++) {
            for (int k = layout.weightStart(l); k < layout.biasStart(l); k++) {
                theta[k] /= Math.sqrt(layout.inputs(l));
            }
        }
        return theta;
    }

    /** Masks that depend on seed, iteration and layer only. */
    public static MaskSource masks(long seed, double keep, boolean fixed) {
        return new MaskSource() {
            @Override
            public void mask(int iteration, int layer, double[] target) {
                SplittableRandom random = new SplittableRandom(31 * seed + 1000L * (fixed ? 0 : iteration) + layer);
                for (int k = 0; k < target.length; k++) {
                    target[k] = random.nextDouble() < keep ? 1 : 0;
                }
            }

            @Override
            public boolean fixed() {
                return fixed;
            }
        };
    }

    /** The masks of the inputs and of each hidden layer, whether they are used or not. */
    public static List<double[]> draw(MaskSource masks, int iteration, ParameterLayout layout, int m) {
        List<double[]> drawn = new ArrayList<>();
        for (int l = 0; l < layout.layers(); l++) {
            double[] d = new double[layout.layerSizes().get(l) * m];
            masks.mask(iteration, l, d);
            drawn.add(d);
        }
        return drawn;
    }

    /** Largest difference, relative to the larger of the expected vector's largest entry and 1e-300; NaN if any is. */
    public static double difference(double[] expected, double[] actual) {
        if (expected.length != actual.length) {
            throw new IllegalArgumentException(expected.length + " entries against " + actual.length);
        }
        double scale = 1e-300;
        double largest = 0;
        for (int k = 0; k < expected.length; k++) {
            double difference = Math.abs(expected[k] - actual[k]);
            if (Double.isNaN(difference)) {
                return Double.NaN;
            }
            largest = Math.max(largest, difference);
            scale = Math.max(scale, Math.abs(expected[k]));
        }
        return largest / scale;
    }
}
