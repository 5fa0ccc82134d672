package org.twinnet.compare.trace;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What a trace may leave unsaid, so that a default stands for it until its numbers decide. */
public enum LeftOpen {
    /** There is no experiment, and no plain entry for any of its choices. */
    EXPERIMENT,
    /** The loss, which follows the output's activation then. */
    LOSS,
    /** Where Adam adds its ε. */
    EPSILON_PLACE;

    /**
     * What an experiment leaves open.
     *
     * @param stated its keys and values, as much of it as there is
     * @return the loss, the place of ε, or both
     */
    public static Set<LeftOpen> of(Map<String, Object> stated) {
        Set<LeftOpen> open = EnumSet.noneOf(LeftOpen.class);
        if (!stated.containsKey("loss")) {
            open.add(LOSS);
        }
        if (!(stated.get("optimizer") instanceof Map<?, ?> optimizer && optimizer.containsKey("epsilon_place"))) {
            open.add(EPSILON_PLACE);
        }
        return open;
    }
}
