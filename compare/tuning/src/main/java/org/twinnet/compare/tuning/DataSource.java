package org.twinnet.compare.tuning;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the examples of a study come from. What decides a study is their hash; this is how to find them again. Empty
 * texts stand for options that were not given.
 *
 * @param file file of the training examples; empty for the shipped ones
 * @param testFile file of the test examples
 * @param examplesAs {@code columns} or {@code rows}
 * @param table how a table is read, such as {@code label-column}; what was not given is missing
 */
public record DataSource(String file, String testFile, String examplesAs, Map<String, String> table) {

    /**
     * Copies the map, whose order is kept.
     *
     * @param file file of the training examples; empty for the shipped ones
     * @param testFile file of the test examples
     * @param examplesAs {@code columns} or {@code rows}
     * @param table how a table is read
     */
    public DataSource {
        table = Collections.unmodifiableMap(new LinkedHashMap<>(table));
    }
}
