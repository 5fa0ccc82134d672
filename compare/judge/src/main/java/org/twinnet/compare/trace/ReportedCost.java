package org.twinnet.compare.trace;

/**
 * A cost that a network reported; it may be NaN or infinite.
 *
 * @param iteration iteration, from 0
 * @param cost the cost before that iteration's update
 */
public record ReportedCost(int iteration, double cost) {}
