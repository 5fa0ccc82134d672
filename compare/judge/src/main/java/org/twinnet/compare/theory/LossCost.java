package org.twinnet.compare.theory;

/**
 * The mean loss in both forms that programs compute it in.
 *
 * @param asWritten from the output's activation, as the notebook writes it
 * @param stable in the form that does not saturate; the same number where a loss has one form only
 */
public record LossCost(BoundedNumber asWritten, BoundedNumber stable) {}
