package org.twinnet.compare.tuning.findings;

import java.util.Arrays;
import org.hipparchus.random.SobolSequenceGenerator;

/**
 * Length scales and noise of largest likelihood: a Sobol sequence over their logarithms, and from its best point a
 * compass search, which goes along each axis while that helps and halves its step where nothing does. No draw of random
 * numbers, so the same points give the same model, bit by bit.
 */
final class LikelihoodSearch {

    /**
     * Below a tenth of a side the model would explain each candidate by itself; above ten sides a parameter has no
     * effect to be seen.
     */
    private static final double SHORTEST = 0.1;

    private static final double LONGEST = 10;

    /** The least noise also keeps R positive definite in double precision. */
    private static final double LEAST_NOISE = 1e-5;

    private static final double MOST_NOISE = 10;
    private static final int STARTS_PER_PARAMETER = 8;
    private static final double FIRST_STEP = 0.2;
    private static final double LAST_STEP = 0.02;

    private final double[][] points;
    private final double[] losses;
    private final int[] choices;

    private LikelihoodSearch(double[][] points, double[] losses, int[] choices) {
        this.points = points;
        this.losses = losses;
        this.choices = choices;
    }

    static GaussianProcess fit(double[][] points, double[] losses, int[] choices) {
        return new LikelihoodSearch(points, losses, choices).fit();
    }

    private GaussianProcess fit() {
        int parameters = choices.length + 1;
        SobolSequenceGenerator starts = new SobolSequenceGenerator(parameters);
        double[] best = null;
        double likelihood = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < STARTS_PER_PARAMETER * parameters; s++) {
            double[] start = starts.skipTo(s + 1);
            double here = model(start).logLikelihood();
            if (best == null || here > likelihood) {
                best = start;
                likelihood = here;
            }
        }
        for (double step = FIRST_STEP; step >= LAST_STEP; ) {
            boolean better = false;
            for (int way = 0; way < 2 * parameters; way++) {
                double[] next = best.clone();
                next[way / 2] = Math.max(0, Math.min(1, next[way / 2] + (way % 2 == 0 ? step : -step)));
                double here =
                        Arrays.equals(next, best) ? likelihood : model(next).logLikelihood();
                if (here > likelihood) {
                    best = next;
                    likelihood = here;
                    better = true;
                }
            }
            step = better ? step : step / 2;
        }
        return model(best);
    }

    /** Each entry of the point is the share of the way from the least to the most, in logarithms. */
    private GaussianProcess model(double[] point) {
        double[] lengths = new double[choices.length];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = between(SHORTEST, LONGEST, point[i]);
        }
        double noise = between(LEAST_NOISE, MOST_NOISE, point[choices.length]);
        return new GaussianProcess(new Kernel(lengths, choices), noise, points, losses);
    }

    private static double between(double least, double most, double share) {
        return least * StrictMath.pow(most / least, share);
    }
}
