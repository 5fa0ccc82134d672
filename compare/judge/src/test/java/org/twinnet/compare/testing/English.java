package org.twinnet.compare.testing;

import java.util.List;
import org.twinnet.compare.text.Phrase;

/** What is said, as people who speak English read it. */
public final class English {

    private English() {}

    /** Each of them. */
    public static List<String> of(List<Phrase> phrases) {
        return phrases.stream().map(Phrase::english).toList();
    }
}
