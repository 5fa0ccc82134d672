package org.twinnet.dl4j.memory;

import org.nd4j.linalg.api.buffer.DataType;

/** What a network's arrays hold. */
public enum Precision {
    /** Doubles. */
    FLOAT64(DataType.DOUBLE, 0x1p-53),

    /** Floats. Parameters, features and targets are rounded to them as they come in. */
    FLOAT32(DataType.FLOAT, 0x1p-24);

    private final DataType type;
    private final double unitRoundoff;

    Precision(DataType type, double unitRoundoff) {
        this.type = type;
        this.unitRoundoff = unitRoundoff;
    }

    /**
     * DL4J's name of it.
     *
     * @return what arrays are made with
     */
    public DataType type() {
        return type;
    }

    /**
     * The unit roundoff: one operation is exact up to a factor 1 + δ with |δ| at most this.
     *
     * @return u
     */
    public double unitRoundoff() {
        return unitRoundoff;
    }

    /**
     * A number as an array holds it.
     *
     * @param x any number
     * @return the nearest
     */
    public double round(double x) {
        return this == FLOAT32 ? (float) x : x;
    }
}
