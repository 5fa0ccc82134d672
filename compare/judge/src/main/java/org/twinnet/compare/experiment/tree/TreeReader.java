package org.twinnet.compare.experiment.tree;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Layer;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Loss;
import org.twinnet.compare.experiment.setting.Choice;
import org.twinnet.compare.experiment.setting.Components;
import org.twinnet.compare.experiment.setting.SettingException;

/**
 * Makes records from a tree of keys and values. Each message names the key by its path, such as
 * {@code layers[2].units}, so that whoever knows where the key stands in a file can say so.
 */
final class TreeReader {

    private final int depth;

    /** For a network of so many layers after the inputs. */
    TreeReader(int depth) {
        this.depth = depth;
    }

    Experiment experiment(Map<String, ?> tree, int inputs) {
        requireKnown(tree, "", Experiment.class);
        List<Object> values = new ArrayList<>();
        List<Layer> layers = List.of();
        for (RecordComponent component : Components.of(Experiment.class)) {
            if (ExperimentTree.isInputs(component)) {
                values.add(inputs);
            } else if (component.getType() == List.class) {
                layers = layers((List<?>) tree.get(Components.key(component)));
                values.add(layers);
            } else if (component.getType() == Loss.class && tree.get(Components.key(component)) == null) {
                values.add(Loss.of(layers.get(layers.size() - 1).activation()));
            } else {
                values.add(value(component, tree, ""));
            }
        }
        return Components.make(Experiment.class, values.toArray());
    }

    private Object value(RecordComponent component, Map<String, ?> tree, String outer) {
        String key = Components.key(component);
        String path = outer.isEmpty() ? key : outer + "." + key;
        Object node = tree.get(key);
        Class<?> type = component.getType();
        if (type.isSealed() && Choice.class.isAssignableFrom(type)) {
            return choice(type.asSubclass(Choice.class), node, path);
        }
        if (type.isRecord()) {
            boolean word = node instanceof String && Components.hasKind(type);
            return record(type, node == null ? Map.of() : word ? Map.of("kind", node) : map(node, path), path);
        }
        if (node == null) {
            return key.equals("name") ? "experiment" : byDefault(component, path);
        }
        return plain(component, node, path);
    }

    private List<Layer> layers(List<?> nodes) {
        List<Layer> layers = new ArrayList<>();
        for (int l = 1; l <= nodes.size(); l++) {
            String path = "layers[" + (l - 1) + "]";
            Map<String, Object> layer = new LinkedHashMap<>(map(nodes.get(l - 1), path));
            layer.putIfAbsent("activation", l < depth ? "relu" : outputOf(layer.get("units")));
            layers.add(record(Layer.class, layer, path));
        }
        return layers;
    }

    /** What is no number of units is refused where the layer is read. */
    private static String outputOf(Object units) {
        return Activation.ofOutput(units instanceof Number n ? n.intValue() : 1).kind();
    }

