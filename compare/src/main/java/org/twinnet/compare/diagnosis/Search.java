package org.twinnet.compare.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twinnet.compare.check.Item;
import org.twinnet.compare.replay.Recipe;

/**
 * Finds the mistakes that explain what fails. One mistake that explains everything is preferred to two, two to three; among equals, one without an unknown
 * factor, then one made everywhere, then the order of the catalogue.
 */
final class Search {

    /** Of mistakes that explain a part, so many are tried together with others. */
    private static final int MOST_PARTS = 40;

    /**
     * Mistakes that explain together.
     *
     * @param candidates the mistakes, the best first
     * @param recipe the formulas with all of them put in
     * @param explained what they explain
     */
    record Explanation(List<Candidate> candidates, Recipe recipe, Set<Item> explained) {
        boolean isFitted() {
            return candidates.stream().anyMatch(Candidate::fitted);
        }
    }

    private final Court court;
    private final Setting setting;
    private final Fit fit;

    Search(Court court, Setting setting) {
        this.court = court;
        this.setting = setting;
        this.fit = new Fit(court);
    }

    /**
     * Searches.
     *
     * @return explanations of everything that fails, the best first; empty when there is none: what explains a part only may be chance
     */
    List<Explanation> run() {
        List<Candidate> candidates = candidates();
        List<Candidate> first = candidates.stream()
                .filter(candidate -> court.explainsFirst(candidate.recipe()))
                .toList();
        List<Explanation> complete = first.stream()
                .filter(candidate -> !candidate.fitted() || fit.isOverdetermined(candidate.recipe()))
                .map(candidate -> explanation(List.of(candidate)))
                .flatMap(Optional::stream)
                .toList();
        if (!complete.isEmpty()) {
            return complete;
        }
        Optional<Explanation> several = first.isEmpty() ? entangled(candidates) : together(first, candidates);
        return several.map(List::of).orElse(List.of());
    }

    /** Every mistake in every layer in every way, in the order of preference. */
    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        for (Mistake mistake : Catalogue.of(setting)) {
            for (Effect effect : mistake.effects()) {
                for (List<Integer> layers : mistake.scope().layers(setting.depth())) {
                    candidate(mistake, effect, layers).ifPresent(candidates::add);
                }
            }
        }
        candidates.sort(Comparator.comparing(Candidate::fitted).thenComparing(candidate -> !candidate.whole()));
        return candidates;
    }

    private Optional<Candidate> candidate(Mistake mistake, Effect effect, List<Integer> layers) {
        boolean whole = mistake.scope().isWhole(layers, setting.depth());
        return effect.resolve(setting, layers, fit)
                .map(resolved ->
                        new Candidate(mistake, layers, whole, resolved.recipe(), resolved.factor(), effect.isFitted()));
    }

    /** Two or three mistakes at different places, each of which explains its own part; one of them what fails first. */
    private Optional<Explanation> together(List<Candidate> first, List<Candidate> candidates) {
        Map<Candidate, Set<Item>> parts = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            Set<Item> explained = court.explained(candidate.recipe());
            if (!explained.isEmpty() && (!candidate.fitted() || fit.isOverdetermined(candidate.recipe()))) {
                parts.put(candidate, explained);
            }
        }
        List<Map.Entry<Candidate, Set<Item>>> all = parts.entrySet().stream()
                .sorted(Comparator.comparing(part -> -part.getValue().size()))
                .toList();
        List<Map.Entry<Candidate, Set<Item>>> most =
                all.stream().limit(MOST_PARTS).toList();
        for (int size = 2; size <= 3; size++) {
            for (Map.Entry<Candidate, Set<Item>> part : all) {
                Optional<Explanation> found =
                        first.contains(part.getKey()) ? together(List.of(part), most, 0, size) : Optional.empty();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Explanation> together(
            List<Map.Entry<Candidate, Set<Item>>> chosen,
            List<Map.Entry<Candidate, Set<Item>>> parts,
            int from,
            int size) {
        if (chosen.size() == size) {
            Set<Item> union = new HashSet<>();
            chosen.forEach(part -> union.addAll(part.getValue()));
            return union.size() == court.failing().size()
                    ? explanation(chosen.stream().map(Map.Entry::getKey).toList())
                    : Optional.empty();
        }
        for (int k = from; k < parts.size(); k++) {
            List<Map.Entry<Candidate, Set<Item>>> more = new ArrayList<>(chosen);
            more.add(parts.get(k));
            Optional<Explanation> found = together(more, parts, k + 1, size);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Two mistakes in the same numbers, of which neither explains anything alone. */
    private Optional<Explanation> entangled(List<Candidate> candidates) {
        List<Candidate> whole = candidates.stream()
                .filter(candidate -> candidate.whole() && !candidate.fitted())
                .filter(candidate -> court.changesFirst(candidate.recipe()))
                .toList();
        for (int i = 0; i < whole.size(); i++) {
            for (int k = i + 1; k < whole.size(); k++) {
                Optional<Recipe> both = whole.get(i).recipe().and(whole.get(k).recipe());
                if (both.isPresent() && court.explainsFirst(both.get())) {
                    Optional<Explanation> found = explanation(List.of(whole.get(i), whole.get(k)));
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Explanation> explanation(List<Candidate> candidates) {
        Optional<Recipe> recipe = Optional.of(Recipe.RIGHT);
        for (Candidate candidate : candidates) {
            recipe = recipe.flatMap(so -> so.and(candidate.recipe()));
        }
        if (recipe.isEmpty()) {
            return Optional.empty();
        }
        Set<Item> explained = court.explained(recipe.get());
        return explained.size() == court.failing().size()
                ? Optional.of(new Explanation(candidates, recipe.get(), explained))
                : Optional.empty();
    }
}
