package org.twinnet.compare.experiment.setting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;

/**
 * One of several ways to do a part of the training: a kind, and the settings that this kind has. Each part has a sealed
 * interface, each kind is a record inside it; the record's name is the kind and its components are the settings, so
 * that nothing lists them a second time.
 */
public interface Choice {

    /**
     * A choice between a word and some settings: experiment files write the kind that has settings as these alone,
     * without {@code kind}. Exactly one of its kinds has settings.
     */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Kindless {}

    /**
     * The word for this kind in experiment files, options and reports.
     *
     * @return the record's name in lower case with hyphens, such as {@code gradient-descent}
     */
    default String kind() {
        return kindOf(getClass());
    }

    /**
     * The word for a kind.
     *
     * @param type the record of the kind
     * @return its name in lower case with hyphens
     */
    static String kindOf(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
