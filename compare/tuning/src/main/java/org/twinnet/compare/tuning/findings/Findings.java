package org.twinnet.compare.tuning.findings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.hipparchus.stat.StatUtils;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.Metric;
import org.twinnet.compare.tuning.Study;
import org.twinnet.compare.tuning.space.Dimension;
import org.twinnet.compare.tuning.space.SearchSpace;
import org.twinnet.compare.tuning.space.Setting;

/**
 * What the candidates of a study say.
 *
 * @param best each candidate that was better than all before it, the winner last; empty when none is complete
 * @param surrogate how good the model of the score is; empty when there are too few candidates for one, or all scored
 *     the same
 * @param importances how much each searched parameter matters, in the order of the space; empty without a model, or
 *     when it sees no effect
 * @param surface the score over the first two numbers that were searched; empty without a model, or when there are no
 *     two
 */
public record Findings(
        List<CandidateResult> best,
        Optional<Surrogate> surrogate,
        List<Importance> importances,
        Optional<Surface> surface) {

    private static final int FEWEST = 10;
    private static final int FEWEST_PER_SIDE = 4;
    private static final int COLUMNS = 32;
    private static final int ROWS = 24;

    /** A model whose own variation is below this share of the scores' sees nothing. */
    private static final double NO_EFFECT = 1e-6;

    /**
     * Quality of the model of the score, a Gaussian process.
     *
     * @param fitted candidates that it was fitted to
     * @param estimated how many of these were given up on the way, so that their final score is an estimate
     * @param error root mean square error on complete candidates, each left out in turn, in units of the score
     * @param deviation standard deviation of the scores that it was fitted to
     */
    public record Surrogate(int fitted, int estimated, double error, double deviation) {}

    /**
     * How much a parameter matters.
     *
     * @param parameter its key
     * @param share share of the variation of the model that it explains alone
     * @param total share that goes with it in any company
     */
    public record Importance(String parameter, double share, double total) {}

    /**
     * The model over two parameters, all others at the winner's values.
     *
     * @param column key of the parameter whose values are the columns
     * @param row key of the parameter whose values are the rows
     * @param columns value of each column, ascending
     * @param rows value of each row, ascending
     * @param scores rows of scores
     */
    public record Surface(
            String column, String row, List<Double> columns, List<Double> rows, List<List<Double>> scores) {}

    /**
     * Finds out.
     *
     * @param study a study, finished or not
     * @return what it says so far; the same study gives the same findings, bit by bit
     */
    public static Findings of(Study study) {
        List<CandidateResult> best = best(study);
        UnitCube cube = new UnitCube(study.space());
        Observations observations = Observations.of(study);
        double[] losses = observations.losses();
        int sides = cube.keys().size();
        boolean tell = sides > 0
                && !best.isEmpty()
                && losses.length >= Math.max(FEWEST, FEWEST_PER_SIDE * sides)
                && Arrays.stream(losses).distinct().count() > 1;
        if (!tell) {
            return new Findings(best, Optional.empty(), List.of(), Optional.empty());
        }
        GaussianProcess model = LikelihoodSearch.fit(observations.positions(), losses, cube.choices());
        Setting winner = best.get(best.size() - 1).proposal().setting();
        return new Findings(
                best,
                Optional.of(surrogate(model, observations)),
                importances(model, cube, StatUtils.populationVariance(losses)),
                surface(model, study, cube, winner));
    }

    private static List<CandidateResult> best(Study study) {
        List<CandidateResult> best = new ArrayList<>();
        double lowest = Double.POSITIVE_INFINITY;
        for (CandidateResult result : study.results().stream()
                .sorted(Comparator.comparingInt(result -> result.proposal().number()))
                .toList()) {
            OptionalDouble loss =
                    Observations.finalLoss(result, study.settings().metric());
            if (loss.isPresent() && loss.getAsDouble() < lowest) {
                best.add(result);
                lowest = loss.getAsDouble();
            }
        }
        return List.copyOf(best);
    }

    private static Surrogate surrogate(GaussianProcess model, Observations observations) {
        double[] errors = model.leaveOneOutErrors();
        List<Observations.Observation> list = observations.list();
        double[] squares = IntStream.range(0, errors.length)
                .filter(i -> !list.get(i).estimated())
                .mapToDouble(i -> errors[i] * errors[i])
                .toArray();
        return new Surrogate(
                list.size(),
                (int) list.stream().filter(Observations.Observation::estimated).count(),
                Math.sqrt(StatUtils.mean(squares)),
                Math.sqrt(StatUtils.populationVariance(observations.losses())));
    }

    private static List<Importance> importances(GaussianProcess model, UnitCube cube, double variance) {
        List<String> names = cube.keys();
        SobolIndices indices = SobolIndices.of(point -> model.predict(cube.snapped(point)), names.size());
        if (indices.variance() < NO_EFFECT * variance) {
            return List.of();
        }
        return IntStream.range(0, names.size())
                .mapToObj(i -> new Importance(
                        names.get(i),
                        indices.indices().get(i).first(),
                        indices.indices().get(i).total()))
                .toList();
    }

    private static Optional<Surface> surface(GaussianProcess model, Study study, UnitCube cube, Setting winner) {
        List<SearchSpace.Axis> numbers = study.space().searched().stream()
                .filter(axis -> axis.dimension().isNumeric())
                .toList();
        if (numbers.size() < 2) {
            return Optional.empty();
        }
        String column = numbers.get(0).key();
        String row = numbers.get(1).key();
        // A loss is the score or its negative, so the loss of a loss is the score.
        Metric metric = study.settings().metric();
        List<Double> columns = points(numbers.get(0).dimension(), COLUMNS);
        List<Double> rows = points(numbers.get(1).dimension(), ROWS);
        List<List<Double>> scores = rows.stream()
                .map(y -> columns.stream()
                        .map(x -> metric.loss(model.predict(cube.position(winner.with(Map.of(column, x, row, y))))))
                        .toList())
                .toList();
        return Optional.of(new Surface(column, row, columns, rows, scores));
    }

    /** The values of a choice, or the middles of equal parts of a range. */
    private static List<Double> points(Dimension<?> dimension, int parts) {
        if (!(dimension instanceof Dimension.Range range)) {
            return dimension.values().stream().map(Double.class::cast).sorted().toList();
        }
        return IntStream.range(0, parts)
                .mapToObj(k -> {
                    double share = (k + 0.5) / parts;
                    return range.logarithmic()
                            ? range.from() * StrictMath.pow(range.to() / range.from(), share)
                            : range.from() + share * (range.to() - range.from());
                })
                .toList();
    }
}
