package org.twinnet.compare.bench.covering;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One choice of a training, and what it may be.
 *
 * @param name what it decides, such as {@code optimizer}
 * @param levels what it may be
 */
record Factor(String name, List<Level> levels) {

    Factor {
        levels = List.copyOf(levels);
    }

    /**
     * One value of a factor.
     *
     * @param name such as {@code adam}
     * @param changes what it says under the flat keys of an experiment
     */
    record Level(String name, Map<String, Object> changes) {

        /** Keys and values one after the other; their order is kept, since a kind comes before its settings. */
        static Level of(String name, Object... keysAndValues) {
            Map<String, Object> changes = new LinkedHashMap<>();
            for (int i = 0; i < keysAndValues.length; i += 2) {
                changes.put((String) keysAndValues[i], keysAndValues[i + 1]);
            }
            return new Level(name, changes);
        }
    }

    static Factor of(String name, Level... levels) {
        return new Factor(name, List.of(levels));
    }
}
