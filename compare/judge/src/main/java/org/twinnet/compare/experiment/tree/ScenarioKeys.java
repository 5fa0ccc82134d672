package org.twinnet.compare.experiment.tree;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Scenario;
import org.twinnet.compare.experiment.setting.Setting;

/** What the published scenarios are made of. */
public final class ScenarioKeys {

    private ScenarioKeys() {}

    /**
     * The settings that scenarios differ in.
     *
     * @return their flat keys
     */
    public static Set<String> all() {
        Experiment plain = Experiment.published(1);
        Set<String> keys = new LinkedHashSet<>();
        for (Scenario scenario : Scenario.values()) {
            List<Setting> changed = new ArrayList<>(ExperimentTree.settings(scenario.of(plain)));
            changed.removeAll(ExperimentTree.settings(plain));
            changed.forEach(setting -> keys.add(setting.key()));
        }
        return keys;
    }
}
