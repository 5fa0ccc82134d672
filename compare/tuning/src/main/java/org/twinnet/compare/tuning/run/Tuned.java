package org.twinnet.compare.tuning.run;

import java.util.Optional;
import org.twinnet.compare.tuning.Study;

/**
 * A study and what became of its winner.
 *
 * @param study every candidate and its result
 * @param proof the winner scored again and trained as twins; empty where the search did not end or no candidate was
 *     trained to the end
 */
public record Tuned(Study study, Optional<Proof> proof) {}
