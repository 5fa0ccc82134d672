package org.twinnet.compare.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.twinnet.compare.check.bookkeeping.Convention;
import org.twinnet.compare.check.bookkeeping.FoundConvention;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.text.SaidOfCheck;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.theory.mistake.Variant;
import org.twinnet.compare.trace.Trace;

/**
 * A bookkeeping beside the one that was found, which nothing decides. A number that is wrong by one bookkeeping and
 * right by another is no mistake as long as the trace does not tell which of them the network follows.
 *
 * @param base the bookkeeping that it is added to
 * @param conventions what it keeps otherwise, at least one
 * @param recipe the right formulas under it
 */
record OpenBookkeeping(Recipe base, List<Convention> conventions, Recipe recipe) {

    /** Every convention that may be added to a recipe, and those that go together; the fewest first. */
    static Stream<OpenBookkeeping> additions(Trace trace, Recipe recipe) {
        List<OpenBookkeeping> all = new ArrayList<>(List.of(new OpenBookkeeping(recipe, List.of(), recipe)));
        add(all, Convention.GRADIENT_AVERAGED_EARLY, Set.of(Variant.AVERAGED_EARLY), 0, 0);
        if (trace.hyperParameters().shrinks(trace.exampleCount()) > 0) {
            add(all, Convention.PENALTY_IN_UPDATE, Set.of(Variant.PENALTY_IN_UPDATE), 1, trace.depth());
        }
        List<OpenBookkeeping> ways = new ArrayList<>();
        for (Map.Entry<Convention, Set<Variant>> way : ConventionSearch.OF_ACTIVATION_GRADIENT.entrySet()) {
            List<OpenBookkeeping> under = new ArrayList<>(all);
            add(under, way.getKey(), way.getValue(), 1, trace.depth() - 1);
            ways.addAll(under.subList(all.size(), under.size()));
        }
        all.addAll(ways);
        Set<Recipe> seen = new LinkedHashSet<>(List.of(recipe));
        return all.stream()
                .sorted(Comparator.comparingInt(it -> it.conventions().size()))
                .filter(it -> seen.add(it.recipe()));
    }

    private static void add(
            List<OpenBookkeeping> all, Convention convention, Set<Variant> variants, int first, int last) {
        for (OpenBookkeeping before : List.copyOf(all)) {
            List<Convention> conventions = new ArrayList<>(before.conventions());
            conventions.add(convention);
            all.add(new OpenBookkeeping(
                    before.base(),
                    List.copyOf(conventions),
                    ConventionSearch.altered(before.recipe(), variants, first, last)));
        }
    }

    /** Whether what was found stands: it is part of what this was added to, and this says nothing of it. */
    boolean keeps(FoundConvention found, Recipe known) {
        return base.equals(known) && !conventions.contains(found.convention());
    }

    /** What is not known, and what would tell. */
    Phrase question() {
        return SaidOfCheck.BOOKKEEPING.of(
                joined(convention -> Said.NAME.of(convention.id())), joined(OpenBookkeeping::decider));
    }

    private Phrase joined(Function<Convention, Phrase> of) {
        return conventions.stream().map(of).reduce(SaidOfCheck.AND::of).orElseThrow();
    }

    private static Phrase decider(Convention convention) {
        return switch (convention) {
            case GRADIENT_AVERAGED_EARLY -> SaidOfCheck.DECIDES_AVERAGE.of();
            case PENALTY_IN_UPDATE -> SaidOfCheck.DECIDES_PENALTY.of();
            default -> SaidOfCheck.DECIDES_MASK.of();
        };
    }
}
