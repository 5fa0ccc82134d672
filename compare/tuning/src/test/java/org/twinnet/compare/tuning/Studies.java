package org.twinnet.compare.tuning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.twinnet.compare.tuning.CandidateResult.Status;
import org.twinnet.compare.tuning.space.Dimension;
import org.twinnet.compare.tuning.space.SearchSpace;
import org.twinnet.compare.tuning.space.Setting;

/** Seeded studies whose scores come from a formula; nothing is trained. */
public final class Studies {

    public static final String L2 = "penalty.l2";
    public static final String KEEP = "layers[].keep_prob";
    public static final String RATE = "optimizer.learning_rate";
    public static final String UNITS = "layers[].units";

    /** λ from 0.0001 to 10 in decades, keep probability from 0.5 to 1, one learning rate, one network. */
    public static final SearchSpace PLANE = space("1e-4..10:log", "0.5..1", "0.3", "20,3,1");

    private static final int FOLDS = 5;
    private static final int REPEATS = 3;
    private static final int[] RUNGS = {200, 1000, 5000};

    private Studies() {}

    /** A space as users write it. */
    public static SearchSpace space(String lambda, String keep, String rate, String layers) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(L2, lambda);
        texts.put(KEEP, keep);
        texts.put(RATE, rate);
        texts.put(UNITS, layers);
        return SearchSpace.of(texts);
    }

    /** A space of the four hyper-parameters that are tuned when nothing is said. */
    public static SearchSpace space(Dimension<?> lambda, Dimension<?> keep, Dimension<?> rate, Dimension<?> layers) {
        return new SearchSpace(List.of(
                new SearchSpace.Axis(L2, lambda),
                new SearchSpace.Axis(KEEP, keep),
                new SearchSpace.Axis(RATE, rate),
                new SearchSpace.Axis(UNITS, layers)));
    }

    /** A setting of these four. */
    public static Setting setting(double lambda, double keep, double rate, List<Integer> layers) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(L2, lambda);
        values.put(KEEP, keep);
        values.put(RATE, rate);
        values.put(UNITS, layers);
        return new Setting(values);
    }

    public static double l2(Setting setting) {
        return l2(setting.values());
    }

    public static double l2(Map<String, Object> setting) {
        return (Double) setting.get(L2);
    }

    public static double keep(Setting setting) {
        return (Double) setting.values().get(KEEP);
    }

    public static List<?> units(Setting setting) {
        return (List<?>) setting.values().get(UNITS);
    }

    /** Settings of a study on a space. */
    public static StudySettings settings(SearchSpace space, SearchKind search, int candidates, Metric metric) {
        return new StudySettings(
                "0.1.0",
                "points.csv",
                "ab12",
                "cd34",
                TwinKind.SCRATCH,
                search,
                candidates,
                FOLDS,
                REPEATS,
                metric,
                false,
                space.texts(),
                RUNGS[2],
                3,
                search.adaptive() ? 4 : 0,
                0,
                1);
    }

    /** A study of given results. */
    public static Study of(SearchSpace space, SearchKind search, Metric metric, List<CandidateResult> results) {
        return new Study(
                settings(space, search, results.size(), metric),
                space,
                results,
                org.twinnet.compare.tuning.Search.Ending.COMPLETE,
                metric == Metric.ACCURACY ? -0.5 : Math.log(2));
    }

    /** Complete candidates at random settings of a space, scored by a function. */
    public static Study scored(SearchSpace space, int candidates, ToDoubleFunction<Setting> score) {
        Random random = new Random(1);
        List<CandidateResult> results = new ArrayList<>();
        for (int number = 0; number < candidates; number++) {
            Setting setting = draw(space, random);
            results.add(complete(number, setting, 0, score.applyAsDouble(setting)));
        }
        return of(space, SearchKind.RANDOM, Metric.CROSS_ENTROPY, results);
    }

    /**
     * A study as it really goes: the score has a valley near λ = 0.3, keep 0.88, hopeless candidates lose up to a
     * hundred times as much, two of three are given up on the way, a few fail.
     */
    public static Study realistic(SearchSpace space, SearchKind search, int candidates) {
        Random random = new Random(7);
        List<CandidateResult> results = new ArrayList<>();
        for (int number = 0; number < candidates; number++) {
            Setting setting = draw(space, random);
            int seen = search.adaptive() ? Math.max(0, number - 3) : 0;
            double end = valley(setting) + 0.004 * random.nextGaussian();
            if (random.nextInt(20) == 0) {
                results.add(
                        failed(number, setting, seen, "diverged: cost not finite at iteration " + 100 * (number + 1)));
            } else if (end > 0.31 && random.nextInt(4) > 0) {
                results.add(stopped(number, setting, seen, end + 0.05, end > 0.5 ? 1 : 2));
            } else {
                results.add(complete(number, setting, seen, end));
            }
        }
        return of(space, search, Metric.CROSS_ENTROPY, results);
    }

    /** A loss over λ and keep probability that is least, 0.2, near λ = 0.3 and keep 0.88; above λ = 5 all is lost. */
    public static double valley(Setting setting) {
        return Studies.l2(setting) > 5 ? 8 * bowl(setting) : bowl(setting);
    }

    /** The same without a step. */
    public static double bowl(Setting setting) {
        double decades = Math.log10(Math.max(1e-4, Studies.l2(setting)) / 0.3);
        double keep = (Studies.keep(setting) - 0.88) / 0.2;
        return 0.2 + 0.03 * decades * decades + 0.03 * keep * keep + 0.012 * decades * keep;
    }

    private static Setting draw(SearchSpace space, Random random) {
        Map<String, Object> values = new LinkedHashMap<>();
        space.axes().forEach(axis -> values.put(axis.key(), value(axis.dimension(), random)));
        return new Setting(values);
    }

    private static Object value(Dimension<?> dimension, Random random) {
        if (dimension instanceof Dimension.Range range) {
            double share = random.nextDouble();
            return range.logarithmic()
                    ? range.from() * Math.pow(range.to() / range.from(), share)
                    : range.from() + share * (range.to() - range.from());
        }
        return dimension.values().get(random.nextInt(dimension.values().size()));
    }

    /** A complete candidate. */
    public static CandidateResult complete(int number, Setting setting, int seen, double score) {
        return new CandidateResult(
                new Proposal(number, setting, List.of(), seen),
                Status.COMPLETE,
                OptionalDouble.of(score),
                "",
                folds(score),
                rungs(score, RUNGS.length),
                (long) FOLDS * REPEATS * RUNGS[2],
                1.5 + number % 7 / 10.0);
    }

    /** A candidate given up after some rungs, whose score would have become {@code end}. */
    public static CandidateResult stopped(int number, Setting setting, int seen, double end, int rungs) {
        List<RungScore> scores = rungs(end, rungs);
        return new CandidateResult(
                new Proposal(number, setting, List.of(), seen),
                Status.STOPPED,
                OptionalDouble.empty(),
                "",
                folds(scores.get(rungs - 1).score()),
                scores,
                (long) FOLDS * REPEATS * RUNGS[rungs - 1],
                0.2);
    }

    /** A candidate that failed. */
    public static CandidateResult failed(int number, Setting setting, int seen, String reason) {
        return new CandidateResult(
                new Proposal(number, setting, List.of(), seen),
                Status.FAILED,
                OptionalDouble.empty(),
                reason,
                List.of(),
                List.of(),
                100,
                0.1);
    }

    /** Each rung before the last is 0.1 worse than the end. */
    private static List<RungScore> rungs(double end, int count) {
        List<RungScore> rungs = new ArrayList<>();
        for (int r = 0; r < count; r++) {
            rungs.add(new RungScore(RUNGS[r], end + 0.1 * (RUNGS.length - 1 - r)));
        }
        return rungs;
    }

    /** Folds 0.01 apart, around the mean. */
    private static List<FoldScore> folds(double mean) {
        List<FoldScore> folds = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            for (int repeat = 0; repeat < REPEATS; repeat++) {
                folds.add(new FoldScore(fold, repeat, 100 + repeat, 200 + repeat, mean + 0.01 * (fold - 2)));
            }
        }
        return folds;
    }
}
