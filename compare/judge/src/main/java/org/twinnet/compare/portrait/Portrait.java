package org.twinnet.compare.portrait;

import java.util.List;
import org.twinnet.compare.boundary.Plane;

/**
 * Both networks of one comparison.
 *
 * @param plane the plane on which the boundaries are looked at
 * @param scratch the hand-written network on its way
 * @param dl4j DL4J's network on its way, at the same iterations
 * @param scratchLayers the hand-written network's layers at the end
 * @param dl4jLayers DL4J's layers at the end
 * @param conventions what DL4J does differently, measured
 */
public record Portrait(
        Plane plane,
        List<Moment> scratch,
        List<Moment> dl4j,
        List<LayerPortrait> scratchLayers,
        List<LayerPortrait> dl4jLayers,
        List<Convention> conventions) {

    /**
     * Copies the lists.
     *
     * @param plane the plane on which the boundaries are looked at
     * @param scratch the hand-written network on its way
     * @param dl4j DL4J's network on its way
     * @param scratchLayers the hand-written network's layers
     * @param dl4jLayers DL4J's layers
     * @param conventions what DL4J does differently
     */
    public Portrait {
        scratch = List.copyOf(scratch);
        dl4j = List.copyOf(dl4j);
        scratchLayers = List.copyOf(scratchLayers);
        dl4jLayers = List.copyOf(dl4jLayers);
        conventions = List.copyOf(conventions);
    }
}
