package org.twinnet.data.source;

import org.twinnet.data.InvalidDataException;

/**
 * How big a data set may be before it is refused. The networks here see every example in every iteration, so a set near
 * these limits would be far too slow to train on; they are here to bound memory, to a few hundred MiB.
 */
final class SourceLimits {

    static final int MAX_CSV_BYTES = 16 << 20;
    static final int MAX_MAT_BYTES = 32 << 20;
    static final int MAX_EXAMPLES = 500_000;
    static final int MAX_FEATURES = 10_000;

    /** Features of all examples together. */
    static final int MAX_NUMBERS = 1 << 22;

    private SourceLimits() {}

    /** Refuses a shape that exceeds the limits. */
    static void require(String place, int examples, int features) {
        if (examples > MAX_EXAMPLES || features > MAX_FEATURES || (long) examples * features > MAX_NUMBERS) {
            throw new InvalidDataException(place + ": " + examples + " examples of " + features
                    + " features are too many; at most " + MAX_EXAMPLES + " examples, " + MAX_FEATURES
                    + " features and " + MAX_NUMBERS + " numbers in all are read");
        }
    }
}
