package org.twinnet.compare.text;

import java.util.List;

/**
 * Something to say in any language: a key and what takes its places. Who says it decides what is meant, and who writes
 * it decides the language; no text is ever read to find out what it means.
 *
 * @param key key in the bundles of texts
 * @param arguments what takes the places of {0}, {1}, …: names, numbers, and phrases, which are said in the same
 *     language
 */
public record Phrase(String key, List<Object> arguments) {

    /** Nothing to say. */
    public static final Phrase NOTHING = new Phrase("", List.of());

    /**
     * Copies the list.
     *
     * @param key key in the bundles of texts
     * @param arguments what takes the places
     */
    public Phrase {
        arguments = List.copyOf(arguments);
    }

    /**
     * Makes a phrase.
     *
     * @param key key in the bundles of texts
     * @param arguments what takes the places
     * @return the phrase
     */
    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, List.of(arguments));
    }

    /**
     * Whether there is nothing to say.
     *
     * @return true for {@link #NOTHING}
     */
    public boolean isNothing() {
        return key.isEmpty();
    }

    /**
     * Says it.
     *
     * @param wording the language
     * @return the text, not escaped; empty where there is nothing to say
     */
    public String in(Wording wording) {
        return isNothing()
                ? ""
                : wording.text(
                        key,
                        arguments.stream()
                                .map(argument -> argument instanceof Phrase phrase ? phrase.in(wording) : argument)
                                .toArray());
    }

    /**
     * Says in English what a room of the judge says.
     *
     * @return the text
     * @throws java.util.MissingResourceException if the key is not that of a {@link Saying}
     */
    public String english() {
        return in(SaidTexts.ENGLISH);
    }
}