    private <T> T record(Class<T> type, Map<String, ?> node, String path) {
        requireKnown(node, path, type);
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : Components.of(type)) {
            values.add(value(component, node, path));
        }
        try {
            return Components.make(type, values.toArray());
        } catch (SettingException e) {
            throw e.inside(path);
        }
    }

    /** A choice that nobody made is the first kind. */
    private <T extends Choice> T choice(Class<T> type, Object node, String path) {
        Map<String, Class<? extends T>> kinds = Components.kinds(type);
        Map<String, Object> settings = new LinkedHashMap<>();
        Object kind = node;
        if (node == null) {
            kind = kinds.keySet().iterator().next();
        } else if (node instanceof Map<?, ?>) {
            settings.putAll(map(node, path));
            kind = settings.remove("kind");
        }
        if (kind == null) {
            kind = Components.unwrittenKind(type)
                    .orElse(kinds.keySet().iterator().next());
        }
        Class<? extends T> record = kind instanceof String ? kinds.get(kind) : null;
        if (record == null) {
            throw new SettingException(
                    path,
                    (kind instanceof String ? "is '" + kind + "'" : "is " + kind) + "; allowed: "
                            + String.join(", ", kinds.keySet())
                            + nearest(String.valueOf(kind), kinds.keySet())
                                    .map(TreeReader::meant)
                                    .orElse(""));
        }
        requireOwn(type, (String) kind, settings, path);
        return record(record, settings, path);
    }

    /** A setting of another kind says which kind it belongs to. */
    private static <T extends Choice> void requireOwn(
            Class<T> type, String kind, Map<String, Object> settings, String path) {
        Map<String, Class<? extends T>> kinds = Components.kinds(type);
        for (String key : settings.keySet()) {
            List<String> owners = kinds.entrySet().stream()
                    .filter(other -> keys(other.getValue()).contains(key))
                    .map(Map.Entry::getKey)
                    .toList();
            if (!owners.isEmpty() && !owners.contains(kind)) {
                throw new SettingException(
                        path + "." + key,
                        "belongs to " + String.join(" and ", owners) + ", not to " + kind + "; choose " + path
                                + ".kind " + String.join(" or ", owners) + ", or leave it out");
            }
        }
    }

    private static Set<String> keys(Class<?> type) {
        Set<String> keys = new LinkedHashSet<>();
        Components.of(type).forEach(component -> keys.add(Components.key(component)));
        return keys;
    }

    private static Object byDefault(RecordComponent component, String path) {
        String text = Components.byDefault(component)
                .orElseThrow(() -> SettingException.missing(path, Components.words(component)));
        return component.getType().isEnum() ? plain(component, text, path) : defaultOf(component, text);
    }

    /** The value of a default as an experiment file would hold it. */
    static Object defaultOf(RecordComponent component, String text) {
        Class<?> type = component.getType();
        if (type == double.class) {
            return Double.valueOf(text);
        }
        if (type == boolean.class) {
            return Boolean.valueOf(text);
        }
        return type.isEnum() ? text : number(type, Long.parseLong(text));
    }

    private static Object plain(RecordComponent component, Object node, String path) {
        Class<?> type = component.getType();
        if (type == String.class && node instanceof String) {
            return node;
        }
        if (type.isEnum() && node instanceof String word) {
            for (Object constant : type.getEnumConstants()) {
                if (ExperimentTree.word(constant).equals(word)) {
                    return constant;
                }
            }
        }
        if (type == boolean.class && node instanceof Boolean) {
            return node;
        }
        if (type == double.class && node instanceof Number number) {
            return number.doubleValue();
        }
        if ((type == int.class || type == long.class) && node instanceof Number number) {
            double x = number.doubleValue();
            if (x == Math.rint(x) && Math.abs(x) <= (type == int.class ? Integer.MAX_VALUE : 1L << 53)) {
                return number(type, number.longValue());
            }
        }
        String allowed = type.isEnum() ? String.join(", ", words(type)) : Components.words(component);
        throw new SettingException(
                path, "is " + (node instanceof String ? "'" + node + "'" : node) + "; allowed: " + allowed);
    }

    private static Object number(Class<?> type, long value) {
        if (type == int.class) {
            return Math.toIntExact(value);
        }
        return value;
    }

    private static List<String> words(Class<?> type) {
        return List.of(type.getEnumConstants()).stream()
                .map(ExperimentTree::word)
                .toList();
    }

    private static Map<String, Object> map(Object node, String path) {
        if (!(node instanceof Map<?, ?> map)) {
            throw new SettingException(path, "is " + node + "; needed: keys and values");
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put((String) key, value));
        return copy;
    }

    /** Refuses the first key that a record does not have. */
    static void requireKnown(Map<String, ?> node, String path, Class<?> type) {
        Set<String> known = new LinkedHashSet<>();
        Components.of(type).stream()
                .filter(component -> !ExperimentTree.isInputs(component))
                .map(Components::key)
                .forEach(known::add);
        for (String name : node.keySet()) {
            if (!known.contains(name)) {
                String key = path.isEmpty() ? name : path + "." + name;
                throw new SettingException(key, "is no key" + suggestion(name, known));
            }
        }
    }

    /** The known word that was probably meant, or all of them. */
    static String suggestion(String word, Collection<String> known) {
        return nearest(word, known)
                .map(TreeReader::meant)
                .orElseGet(() -> known.isEmpty() ? "; there are none here" : "; known: " + String.join(", ", known));
    }

    private static Optional<String> nearest(String word, Collection<String> known) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        return known.stream()
                .filter(candidate -> distance.apply(word, candidate) <= Math.max(2, candidate.length() / 3))
                .min((a, b) -> Integer.compare(distance.apply(word, a), distance.apply(word, b)));
    }

    /** Suggests a key. */
    static String meant(String key) {
        return "; did you mean '" + key + "'?";
    }
}
