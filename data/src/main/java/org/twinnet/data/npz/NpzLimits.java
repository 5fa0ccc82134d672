package org.twinnet.data.npz;

import org.twinnet.data.InvalidDataException;

/**
 * How big an archive may be before it is refused, so that a small hostile file cannot ask for much memory.
 *
 * <p>Elements, not bytes, bound the arrays, because each element becomes a {@code double} whatever it was.
 *
 * @param maxArchiveBytes the most bytes that the file may have
 * @param maxEntries the most arrays in it
 * @param maxElements the most elements in one array
 * @param maxTotalElements the most elements in all arrays together
 */
public record NpzLimits(int maxArchiveBytes, int maxEntries, int maxElements, int maxTotalElements) {

    /** Elements of 8 bytes must fit an array of bytes, together with a header. */
    private static final int MOST_ELEMENTS = 1 << 27;

    /**
     * Checks that the limits allow something.
     *
     * @param maxArchiveBytes at least 1
     * @param maxEntries at least 1
     * @param maxElements 1 to 2²⁷
     * @param maxTotalElements 1 to 2²⁷
     * @throws InvalidDataException if a limit is out of range
     */
    public NpzLimits {
        requireRange("maxArchiveBytes", maxArchiveBytes, Integer.MAX_VALUE);
        requireRange("maxEntries", maxEntries, Integer.MAX_VALUE);
        requireRange("maxElements", maxElements, MOST_ELEMENTS);
        requireRange("maxTotalElements", maxTotalElements, MOST_ELEMENTS);
    }

    /**
     * Limits that a trace or a data set of this project stays far below: 64 MiB of file, 4096 arrays, 2²² elements in
     * one array (32 MiB as {@code double}) and 2²³ in all.
     *
     * @return the default limits
     */
    public static NpzLimits defaults() {
        return new NpzLimits(64 << 20, 4096, 1 << 22, 1 << 23);
    }

    private static void requireRange(String name, int value, int max) {
        if (value < 1 || value > max) {
            throw new InvalidDataException(name + " is " + value + "; it must be 1 to " + max);
        }
    }
}
