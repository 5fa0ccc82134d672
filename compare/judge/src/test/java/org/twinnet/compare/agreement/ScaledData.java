package org.twinnet.compare.agreement;

import java.util.Arrays;
import org.twinnet.data.Dataset;
import org.twinnet.data.Split;

/** Data whose features are all multiplied by one factor. */
final class ScaledData {

    private ScaledData() {}

    static Split of(Split data, double scale) {
        return new Split(of(data.train(), scale), data.test().map(test -> of(test, scale)));
    }

    private static Dataset of(Dataset data, double scale) {
        double[][] rows = Arrays.stream(data.featureRows())
                .map(row -> Arrays.stream(row).map(x -> scale * x).toArray())
                .toArray(double[][]::new);
        return Dataset.of(data.name(), data.featureNames(), rows, data.targetRows(), data.targets());
    }
}
