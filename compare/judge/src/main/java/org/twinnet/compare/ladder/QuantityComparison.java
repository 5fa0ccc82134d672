package org.twinnet.compare.ladder;

import org.twinnet.compare.text.Phrase;

/**
 * One quantity of both twins, held against its noise floor.
 *
 * <p>A number is <em>not determined</em> where its floor is not finite, because rounding explains anything there, and
 * where both twins hold the same infinity. Such numbers are counted and decide nothing. A determined number that is not
 * finite in a twin is a failure.
 *
 * <p>Differences and floors are relative to the largest magnitude of the tensor that the entry belongs to. The numbers
 * are those of the entry that comes closest to its own floor, or exceeds it most: {@code maxRelativeDifference ≤
 * noiseFloor} is then the same as agreement.
 *
 * @param quantity what was compared, such as {@code Z of layer 2}
 * @param compared how many numbers were compared: those that are determined
 * @param notFinite how many of them were NaN or infinite in either twin; each is a failure
 * @param undetermined how many more numbers could not be compared, because they are not determined
 * @param firstUndetermined iteration of the first of these, −1 when there is none
 * @param maxRelativeDifference relative difference at the decisive entry; NaN when not finite, 0 when nothing was
 *     compared
 * @param rmsRelativeDifference root mean square of all relative differences; NaN when nothing was compared
 * @param noiseFloor what rounding explains at the decisive entry, relative to the same magnitude
 * @param multiple difference as a multiple of the floor; agreement means at most 1
 * @param where name of the decisive entry, {@link Phrase#NOTHING} when nothing was compared
 * @param iteration iteration of the decisive entry
 * @param firstFailure iteration of the first entry outside its floor, −1 when there is none
 * @param status the outcome
 */
public record QuantityComparison(
        Phrase quantity,
        long compared,
        long notFinite,
        long undetermined,
        int firstUndetermined,
        double maxRelativeDifference,
        double rmsRelativeDifference,
        double noiseFloor,
        double multiple,
        Phrase where,
        int iteration,
        int firstFailure,
        Status status) {

    /**
     * A comparison of numbers that are all determined.
     *
     * @param quantity what was compared
     * @param compared how many numbers
     * @param notFinite how many of them were not finite
     * @param maxRelativeDifference relative difference at the decisive entry
     * @param rmsRelativeDifference root mean square of all relative differences
     * @param noiseFloor what rounding explains at the decisive entry
     * @param multiple difference as a multiple of the floor
     * @param where name of the decisive entry
     * @param iteration iteration of the decisive entry
     * @param firstFailure iteration of the first entry outside its floor, −1 when there is none
     * @param status the outcome
     */
    public QuantityComparison(
            Phrase quantity,
            long compared,
            long notFinite,
            double maxRelativeDifference,
            double rmsRelativeDifference,
            double noiseFloor,
            double multiple,
            Phrase where,
            int iteration,
            int firstFailure,
            Status status) {
        this(
                quantity,
                compared,
                notFinite,
                0,
                -1,
                maxRelativeDifference,
                rmsRelativeDifference,
                noiseFloor,
                multiple,
                where,
                iteration,
                firstFailure,
                status);
    }

    /**
     * Whether something was there, but nothing of it is determined.
     *
     * @return true when this quantity decides nothing
     */
    public boolean isUndetermined() {
        return compared == 0 && undetermined > 0;
    }
}
