package org.twinnet.compare.experiment.choice;

import java.util.Arrays;
import org.twinnet.data.Dataset;

/** The floating-point format that a program computes in. */
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

    /**
     * A number as a program of this format holds it.
     *
     * @param x any number
     * @return the nearest number of the format
     */
    public double round(double x) {
        return this == FLOAT64 ? x : (float) x;
    }

    /**
     * Numbers as a program of this format holds them.
     *
     * @param rows rows of any numbers, not modified
     * @return the rows themselves where every double is a number of the format, rounded copies elsewhere
     */
    public double[][] round(double[][] rows) {
        return this == FLOAT64
                ? rows
                : Arrays.stream(rows)
                        .map(row -> Arrays.stream(row).map(this::round).toArray())
                        .toArray(double[][]::new);
    }

    /**
     * Examples as a program of this format holds them.
     *
     * @param data examples, not modified
     * @return the examples themselves where every double is a number of the format, rounded ones elsewhere
     */
    public Dataset round(Dataset data) {
        return this == FLOAT64
                ? data
                : Dataset.of(
                        data.name(),
                        data.featureNames(),
                        round(data.featureRows()),
                        round(data.targetRows()),
                        data.targets());
    }

    /**
     * One unit in the last place.
     *
     * @param x a number of the format
     * @return the distance to the next larger magnitude
     */
    public double ulp(double x) {
        return this == FLOAT64 ? Math.ulp(x) : Math.ulp((float) x);
    }

    /**
     * The neighbour of a number.
     *
     * @param x a number of the format
     * @param up whether the larger one
     * @return the next number of the format; infinite beyond the largest
     */
    public double neighbour(double x, boolean up) {
        if (this == FLOAT64) {
            return up ? Math.nextUp(x) : Math.nextDown(x);
        }
        return up ? Math.nextUp((float) x) : Math.nextDown((float) x);
    }
}
