package org.twinnet.compare.report.model;

import org.twinnet.compare.agreement.Divergence;

/**
 * Training that diverges in both networks alike.
 *
 * @param kind {@code left-doubles} or {@code grows}
 * @param iteration first iteration whose cost is not finite; the last iteration where costs stay finite
 * @param firstCost cost of the first iteration, from the logit
 * @param lastCost last finite cost, from the logit
 * @param cause {@code keep-probability}, {@code penalty}, {@code features} or {@code learning-rate}
 */
public record Diverges(
        Divergence.Kind kind, int iteration, Double firstCost, Double lastCost, Divergence.Cause cause) {}
