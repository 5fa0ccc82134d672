package org.twinnet.compare.report.kit;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.text.SaidTexts;
import org.twinnet.compare.text.Wording;

/**
 * The texts of a report in one language, from {@code texts_en.properties} and {@code texts_zh.properties}, and what the
 * judge says in it. Arguments take the places of {@code {0}}, {@code {1}}, …; numbers of the report come in already
 * written.
 */
public final class Texts implements Wording {

    private final Language language;
    private final ResourceBundle bundle;
    private final SaidTexts said;

    private Texts(Language language) {
        this.language = language;
        this.said = SaidTexts.in(language.code());
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

    @Override
    public String text(String key, Object... arguments) {
        return Wording.fill(pattern(key), arguments);
    }

    /**
     * A text whose places are still open.
     *
     * @param key key in the bundle
     * @return the text with {0}, {1}, … in it
     */
    public String pattern(String key) {
        return key.startsWith(Said.PREFIX) ? said.pattern(key) : bundle.getString(key);
    }

    /**
     * Every key of the report's own texts.
     *
     * @return the keys, sorted
     */
    public Set<String> keys() {
        return new TreeSet<>(bundle.keySet());
    }
}
