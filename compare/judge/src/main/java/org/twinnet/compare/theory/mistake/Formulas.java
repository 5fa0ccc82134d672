package org.twinnet.compare.theory.mistake;

/**
 * The formulas of one way to make a mistake.
 *
 * @param wrong as it was computed
 * @param right as it should be
 */
public record Formulas(String wrong, String right) {}
