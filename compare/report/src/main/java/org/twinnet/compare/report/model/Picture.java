package org.twinnet.compare.report.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.twinnet.compare.equivalence.TwoOneSidedTests;

/**
 * What the networks of a scenario look like.
 *
 * @param plane where the boundaries were looked at
 * @param snapshots both boundaries on the way, at the same iterations, the last one last
 * @param layers every layer at the end of training
 * @param conventions what DL4J does differently, measured in this run
 * @param predictions what the networks of a regression predict at the end; absent otherwise
 * @param dropout how DL4J's own dropout trains; absent where nobody asked, or nothing is dropped
 */
public record Picture(
        Plane plane,
        List<Snapshot> snapshots,
        List<Layer> layers,
        List<Convention> conventions,
        @JsonInclude(JsonInclude.Include.NON_NULL) Predictions predictions,
        @JsonInclude(JsonInclude.Include.NON_NULL) Dropout dropout) {

    /**
     * What networks look like that are no regression.
     *
     * @param plane where the boundaries were looked at
     * @param snapshots both boundaries on the way
     * @param layers every layer at the end of training
     * @param conventions what DL4J does differently
     */
    public Picture(Plane plane, List<Snapshot> snapshots, List<Layer> layers, List<Convention> conventions) {
        this(plane, snapshots, layers, conventions, null, null);
    }

    /**
     * Two one-sided tests of whether DL4J's own dropout, with masks that no other program can share, trains networks as
     * good as those by hand: on the costs of the training examples without dropout, at the end of the runs.
     *
     * @param seeds pairs of runs
     * @param scratch mean cost of the hand-written network's runs; null where one is no number
     * @param dl4j mean cost of DL4J's runs, likewise
     * @param difference DL4J's minus the other, likewise
     * @param halfWidth half the width of the interval that holds the difference with a probability of 1 minus twice the
     *     size, likewise
     * @param margin difference that would matter: the standard deviation of a cost from seed to seed, likewise
     * @param p the larger p value of both tests, likewise
     * @param size probability to call a difference of the margin equivalent
     * @param power probability to find equivalence where there is no difference
     * @param result what is shown
     */
    public record Dropout(
            int seeds,
            Double scratch,
            Double dl4j,
            Double difference,
            Double halfWidth,
            Double margin,
            Double p,
            double size,
            double power,
            TwoOneSidedTests.Result result) {}

    /**
     * What both networks predict at the end.
     *
     * @param train for training examples
     * @param test for test examples, null without
     */
    public record Predictions(PredictedSet train, PredictedSet test) {}

    /**
     * What both networks predict for one set of examples. Of a large set some examples stand here, taken evenly.
     *
     * @param examples how many examples the set has
     * @param shown how many of them stand here
     * @param targets what each output should be, one list an output, one number an example
     * @param scratch what the hand-written network predicts, likewise; null where it is no number
     * @param dl4j what DL4J's network predicts, likewise
     * @param largestDifference the largest difference of both networks' predictions over all examples of the set; null
     *     where one is no number
     */
    public record PredictedSet(
            int examples,
            int shown,
            List<List<Double>> targets,
            List<List<Double>> scratch,
            List<List<Double>> dl4j,
            Double largestDifference) {}

    /**
     * A part of the plane of two features.
     *
     * @param minX left edge
     * @param maxX right edge
     * @param minY lower edge
     * @param maxY upper edge
     * @param size points along each side; fields are listed row by row from the lower left corner, x first
     * @param fixed values of all other features
     * @param axes the names of the two features; absent where they are the first two without a choice
     * @param asked whether somebody asked for these two, rather than that their weights are largest; absent likewise
     */
    public record Plane(
            double minX,
            double maxX,
            double minY,
            double maxY,
            int size,
            List<Fixed> fixed,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<String> axes,
            @JsonInclude(JsonInclude.Include.NON_NULL) Boolean asked) {

        /**
         * A part of the plane of the first two features.
         *
         * @param minX left edge
         * @param maxX right edge
         * @param minY lower edge
         * @param maxY upper edge
         * @param size points along each side
         * @param fixed values of all other features
         */
        public Plane(double minX, double maxX, double minY, double maxY, int size, List<Fixed> fixed) {
            this(minX, maxX, minY, maxY, size, fixed, null, null);
        }

        /**
         * The features that vary.
         *
         * @param features the names of all features
         * @return one name or two
         */
        public List<String> named(List<String> features) {
            return axes == null ? features.subList(0, Math.min(2, features.size())) : axes;
        }
    }

    /**
     * A feature that does not vary over the plane.
     *
     * @param feature its name
     * @param value its value, the mean of the training examples
     */
    public record Fixed(String feature, Double value) {}

    /**
     * Both networks before the update of one iteration, or after the last.
     *
     * @param iteration iteration, from 0; after the last update the number of iterations
     * @param scratch the hand-written network
     * @param dl4j DL4J's network
     * @param difference |p − q| at each point, one byte a point: 0 where p = q, otherwise 1 + round(254·(log₁₀|p − q| +
     *     17)/17), at least 1; packed as {@link Side#field}
     * @param disagreements points of the plane with different labels
     */
    public record Snapshot(int iteration, Side scratch, Side dl4j, String difference, int disagreements) {}

    /**
     * One network at a snapshot.
     *
     * @param accuracy accuracies without dropout
     * @param field probability of class 1 at each point, one byte a point, round(255·p) and 0 for NaN; of more than two
     *     classes the most probable one, 254 for all from 254 on, and 255 for NaN; Base64 of the deflated bytes
     * @param contour the lines p = 0.5, or of more than two classes the lines between two of them, each as x, y, x, y,
     *     …, rounded to a thousandth of the plane; empty where there are none
     * @param shape how smooth the contour is, null where a probability was not a number
     */
    public record Side(Report.Accuracies accuracy, String field, List<List<Double>> contour, Report.Shape shape) {}

    /**
     * One layer of both networks.
     *
     * @param layer layer, from 1
     * @param binStart left edge of the first bin of the histograms
     * @param binWidth width of a bin
     * @param scratch the hand-written network's
     * @param dl4j DL4J's
     */
    public record Layer(int layer, Double binStart, Double binWidth, Weights scratch, Weights dl4j) {}

    /**
     * The weights of a layer.
     *
     * @param counts how many weights lie in each bin
     * @param norm Frobenius norm
     * @param largest largest magnitude
     * @param sparsity share of exact zeros among the activations of the training examples, without dropout; null for
     *     the output layer
     */
    public record Weights(List<Integer> counts, Double norm, Double largest, Double sparsity) {}

    /**
     * A convention in which DL4J differs from the notebook.
     *
     * @param id such as {@code l2-gradient}
     * @param expected what the translation predicts
     * @param measured the number of this run that deviates most from it; null where there was nothing to measure
     * @param compared how many numbers were measured
     */
    public record Convention(String id, Double expected, Double measured, long compared) {}
}
