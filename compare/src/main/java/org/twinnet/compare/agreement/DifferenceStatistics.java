package org.twinnet.compare.agreement;

import java.util.function.IntFunction;

/**
 * Collects the differences of one quantity, over one tensor or over thousands of iterations.
 *
 * <p>Not-finite on either side is a failure before any closeness test: two NaNs never agree, nor do two infinities. A number agrees when difference ≤
 * floor, written so that a NaN difference or floor fails. An infinite floor explains nothing and fails as well.
 */
public final class DifferenceStatistics {

    private final String quantity;
    private long compared;
    private long notFinite;
    private double sumOfSquares;
    private double worstMultiple = -1;
    private double worstDifference;
    private double worstFloor;
    private String worstEntry = "";
    private int worstIteration;
    private int firstFailure = -1;

    /**
     * Starts empty.
     *
     * @param quantity what is compared, such as {@code Z of layer 2}
     */
    public DifferenceStatistics(String quantity) {
        this.quantity = quantity;
    }

    /**
     * Compares two single numbers.
     *
     * @param left number of one twin
     * @param right number of the other
     * @param floor largest difference that rounding explains
     * @param iteration iteration they belong to
     * @param entry the number's name
     */
    public void add(double left, double right, double floor, int iteration, String entry) {
        accept(left, right, floor, Math.max(Math.abs(left), Math.abs(right)), iteration, 0, index -> entry);
    }

    /**
     * Compares a part of two vectors, one tensor.
     *
     * @param left numbers of one twin
     * @param right numbers of the other
     * @param floor largest differences that rounding explains
     * @param from index of the first entry
     * @param to index behind the last entry
     * @param iteration iteration they belong to
     * @param entry names an index
     * @throws IllegalArgumentException if a vector is too short
     */
    public void add(
            double[] left, double[] right, double[] floor, int from, int to, int iteration, IntFunction<String> entry) {
        if (left.length < to || right.length < to || floor.length < to) {
            throw new IllegalArgumentException("%s: entries %d to %d are wanted of vectors of %d, %d and %d numbers."
                    .formatted(quantity, from, to - 1, left.length, right.length, floor.length));
        }
        double scale = 0;
        for (int i = from; i < to; i++) {
            scale = Math.max(scale, Math.max(Math.abs(left[i]), Math.abs(right[i])));
        }
        for (int i = from; i < to; i++) {
            accept(left[i], right[i], floor[i], scale, iteration, i, entry);
        }
    }

    private void accept(
            double left,
            double right,
            double floor,
            double scale,
            int iteration,
            int index,
            IntFunction<String> entry) {
        compared++;
        double difference = Math.abs(left - right);
        boolean finite = Double.isFinite(left) && Double.isFinite(right);
        double multiple;
        if (!finite) {
            notFinite++;
            multiple = Double.POSITIVE_INFINITY;
        } else if (difference == 0) {
            multiple = 0;
        } else {
            multiple = Double.isFinite(floor) ? difference / floor : Double.POSITIVE_INFINITY;
        }
        double relative = difference == 0 ? 0 : difference / scale;
        sumOfSquares += relative * relative;
        if (!(multiple <= 1) && firstFailure < 0) {
            firstFailure = iteration;
        }
        if (!(multiple <= worstMultiple)) {
            worstMultiple = multiple;
            worstDifference = finite ? relative : Double.NaN;
            worstFloor = floor == 0 ? 0 : floor / scale;
            worstEntry = entry.apply(index);
            worstIteration = iteration;
        }
    }

    /**
     * Sums up.
     *
     * @return the comparison so far; inconclusive when nothing was compared
     */
    public QuantityComparison result() {
        Status status = compared == 0 ? Status.INCONCLUSIVE : worstMultiple <= 1 ? Status.AGREE : Status.DISAGREE;
        return new QuantityComparison(
                quantity,
                compared,
                notFinite,
                worstDifference,
                Math.sqrt(sumOfSquares / compared),
                worstFloor,
                Math.max(0, worstMultiple),
                worstEntry,
                worstIteration,
                firstFailure,
                status);
    }
}
