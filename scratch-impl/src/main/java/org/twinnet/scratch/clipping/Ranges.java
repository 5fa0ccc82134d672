package org.twinnet.scratch.clipping;

/** What settings of clippings may be. */
final class Ranges {

    private Ranges() {}

    static void requireLimit(double limit) {
        if (!(limit > 0) || Double.isInfinite(limit)) {
            throw new IllegalArgumentException("Gradients are clipped at a finite limit above 0, not " + limit + ".");
        }
    }
}
