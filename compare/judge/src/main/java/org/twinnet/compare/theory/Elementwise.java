package org.twinnet.compare.theory;

/**
 * Sums, differences and multiples of matrices, entry by entry.
 *
 * <pre>
 *   x + y     εx + εy + u·(|x| + |y|)
 *   x − y     εx + εy + u·(|x| + |y|)
 *   c·x       |c|·εx + γ₂·|c·x| + τ         c itself is rounded once
 * </pre>
 */
public final class Elementwise {

    private Elementwise() {}

    /**
     * Adds.
     *
     * @param term what is added, not modified; to add what is 0 in every program rounds nothing
     * @param sum the sum so far, overwritten
     * @param rounding the format that programs compute in
     */
    public static void add(Bounded term, Bounded sum, Rounding rounding) {
        for (int i = 0; i < sum.rows(); i++) {
            double[] p = term.values(i);
            double[] ep = term.errors(i);
            double[] s = sum.values(i);
            double[] es = sum.errors(i);
            for (int k = 0; k < s.length; k++) {
                if (ep[k] > 0 || p[k] != 0) {
                    es[k] += ep[k] + rounding.u() * (Math.abs(s[k]) + Math.abs(p[k]));
                    s[k] += p[k];
                }
            }
        }
    }

    /**
     * Subtracts.
     *
     * @param V from what, not modified
     * @param step what is subtracted, not modified
     * @param difference overwritten; may be {@code V} itself where that is not exact
     * @param rounding the format that programs compute in
     */
    public static void subtract(Bounded V, Bounded step, Bounded difference, Rounding rounding) {
        for (int i = 0; i < difference.rows(); i++) {
            double[] v = V.values(i);
            double[] ev = V.errors(i);
            double[] s = step.values(i);
            double[] es = step.errors(i);
            double[] r = difference.values(i);
            double[] er = difference.errors(i);
            for (int k = 0; k < r.length; k++) {
                er[k] = ev[k] + es[k] + rounding.u() * (Math.abs(v[k]) + Math.abs(s[k]));
                r[k] = v[k] - s[k];
            }
        }
    }

    /**
     * Multiplies by a number.
     *
     * @param c the number, of either sign
     * @param X overwritten with c·x
     * @param rounding the format that programs compute in
     */
    public static void scale(double c, Bounded X, Rounding rounding) {
        double gamma = rounding.gamma(2);
        for (int i = 0; i < X.rows(); i++) {
            double[] x = X.values(i);
            double[] e = X.errors(i);
            for (int k = 0; k < x.length; k++) {
                x[k] *= c;
                e[k] = Math.abs(c) * e[k] + gamma * Math.abs(x[k]) + rounding.tiny();
            }
        }
    }

    /**
     * Allows for more.
     *
     * @param share of the magnitude of each number
     * @param least beside it
     * @param X its errors grow by share·|x| + least
     */
    public static void widen(double share, double least, Bounded X) {
        for (int i = 0; i < X.rows(); i++) {
            double[] x = X.values(i);
            double[] e = X.errors(i);
            for (int k = 0; k < x.length; k++) {
                e[k] += share * Math.abs(x[k]) + least;
            }
        }
    }
}
