package org.twinnet.compare.report;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;

/**
 * The texts of a report in one language, from {@code texts_en.properties} and {@code texts_zh.properties}. Arguments
 * take the places of {@code {0}}, {@code {1}}, … as they are, so numbers come in already written.
 */
public final class Texts {

    private final Language language;
    private final ResourceBundle bundle;

    private Texts(Language language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                "org.twinnet.compare.report.texts",
                Locale.forLanguageTag(language.code()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * The texts of a language.
     *
     * @param language the language
     * @return its texts
     */
    public static Texts of(Language language) {
        return new Texts(language);
    }

    /**
     * The language.
     *
     * @return the language of all texts
     */
    public Language language() {
        return language;
    }

    /**
     * A text with its arguments in place.
     *
     * @param key key in the bundle
     * @param arguments what takes the places of {0}, {1}, …
     * @return the text
     * @throws java.util.MissingResourceException if there is no such key
     */
    public String text(String key, Object... arguments) {
        String pattern = pattern(key);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '{' && i + 2 < pattern.length() && pattern.charAt(i + 2) == '}') {
                text.append(arguments[pattern.charAt(i + 1) - '0']);
                i += 2;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    /**
     * A text whose places are still open.
     *
     * @param key key in the bundle
     * @return the text with {0}, {1}, … in it
     */
    public String pattern(String key) {
        return bundle.getString(key);
    }

    /**
     * Every key.
     *
     * @return the keys, sorted
     */
    public Set<String> keys() {
        return new TreeSet<>(bundle.keySet());
    }
}
