package org.twinnet.compare.diagnosis;

import java.util.List;
import java.util.stream.Stream;

/**
 * A known mistake.
 *
 * @param id stable name, such as {@code l2-gradient-halved}
 * @param sentence what was done, one sentence
 * @param wrong the wrong formula, of most ways to make it
 * @param right the right formula
 * @param bites where it shows
 * @param scope which layers it can be made in
 * @param effects the ways in which it is made; each explains alone
 */
public record Mistake(
        String id, String sentence, String wrong, String right, String bites, Scope scope, List<Effect> effects) {

    /**
     * Copies the list.
     *
     * @param id stable name
     * @param sentence what was done
     * @param wrong the wrong formula
     * @param right the right formula
     * @param bites where it shows
     * @param scope which layers it can be made in
     * @param effects the ways in which it is made
     */
    public Mistake {
        effects = List.copyOf(effects);
    }

    /**
     * The wrong formulas of all ways to make it.
     *
     * @return each once, the one of most ways first
     */
    public List<String> ways() {
        return Stream.concat(
                        Stream.of(wrong),
                        effects.stream().map(effect -> formulas(effect).wrong()))
                .distinct()
                .toList();
    }

    /** The formulas of one way to make it: its own, where they are not those of the mistake. */
    Effect.Formulas formulas(Effect effect) {
        return effect.formulas().orElseGet(() -> new Effect.Formulas(wrong, right));
    }
}
