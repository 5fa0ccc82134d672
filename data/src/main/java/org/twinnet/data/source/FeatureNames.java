package org.twinnet.data.source;

import java.util.List;
import java.util.stream.IntStream;

/** The names of features whose file does not name them. */
final class FeatureNames {

    private FeatureNames() {}

    /** {@code x1} to {@code xn}. */
    static List<String> numbered(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(k -> "x" + k).toList();
    }
}
