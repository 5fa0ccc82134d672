package org.twinnet.compare.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the judge says, in one language: {@code said_en.properties} and its translations. Where a translation has a text
 * of its own for what the first argument names, such as {@code said.check.mistake.float32} in
 * {@code mistakes_zh.properties}, that is said.
 */
public final class SaidTexts implements Wording {

    /** What English brings along as an argument, and other languages have by id. */
    private static final List<String> OF_THEIR_OWN = List.of("mistakes", "shows");

    static final SaidTexts ENGLISH = in("en");

    private final Map<String, String> texts;

    private SaidTexts(Map<String, String> texts) {
        this.texts = texts;
    }

    /**
     * The texts of a language.
     *
     * @param language its code, such as {@code en}
     * @return the texts
     * @throws MissingResourceException if there are none
     */
    public static SaidTexts in(String language) {
        Map<String, String> texts = new TreeMap<>();
        addTo(texts, "said", language);
        if (!language.equals("en")) {
            OF_THEIR_OWN.forEach(name -> addTo(texts, name, language));
        }
        return new SaidTexts(texts);
    }

    /**
     * What is said in English to someone who tests a network, and need not know of traces and twins.
     *
     * @return the texts
     */
    public static SaidTexts ofNetwork() {
        Map<String, String> texts = new TreeMap<>(ENGLISH.texts);
        addTo(texts, "network", "en");
        return new SaidTexts(texts);
    }

    private static void addTo(Map<String, String> texts, String name, String language) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "org.twinnet.compare.text." + name,
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
    }

    @Override
    public String text(String key, Object... arguments) {
        String own = arguments.length > 0 && arguments[0] instanceof String name ? key + "." + name : key;
        return Wording.fill(pattern(texts.containsKey(own) ? own : key), arguments);
    }

    /**
     * A text whose places are still open.
     *
     * @param key key of the text
     * @return the text with {0}, {1}, … in it
     * @throws MissingResourceException if there is none
     */
    public String pattern(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new MissingResourceException("Nothing is said under " + key + ".", SaidTexts.class.getName(), key);
        }
        return text;
    }

    /**
     * Every key.
     *
     * @return the keys, sorted
     */
    public Set<String> keys() {
        return new TreeSet<>(texts.keySet());
    }
}
