package org.twinnet.compare.tuning.findings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.hipparchus.stat.StatUtils;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.CandidateResult.Status;
import org.twinnet.compare.tuning.Metric;
import org.twinnet.compare.tuning.RungScore;
import org.twinnet.compare.tuning.Study;

/**
 * What the model of the score is fitted to: position and loss of complete candidates, and of those that were given up
 * on the way.
 *
 * <p>A candidate that was given up has no final score. Leaving all of them out would fit the model to the good part of
 * the space only and hide what makes a candidate bad. So it counts with the loss of its last rung plus the median
 * change that complete candidates had from that rung to their end. Failed candidates have no score at all and are left
 * out.
 *
 * <p>Hopeless candidates can lose a hundred times as much as good ones; a model that must follow them sees nothing
 * else. So losses above a fence count as the fence: hopeless is hopeless. Nearly half of the candidates may be
 * hopeless, so the fence looks at the better half only: Q₂ + 4·(Q₂ − Q₁) of all losses, which is Tukey's inner fence Q₃
 * + 1.5·(Q₃ − Q₁) where both halves are alike (Tukey, Exploratory Data Analysis, 1977). Where the quartiles are equal
 * there is no fence. A search that learns tries mostly good candidates, which puts the fence close to them; but what is
 * better than guessing is not hopeless, so the fence is never below the loss of guessing.
 *
 * @param list one entry a candidate, at most {@value #MOST}
 */
record Observations(List<Observation> list) {

    /** The Gaussian process takes time with the cube of this number. */
    static final int MOST = 200;

    private static final double FENCE = 4;

    /** One candidate: where it lies in the cube, what it lost, and whether that is an estimate. */
    record Observation(List<Double> position, double loss, boolean estimated) {}

    static Observations of(Study study) {
        UnitCube cube = new UnitCube(study.space());
        Metric metric = study.settings().metric();
        List<Observation> all = new ArrayList<>();
        for (CandidateResult result : study.results()) {
            OptionalDouble loss = switch (result.status()) {
                case COMPLETE -> finalLoss(result, metric);
                case STOPPED -> estimate(result, study.results(), metric);
                case FAILED -> OptionalDouble.empty();
            };
            loss.ifPresent(value -> all.add(new Observation(
                    Arrays.stream(cube.position(result.proposal().setting()))
                            .boxed()
                            .toList(),
                    value,
                    result.status() != Status.COMPLETE)));
        }
        return new Observations(fenced(thinned(all), study.guessing()));
    }

    static OptionalDouble finalLoss(CandidateResult result, Metric metric) {
        boolean counts = result.status() == Status.COMPLETE
                && result.score().isPresent()
                && Double.isFinite(result.score().getAsDouble());
        return counts ? OptionalDouble.of(metric.loss(result.score().getAsDouble())) : OptionalDouble.empty();
    }

    private static OptionalDouble estimate(CandidateResult stopped, List<CandidateResult> results, Metric metric) {
        if (stopped.rungs().isEmpty()) {
            return OptionalDouble.empty();
        }
        RungScore last = stopped.rungs().get(stopped.rungs().size() - 1);
        double[] changes = results.stream()
                .filter(result -> finalLoss(result, metric).isPresent())
                .flatMapToDouble(result -> result.rungs().stream()
                        .filter(rung -> rung.iterations() == last.iterations())
                        .mapToDouble(rung -> finalLoss(result, metric).getAsDouble() - metric.loss(rung.score())))
                .filter(Double::isFinite)
                .toArray();
        if (changes.length == 0 || !Double.isFinite(last.score())) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(metric.loss(last.score()) + StatUtils.percentile(changes, 50));
    }

    /** Where there are too many, evenly many of the search's beginning and end, and the best. */
    private static List<Observation> thinned(List<Observation> all) {
        if (all.size() <= MOST) {
            return all;
        }
        List<Observation> some = new ArrayList<>();
        for (int k = 0; k < MOST; k++) {
            some.add(all.get((int) ((long) k * all.size() / MOST)));
        }
        Observation best = all.stream()
                .filter(observation -> !observation.estimated())
                .min(Comparator.comparingDouble(Observation::loss))
                .orElse(some.get(0));
        if (!some.contains(best)) {
            some.set(MOST - 1, best);
        }
        return some;
    }

    private static List<Observation> fenced(List<Observation> all, double guessing) {
        if (all.isEmpty()) {
            return all;
        }
        double[] losses = all.stream().mapToDouble(Observation::loss).toArray();
        double lower = StatUtils.percentile(losses, 25);
        double middle = StatUtils.percentile(losses, 50);
        double fence =
                middle > lower ? Math.max(guessing, middle + FENCE * (middle - lower)) : Double.POSITIVE_INFINITY;
        return all.stream()
                .map(observation -> new Observation(
                        observation.position(), Math.min(fence, observation.loss()), observation.estimated()))
                .toList();
    }

    double[][] positions() {
        return list.stream()
                .map(observation ->
                        observation.position().stream().mapToDouble(x -> x).toArray())
                .toArray(double[][]::new);
    }

    double[] losses() {
        return list.stream().mapToDouble(Observation::loss).toArray();
    }
}
