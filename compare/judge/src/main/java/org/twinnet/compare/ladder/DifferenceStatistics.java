package org.twinnet.compare.ladder;

import java.util.Locale;
import java.util.function.IntFunction;
import org.twinnet.compare.text.Phrase;

/**
 * Collects the differences of one quantity, over one tensor or over thousands of iterations.
 *
 * <p>Four outcomes, and no others. With a finite floor: both numbers finite, and the difference is within the floor or
 * not; or one of them NaN or infinite, which is a failure. Not determined, and counted apart: numbers whose floor is
 * not finite, and the same infinity on both sides.
 */
public final class DifferenceStatistics {

    private final Phrase quantity;
    private long compared;
    private long notFinite;
    private long undetermined;
    private int firstUndetermined = -1;
    private double sumOfSquares;
    private double worstMultiple = -1;
    private double worstDifference;
    private double worstFloor;
    private Phrase worstEntry = Phrase.NOTHING;
    private int worstIteration;
    private int firstFailure = -1;

    /**
     * Starts empty.
     *
     * @param quantity what is compared, such as {@code Z of layer 2}
     */
    public DifferenceStatistics(Phrase quantity) {
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
    public void add(double left, double right, double floor, int iteration, Phrase entry) {
        accept(left, right, floor, magnitude(left, right), iteration, 0, index -> entry);
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
            double[] left, double[] right, double[] floor, int from, int to, int iteration, IntFunction<Phrase> entry) {
        if (left.length < to || right.length < to || floor.length < to) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s: entries %d to %d are wanted of vectors of %d, %d and %d numbers.",
                    quantity.english(),
                    from,
                    to - 1,
                    left.length,
                    right.length,
                    floor.length));
        }
        double scale = 0;
        for (int i = from; i < to; i++) {
            scale = Math.max(scale, magnitude(left[i], right[i]));
        }
        for (int i = from; i < to; i++) {
            accept(left[i], right[i], floor[i], scale, iteration, i, entry);
        }
    }

    /**
     * Whether a number can be compared at all.
     *
     * @param left number of one twin
     * @param right number of the other
     * @param floor largest difference that rounding explains
     * @return false where the floor is not finite, and where both are the same infinity
     */
    public static boolean isDetermined(double left, double right, double floor) {
        return Double.isFinite(floor) && !(Double.isInfinite(left) && left == right);
    }

    /** The larger magnitude; what is not finite has none. */
    private static double magnitude(double left, double right) {
        double a = Double.isFinite(left) ? Math.abs(left) : 0;
        double b = Double.isFinite(right) ? Math.abs(right) : 0;
        return Math.max(a, b);
    }

    private void accept(
            double left,
            double right,
            double floor,
            double scale,
            int iteration,
            int index,
            IntFunction<Phrase> entry) {
        if (!isDetermined(left, right, floor)) {
            undetermined++;
            firstUndetermined = firstUndetermined < 0 ? iteration : firstUndetermined;
            return;
        }
        compared++;
        double difference = Math.abs(left - right);
        boolean finite = Double.isFinite(left) && Double.isFinite(right);
        double multiple;
        if (!finite) {
            notFinite++;
            multiple = Double.POSITIVE_INFINITY;
        } else {
            multiple = difference == 0 ? 0 : difference / floor;
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
     * @return the comparison so far; inconclusive when nothing was compared, or nothing is determined
     */
    public QuantityComparison result() {
        Status status = compared == 0 ? Status.INCONCLUSIVE : worstMultiple <= 1 ? Status.AGREE : Status.DISAGREE;
        return new QuantityComparison(
                quantity,
                compared,
                notFinite,
                undetermined,
                firstUndetermined,
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
