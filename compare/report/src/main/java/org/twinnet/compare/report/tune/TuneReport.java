package org.twinnet.compare.report.tune;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.report.model.Picture;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.tuning.space.SearchSpace;

/**
 * What a study found, as it is written. Scores are mean cross-entropies or mean squared errors, the smaller the better,
 * or accuracies or R², the larger the better, as {@code metric} says. Numbers that are NaN or infinite are null.
 *
 * @param format always {@code twinnet-tune}
 * @param version version of this format
 * @param ending {@code complete}, {@code exhausted}, or {@code cancelled} when it can be resumed
 * @param metric {@code cross-entropy} or {@code accuracy}; {@code mean-squared-error} or {@code r-squared} of a
 *     regression
 * @param data the data set
 * @param provenance what it takes to run this again
 * @param options what was chosen, and its values
 * @param parameters the hyper-parameters and what was tried of each
 * @param effort what the search cost
 * @param candidates every candidate, in the order of proposing
 * @param best how the best score came down
 * @param surrogate the model of the score behind importances and surface; null when there are too few candidates for
 *     one, or all scored the same
 * @param importances how much each searched parameter matters; empty without a model, or when it sees no effect
 * @param surface the score over the first two numbers that were searched; null without a model, or when there are no
 *     two
 * @param proof what was trained after the search; null when the search is not finished or nothing was worth it
 * @param testUses candidates for which the test examples were used, in order; more than one when a study had to be
 *     searched again
 */
