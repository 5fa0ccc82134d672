package org.twinnet.compare.tuning.study;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Says where two studies differ, in the names that users know. */
final class SettingDifferences {

    private SettingDifferences() {}

    /** All that differs, between semicolons; empty when nothing does. */
    static String between(Map<String, String> study, Map<String, String> now) {
        return study.entrySet().stream()
                .filter(entry -> !Objects.equals(entry.getValue(), now.get(entry.getKey())))
                .map(entry -> String.format(
                        Locale.ROOT,
                        "%s is %s, the study has %s",
                        entry.getKey(),
                        shown(now.get(entry.getKey())),
                        shown(entry.getValue())))
                .collect(Collectors.joining("; "));
    }

    private static String shown(String value) {
        return value == null || value.isEmpty()
                ? "none"
                : value.matches("[0-9a-f]{64}") ? value.substring(0, 12) + "…" : value;
    }
}
