package org.twinnet.dl4j;

import org.twinnet.dl4j.memory.FlatArray;

/** Some entries of one of DL4J's flat arrays, as a vector of their own. */
final class Selection {
    private final FlatArray array;
    private final int[] places;
    private final double[] whole;

    /** The entries at these places, in this order. */
    Selection(FlatArray array, int[] places) {
        this.array = array;
        this.places = places;
        this.whole = new double[array.length()];
    }

    /** The entries at some places of a vector, in a new one. */
    static double[] of(double[] vector, int... places) {
        double[] selected = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            selected[i] = vector[places[i]];
        }
        return selected;
    }

    /** A new vector of a length that has these entries at some places, and 0 elsewhere. */
    static double[] spread(double[] selected, int length, int... places) {
        double[] vector = new double[length];
        for (int i = 0; i < places.length; i++) {
            vector[places[i]] = selected[i];
        }
        return vector;
    }

    void copyTo(double[] target) {
        if (places.length == whole.length) {
            array.copyTo(target);
            return;
        }
        array.copyTo(whole);
        for (int i = 0; i < places.length; i++) {
            target[i] = whole[places[i]];
        }
    }

    void copyFrom(double[] source) {
        if (places.length == whole.length) {
            array.copyFrom(source);
            return;
        }
        array.copyTo(whole);
        for (int i = 0; i < places.length; i++) {
            whole[places[i]] = source[i];
        }
        array.copyFrom(whole);
    }

    double[] copy() {
        double[] values = new double[places.length];
        copyTo(values);
        return values;
    }
}
