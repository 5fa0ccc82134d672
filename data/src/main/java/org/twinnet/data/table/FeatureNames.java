package org.twinnet.data.table;

import java.util.List;
import java.util.stream.IntStream;

/** The names of features whose file does not name them. */
public final class FeatureNames {

    private FeatureNames() {}

    /**
     * Names of features.
     *
     * @param count n
     * @return {@code x1} to {@code xn}
     */
    public static List<String> numbered(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(k -> "x" + k).toList();
    }
}
