package org.twinnet.compare.report.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The languages of a report. */
public enum Language {
    /** English. */
    EN,
    /** Chinese. */
    ZH;

    /**
     * The code of the language.
     *
     * @return such as {@code en}
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * All codes that users may write.
     *
     * @return the codes in order
     */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Language::code).toList();
    }
}
