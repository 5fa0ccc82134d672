package org.twinnet.scratch.linalg;

import java.util.Locale;

/**
 * Two operands whose shapes do not fit the operation; the message names the operation, both operands and both shapes.
 */
public final class ShapeMismatchException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private ShapeMismatchException(String message) {
        super(message);
    }

    /**
     * Describes two operands that do not fit together.
     *
     * @param operation the formula, such as {@code Z = W·A}
     * @param leftName name of the left operand in the formula
     * @param left the left operand
     * @param rightName name of the right operand in the formula
     * @param right the right operand
     * @param rule what has to hold, such as "columns of W = rows of A"
     * @return the exception, to be thrown
     */
    public static ShapeMismatchException of(
            String operation, String leftName, Matrix left, String rightName, Matrix right, String rule) {
        return new ShapeMismatchException(String.format(
                Locale.ROOT,
                "%s: %s is %d×%d and %s is %d×%d; needed: %s.",
                operation,
                leftName,
                left.rows(),
                left.columns(),
                rightName,
                right.rows(),
                right.columns(),
                rule));
    }

    /**
     * Refuses two operands of different shapes.
     *
     * @param operation the formula
     * @param leftName name of the left operand
     * @param left the left operand
     * @param rightName name of the right operand
     * @param right the right operand
     * @throws ShapeMismatchException if the shapes differ
     */
    public static void requireSameShape(
            String operation, String leftName, Matrix left, String rightName, Matrix right) {
        if (left.rows() != right.rows() || left.columns() != right.columns()) {
            throw of(operation, leftName, left, rightName, right, "equal shapes");
        }
    }
}
