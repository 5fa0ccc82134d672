package org.twinnet.compare.ladder;

import java.util.Collection;
import java.util.Locale;

/** The outcome of a rung, a scenario, or a whole comparison. */
public enum Status {
    /** Everything that was compared lies within its noise floor, and something was compared. */
    AGREE,
    /** Something lies outside its noise floor, or is not finite although it is determined. */
    DISAGREE,
    /** Nothing was compared, or nothing of it is determined, so nothing can be said. */
    INCONCLUSIVE;

    /**
     * The name in files and tables.
     *
     * @return lower case
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name in files and tables. */
    @Override
    public String toString() {
        return label();
    }

    /**
     * Joins outcomes: one disagreement is a disagreement; without any, one open question leaves all open.
     *
     * @param parts the outcomes
     * @return {@link #INCONCLUSIVE} when there are none
     */
    public static Status all(Collection<Status> parts) {
        if (parts.contains(DISAGREE)) {
            return DISAGREE;
        }
        return parts.isEmpty() || parts.contains(INCONCLUSIVE) ? INCONCLUSIVE : AGREE;
    }
}
