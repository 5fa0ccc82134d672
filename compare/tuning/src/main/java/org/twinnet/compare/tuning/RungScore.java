package org.twinnet.compare.tuning;

/**
 * The mean score of a candidate on its way.
 *
 * @param iterations how far each of its trainings was
 * @param score mean score over all folds and repeats
 */
public record RungScore(int iterations, double score) {}
