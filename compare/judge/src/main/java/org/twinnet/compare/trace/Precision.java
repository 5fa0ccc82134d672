package org.twinnet.compare.trace;

/** The floating-point format that a trace was computed in. */
public enum Precision {
    /** IEEE 754 binary64, u = 2⁻⁵³. */
    FLOAT64(0x1p-53),
    /** IEEE 754 binary32, u = 2⁻²⁴. */
    FLOAT32(0x1p-24);

    private final double unitRoundoff;

    Precision(double unitRoundoff) {
        this.unitRoundoff = unitRoundoff;
    }

    /**
     * The unit roundoff: one operation is exact up to a factor 1 + δ with |δ| ≤ u.
     *
     * @return u
     */
    public double unitRoundoff() {
        return unitRoundoff;
    }
}
