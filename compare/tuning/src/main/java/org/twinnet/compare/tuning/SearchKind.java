package org.twinnet.compare.tuning;

import java.util.Locale;

/** How candidates are proposed. */
public enum SearchKind {
    /** Uniformly at random. */
    RANDOM,
    /** Every point of a grid. */
    GRID,
    /** Arithmetic crossover and mutation of good candidates. */
    GENETIC,
    /** Tree-structured Parzen estimator. */
    TPE;

    /**
     * Whether proposals depend on earlier results.
     *
     * @return false for random and grid
     */
    public boolean adaptive() {
        return this == GENETIC || this == TPE;
    }

    /**
     * The name that users write.
     *
     * @return lower case
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
