package org.twinnet.compare.report.tune;

import java.awt.Color;
import java.util.Arrays;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.hipparchus.stat.descriptive.rank.Percentile.EstimationType;

/** Colours and heights of scores: the best dark, the worst tenth all alike, as on the page. */
final class ScoreScale {

    private static final int[] STOPS = {0x0b4f4a, 0x2f8f83, 0x93cbb3, 0xefe9cf, 0xe6cda6};

    /** A few shades are enough for the eye and keep files small. */
    private static final int SHADES = 28;

    private final TuneNumbers numbers;
    private final double best;
    private final double worst;

    ScoreScale(TuneReport report) {
        numbers = new TuneNumbers(report.metric());
        double[] losses = report.candidates().stream()
                .filter(candidate -> candidate.score() != null)
                .mapToDouble(candidate -> loss(candidate.score()))
                .toArray();
        best = Arrays.stream(losses).min().orElse(0);
        worst = losses.length == 0
                ? 1
                : new Percentile().withEstimationType(EstimationType.R_7).evaluate(losses, 90);
    }

    double loss(double score) {
        return numbers.loss(score);
    }

    /** The best score. */
    double best() {
        return loss(best);
    }

    /** The score from which on all are alike. */
    double worst() {
        return loss(worst);
    }

    /** The worst score that a picture has room for. */
    double cap() {
        double span = worst > best ? worst - best : best == 0 ? 1 : Math.abs(best);
        return loss(worst + 0.15 * span);
    }

    Color color(double score) {
        return shade(worst > best ? (loss(score) - best) / (worst - best) : 0);
    }

    /** From the best, 0, to the worst, 1. */
    static Color shade(double share) {
        double t = Math.rint(SHADES * Math.max(0, Math.min(1, share))) / SHADES * (STOPS.length - 1);
        int from = Math.min(STOPS.length - 2, (int) t);
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = STOPS[from] >> shift & 0xff;
            int b = STOPS[from + 1] >> shift & 0xff;
            rgb |= (int) Math.round(a + (t - from) * (b - a)) << shift;
        }
        return new Color(rgb);
    }

    /** The same score no worse than the cap. */
    double capped(double score) {
        return loss(Math.min(loss(cap()), loss(score)));
    }
}
