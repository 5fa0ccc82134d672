package org.twinnet.data.source;

import java.util.List;

/**
 * What reading training examples decides for the test examples of another file.
 *
 * @param labelNames what the labels 0, 1, … are called in the file; empty where they are these numbers
 * @param means of the features, in the order of the columns that are read
 */
public record Learned(List<String> labelNames, List<Double> means) {

    /** Nothing, as of files that hold numbers alone. */
    public static final Learned NOTHING = new Learned(List.of(), List.of());

    /**
     * Copies the lists.
     *
     * @param labelNames what the labels 0, 1, … are called in the file; empty where they are these numbers
     * @param means of the features, in the order of the columns that are read
     */
    public Learned {
        labelNames = List.copyOf(labelNames);
        means = List.copyOf(means);
    }
}
