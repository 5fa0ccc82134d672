package org.twinnet.compare.evolution;

import java.util.List;
import java.util.Optional;
import org.twinnet.compare.agreement.prediction.Fit;
import org.twinnet.compare.boundary.Field;

/**
 * One network before the update of one iteration, or after the last.
 *
 * @param iteration iteration, from 0; after the last update the number of iterations
 * @param train how well it fits the training examples, without dropout
 * @param test how well it fits the test examples, where there are any
 * @param fields answers over the plane as {@link org.twinnet.compare.boundary.ClassFields} has them; none without
 *     classes
 */
public record TrainingSnapshot(int iteration, Fit train, Optional<Fit> test, List<Field> fields) {

    /**
     * Copies the list.
     *
     * @param iteration iteration, from 0
     * @param train how well it fits the training examples
     * @param test how well it fits the test examples
     * @param fields answers over the plane
     */
    public TrainingSnapshot {
        fields = List.copyOf(fields);
    }
}
