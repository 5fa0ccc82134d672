package org.twinnet.compare.tuning.score;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.Metric;
import org.twinnet.compare.tuning.RungScore;

/**
 * Successive halving on iterations: at n/η³, n/η² and n/η of n iterations a candidate goes on only when its score is
 * among the best 1/η of those that are known there, itself included. It is decided for each candidate from a fixed set
 * of earlier ones, and never waits for later ones, as in the asynchronous variant.
 *
 * <p>Source: Jamieson and Talwalkar, "Non-stochastic best arm identification and hyperparameter optimization", AISTATS
 * 2016; Li et al., "A system for massively parallel hyperparameter tuning", MLSys 2020.
 *
 * @param iterations iterations of a training that goes to its end, at least 1
 * @param eta η, at least 2; 1 gives up nothing
 * @param metric says which scores are better
 */
public record Halving(int iterations, int eta, Metric metric) {

    private static final int MOST_DECISIONS = 3;

    /** Before that a network has hardly left its initial weights. */
    private static final int FIRST_DECISION = 50;

    /** The best 1/η of fewer candidates than 2·η is decided by chance. */
    private static final int FEWEST_PER_SURVIVOR = 2;

    /**
     * Checks the numbers.
     *
     * @param iterations iterations of a training that goes to its end
     * @param eta one of so many goes on
     * @param metric says which scores are better
     * @throws IllegalArgumentException if one is below 1
     */
    public Halving {
        if (iterations < 1 || eta < 1) {
            throw new IllegalArgumentException(
                    "halving needs 1 iteration and η = 1 or more, not " + iterations + " and " + eta);
        }
    }

    /**
     * Where candidates are scored.
     *
     * @return iterations, ascending; the last entry is the end
     */
    public List<Integer> rungs() {
        List<Integer> rungs = new ArrayList<>();
        rungs.add(iterations);
        int at = iterations;
        for (int i = 0; eta > 1 && i < MOST_DECISIONS && at / eta >= FIRST_DECISION; i++) {
            at /= eta;
            rungs.add(0, at);
        }
        return List.copyOf(rungs);
    }

    /**
     * Decides whether a candidate goes on.
     *
     * @param rung where it is, an entry of {@link #rungs}
     * @param score its score there
     * @param known results of earlier candidates; those that never came so far do not count
     * @return true at the end, among the best, and while too few are known
     */
    public boolean goesOn(int rung, double score, List<CandidateResult> known) {
        if (rung >= iterations) {
            return true;
        }
        List<Double> losses = known.stream()
                .flatMap(result -> result.rungs().stream())
                .filter(other -> other.iterations() == rung)
                .map(RungScore::score)
                .map(metric::loss)
                .sorted()
                .toList();
        int competitors = losses.size() + 1;
        if (competitors < FEWEST_PER_SURVIVOR * eta) {
            return true;
        }
        int survivors = competitors / eta;
        return metric.loss(score) <= losses.get(survivors - 1);
    }
}
