package org.twinnet.compare.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.twinnet.compare.check.item.Item;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.theory.mistake.Setting;
import org.twinnet.compare.theory.mistake.Way;

/**
 * Finds the mistakes that explain what fails, and that no other evidence contradicts. One mistake that explains
 * everything is preferred to two, two to three; among equals those without an unknown factor, then those made
 * everywhere, then the more usual ones, which stand further up in the catalogue.
 */
final class Search {

    /** Of mistakes that explain a part, so many are tried together with others. */
    private static final int MOST_PARTS = 40;

    /** Of sets of mistakes that might explain everything, so many are tried. */
    private static final int MOST_SETS = 60;

    private static final int MOST_TOGETHER = 3;

    /**
     * A mistake that explains a part of what fails.
     *
     * @param candidate the mistake
     * @param rank its place in the order of preference
     * @param explained the part
     * @param open what it leaves undetermined, which others need not explain
     */
    private record Part(Candidate candidate, int rank, Set<Item> explained, Set<Item> open) {}

    private final ExplanationTest court;
    private final List<ExplanationTest> surer;
    private final List<ExplanationTest> others;
    private final Setting setting;
    private final Fit fit;
    private final List<Candidate> candidates;
    private final List<Explanation> refuted = new ArrayList<>();
    private List<Part> parts = List.of();

    /**
     * Prepares.
     *
     * @param court where something fails
     * @param courts all evidence, the surest first; what is not this court must not contradict
     * @param setting the numbers of the formulas
     */
    Search(ExplanationTest court, List<ExplanationTest> courts, Setting setting) {
        this.court = court;
        this.surer = courts.stream().takeWhile(other -> other != court).toList();
        this.others = courts.stream().filter(other -> other != court).toList();
        this.setting = setting;
        this.fit = new Fit(court);
        this.candidates = candidates();
    }

    /**
     * Searches.
     *
     * @return explanations of everything that fails, the best first; empty when there is none
     */
    List<Explanation> run() {
        List<Explanation> complete = single();
        if (!complete.isEmpty()) {
            return complete;
        }
        this.parts = parts();
        boolean first = candidates.stream().anyMatch(candidate -> court.explainsFirst(candidate.recipe()));
        return (first ? together() : entangled()).map(List::of).orElse(List.of());
    }

    /**
     * One mistake that explains everything.
     *
     * @return each of them that no other evidence contradicts, the best first
     */
    List<Explanation> single() {
        return candidates.stream()
                .filter(candidate -> court.explainsFirst(candidate.recipe()))
                .filter(this::isOverdetermined)
                .map(candidate -> explanation(List.of(candidate)))
                .flatMap(Optional::stream)
                .toList();
    }

    ExplanationTest court() {
        return court;
    }

    /** What explains everything here, and is contradicted elsewhere. */
    List<Explanation> refuted() {
        return List.copyOf(refuted);
    }

    /** Every mistake in every layer in every way, in the order of preference. */
    private List<Candidate> candidates() {
        List<Candidate> all = new ArrayList<>();
        for (Mistake mistake : Catalogue.of(setting)) {
            for (Way way : mistake.ways()) {
                for (List<Integer> layers : mistake.scope().layers(setting.depth())) {
                    candidate(mistake, way, layers).ifPresent(all::add);
                }
            }
        }
        all.sort(Comparator.comparing(Candidate::fitted).thenComparing(candidate -> !candidate.whole()));
        return all;
    }

    private Optional<Candidate> candidate(Mistake mistake, Way way, List<Integer> layers) {
        boolean whole = mistake.scope().isWhole(layers, setting.depth());
        Recipe probe = way.probe(setting, layers);
        // what is not there in these layers, such as another activation
        if (probe.equals(Recipe.RIGHT)) {
            return Optional.empty();
        }
        if (surer.stream().anyMatch(other -> other.excludes(probe))) {
            return Optional.empty();
        }
        return Resolved.of(way, setting, layers, fit)
                .map(resolved -> new Candidate(
                        mistake,
                        mistake.formulas(way),
                        layers,
                        whole,
                        resolved.recipe(),
                        resolved.factor(),
                        way.isFitted()));
    }

    private boolean isOverdetermined(Candidate candidate) {
        return !candidate.fitted() || fit.isOverdetermined(candidate.recipe());
    }

    private List<Part> parts() {
        List<Part> all = new ArrayList<>();
        for (int rank = 0; rank < candidates.size(); rank++) {
            Candidate candidate = candidates.get(rank);
            Set<Item> explained = court.explained(candidate.recipe());
            if (!explained.isEmpty() && isOverdetermined(candidate)) {
                all.add(new Part(candidate, rank, explained, court.open(candidate.recipe())));
            }
        }
        return all;
    }

