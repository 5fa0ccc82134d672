package org.twinnet.scratch.gradcheck;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Central differences, the witness that knows no derivative.
 *
 * <pre>
 *   gᵢ ≈ (J(θ + h·eᵢ) − J(θ − h·eᵢ)) / 2h
 * </pre>
 *
 * <p>Two things limit it. Rounding: both costs carry an error of about ε, so the quotient carries ε/h. Truncation:
 * h²/6·J‴. The first falls and the second grows with h; near the best h = ∛u each is about u^⅔ ≈ 2·10⁻¹¹. The
 * truncation error is estimated by doing everything again with 2h: the two quotients differ by 3·h²/6·J‴ to leading
 * order, three times the error of the one with h, so the whole difference bounds it with a margin of 3 for the terms
 * left out.
 *
 * <p>A ReLU network is smooth only piece by piece: where a unit switches between θ − 2h and θ + 2h the quotient mixes
 * two slopes. A cost function may name the piece it was evaluated on; h is then divided by 4 until all points lie on
 * one piece.
 */
public final class NumericalGradient {

    /** The first step, relative to max(1, |θᵢ|): the cube root of the unit roundoff 2⁻⁵³. */
    private static final double RELATIVE_STEP = Math.cbrt(0x1p-53);

    /** How often h may be divided by 4; the rounding error then leaves about four digits. */
    private static final int MAX_REDUCTIONS = 8;

    private NumericalGradient() {}

    /** A cost as a function of all parameters. */
    @FunctionalInterface
    public interface CostFunction {

        /**
         * Evaluates the cost.
         *
         * @param theta all parameters, not modified
         * @return the cost
         */
        double at(double[] theta);

        /**
         * Identifies the smooth piece that the last evaluation was on, such as a hash over the units that were active.
         *
         * @return equal for equal pieces; always 0 for a cost that is smooth everywhere
         */
        default long piece() {
            return 0;
        }
    }

    /**
     * A numerical gradient and how far it can be trusted.
     *
     * @param values the quotients, one for each parameter asked for
     * @param errors bound of each quotient's error: truncation, estimated, plus rounding; infinite where a piece is too
     *     small for any step
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, by the only maker, to the only reader
    public record Estimate(double[] values, double[] errors) {}

    /**
     * Differentiates a cost.
     *
     * @param cost the cost as a function of all parameters
     * @param theta where to differentiate; modified while the method runs and restored
     * @param costError bound of the rounding error of one evaluation of the cost
     * @return quotients and their error bounds
     */
    public static Estimate of(CostFunction cost, double[] theta, double costError) {
        return of(cost, theta, costError, IntStream.range(0, theta.length).toArray(), done -> {});
    }

    /**
     * Differentiates a cost by some of its parameters.
     *
     * @param cost the cost as a function of all parameters
     * @param theta where to differentiate; modified while the method runs and restored
     * @param costError bound of the rounding error of one evaluation of the cost
     * @param parameters indices of the parameters to differentiate by
     * @param progress hears after each parameter how many are done
     * @return quotients and their error bounds, in the order of {@code parameters}
     */
    public static Estimate of(
            CostFunction cost, double[] theta, double costError, int[] parameters, IntConsumer progress) {
        double[] values = new double[parameters.length];
        double[] errors = new double[parameters.length];
        for (int k = 0; k < parameters.length; k++) {
            int i = parameters[k];
            double h = RELATIVE_STEP * Math.max(1, Math.abs(theta[i]));
            boolean smooth = isSmooth(cost, theta, i, 2 * h);
            for (int reductions = 0; !smooth && reductions < MAX_REDUCTIONS; reductions++) {
                h /= 4;
                smooth = isSmooth(cost, theta, i, 2 * h);
            }
            values[k] = quotient(cost, theta, i, h);
            double truncation = Math.abs(quotient(cost, theta, i, 2 * h) - values[k]);
            errors[k] = smooth ? truncation + costError / h : Double.POSITIVE_INFINITY;
            progress.accept(k + 1);
        }
        return new Estimate(values, errors);
    }

    private static boolean isSmooth(CostFunction cost, double[] theta, int i, double h) {
        double centre = theta[i];
        theta[i] = centre + h;
        cost.at(theta);
        long right = cost.piece();
        theta[i] = centre - h;
        cost.at(theta);
        long left = cost.piece();
        theta[i] = centre;
        cost.at(theta);
        return left == right && left == cost.piece();
    }

    private static double quotient(CostFunction cost, double[] theta, int i, double h) {
        double centre = theta[i];
        double right = centre + h;
        double left = centre - h;
        theta[i] = right;
        double above = cost.at(theta);
        theta[i] = left;
        double below = cost.at(theta);
        theta[i] = centre;
        // right − left is what rounding made of 2h
        return (above - below) / (right - left);
    }
}
