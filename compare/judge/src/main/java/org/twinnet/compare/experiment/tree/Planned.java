package org.twinnet.compare.experiment.tree;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys of the format that are not built: such a key may have the one value that changes nothing. */
final class Planned {

    /** Values that change nothing, by the path without layer numbers. */
    private static final Map<String, Object> KEYS = Map.ofEntries(Map.entry("precision", "float64"));

    private Planned() {}

    /** The value that a key of the format has as long as it is not built; empty for any other key. */
    static Optional<Object> only(String key) {
        return Optional.ofNullable(KEYS.get(key));
    }

    /** The names of such keys inside of a path, {@code ""} for the outermost. */
    static List<String> names(String path) {
        String prefix = path.isEmpty() ? "" : path + ".";
        return KEYS.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .filter(name -> name.indexOf('.') < 0)
                .sorted()
                .toList();
    }
}
