package org.twinnet.compare.report.model;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.twinnet.compare.ladder.RungName;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.text.Phrase;

/**
 * A comparison in the words and numbers of {@code report.json}: the one model that every writer renders. Numbers that
 * are NaN or infinite are null here, because JSON has no word for them.
 *
 * @param format name of this format
 * @param version version of this format
 * @param verdict over all scenarios
 * @param data what was trained on
 * @param provenance what it takes to run this again
 * @param scenarios one entry an experiment
 */
public record Report(
        String format, int version, Status verdict, Data data, Provenance provenance, List<Scenario> scenarios) {

    /** Name of the format. */
    public static final String FORMAT = "twinnet-report";

    /** Version of the format. */
    public static final int VERSION = 9;

    /**
     * The data set.
     *
     * @param name name of the training set
     * @param features names of the features
     * @param train training examples
     * @param test test examples, null without
     * @param trainPoints the training examples on the plane of the pictures; null where they have no label
     * @param testPoints the test examples, likewise, null without
     * @param classes number of classes that an example can be of, 2 for a label of 0 or 1; absent where examples have
     *     no label
     * @param prepared what was done to the numbers of the file; absent where nothing was
     */
    public record Data(
            String name,
            List<String> features,
            Examples train,
            Examples test,
            Points trainPoints,
            Points testPoints,
            @JsonInclude(JsonInclude.Include.NON_NULL) Integer classes,
            @JsonInclude(JsonInclude.Include.NON_NULL) Prepared prepared) {}

    /**
     * Examples on the plane of the first two features.
     *
     * @param x first feature of each
     * @param y second feature of each; the first again where there is only one
     * @param labels 0 or 1 of each, or the number of its class
     */
    public record Points(List<Double> x, List<Double> y, List<Integer> labels) {}

    /**
     * Some examples.
     *
     * @param count how many
     * @param sha256 hash of their numbers
     */
    public record Examples(int count, String sha256) {}

    /**
     * What it takes to run this again. Date, duration and the facts of the machine are null in a stable report, which
     * two runs write byte for byte alike.
     *
     * @param command the command line
     * @param date when the run ended, ISO 8601
     * @param seconds wall time of the comparison
     * @param twinnet version of this program
     * @param dl4j version of Deeplearning4j
     * @param backend ND4J's backend
     * @param blas the BLAS below it
     * @param blasProductsChecked matrix products that the BLAS self-test checked
     * @param jvm the Java virtual machine
     * @param os operating system and processor architecture
     * @param cpu the processor
     * @param threads threads that trained side by side
     */
    public record Provenance(
            String command,
            String date,
            Double seconds,
            String twinnet,
            String dl4j,
            String backend,
            String blas,
            long blasProductsChecked,
            String jvm,
            String os,
            String cpu,
            Integer threads) {

        /**
         * Leaves out what two runs of the same comparison may differ in.
         *
         * @return the same without date, duration and machine
         */
        public Provenance stable() {
            return new Provenance(
                    command, null, null, twinnet, dl4j, backend, null, blasProductsChecked, null, null, null, null);
        }
    }

    /**
     * One experiment.
     *
     * @param name the scenario
     * @param verdict its verdict
     * @param experiment what was trained, under the keys of the experiment file; {@code inputs} are the features of the
     *     data
     * @param twins both free runs
     * @param largestCostDifference largest relative difference of the free runs' costs, as far as they are comparable
     * @param largestCostDifferenceOfWholeRun the same over all reported iterations; where a run is chaotic it says
     *     nothing
     * @param firstDivergence first rung outside its floor, null without
     * @param rungs the ladder
     * @param spread the run's sensitivity
     * @param boundary decision boundaries of the free runs; null where there are no classes to divide
     * @param clip what the stock loss would change at the last parameters
     * @param published the published costs, where the experiment is a published one; else empty
     * @param picture what the networks look like
     * @param costDifferences how far the free runs' costs are apart
     * @param effect what regularization did
     * @param diverges how both trainings diverge; null where they don't, and in files of version 3
     */
    public record Scenario(
            String name,
            Status verdict,
            @JsonAlias("settings") Map<String, Object> experiment,
            Twins twins,
            Double largestCostDifference,
            Double largestCostDifferenceOfWholeRun,
            Divergence firstDivergence,
            List<Rung> rungs,
            Spread spread,
            Boundary boundary,
            Clip clip,
            List<PublishedCost> published,
            Picture picture,
            CostDifferences costDifferences,
            Effect effect,
            Diverges diverges) {

        /** The same numbers of an experiment and a picture that are said otherwise. */
        Scenario with(Map<String, Object> experiment, Picture picture) {
            return new Scenario(
                    name,
                    verdict,
                    experiment,
                    twins,
                    largestCostDifference,
                    largestCostDifferenceOfWholeRun,
                    firstDivergence,
                    rungs,
                    spread,
                    boundary,
                    clip,
                    published,
                    picture,
                    costDifferences,
                    effect,
                    diverges);
        }
    }

    /**
     * How far the costs of both free runs are apart.
     *
     * @param compared reported iterations at which both costs are finite, those from the logit where the reported ones
     *     are not determined
     * @param equal those at which they are equal bit for bit
     * @param points every reported iteration
     */
    public record CostDifferences(int compared, int equal, List<CostDifference> points) {}

    /**
     * How far the costs are apart at one iteration.
     *
     * @param iteration iteration, from 0
     * @param difference relative difference of the costs that were compared, null where one is not finite
     * @param limit what the free-running rung allows: the cost's own floor and its multiple of the spread, null where
     *     that is unknown
     */
    public record CostDifference(int iteration, Double difference, Double limit) {}

    /**
     * What regularization did to the hand-written network by the end of training.
     *
     * @param accuracyGap training accuracy minus test accuracy in points of a hundred, null without test examples
     * @param weightNorm Frobenius norm of the weights of all layers together, null where one is not finite or nothing
     *     is pictured
     * @param sparsity share of exact zeros among all hidden activations of the training examples, null likewise and
     *     without hidden layers
     */
    public record Effect(Double accuracyGap, Double weightNorm, Double sparsity) {}

    /**
     * Both free runs.
     *
     * @param scratch the hand-written network
     * @param dl4j DL4J's network
     */
    public record Twins(Twin scratch, Twin dl4j) {}

    /**
     * One free run.
     *
     * @param costs reported costs
     * @param accuracy accuracies after the last iteration; null for a regression
     * @param rSquared coefficients of determination after the last iteration; of a regression only
     * @param confusion training examples of each class, in rows, by the label that the network gives, in columns; null
     *     where examples have no label
     * @param testConfusion the same of test examples, null also without any
     */
    public record Twin(
            List<Cost> costs,
            Accuracies accuracy,
            @JsonInclude(JsonInclude.Include.NON_NULL) RSquared rSquared,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<List<Integer>> confusion,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<List<Integer>> testConfusion) {

        /** A run of which no more is known than costs and accuracies, as former reports hold them. */
        Twin(List<Cost> costs, Accuracies accuracy) {
            this(costs, accuracy, null, null, null);
        }
    }

    /**
     * One cost.
     *
     * @param iteration iteration, from 0
     * @param cost cost before its update, penalty included
     * @param crossEntropy the part that the labels cause
     * @param penalty the part that regularization adds
     * @param fromLogit the cost with its cross-entropy computed from the logit, where the reported cost is not finite;
     *     else absent
     */
    public record Cost(
            int iteration,
            Double cost,
            Double crossEntropy,
            Double penalty,
            @JsonInclude(JsonInclude.Include.NON_NULL) Double fromLogit) {}

    /**
     * A published cost.
     *
     * @param iteration iteration, from 0
     * @param cost the published number
     */
    public record PublishedCost(int iteration, double cost) {}

    /**
     * Accuracies.
     *
     * @param train on the training examples
     * @param test on the test examples, null without
     */
    public record Accuracies(Count train, Count test) {}

    /**
     * A count of correct labels.
     *
     * @param correct how many are right
     * @param total of how many
     */
    public record Count(int correct, int total) {}

    /**
     * The first rung that failed.
     *
     * @param rung the rung
     * @param quantity what parted most on it
     * @param where the entry
     * @param iteration the first iteration outside the floor
     * @param maxRelativeDifference relative difference at the decisive entry
     * @param noiseFloor what rounding explains there
     */
    public record Divergence(
            RungName rung,
            Phrase quantity,
            Phrase where,
            int iteration,
            Double maxRelativeDifference,
            Double noiseFloor) {}

    /**
     * One rung of the ladder; its numbers are those of the decisive quantity.
     *
     * @param name the rung
     * @param status its outcome
     * @param compared how many numbers were compared
     * @param undetermined how many more are not determined
     * @param maxRelativeDifference relative difference at the entry that comes closest to its floor or exceeds it most
     * @param noiseFloor what rounding explains there
     * @param multiple difference as a multiple of the floor
     * @param where the entry
     * @param iteration its iteration
     * @param derivation where the floor comes from
     * @param note what to know of this run
     * @param quantities every quantity of the rung
     */
    public record Rung(
            RungName name,
            Status status,
            long compared,
            long undetermined,
            Double maxRelativeDifference,
            Double noiseFloor,
            Double multiple,
            Phrase where,
            int iteration,
            Phrase derivation,
            Phrase note,
            List<Quantity> quantities) {}

    /**
     * One quantity of a rung.
     *
     * @param name what was compared
     * @param status its outcome
     * @param compared how many numbers
     * @param notFinite how many were NaN or infinite
     * @param undetermined how many more are not determined
     * @param firstUndetermined iteration of the first of these, null when there is none
     * @param maxRelativeDifference relative difference at the decisive entry
     * @param rmsRelativeDifference root mean square of all differences
     * @param noiseFloor what rounding explains at the decisive entry
     * @param multiple difference as a multiple of the floor
     * @param where the entry
     * @param iteration its iteration
     */
    public record Quantity(
            Phrase name,
            Status status,
            long compared,
            long notFinite,
            long undetermined,
            Integer firstUndetermined,
            Double maxRelativeDifference,
            Double rmsRelativeDifference,
            Double noiseFloor,
            Double multiple,
            Phrase where,
            int iteration) {}

    /**
     * The run's sensitivity.
     *
     * @param horizon last iteration up to which free runs are compared
     * @param wholeRun whether that is the last one
     * @param points spread at each reported iteration
     */
    public record Spread(int horizon, boolean wholeRun, List<SpreadPoint> points) {}

    /**
     * The spread at one iteration.
     *
     * @param iteration iteration, from 0
     * @param spread largest relative movement of the cost under one-ulp changes of the weights
     */
    public record SpreadPoint(int iteration, Double spread) {}

    /**
     * The shape of a contour.
     *
     * @param length total length, in sides of the plane, one along each feature
     * @param turning sum of the absolute turning angles, radians
     * @param pieces number of separate lines
     */
    public record Shape(double length, double turning, int pieces) {}

    /**
     * What DL4J's stock loss would change at the last parameters.
     *
     * @param costDifference relative difference of the cross-entropy
     * @param gradientDifference largest difference of the gradient, relative to its largest entry
     */
    public record Clip(Double costDifference, Double gradientDifference) {}
}
