package org.twinnet.compare.experiment.setting;

/**
 * The numbers that a setting may have.
 *
 * @param above allowed numbers are larger; −∞ where there is no such bound
 * @param from allowed numbers are as large or larger; −∞ where there is no such bound
 * @param to allowed numbers are as small or smaller; ∞ where there is no such bound
 * @param below allowed numbers are smaller; ∞ where there is no such bound
 */
public record Range(double above, double from, double to, double below) {

    /** Every finite number. */
    public static final Range FINITE = new Range(
            Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    static Range of(Allowed allowed) {
        return new Range(allowed.above(), allowed.from(), allowed.to(), allowed.below());
    }

    /**
     * Whether a number is allowed.
     *
     * @param x any number
     * @return false for NaN and infinities too
     */
    public boolean contains(double x) {
        return Double.isFinite(x) && x > above && x >= from && x <= to && x < below;
    }

    /** In words, such as {@code a number above 0 and at most 1}. */
    String words(boolean whole) {
        String noun = whole ? "a whole number" : "a number";
        boolean bounded = Double.isFinite(to);
        if (Double.isFinite(below)) {
            return noun + " from " + plain(from) + " and below " + plain(below);
        }
        if (Double.isFinite(above)) {
            return noun + " above " + plain(above) + (bounded ? " and at most " + plain(to) : "");
        }
        if (!Double.isFinite(from)) {
            return bounded ? noun + " of at most " + plain(to) : noun;
        }
        return noun + (bounded ? " from " + plain(from) + " to " + plain(to) : " of " + plain(from) + " or more");
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }
}
