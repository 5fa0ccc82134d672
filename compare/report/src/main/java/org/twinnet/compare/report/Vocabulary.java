package org.twinnet.compare.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Says the words of {@code report.json} in any language. The file names quantities, entries, derivations and notes in
 * plain English; the English bundle's keys that begin with {@code said.} are the sentences that it knows, and what
 * stands in their places may be known sentences again. A name that nobody translated is shown as it is.
 */
public final class Vocabulary {

    private static final String PREFIX = "said.";
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    /** The twins' names in the file: said alone or in a place, they read better as what they stand for. */
    private static final Map<String, String> TWINS = Map.of("scratch", "twin.scratch", "dl4j", "twin.dl4j");

    /** Longer texts, which no comparison writes, are not searched. */
    private static final int LONGEST = 400;

    private static final List<Sentence> SENTENCES = sentences();

    private Vocabulary() {}

    /** A sentence with places. */
    private record Sentence(String key, Pattern pattern, List<Integer> places, int letters) {}

    /**
     * Says a text of the file.
     *
     * @param text as the JSON says it
     * @return a {@link Phrase} for a known text, otherwise the text
     */
    public static Object of(String text) {
        if (TWINS.containsKey(text)) {
            return Phrase.of(TWINS.get(text));
        }
        if (text.length() > LONGEST) {
            return text;
        }
        for (Sentence sentence : SENTENCES) {
            Matcher matcher = sentence.pattern().matcher(text);
            if (matcher.matches()) {
                Map<Integer, Object> arguments = new HashMap<>();
                for (int i = 0; i < sentence.places().size(); i++) {
                    arguments.put(sentence.places().get(i), of(matcher.group(i + 1)));
                }
                return Phrase.of(
                        sentence.key(),
                        IntStream.range(0, arguments.size())
                                .mapToObj(arguments::get)
                                .toArray());
            }
        }
        return text;
    }

    /**
     * The name of a rung.
     *
     * @param name as the JSON says it
     * @return the phrase
     */
    public static Phrase rung(String name) {
        return Phrase.of("rung." + name.replace(' ', '-').toLowerCase(Locale.ROOT));
    }

    /**
     * What parted, and at which entry.
     *
     * @param divergence where two runs part
     * @return a {@link Phrase} or a text
     */
    public static Object entry(Report.Divergence divergence) {
        Object quantity = of(divergence.quantity());
        return divergence.where().isEmpty() || divergence.where().equals(divergence.quantity())
                ? quantity
                : Phrase.of("divergence.entry", quantity, of(divergence.where()));
    }

    /** The entry that decided, and when; a dash where every number was equal. */
    static Object where(String where, int iteration, Double multiple) {
        if (where.isEmpty() || (multiple != null && multiple == 0)) {
            return "–";
        }
        return iteration > 0 ? Phrase.of("ladder.at", of(where), Numbers.count(iteration)) : of(where);
    }

    /** Those with most letters of their own first: they are the most particular. */
    private static List<Sentence> sentences() {
        Texts english = Texts.of(Language.EN);
        return english.keys().stream()
                .filter(key -> key.startsWith(PREFIX))
                .map(key -> sentence(key, english.pattern(key)))
                .sorted(Comparator.comparingInt(Sentence::letters).reversed().thenComparing(Sentence::key))
                .toList();
    }

    private static Sentence sentence(String key, String text) {
        List<Integer> places = PLACE.matcher(text)
                .results()
                .map(place -> Integer.valueOf(place.group(1)))
                .toList();
        List<MatchResult> found = PLACE.matcher(text).results().toList();
        String pattern = IntStream.rangeClosed(0, found.size())
                .mapToObj(i -> Pattern.quote(text.substring(
                        i == 0 ? 0 : found.get(i - 1).end(),
                        i == found.size() ? text.length() : found.get(i).start())))
                .collect(Collectors.joining("(.{1,300}?)"));
        return new Sentence(
                key,
                Pattern.compile(pattern),
                places,
                PLACE.matcher(text).replaceAll("").length());
    }
}
