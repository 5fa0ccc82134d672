package org.twinnet.compare.boundary;

/**
 * By how much two classifiers differ at one point.
 *
 * @param difference |p₁ − p₂|, from 0 to 1
 * @param x the point's first feature
 * @param y the point's second feature
 */
public record PointDifference(double difference, double x, double y) {}
