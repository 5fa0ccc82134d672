package org.twinnet.compare.tuning;

/**
 * The score of one training.
 *
 * @param fold the fold that it was validated on, from 0
 * @param repeat which weight seed, from 0
 * @param weightSeed seed of the initial weights
 * @param maskSeed seed of the dropout masks
 * @param score score on the fold's validation examples
 */
public record FoldScore(int fold, int repeat, long weightSeed, long maskSeed, double score) {}
