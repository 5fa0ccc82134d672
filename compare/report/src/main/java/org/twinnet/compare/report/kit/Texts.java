package org.twinnet.compare.report.kit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.twinnet.compare.text.SaidTexts;
import org.twinnet.compare.text.Saying;
import org.twinnet.compare.text.Wording;

/**
 * The texts of a report in one language, from {@code texts_en.properties}, those of checks, studies and ports beside
 * it, and their translations, and what the judge says in it. Arguments take the places of {@code {0}}, {@code {1}}, …;
 * numbers of the report come in already written.
 */
public final class Texts implements Wording {

    private static final List<String> BUNDLES = List.of("texts", "check", "tune.texts", "port.texts", "move.texts");

    private final Language language;
    private final Map<String, String> texts = new TreeMap<>();
    private final SaidTexts said;

    private Texts(Language language) {
        this.language = language;
        this.said = SaidTexts.in(language.code());
        for (String name : BUNDLES) {
            ResourceBundle bundle = ResourceBundle.getBundle(
                    "org.twinnet.compare.report." + name,
                    Locale.forLanguageTag(language.code()),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        }
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
        return key.startsWith(Saying.PREFIX) ? said.text(key, arguments) : Wording.fill(own(key), arguments);
    }

    /**
     * A text whose places are still open.
     *
     * @param key key in the bundle
     * @return the text with {0}, {1}, … in it
     */
    public String pattern(String key) {
        return key.startsWith(Saying.PREFIX) ? said.pattern(key) : own(key);
    }

    private String own(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new MissingResourceException("No report says " + key + ".", Texts.class.getName(), key);
        }
        return text;
    }

    /**
     * Every key of the report's own texts.
     *
     * @return the keys, sorted
     */
    public Set<String> keys() {
        return new TreeSet<>(texts.keySet());
    }
}
