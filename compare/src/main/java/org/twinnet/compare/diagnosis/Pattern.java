package org.twinnet.compare.diagnosis;

import java.util.Locale;
import org.twinnet.compare.check.Facing;

/** What can be measured of numbers that no mistake explains. */
final class Pattern {

    private Pattern() {}

    /**
     * Describes one tensor or cost.
     *
     * <pre>
     *   c    = Σ T·E / Σ E²               the closest constant factor
     *   rest = ‖T − c·E‖ / ‖T‖            what it leaves
     * </pre>
     *
     * @param facing both sides
     * @return one sentence without a full stop
     */
    static String of(Facing facing) {
        double te = 0;
        double ee = 0;
        double tt = 0;
        int differing = 0;
        double[] T = facing.actual();
        double[] E = facing.expected();
        for (int k = 0; k < T.length; k++) {
            te += T[k] * E[k];
            ee += E[k] * E[k];
            tt += T[k] * T[k];
            differing += Math.abs(T[k] - E[k]) <= facing.floor()[k] ? 0 : 1;
        }
        String share = "%d of %d numbers of %s differ".formatted(differing, T.length, facing.name());
        if (!(ee > 0 && tt > 0)) {
            return share + "; one side is 0 throughout";
        }
        double c = te / ee;
        double rest = Math.sqrt(Math.max(0, tt - c * te) / tt);
        return String.format(
                Locale.ROOT,
                "%s; the closest constant factor is %.4g and leaves %.2g of it; correlation %.4f",
                share,
                c,
                rest,
                te / Math.sqrt(ee * tt));
    }
}
