package org.twinnet.compare.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twinnet.compare.check.item.Item;
import org.twinnet.compare.theory.mistake.Recipe;

/**
 * Mistakes that explain together.
 *
 * @param candidates the mistakes, the one that shows first in front
 * @param recipe the formulas with all of them put in
 * @param explained what they explain
 */
record Explanation(List<Candidate> candidates, Recipe recipe, Set<Item> explained) {

    boolean isFitted() {
        return candidates.stream().anyMatch(Candidate::fitted);
    }

    List<String> ids() {
        return candidates.stream().map(candidate -> candidate.mistake().id()).toList();
    }

    /** Both together; empty when both speak of the same place. */
    Optional<Explanation> and(Explanation other) {
        List<Candidate> all = new ArrayList<>(candidates);
        all.addAll(other.candidates);
        Set<Item> union = new LinkedHashSet<>(explained);
        union.addAll(other.explained);
        return recipe.and(other.recipe).map(both -> new Explanation(all, both, union));
    }
}
