package org.twinnet.scratch.random;

import org.hipparchus.random.MersenneTwister;
import org.hipparchus.util.FastMath;

/**
 * The random numbers of {@code numpy.random.seed}, {@code rand}, {@code randn} and {@code permutation}: NumPy's legacy
 * generator, so that weights, masks and batches are the ones that a notebook draws.
 *
 * <p>The words come from the Mersenne Twister MT19937, seeded by Knuth's recurrence. A uniform number takes two words,
 * a normal one a rejection loop of uniform pairs (Marsaglia's polar method) that yields two at a time.
 *
 * <p>Uniform numbers equal NumPy's bit for bit. Normal ones depend on the logarithm of the C library that NumPy was
 * built with, which is not correctly rounded: of 1,000,000 numbers of seed 3, 462 differ from NumPy 2.4 on glibc, by at
 * most 2 units in the last place. The pure-Java logarithm used here gives the same numbers on every machine.
 *
 * <p>Source: numpy/random/mtrand, {@code legacy-distributions.c} ({@code legacy_gauss}), {@code distributions.c}
 * ({@code random_interval}) and {@code mt19937.h}; Matsumoto and Nishimura, ACM TOMACS 8(1), 1998. Not thread-safe.
 */
public final class NumpyRandom {

    /** Largest seed: seeds are unsigned 32-bit integers. */
    public static final long MAX_SEED = 0xFFFF_FFFFL;

    private static final double TWO_POW_26 = 0x1p26;
    private static final double TWO_POW_MINUS_53 = 0x1p-53;

    private final MersenneTwister words;
    private double spareNormal = Double.NaN;

    /**
     * Starts the sequence as {@code numpy.random.seed(seed)} does.
     *
     * @param seed 0 to 2³² − 1
     * @throws IllegalArgumentException if the seed is out of range
     */
    public NumpyRandom(long seed) {
        this(new MersenneTwister(requireSeed(seed)));
    }

    /** Takes any words, because no seed is known whose pairs meet the limits of {@link #normal}'s rejection. */
    NumpyRandom(MersenneTwister words) {
        this.words = words;
    }

    /**
     * Starts the sequence over.
     *
     * @param seed 0 to 2³² − 1
     * @throws IllegalArgumentException if the seed is out of range
     */
    public void reseed(long seed) {
        words.setSeed(requireSeed(seed));
        spareNormal = Double.NaN;
    }

    /**
     * Draws a uniform number, as {@code numpy.random.rand()}: (2²⁶·a + b) / 2⁵³ with the upper 27 bits a of one word
     * and the upper 26 bits b of the next.
     *
     * @return a number in [0, 1), a multiple of 2⁻⁵³
     */
    public double uniform() {
        int a = words.nextInt() >>> 5;
        int b = words.nextInt() >>> 6;
        return (a * TWO_POW_26 + b) * TWO_POW_MINUS_53;
    }

    /**
     * Draws a standard normal number, as {@code numpy.random.randn()}: for (x₁, x₂) uniform in the unit disc without
     * its centre and r² = x₁² + x₂², both x₂·√(−2·ln r² / r²) and x₁·√(−2·ln r² / r²) are normal; the second is kept
     * for the next call.
     *
     * @return the next number of the sequence
     */
    public double normal() {
        if (!Double.isNaN(spareNormal)) {
            double normal = spareNormal;
            spareNormal = Double.NaN;
            return normal;
        }
        double x1;
        double x2;
        double r2;
        do {
            x1 = 2.0 * uniform() - 1.0;
            x2 = 2.0 * uniform() - 1.0;
            r2 = x1 * x1 + x2 * x2;
        } while (r2 >= 1.0 || r2 == 0.0);
        double f = Math.sqrt(-2.0 * FastMath.log(r2) / r2);
        spareNormal = f * x1;
        return f * x2;
    }

    /**
     * Draws an order, as {@code numpy.random.permutation(m)}: from 0, 1, …, m − 1, for i = m − 1 … 1 the number at i
     * changes places with that at a random j ≤ i. A number j takes words, cut to the bits of i, until one is at most i.
     *
     * @param m how many numbers, at least 0
     * @return 0 to m − 1, each once
     */
    public int[] permutation(int m) {
        int[] order = new int[m];
        for (int i = 0; i < m; i++) {
            order[i] = i;
        }
        for (int i = m - 1; i > 0; i--) {
            int mask = -1 >>> Integer.numberOfLeadingZeros(i);
            int j;
            do {
                j = words.nextInt() & mask;
            } while (j > i);
            int moved = order[i];
            order[i] = order[j];
            order[j] = moved;
        }
        return order;
    }

    /**
     * Refuses what is no seed.
     *
     * @param seed 0 to 2³² − 1
     * @return its bits
     * @throws IllegalArgumentException if it is out of range
     */
    public static int requireSeed(long seed) {
        if (seed < 0 || seed > MAX_SEED) {
            throw new IllegalArgumentException("A seed is an integer from 0 to " + MAX_SEED + ", not " + seed + ".");
        }
        return (int) seed;
    }
}
