package org.twinnet.compare.report.model;

/**
 * Decision boundaries of the free runs.
 *
 * @param gridSize points along each side
 * @param minX left edge
 * @param maxX right edge
 * @param minY lower edge
 * @param maxY upper edge
 * @param compared points compared
 * @param notFinite points where a probability was not a number
 * @param disagreements points with different labels
 * @param fraction their share
 * @param largestProbabilityDifference the largest difference of the probability
 * @param atX where, first feature
 * @param atY where, second feature
 * @param contourDistance Hausdorff distance of the p = 0.5 contours in sides of the plane, null when one of them is
 *     empty
 * @param contourMeanDistance mean distance of the contours, likewise
 * @param scratch shape of the hand-written network's contour, null when a probability was not a number
 * @param dl4j shape of DL4J's contour, likewise
 */
public record Boundary(
        int gridSize,
        double minX,
        double maxX,
        double minY,
        double maxY,
        int compared,
        int notFinite,
        int disagreements,
        double fraction,
        Double largestProbabilityDifference,
        Double atX,
        Double atY,
        Double contourDistance,
        Double contourMeanDistance,
        Report.Shape scratch,
        Report.Shape dl4j) {}
