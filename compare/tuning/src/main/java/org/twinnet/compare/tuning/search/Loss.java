package org.twinnet.compare.tuning.search;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Properties;
import org.deeplearning4j.arbiter.optimize.api.data.DataProvider;
import org.deeplearning4j.arbiter.optimize.api.data.DataSource;
import org.deeplearning4j.arbiter.optimize.api.score.ScoreFunction;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.Metric;
import org.twinnet.compare.tuning.RungScore;

/**
 * What a generator is told of a result; the smaller the better, and always a finite number: Arbiter would keep a NaN as
 * the best for ever.
 *
 * <p>A complete candidate counts by its score. One that was given up is worse than every complete one, and of several
 * the one with the better score is better: the score on its way may well be better than it would have become, because a
 * network that overfits gets worse with training. A failed one is worse than any other, so that the generators learn to
 * avoid its neighbourhood.
 */
final class Loss implements ScoreFunction {

    /** Worse than any score. */
    static final double WORST = Double.MAX_VALUE;

    /**
     * What being given up adds: more than any mean cross-entropy, which is at most −ln 1e-15, and few enough digits to
     * keep the order.
     */
    static final double GIVEN_UP = 1e3;

    private static final long serialVersionUID = 1L;

    private final Metric metric;

    Loss(Metric metric) {
        this.metric = metric;
    }

    double of(CandidateResult result) {
        OptionalDouble score = switch (result.status()) {
            case COMPLETE -> result.score();
            case STOPPED -> lastRung(result.rungs());
            case FAILED -> OptionalDouble.empty();
        };
        double behind = result.status() == CandidateResult.Status.STOPPED ? GIVEN_UP : 0;
        double loss = score.isPresent() ? metric.loss(score.getAsDouble()) + behind : WORST;
        return Double.isFinite(loss) ? loss : WORST;
    }

    private static OptionalDouble lastRung(List<RungScore> rungs) {
        return rungs.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(rungs.get(rungs.size() - 1).score());
    }

    @Override
    @SuppressWarnings("deprecation") // Arbiter's own signature
    public double score(Object result, DataProvider data, Map<String, Object> parameters) {
        return of((CandidateResult) result);
    }

    @Override
    public double score(Object result, Class<? extends DataSource> data, Properties properties) {
        return of((CandidateResult) result);
    }

    @Override
    public boolean minimize() {
        return true;
    }

    @Override
    public List<Class<?>> getSupportedModelTypes() {
        return List.of(CandidateResult.class);
    }

    @Override
    public List<Class<?>> getSupportedDataTypes() {
        return List.of();
    }
}
