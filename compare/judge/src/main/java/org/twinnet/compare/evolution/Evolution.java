package org.twinnet.compare.evolution;

import java.util.List;
import java.util.Optional;
import org.twinnet.compare.boundary.Plane;
import org.twinnet.compare.convention.Convention;
import org.twinnet.compare.equivalence.DropoutEquivalence;

/**
 * Both networks of one comparison.
 *
 * @param plane the plane on which the boundaries are looked at
 * @param scratch the hand-written network on its way
 * @param dl4j DL4J's network on its way, at the same iterations
 * @param scratchLayers the hand-written network's layers at the end
 * @param dl4jLayers DL4J's layers at the end
 * @param conventions what DL4J does differently, measured
 * @param train what both predict for training examples at the end; empty where there are classes or labels
 * @param test what both predict for test examples, likewise, and empty where there are none
 * @param dropout how DL4J's own dropout trains; empty where nobody asked, or nothing is dropped
 */
public record Evolution(
        Plane plane,
        List<TrainingSnapshot> scratch,
        List<TrainingSnapshot> dl4j,
        List<TrainedLayer> scratchLayers,
        List<TrainedLayer> dl4jLayers,
        List<Convention> conventions,
        Optional<Predictions> train,
        Optional<Predictions> test,
        Optional<DropoutEquivalence> dropout) {

    /**
     * Copies the lists.
     *
     * @param plane the plane on which the boundaries are looked at
     * @param scratch the hand-written network on its way
     * @param dl4j DL4J's network on its way
     * @param scratchLayers the hand-written network's layers
     * @param dl4jLayers DL4J's layers
     * @param conventions what DL4J does differently
     * @param train what both predict for training examples
     * @param test what both predict for test examples
     * @param dropout how DL4J's own dropout trains
     */
    public Evolution {
        scratch = List.copyOf(scratch);
        dl4j = List.copyOf(dl4j);
        scratchLayers = List.copyOf(scratchLayers);
        dl4jLayers = List.copyOf(dl4jLayers);
        conventions = List.copyOf(conventions);
    }

    /**
     * Adds what takes many runs.
     *
     * @param measured how DL4J's own dropout trains
     * @return the same networks with it
     */
    public Evolution withDropout(Optional<DropoutEquivalence> measured) {
        return new Evolution(plane, scratch, dl4j, scratchLayers, dl4jLayers, conventions, train, test, measured);
    }
}
