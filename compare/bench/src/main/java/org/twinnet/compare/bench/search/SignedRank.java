package org.twinnet.compare.bench.search;

import java.util.List;
import org.hipparchus.stat.inference.WilcoxonSignedRankTest;

/** Wilcoxon's signed-rank test of paired values. */
final class SignedRank {

    private SignedRank() {}

    /**
     * Two-sided p of the hypothesis that the differences are symmetric about 0; by the normal approximation, which is
     * good for 20 and more.
     */
    static double p(List<Double> differences) {
        if (differences.stream().allMatch(difference -> difference == 0)) {
            return 1;
        }
        double[] x = differences.stream().mapToDouble(Double::doubleValue).toArray();
        return new WilcoxonSignedRankTest().wilcoxonSignedRankTest(x, new double[x.length], false);
    }
}
