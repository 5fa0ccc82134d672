package org.twinnet.compare.theory;

import java.util.List;
import org.twinnet.compare.theory.mistake.Mistake;

/** One formula of a training step: its value, its slope and its rounding bound stand in one file. */
public interface Chapter {

    /**
     * The formula, for documents and for what is said of a mistake in it.
     *
     * @return plain Unicode in the notebook's letters, such as {@code A = max(0, Z)}
     */
    String formula();

    /**
     * What people get wrong with it.
     *
     * @return the mistakes, the usual ones first; none where none is known
     */
    default List<Mistake> mistakes() {
        return List.of();
    }
}
