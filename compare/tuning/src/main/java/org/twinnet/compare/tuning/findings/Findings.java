package org.twinnet.compare.tuning.findings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.hipparchus.stat.StatUtils;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.Metric;
import org.twinnet.compare.tuning.Study;
import org.twinnet.compare.tuning.space.Dimension;
import org.twinnet.compare.tuning.space.Setting;

/**
 * What the candidates of a study say.
 *
 * @param best each candidate that was better than all before it, the winner last; empty when none is complete
 * @param surrogate how good the model of the score is; empty when there are too few candidates for one, or all scored the same
 * @param importances how much each searched parameter matters, in the order of the space; empty without a model, or when it sees no effect
 * @param surface the score over λ and keep probability; empty without a model, or when one of the two was not searched
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
     * @param parameter its name as an option
     * @param share share of the variation of the model that it explains alone
     * @param total share that goes with it in any company
     */
    public record Importance(String parameter, double share, double total) {}

    /**
     * The model over λ and keep probability, all other parameters at the winner's values.
     *
     * @param lambdas λ of each column, ascending
     * @param keepProbabilities keep probability of each row, ascending
     * @param scores rows of scores
     */
    public record Surface(List<Double> lambdas, List<Double> keepProbabilities, List<List<Double>> scores) {}

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
        int sides = cube.names().size();
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
        List<String> names = cube.names();
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
        if (!cube.names().containsAll(List.of(UnitCube.LAMBDA, UnitCube.KEEP_PROBABILITY))) {
            return Optional.empty();
        }
        // A loss is the score or its negative, so the loss of a loss is the score.
        Metric metric = study.settings().metric();
        List<Double> lambdas = points(study.space().lambda(), COLUMNS);
        List<Double> keeps = points(study.space().keepProbability(), ROWS);
        List<List<Double>> scores = keeps.stream()
                .map(keep -> lambdas.stream()
                        .map(lambda -> metric.loss(model.predict(cube.position(winner.regularizedBy(lambda, keep)))))
                        .toList())
                .toList();
        return Optional.of(new Surface(lambdas, keeps, scores));
    }

    /** The values of a choice, or the middles of equal parts of a range. */
    private static List<Double> points(Dimension<Double> dimension, int parts) {
        if (!(dimension instanceof Dimension.Range range)) {
            return dimension.values().stream().sorted().toList();
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
