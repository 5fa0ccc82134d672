package org.twinnet.compare.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinnet.compare.check.item.Evidence;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.theory.mistake.Setting;

/**
 * Names what fails. A name must explain every number that fails where it was found, and no other evidence may
 * contradict it: single steps, the costs of the right run, and the run itself bind each other. Where nothing explains
 * everything, the part that a mistake explains alone is named, and the rest is told as what it is.
 */
final class Naming {

    private static final int MOST_ALTERNATIVES = 5;

    /** After so many mistakes one upon the other, what is left is told as unknown. */
    private static final int MOST_PARTS = 3;

    /**
     * An explanation and where it was found.
     *
     * @param court what failed
     * @param explanation what explains it
     */
    record Told(ExplanationTest court, Explanation explanation) {}

    /**
     * What has no name.
     *
     * @param court where it fails, given what has one
     * @param inPart whether something else has a name
     */
    record Rest(ExplanationTest court, boolean inPart) {}

    private final List<ExplanationTest> courts;
    private final Setting setting;
    private final List<Told> told = new ArrayList<>();
    private Optional<Rest> rest = Optional.empty();

    /**
     * Searches the evidence.
     *
     * @param evidence the surest first
     * @param base the right formulas under the trace's own bookkeeping
     * @param setting the numbers of the formulas
     */
    Naming(List<Evidence> evidence, Recipe base, Setting setting) {
        this.courts =
                evidence.stream().map(one -> new ExplanationTest(one, base)).toList();
        this.setting = setting;
        Optional<Search> first = Optional.empty();
        for (ExplanationTest court : courts) {
            if (!court.failing().isEmpty() && told.isEmpty()) {
                Search search = new Search(court, courts, setting);
                name(court, search);
                first = first.or(() -> Optional.of(search));
            }
        }
        if (told.isEmpty()) {
            first.ifPresent(this::nameInPart);
        }
    }

    /** Explanations of everything, alternatives to each other; or else one of a part. */
    List<Told> told() {
        return List.copyOf(told);
    }

    Optional<Rest> rest() {
        return rest;
    }

    private void name(ExplanationTest court, Search search) {
        List<Explanation> found = search.run();
        if (found.isEmpty()) {
            found = search.refuted().stream()
                    .flatMap(refuted -> continued(refuted).stream())
                    .limit(1)
                    .toList();
        }
        distinct(found).forEach(explanation -> told.add(new Told(court, explanation)));
    }

    /** Single steps are explained and the run is not: another mistake may be behind them that only the run shows. */
    private Optional<Explanation> continued(Explanation explanation) {
        List<ExplanationTest> given = given(explanation);
        return given.stream()
                .filter(court -> !court.failing().isEmpty())
                .flatMap(court -> new Search(court, given, setting).single().stream())
                .flatMap(more -> explanation.and(more).stream())
                .findFirst();
    }

    private List<ExplanationTest> given(Explanation explanation) {
        return courts.stream().map(court -> court.given(explanation.recipe())).toList();
    }

    private static Optional<ExplanationTest> firstFailing(List<ExplanationTest> courts) {
        return courts.stream().filter(court -> !court.failing().isEmpty()).findFirst();
    }

    /** One mistake after the other, each upon those before it. */
    private void nameInPart(Search search) {
        Optional<Explanation> known = search.refuted().stream()
                .filter(Naming::isSureInPart)
                .findFirst()
                .or(search::partial);
        for (int k = 1; k < MOST_PARTS && known.isPresent(); k++) {
            Optional<Explanation> more = more(search.court().given(known.get().recipe()), known.get());
            if (more.isEmpty()) {
                break;
            }
            known = more;
        }
        known.ifPresent(explanation -> told.add(new Told(search.court(), explanation)));
        Optional<ExplanationTest> left = known.map(this::given).flatMap(Naming::firstFailing);
        rest = Optional.of(new Rest(left.orElse(search.court()), known.isPresent()));
    }

    private Optional<Explanation> more(ExplanationTest left, Explanation known) {
        if (left.failing().isEmpty()) {
            return Optional.empty();
        }
        Search search = new Search(left, List.of(left), setting);
        return search.run().stream()
                .filter(Naming::isSureInPart)
                .findFirst()
                .or(search::partial)
                .flatMap(known::and);
    }

    /** A rule of the update is known by everything behind it only: momentum is no learning rate. */
    private static boolean isSureInPart(Explanation explanation) {
        return !explanation.recipe().isOfUpdate();
    }

    /**
     * One explanation a mistake: the same in other layers or another way, which explains no more, is left out; and so
     * is a factor that was found out, where a mistake with a name explains as much, and a mistake that changes all that
     * another one changes, and more to no effect.
     */
    private static List<Explanation> distinct(List<Explanation> explanations) {
        Map<List<String>, Explanation> byIds = new LinkedHashMap<>();
        boolean named = !explanations.isEmpty() && !explanations.get(0).isFitted();
        for (Explanation explanation : explanations) {
            if (!named || !explanation.isFitted()) {
                byIds.putIfAbsent(explanation.ids(), explanation);
            }
        }
        return byIds.values().stream()
                .filter(explanation -> byIds.values().stream()
                        .noneMatch(other -> explanation.recipe().exceeds(other.recipe())))
                .limit(MOST_ALTERNATIVES)
                .toList();
    }
}
