package org.twinnet.compare.tuning;

import java.util.Locale;

/** On which network candidates are scored. */
public enum TwinKind {
    /** The hand-written one. */
    SCRATCH,
    /** DL4J's. */
    DL4J,
    /** The hand-written one, and the best five are trained again as twins that must agree. */
    BOTH;

    /**
     * The name that users write.
     *
     * @return lower case
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
