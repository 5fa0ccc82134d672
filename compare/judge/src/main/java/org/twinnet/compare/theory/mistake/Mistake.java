package org.twinnet.compare.theory.mistake;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.SaidOfCheck;

/**
 * A known mistake.
 *
 * @param id stable name, such as {@code l2-gradient-halved}
 * @param subject what it is made in
 * @param sentence what was done, one sentence of English
 * @param wrong the wrong formula, of most ways to make it
 * @param right the right formula
 * @param bites where it shows, in English
 * @param scope which layers it can be made in
 * @param ways the ways in which it is made; each explains alone
 */
public record Mistake(
        String id,
        Subject subject,
        String sentence,
        String wrong,
        String right,
        String bites,
        Scope scope,
        List<Way> ways) {

    /**
     * Copies the list.
     *
     * @param id stable name
     * @param subject what it is made in
     * @param sentence what was done
     * @param wrong the wrong formula
     * @param right the right formula
     * @param bites where it shows
     * @param scope which layers it can be made in
     * @param ways the ways in which it is made
     */
    public Mistake {
        ways = List.copyOf(ways);
    }

    /**
     * What was done, in any language.
     *
     * @return one sentence
     */
    public Phrase done() {
        return SaidOfCheck.MISTAKE.of(id, sentence);
    }

    /**
     * Where it shows, in any language.
     *
     * @return no whole sentence
     */
    public Phrase shows() {
        return SaidOfCheck.SHOWS_IN.of(id, bites);
    }

    /**
     * The same where something holds, and no change elsewhere.
     *
     * @param applies whether a layer has what is patched
     * @return the mistake
     */
    public Mistake where(Predicate<Setting> applies) {
        List<Way> there = ways.stream().map(way -> way.where(applies)).toList();
        return new Mistake(id, subject, sentence, wrong, right, bites, scope, there);
    }

    /**
     * The wrong formulas of all ways to make it.
     *
     * @return each once, the one of most ways first
     */
    public List<String> wrongs() {
        return Stream.concat(
                        Stream.of(wrong), ways.stream().map(way -> formulas(way).wrong()))
                .distinct()
                .toList();
    }

    /**
     * The formulas of one way to make it: its own, where they are not those of the mistake.
     *
     * @param way one of {@link #ways}
     * @return its formulas
     */
    public Formulas formulas(Way way) {
        return way.formulas().orElseGet(() -> new Formulas(wrong, right));
    }
}
