package org.twinnet.compare.report.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What was done to the data between its file and the numbers of the networks.
 *
 * @param labels what the labels 0, 1, … are called in the file; absent where they are these numbers
 * @param standardized mean and deviation that each feature was standardized by; absent where none was
 */
public record Prepared(
        @JsonInclude(JsonInclude.Include.NON_NULL) List<String> labels,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Scale> standardized) {

    /**
     * What a feature was standardized by, x ← (x − mean)/deviation.
     *
     * @param mean of the training examples
     * @param deviation of the training examples, above 0
     */
    public record Scale(double mean, double deviation) {}
}
