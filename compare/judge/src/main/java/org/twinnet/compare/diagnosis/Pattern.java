package org.twinnet.compare.diagnosis;

import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.twinnet.compare.check.item.RecomputedTensor;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.text.SaidOfCheck;

/** What can be measured of numbers that no mistake explains. */
final class Pattern {

    private Pattern() {}

    /**
     * Describes one tensor, or costs.
     *
     * <pre>
     *   c    = Σ T·E / Σ E²               the closest constant factor
     *   rest = ‖T − c·E‖ / ‖T‖            what it leaves
     * </pre>
     *
     * <p>A single number has a factor to any other and no pattern: it is told as it is.
     *
     * @param facings both sides: one tensor, or one cost or several
     * @return what is to be said, without a full stop
     */
    static Phrase of(List<RecomputedTensor> facings) {
        double[] T = all(facings, RecomputedTensor::actual);
        double[] E = all(facings, RecomputedTensor::expected);
        double[] floor = all(facings, RecomputedTensor::floor);
        Phrase name = facings.size() == 1
                ? Said.NAME.of(facings.get(0).name())
                : SaidOfCheck.COSTS_FROM_TO.of(
                        facings.get(0).name(), facings.get(facings.size() - 1).name());
        if (T.length == 1) {
            return SaidOfCheck.ONE_NUMBER.of(name, T[0], E[0]);
        }
        double te = 0;
        double ee = 0;
        double tt = 0;
        int differing = 0;
        for (int k = 0; k < T.length; k++) {
            te += T[k] * E[k];
            ee += E[k] * E[k];
            tt += T[k] * T[k];
            differing += Math.abs(T[k] - E[k]) <= floor[k] ? 0 : 1;
        }
        Phrase share = SaidOfCheck.DIFFERING.of(differing, T.length, name);
        if (!(ee > 0 && tt > 0)) {
            return SaidOfCheck.ONE_SIDE_ZERO.of(share);
        }
        double c = te / ee;
        double rest = Math.sqrt(Math.max(0, tt - c * te) / tt);
        return SaidOfCheck.PATTERN.of(share, c, rest, te / Math.sqrt(ee * tt));
    }

    private static double[] all(List<RecomputedTensor> facings, Function<RecomputedTensor, double[]> side) {
        return facings.stream().map(side).flatMapToDouble(DoubleStream::of).toArray();
    }
}
