package org.twinnet.compare.check;

import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.SaidOfCheck;

/** The rungs of a check, in the order in which they are climbed. */
public enum CheckRungName {
    /** Whether the numbers are stored and computed as the format says. */
    FORMAT("format", SaidOfCheck.RUNG_FORMAT),
    /** How many units the masks keep, and how independently. */
    MASKS("masks", SaidOfCheck.RUNG_MASKS),
    /** Z and A. */
    FORWARD("forward", SaidOfCheck.RUNG_FORWARD),
    /** The costs of iterations whose parameters are in the trace. */
    COST("cost", SaidOfCheck.RUNG_COST),
    /** dA, dZ, dW and db. */
    GRADIENTS("gradients", SaidOfCheck.RUNG_GRADIENTS),
    /** W and b after an update. */
    UPDATE("update", SaidOfCheck.RUNG_UPDATE),
    /** All costs, by the whole run. */
    FREE_RUN("free-running trajectory", SaidOfCheck.RUNG_FREE_RUN),
    /** What both twins compute from the trace's parameters. */
    TWINS("the twins' opinion", SaidOfCheck.RUNG_TWINS);

    private final String label;
    private final SaidOfCheck said;

    CheckRungName(String label, SaidOfCheck said) {
        this.label = label;
        this.said = said;
    }

    /**
     * The name for people.
     *
     * @return such as "gradients"
     */
    public Phrase said() {
        return said.of();
    }

    /**
     * The name in files.
     *
     * @return such as {@code gradients}
     */
    public String label() {
        return label;
    }

    /** The name in files. */
    @Override
    public String toString() {
        return label;
    }
}