public record TuneReport(
        String format,
        int version,
        String ending,
        String metric,
        Data data,
        Report.Provenance provenance,
        List<Named> options,
        List<Parameter> parameters,
        Effort effort,
        List<Candidate> candidates,
        List<Best> best,
        Surrogate surrogate,
        List<Importance> importances,
        Surface surface,
        Proof proof,
        List<Integer> testUses) {

    /** Value of {@code format}. */
    public static final String FORMAT = "twinnet-tune";

    /** Value of {@code version}. */
    public static final int VERSION = 6;

    /**
     * Leaves out what two runs of the same study may differ in.
     *
     * @return the same without date, durations and machine
     */
    public TuneReport stable() {
        return new TuneReport(
                format,
                version,
                ending,
                metric,
                data,
                provenance.stable(),
                options,
                parameters,
                new Effort(
                        effort.complete(),
                        effort.stopped(),
                        effort.failed(),
                        effort.iterations(),
                        effort.iterationsWithoutStopping(),
                        null),
                candidates.stream().map(Candidate::stable).toList(),
                best,
                surrogate,
                importances,
                surface,
                proof,
                testUses);
    }

    /**
     * The best candidate.
     *
     * @return it, or empty when none is complete
     */
    public Optional<Candidate> winner() {
        return best.isEmpty()
                ? Optional.empty()
                : candidates.stream()
                        .filter(candidate ->
                                candidate.number() == best.get(best.size() - 1).number())
                        .findFirst();
    }

    /**
     * The settings that candidates have.
     *
     * @return their keys, in the order of the parameters
     */
    public List<String> keys() {
        return parameters.stream().map(Parameter::key).toList();
    }

    /**
     * The settings that tables have a column for: what was searched, and what every study says. What else candidates
     * share stands beside the winner.
     *
     * @return their keys, in the order of the parameters
     */
    public List<String> columns() {
        SearchSpace usual = SearchSpace.usual();
        return parameters.stream()
                .filter(parameter ->
                        parameter.searched() || usual.dimension(parameter.key()).isPresent())
                .map(Parameter::key)
                .toList();
    }

    /**
     * What a map of the score is drawn over.
     *
     * @return the first two numbers that were searched; empty where there are no two
     */
    public List<Parameter> mapped() {
        List<Parameter> numbers = parameters.stream()
                .filter(parameter -> parameter.searched() && parameter.numeric())
                .limit(2)
                .toList();
        return numbers.size() < 2 ? List.of() : numbers;
    }

    /**
     * The value of an option of the study.
     *
     * @param name such as {@code folds}
     * @return its value, empty when there is no such option
     */
    public Optional<String> option(String name) {
        return options.stream()
                .filter(option -> option.name().equals(name))
                .map(Named::value)
                .findFirst();
    }

    /**
     * The data set.
     *
     * @param name name of the training set
     * @param features names of the features
     * @param train training examples
     * @param test test examples, null without
     * @param trainPoints training examples on the plane of the boundaries; null when they are not to be drawn
     * @param classes number of classes that an example can be of, 2 for a label of 0 or 1; absent where examples have
     *     no label, and in studies of former versions, which were of two
     */
    public record Data(
            String name,
            List<String> features,
            Report.Examples train,
            Report.Examples test,
            Report.Points trainPoints,
            @JsonInclude(JsonInclude.Include.NON_NULL) Integer classes) {}

    /**
     * An option and its value.
     *
     * @param name an option such as {@code folds}, or a setting's key such as {@code penalty.l2}
     * @param value such as {@code 5}
     */
    public record Named(String name, String value) {}

    /**
     * A hyper-parameter.
     *
     * @param key key of the experiment's setting, such as {@code penalty.l2}
     * @param searched whether more than one value was tried
     * @param numeric whether its values are numbers that can be put on an axis
     * @param from lower end of a range, null otherwise
     * @param to upper end of a range, null otherwise
     * @param logarithmic whether the range counts in decades
     * @param values the values of a choice, or the one value; empty for a range
     */
    public record Parameter(
            String key,
            boolean searched,
            boolean numeric,
            Double from,
            Double to,
            boolean logarithmic,
            List<String> values) {}

    /**
     * What the search cost.
     *
     * @param complete candidates trained to the end
     * @param stopped candidates given up by successive halving
     * @param failed candidates that failed
     * @param iterations iterations of all trainings together
     * @param iterationsWithoutStopping what they would have been, had no candidate been given up
     * @param seconds sum of the candidates' wall times; null in a stable report
     */
    public record Effort(
            int complete, int stopped, int failed, long iterations, long iterationsWithoutStopping, Double seconds) {}

    /**
     * One candidate.
     *
     * @param number from 0, in the order of proposing
     * @param setting what it was trained with, a value under each key
     * @param status {@code complete}, {@code stopped} or {@code failed}
     * @param score mean score over all folds and repeats; null unless complete
     * @param standardError standard error of that mean over the trainings, null unless complete or with one training
     * @param failure why it failed; empty unless failed
     * @param seen how many results the search knew when it proposed this one
     * @param iterations iterations of all its trainings together
     * @param seconds wall time; null in a stable report
     * @param rungs mean score on its way: at each point where successive halving decided, and at the end
     */
    public record Candidate(
            int number,
            Map<String, Object> setting,
            String status,
            Double score,
            Double standardError,
            String failure,
            int seen,
            long iterations,
            Double seconds,
            List<Rung> rungs) {

        private Candidate stable() {
            return new Candidate(number, setting, status, score, standardError, failure, seen, iterations, null, rungs);
        }
    }

    /**
     * A score on the way.
     *
     * @param iterations how far each training was
     * @param score mean score
     */
    public record Rung(int iterations, Double score) {}

    /**
     * A candidate that was better than all before it.
     *
     * @param number its number
     * @param score its score
     */
    public record Best(int number, double score) {}

    /**
     * The model of the score: a Gaussian process.
     *
     * @param fitted candidates that it was fitted to
     * @param estimated how many of these were given up on the way, so that their final score is an estimate
     * @param error root mean square error on complete candidates, each left out in turn, in units of the score
     * @param deviation standard deviation of the scores that it was fitted to
     */
    public record Surrogate(int fitted, int estimated, Double error, Double deviation) {}

    /**
     * How much a parameter matters, by functional analysis of variance of the model.
     *
     * @param parameter its key
     * @param share share of the variation of the score that it explains alone, 0 to 1
     * @param total share that goes with it in any company, 0 to 1
     */
    public record Importance(String parameter, double share, double total) {}

    /**
     * The score over two parameters, as the model predicts it; the other parameters at the winner's values.
     *
     * @param column key of the parameter whose values are the columns
     * @param row key of the parameter whose values are the rows
     * @param columns value of each column, ascending
     * @param rows value of each row, ascending
     * @param scores rows from the first value of the one, columns from the first of the other
     */
    public record Surface(
            String column, String row, List<Double> columns, List<Double> rows, List<List<Double>> scores) {}

    /**
     * What was trained after the search. Only this part needs training to be made again.
     *
     * @param winner number of the best candidate
     * @param test the winner's result on the test examples, which nothing else was tried on; null without
     * @param contenders the winner, and the settings that people would take without a search, in this order:
     *     {@code winner}, {@code none}, {@code published}, {@code advice}; scored anew on other folds and seeds than
     *     the search used, so that the winner's luck does not count
     * @param twins what the twins of the best candidates, or of the winner, and of the contenders came to
     */
    public record Proof(int winner, TestResult test, List<Contender> contenders, List<Twins> twins) {

        /**
         * Whether both networks computed the same for every setting that was trained as twins.
         *
         * @return the worst of all
         */
        public Status verdict() {
            return Status.all(twins.stream().map(Twins::verdict).toList());
        }
    }

    /**
     * The winner, trained on all training examples, on the test examples.
     *
     * @param accuracy right labels of all; null for a regression
     * @param crossEntropy mean cross-entropy, null likewise
     * @param rSquared R² of a regression, absent for labels, and where the targets of the test examples do not vary
     * @param rootMeanSquaredError √(1/(m·K)·ΣΣ (a − y)²) of a regression; absent for labels
     */
    public record TestResult(
            Report.Count accuracy,
            Double crossEntropy,
            @JsonInclude(JsonInclude.Include.NON_NULL) Double rSquared,
            @JsonInclude(JsonInclude.Include.NON_NULL) Double rootMeanSquaredError) {}

    /**
     * One setting, scored again.
     *
     * @param name {@code winner}, {@code none}, {@code published} or {@code advice}
     * @param setting what it was trained with, a value under each key
     * @param score mean score; null when a training failed
     * @param failure why it failed; empty unless failed
     * @param trainings number of folds times repeats
     * @param difference score of this one minus the winner's, null for the winner and for failures
     */
    public record Contender(
            String name,
            Map<String, Object> setting,
            Double score,
            String failure,
            int trainings,
            Difference difference) {}

    /**
     * A difference of two mean scores, training by training on the same folds and seeds.
     *
     * @param mean mean difference
     * @param low lower end of its confidence interval
     * @param high upper end
     * @param level confidence level, such as 0.95
     */
    public record Difference(double mean, double low, double high, double level) {}

    /**
     * One setting trained as both networks, on all training examples.
     *
     * @param name {@code winner}, {@code none}, {@code published}, {@code advice}, or {@code candidate 17}
     * @param setting what was trained, a value under each key
     * @param verdict verdict of the ladder
     * @param firstDivergence first rung outside its floor, null without
     * @param largestCostDifference largest relative difference of the costs as far as the runs are comparable
     * @param scratch costs of the hand-written network
     * @param dl4j costs of DL4J's network
     * @param plane where the boundary was looked at; null for candidates that are not drawn
     * @param end both boundaries after the last iteration, null likewise
     */
    public record Twins(
            String name,
            Map<String, Object> setting,
            Status verdict,
            Report.Divergence firstDivergence,
            Double largestCostDifference,
            List<Report.Cost> scratch,
            List<Report.Cost> dl4j,
            Picture.Plane plane,
            Picture.Snapshot end) {}
}
