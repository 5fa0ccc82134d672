package org.twinnet.data.source;

import java.util.Optional;
import org.twinnet.data.Dataset;

/**
 * The examples in a file, before it is known what they are for.
 *
 * @param main the file's own examples
 * @param test the test examples that the file holds beside them
 */
record FileExamples(Dataset main, Optional<Dataset> test) {}
