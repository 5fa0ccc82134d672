package org.twinnet.compare.tuning.search;

import org.apache.commons.math3.random.RandomGenerator;

/** A probability density on one coordinate of the unit cube. */
sealed interface Density permits ParzenDensity, ChoiceDensity {

    /** Draws a value in [0, 1]. */
    double draw(RandomGenerator random);

    /** The density at a value, above 0. */
    double at(double value);
}