    /** Two or three mistakes at different places, each of which explains its own part; the fewest and most usual. */
    private Optional<Explanation> together() {
        int all = court.failing().size();
        List<Part> most = parts.stream()
                .filter(part -> part.explained().size() < all)
                .sorted(Comparator.comparing(part -> -part.explained().size()))
                .limit(MOST_PARTS)
                .toList();
        Set<Part> pool = new HashSet<>(most);
        parts.stream()
                .filter(part -> part.explained().size() < all && explainsFirst(part))
                .forEach(pool::add);
        List<Part> ranked =
                pool.stream().sorted(Comparator.comparing(Part::rank)).toList();
        for (int size = 2; size <= MOST_TOGETHER; size++) {
            List<List<Part>> sets = new ArrayList<>();
            collect(List.of(), ranked, 0, size, sets);
            Optional<Explanation> found = sets.stream()
                    .sorted(Comparator.<List<Part>>comparingLong(set -> set.stream()
                                    .filter(part -> part.candidate().fitted())
                                    .count())
                            .thenComparingLong(set -> set.stream()
                                    .filter(part -> !part.candidate().whole())
                                    .count())
                            .thenComparingInt(
                                    set -> set.stream().mapToInt(Part::rank).sum()))
                    .limit(MOST_SETS)
                    .map(set -> explanation(set.stream()
                            .sorted(Comparator.comparing(part -> !explainsFirst(part)))
                            .map(Part::candidate)
                            .toList()))
                    .flatMap(Optional::stream)
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private boolean explainsFirst(Part part) {
        return part.explained().contains(court.failing().keySet().iterator().next());
    }

    /** The sets of so many parts that leave nothing unexplained. */
    private void collect(List<Part> chosen, List<Part> from, int start, int size, List<List<Part>> sets) {
        if (chosen.size() == size) {
            Set<Item> union = new HashSet<>();
            chosen.forEach(part -> {
                union.addAll(part.explained());
                union.addAll(part.open());
            });
            if (union.size() == court.failing().size()) {
                sets.add(chosen);
            }
            return;
        }
        for (int k = start; k < from.size(); k++) {
            List<Part> more = new ArrayList<>(chosen);
            more.add(from.get(k));
            collect(more, from, k + 1, size, sets);
        }
    }

    /** Two mistakes in the same numbers, of which neither explains anything alone; the most usual pair. */
    private Optional<Explanation> entangled() {
        List<Candidate> whole = candidates.stream()
                .filter(candidate -> candidate.whole() && !candidate.fitted())
                .filter(candidate -> court.changesFirst(candidate.recipe()))
                .toList();
        return IntStream.range(1, Math.max(1, 2 * whole.size()))
                .boxed()
                .flatMap(sum -> IntStream.rangeClosed(Math.max(0, sum - whole.size() + 1), (sum - 1) / 2)
                        .mapToObj(i -> List.of(whole.get(i), whole.get(sum - i))))
                .filter(pair -> pair.get(0)
                        .recipe()
                        .and(pair.get(1).recipe())
                        .filter(court::explainsFirst)
                        .isPresent())
                .map(this::explanation)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What mistakes explain together: everything, or nothing is returned. */
    private Optional<Explanation> explanation(List<Candidate> mistakes) {
        Optional<Recipe> recipe = Optional.of(Recipe.RIGHT);
        for (Candidate mistake : mistakes) {
            recipe = recipe.flatMap(so -> so.and(mistake.recipe()));
        }
        if (recipe.isEmpty()) {
            return Optional.empty();
        }
        Set<Item> explained = court.explained(recipe.get());
        if (!court.isComplete(recipe.get(), explained)) {
            return Optional.empty();
        }
        Explanation explanation = new Explanation(mistakes, recipe.get(), explained);
        if (others.stream().anyMatch(other -> other.refutes(explanation.recipe()))) {
            refuted.add(explanation);
            return Optional.empty();
        }
        return Optional.of(explanation);
    }

    /**
     * Mistakes that explain one part of the network down to the last number that fails in it, where nothing explains
     * everything.
     *
     * @return the explanation of as much as has a name; empty when there is none
     */
    Optional<Explanation> partial() {
        Map<Phrase, Set<Item>> whole = new LinkedHashMap<>();
        court.failing()
                .keySet()
                .forEach(item -> whole.computeIfAbsent(Sentences.part(item), part -> new HashSet<>())
                        .add(item));
        Optional<Explanation> best = Optional.empty();
        for (Set<Item> part : whole.values()) {
            Optional<Explanation> soFar = best;
            if (soFar.isEmpty() || !soFar.get().explained().containsAll(part)) {
                best = parts.stream()
                        .filter(candidate -> candidate.explained().containsAll(part))
                        .sorted(Comparator.comparing((Part candidate) ->
                                        candidate.candidate().fitted())
                                .thenComparing(
                                        candidate -> -candidate.explained().size())
                                .thenComparing(Part::rank))
                        .map(candidate -> new Explanation(
                                List.of(candidate.candidate()),
                                candidate.candidate().recipe(),
                                candidate.explained()))
                        .filter(explanation -> isSure(explanation, part))
                        .flatMap(explanation -> soFar
                                .map(known -> known.and(explanation))
                                .orElse(Optional.of(explanation))
                                .filter(both -> court.explained(both.recipe()).containsAll(both.explained()))
                                .stream())
                        .findFirst()
                        .or(() -> soFar);
            }
        }
        return best;
    }

    /**
     * Whether a part is no chance: much has changed in it, everything that the mistake touches is explained, and
     * nothing was read off the trace itself. A rule of the update is known by everything behind it only, and a gradient
     * by what it is the gradient of.
     */
    private boolean isSure(Explanation explanation, Set<Item> part) {
        Recipe recipe = explanation.recipe();
        boolean forwardIsKnown = court.failing().keySet().stream()
                .noneMatch(item ->
                        Sentences.isForward(item) && !explanation.explained().contains(item));
        return (forwardIsKnown || recipe.trainsRight())
                && !recipe.isOfUpdate()
                && !recipe.readsOff()
                && fit.isTold(recipe, part)
                && !court.disturbs(recipe, explanation.explained());
    }
}
