package org.twinnet.data.generator;

import java.util.List;
import org.twinnet.data.Dataset;
import org.twinnet.data.InvalidDataException;

/**
 * Makes a data set of two features, x1 and x2, from a documented formula.
 *
 * <p>The formulas write U(a, b) for {@code a + (b − a) · nextDouble()} and N for {@code nextGaussian()} of
 * {@link java.util.Random}, drawn in the order in which they are written, example by example. The first m examples of a
 * longer set are the set of m examples with the same seed.
 */
public sealed interface Generator permits Pitch, Moons, Circles, Spirals, Xor, Arms, Waves {

    /** The most examples that are made at once. */
    int MAX_EXAMPLES = 500_000;

    /**
     * What the data set is called.
     *
     * @return a lower-case word
     */
    String name();

    /**
     * Makes examples.
     *
     * @param count the number of examples, 1 to {@link #MAX_EXAMPLES}; very few may be of one class
     * @param seed the seed of the random numbers
     * @return the examples; the name of the set says generator, count and seed
     * @throws InvalidDataException if the count is out of range
     */
    Dataset generate(int count, long seed);

    /**
     * All generators of two classes with their default parameters; {@link Arms} has more, {@link Waves} none.
     *
     * @return one of each kind, unmodifiable
     */
    static List<Generator> defaults() {
        return List.of(Pitch.defaults(), Moons.defaults(), Circles.defaults(), Spirals.defaults(), Xor.defaults());
    }
}
