package org.twinnet.compare.report.model;

/**
 * Coefficients of determination, 1 − Σ(a − y)²/Σ(y − ȳ)².
 *
 * @param train on the training examples, null where it is no number
 * @param test on the test examples, null without
 */
public record RSquared(Double train, Double test) {}
