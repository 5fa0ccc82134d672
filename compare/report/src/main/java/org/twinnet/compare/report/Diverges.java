package org.twinnet.compare.report;

/**
 * Training that diverges in both networks alike.
 *
 * @param kind {@code left-doubles} or {@code grows}
 * @param iteration first iteration whose cost is not finite; the last iteration where costs stay finite
 * @param firstCost cost of the first iteration, from the logit
 * @param lastCost last finite cost, from the logit
 * @param cause {@code keep-probability}, {@code penalty}, {@code features} or {@code learning-rate}
 */
public record Diverges(String kind, int iteration, Double firstCost, Double lastCost, String cause) {}
