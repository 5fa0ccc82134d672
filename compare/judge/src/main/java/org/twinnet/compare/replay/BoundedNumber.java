package org.twinnet.compare.replay;

/**
 * A recomputed number, and how far two programs that are both right can part in it.
 *
 * @param value the number
 * @param error largest difference that rounding explains
 */
public record BoundedNumber(double value, double error) {}
