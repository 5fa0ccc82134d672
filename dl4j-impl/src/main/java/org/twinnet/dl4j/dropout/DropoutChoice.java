package org.twinnet.dl4j.dropout;

import java.util.Objects;

/** Where the dropout masks of a network come from. */
public sealed interface DropoutChoice {

    /**
     * No dropout; the keep probability must be 1.
     *
     * @return the choice
     */
    static DropoutChoice none() {
        return new None();
    }

    /**
     * Given masks.
     *
     * @param masks the masks of each iteration and layer
     * @return the choice
     */
    static DropoutChoice replayed(MaskSource masks) {
        return new Replayed(masks);
    }

    /**
     * DL4J's own {@code Dropout}, which draws its masks itself.
     *
     * @param seed seed of the masks; a network's masks depend on nothing else
     * @return the choice
     */
    static DropoutChoice drawnByDl4j(long seed) {
        return new DrawnByDl4j(seed);
    }

    /** No dropout. */
    record None() implements DropoutChoice {}

    /**
     * Given masks.
     *
     * @param masks the masks of each iteration and layer
     */
    record Replayed(MaskSource masks) implements DropoutChoice {
        /**
         * Checks that there is a source.
         *
         * @param masks not null
         */
        public Replayed {
            Objects.requireNonNull(masks, "masks");
        }
    }

    /**
     * DL4J's own dropout.
     *
     * @param seed seed of the masks
     */
    record DrawnByDl4j(long seed) implements DropoutChoice {}
}
