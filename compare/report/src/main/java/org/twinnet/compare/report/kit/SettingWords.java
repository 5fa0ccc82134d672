package org.twinnet.compare.report.kit;

import java.util.Collection;
import java.util.Set;
import org.twinnet.compare.text.Phrase;

/**
 * What people call the settings of an experiment. A setting that the bundles don't know is called by its key, so that
 * none has to be known here.
 */
public final class SettingWords {

    private static final Set<String> KNOWN = Texts.of(Language.EN).keys();

    private SettingWords() {}

    /**
     * The name of a setting.
     *
     * @param key its key, such as {@code penalty.l2}
     * @return such as learning rate
     */
    public static Phrase label(String key) {
        String known = (isRare(key) ? "setting.rare." : "setting.label.") + key;
        return KNOWN.contains(known) ? Phrase.of(known) : Phrase.of("setting.other", key);
    }

    /**
     * Whether a setting is told only where it has another value than its default.
     *
     * @param key its key, such as {@code penalty.biases}
     * @return true for what hardly anybody changes
     */
    public static boolean isRare(String key) {
        return KNOWN.contains("setting.rare." + key);
    }

    /**
     * The name of a setting where there is little room and no Greek.
     *
     * @param key its key
     * @return such as learning rate
     */
    public static Phrase column(String key) {
        String known = "setting.column." + key;
        return KNOWN.contains(known) ? Phrase.of(known) : label(key);
    }

    /**
     * A setting with its value.
     *
     * @param key its key
     * @param value its value as people read it
     * @return such as learning rate = 0.3
     */
    public static Phrase value(String key, Object value) {
        String known = "setting.value." + key;
        return KNOWN.contains(known) ? Phrase.of(known, value) : Phrase.of("setting.value", label(key), value);
    }

    /**
     * A setting with its value where there is little room.
     *
     * @param key its key
     * @param value its value as people read it
     * @return such as keep 0.86
     */
    public static Phrase brief(String key, Object value) {
        String known = "setting.brief." + key;
        return KNOWN.contains(known) ? Phrase.of(known, value) : value(key, value);
    }

    /**
     * Several of them in a row.
     *
     * @param phrases at least one
     * @return with commas between them
     */
    public static Phrase all(Collection<Phrase> phrases) {
        return phrases.stream()
                .reduce((before, next) -> Phrase.of("setting.and", before, next))
                .orElseThrow();
    }
}
