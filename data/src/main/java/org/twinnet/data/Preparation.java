package org.twinnet.data;

import java.util.List;
import java.util.Optional;

/**
 * What was done to examples between their file and their numbers.
 *
 * @param labelNames what the labels 0, 1, … are called in the file; empty where they are these numbers
 * @param standardization how features were brought to one scale, where they were
 */
public record Preparation(List<String> labelNames, Optional<Standardization> standardization) {

    /** Nothing: the numbers are those of the file. */
    public static final Preparation NONE = new Preparation(List.of(), Optional.empty());

    /**
     * Copies the list.
     *
     * @param labelNames what the labels 0, 1, … are called in the file; empty where they are these numbers
     * @param standardization how features were brought to one scale, where they were
     */
    public Preparation {
        labelNames = List.copyOf(labelNames);
    }
}
