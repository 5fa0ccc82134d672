package org.twinnet.compare.report;

import java.util.List;

/**
 * Something to say in any language: a key and what takes its places.
 *
 * @param key key in the bundles
 * @param arguments what takes the places of {0}, {1}, …; phrases among them are said in the same language
 */
public record Phrase(String key, List<Object> arguments) {

    /**
     * Copies the list.
     *
     * @param key key in the bundles
     * @param arguments what takes the places
     */
    public Phrase {
        arguments = List.copyOf(arguments);
    }

    /**
     * Makes a phrase.
     *
     * @param key key in the bundles
     * @param arguments what takes the places
     * @return the phrase
     */
    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, List.of(arguments));
    }

    /**
     * Says it.
     *
     * @param texts the language
     * @return the text, not escaped
     */
    public String in(Texts texts) {
        return texts.text(
                key,
                arguments.stream()
                        .map(argument -> argument instanceof Phrase phrase ? phrase.in(texts) : argument)
                        .toArray());
    }
}
