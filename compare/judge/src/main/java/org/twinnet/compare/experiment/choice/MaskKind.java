package org.twinnet.compare.experiment.choice;

/** How dropout masks follow each other from iteration to iteration. */
public enum MaskKind {
    /** The notebook's: NumPy is seeded before every draw, so every iteration sees the same masks. */
    PUBLISHED,
    /** Dropout as it is meant: seeded once, new masks in every iteration. */
    FRESH
}
