package org.twinnet.compare.report;

import org.twinnet.compare.agreement.RungName;
import org.twinnet.compare.text.Phrase;

/** How the ladder is told. */
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
}
