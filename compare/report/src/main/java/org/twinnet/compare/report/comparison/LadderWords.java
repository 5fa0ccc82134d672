package org.twinnet.compare.report.comparison;

import java.util.Objects;
import org.twinnet.compare.ladder.RungName;
import org.twinnet.compare.report.kit.Numbers;
import org.twinnet.compare.report.model.Picture;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.text.Phrase;

/** How the ladder and the conventions are told. */
public final class LadderWords {

    private LadderWords() {}

    /**
     * The name of a rung.
     *
     * @param name the rung
     * @return the phrase
     */
    public static Phrase rung(RungName name) {
        return Phrase.of("rung." + name.label().replace(' ', '-'));
    }

    /**
     * What parted, and at which entry.
     *
     * @param divergence where two runs part
     * @return the phrase
     */
    public static Phrase entry(Report.Divergence divergence) {
        return divergence.where().isNothing() || divergence.where().equals(divergence.quantity())
                ? divergence.quantity()
                : Phrase.of("divergence.entry", divergence.quantity(), divergence.where());
    }

    /** The entry that decided, and when; a dash where every number was equal. */
    static Object where(Phrase where, int iteration, Double multiple) {
        if (where.isNothing() || (multiple != null && multiple == 0)) {
            return "–";
        }
        return iteration > 0 ? Phrase.of("ladder.at", where, Numbers.count(iteration)) : where;
    }

    /**
     * What a convention measured: ratios to the last digit, because they should be exact; small changes as differences
     * are.
     */
    static Object measured(Picture.Convention convention) {
        return isChange(convention) ? Numbers.small(convention.measured()) : Numbers.exact(convention.measured());
    }

    /** Whether a convention is how far two ways part, so that nothing but 0 is expected where they are one. */
    static boolean isChange(Picture.Convention convention) {
        return convention.measured() != null && Objects.equals(convention.expected(), 0.0);
    }
}
