package org.twinnet.compare.tuning.study;

import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where two studies differ.
 *
 * @param setting name of a setting of the study, fact or key
 * @param now its value in the study that is wanted; empty without
 * @param study its value in the study that there is; empty without
 */
record SettingDifference(String setting, String now, String study) implements Serializable {

    /** All that differs. */
    static List<SettingDifference> between(Map<String, String> study, Map<String, String> now) {
        Set<String> all = new LinkedHashSet<>(study.keySet());
        all.addAll(now.keySet());
        return all.stream()
                .map(name -> new SettingDifference(name, now.getOrDefault(name, ""), study.getOrDefault(name, "")))
                .filter(difference -> !difference.now().equals(difference.study()))
                .toList();
    }
}
