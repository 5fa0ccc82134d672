package org.twinnet.compare.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.twinnet.compare.tuning.CandidateResult.Status;
import org.twinnet.compare.tuning.space.SearchSpace;
import org.twinnet.compare.tuning.space.Setting;

/** Settings, results and a search to test with. */
public final class SmallStudies {

    /** λ and keep probability as by default. */
    public static final SearchSpace SPACE = SearchSpace.usual();

    private static final List<Status> STATUSES = List.of(Status.values());

    private SmallStudies() {}

    /** A small study of the shipped data. */
    public static StudySettings settings() {
        return settings(SearchKind.RANDOM, 6, 1);
    }

    public static StudySettings settings(SearchKind search, int candidates, int halving) {
        return settings(TwinKind.SCRATCH, search, candidates, halving, Metric.CROSS_ENTROPY);
    }

    public static StudySettings settings(TwinKind twin, SearchKind search, int candidates, int halving, Metric metric) {
        return new StudySettings(
                "1.2.3",
                "pitch",
                "a".repeat(64),
                "b".repeat(64),
                twin,
                search,
                candidates,
                3,
                2,
                metric,
                false,
                SPACE.texts(),
                200,
                halving,
                2,
                0,
                7);
    }

    public static Proposal proposal(int number, double lambda, double keepProbability) {
        return new Proposal(
                number, Studies.setting(lambda, keepProbability, 0.3, List.of(20, 3, 1)), List.of(0.25, 0.75), 0);
    }

    /** A complete candidate whose score came down over two rungs. */
    public static CandidateResult complete(int number, double score) {
        return new CandidateResult(
                proposal(number, 0.1, 0.9),
                Status.COMPLETE,
                OptionalDouble.of(score),
                "",
                List.of(new FoldScore(0, 0, 1, 2, score)),
                List.of(new RungScore(100, score + 0.1), new RungScore(200, score)),
                200,
                0.5);
    }

    /** Results full of numbers that need every bit. */
    public static List<CandidateResult> random(int count, long seed) {
        Random random = new Random(seed);
        List<CandidateResult> results = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Status status = STATUSES.get(random.nextInt(3));
            Setting setting = Studies.setting(
                    random.nextDouble(), random.nextDouble(), Math.exp(random.nextGaussian()), List.of(9, 4, 1));
            results.add(new CandidateResult(
                    new Proposal(number, setting, List.of(random.nextDouble(), random.nextDouble()), number / 2),
                    status,
                    status == Status.COMPLETE ? OptionalDouble.of(random.nextGaussian()) : OptionalDouble.empty(),
                    status == Status.FAILED ? "it's \"broken\"; ünïcode\n" : "",
                    List.of(
                            new FoldScore(0, 0, 0xFFFF_FFFFL, random.nextInt(99), random.nextGaussian()),
                            new FoldScore(1, 0, random.nextInt(99), 0, Double.MIN_VALUE),
                            new FoldScore(0, 1, random.nextInt(99), 0, Double.MAX_VALUE)),
                    List.of(new RungScore(50, random.nextGaussian()), new RungScore(100, random.nextGaussian())),
                    random.nextLong(1L << 40),
                    random.nextDouble()));
        }
        return results;
    }

    /** Proposes settings of a fixed sequence, one after the other, and tells each the results before it. */
    public static final class InTurn implements Search {
        @Override
        public Ending run(
                Plan plan,
                List<CandidateResult> finished,
                Evaluator evaluator,
                Consumer<CandidateResult> saver,
                int workers,
                BooleanSupplier cancelled) {
            List<Integer> done =
                    finished.stream().map(result -> result.proposal().number()).toList();
            for (int number = 0; number < plan.candidates(); number++) {
                if (cancelled.getAsBoolean()) {
                    return Ending.CANCELLED;
                }
                if (!done.contains(number)) {
                    try {
                        saver.accept(evaluator.evaluate(new Proposal(
                                number, setting(number, plan.space()), List.of(0.5), plan.lag() == 0 ? 0 : number)));
                    } catch (CancelledException e) {
                        return Ending.CANCELLED;
                    }
                }
            }
            return Ending.COMPLETE;
        }

        private static Setting setting(int number, SearchSpace space) {
            return Studies.setting(
                    Math.pow(10, -number % 4),
                    1 - 0.05 * (number % 5),
                    (Double)
                            space.dimension(Studies.RATE).orElseThrow().values().get(0),
                    List.of(5, 1));
        }
    }
}
