package org.twinnet.data.source;

import java.util.List;
import java.util.Optional;
import org.twinnet.data.Dataset;
import org.twinnet.data.Preparation;
import org.twinnet.data.Split;

/**
 * What a file gave, before it is known what it is for.
 *
 * @param examples the file's own examples
 * @param test the test examples that the file holds beside them
 * @param learned what test examples of another file are read by
 * @param notes sentences on what was done beyond reading numbers, and on what looks like a slip
 */
public record FileData(Dataset examples, Optional<Dataset> test, Learned learned, List<String> notes) {

    /**
     * Copies the list.
     *
     * @param examples the file's own examples
     * @param test the test examples that the file holds beside them
     * @param learned what test examples of another file are read by
     * @param notes sentences on what was done beyond reading numbers, and on what looks like a slip
     */
    public FileData {
        notes = List.copyOf(notes);
    }

    /** What a file gave that holds numbers alone. */
    FileData(Dataset examples, Optional<Dataset> test) {
        this(examples, test, Learned.NOTHING, List.of());
    }

    /**
     * The examples to train on, and to test with where the file holds some.
     *
     * @return both
     * @throws org.twinnet.data.InvalidDataException if they do not go together, or nothing can be learned from them
     */
    public Split split() {
        return new Split(examples, test, new Preparation(learned.labelNames(), Optional.empty()));
    }
}
