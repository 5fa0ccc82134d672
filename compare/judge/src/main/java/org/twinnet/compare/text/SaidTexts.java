package org.twinnet.compare.text;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;

/** What the judge says, in one language: {@code said_en.properties} and its translations. */
public final class SaidTexts implements Wording {

    static final SaidTexts ENGLISH = in("en");

    private final ResourceBundle bundle;

    private SaidTexts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /**
     * The texts of a language.
     *
     * @param language its code, such as {@code en}
     * @return the texts
     * @throws java.util.MissingResourceException if there are none
     */
    public static SaidTexts in(String language) {
        return new SaidTexts(ResourceBundle.getBundle(
                "org.twinnet.compare.text.said",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    @Override
    public String text(String key, Object... arguments) {
        return Wording.fill(pattern(key), arguments);
    }

    /**
     * A text whose places are still open.
     *
     * @param key key of the text
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
