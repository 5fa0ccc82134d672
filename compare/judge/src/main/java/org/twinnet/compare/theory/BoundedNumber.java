package org.twinnet.compare.theory;

/**
 * A number and the bound of a correct program's error in it; see {@link Bounded}.
 *
 * @param value the number
 * @param error at least 0; infinite where nothing bounds it
 */
public record BoundedNumber(double value, double error) {

    /**
     * A number that everybody has to the last bit.
     *
     * @param value the number
     * @return it, with an error of 0
     */
    public static BoundedNumber exact(double value) {
        return new BoundedNumber(value, 0);
    }

    /**
     * A number that the experiment gives.
     *
     * @param value the number
     * @param rounding the format that programs compute in
     * @return it, with an error of {@link Rounding#representation}
     */
    public static BoundedNumber given(double value, Rounding rounding) {
        return new BoundedNumber(value, rounding.representation(value));
    }

    /**
     * The sum.
     *
     * @param other another number
     * @param rounding the format that programs add in
     * @return x + y, with εx + εy + u·(|x| + |y|)
     */
    public BoundedNumber plus(BoundedNumber other, Rounding rounding) {
        double magnitude = Math.abs(value) + Math.abs(other.value);
        return new BoundedNumber(value + other.value, error + other.error + rounding.u() * magnitude);
    }

    /**
     * The largest difference of two correct programs.
     *
     * @return 2ε
     */
    public double floor() {
        return 2 * error;
    }

    /**
     * A multiple.
     *
     * @param c factor of either sign
     * @param rounding the format that programs compute in
     * @return c·x, with |c|·εx + γ₂·|c·x|
     */
    public BoundedNumber times(double c, Rounding rounding) {
        return new BoundedNumber(c * value, Math.abs(c) * error + rounding.gamma(2) * Math.abs(c * value));
    }
}
