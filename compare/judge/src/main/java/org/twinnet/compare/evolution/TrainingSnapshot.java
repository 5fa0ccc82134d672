package org.twinnet.compare.evolution;

import java.util.Optional;
import org.twinnet.compare.agreement.Accuracy;
import org.twinnet.compare.boundary.Field;

/**
 * One network before the update of one iteration, or after the last.
 *
 * @param iteration iteration, from 0; after the last update the number of iterations
 * @param train accuracy on the training examples, without dropout
 * @param test accuracy on the test examples, where there are any
 * @param field probability of class 1 over the plane
 */
public record TrainingSnapshot(int iteration, Accuracy train, Optional<Accuracy> test, Field field) {}
