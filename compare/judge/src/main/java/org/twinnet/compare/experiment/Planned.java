package org.twinnet.compare.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keys and kinds of the format that are not built: such a key may have the one value that changes nothing. A kind is a
 * word of the format that no record has yet.
 */
final class Planned {

    /** Values that change nothing, by the path without layer numbers. */
    private static final Map<String, Object> KEYS = Map.ofEntries(
            Map.entry("batches", "full"), Map.entry("precision", "float64"), Map.entry("layers[].batch_norm", "none"));

    private static final Map<Class<? extends Choice>, Set<String>> KINDS =
            Map.of(Initialization.class, Set.of("he", "xavier", "file"));

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

    /** Whether a kind is one of the format. */
    static boolean isKind(Class<? extends Choice> choice, String kind) {
        return KINDS.getOrDefault(choice, Set.of()).contains(kind);
    }
}
