package org.twinnet.compare.twin;

import java.util.Locale;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;

/** Which of the two networks. */
public enum TwinName {
    /** The hand-written one. */
    SCRATCH(Said.SCRATCH),
    /** DL4J's. */
    DL4J(Said.DL4J);

    private final Said said;

    TwinName(Said said) {
        this.said = said;
    }

    /**
     * What it is called in a sentence.
     *
     * @return a phrase
     */
    public Phrase phrase() {
        return said.of();
    }

    /**
     * The name in files and messages.
     *
     * @return lower case
     */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
