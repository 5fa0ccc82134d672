package org.twinnet.compare.experiment;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An experiment as the tree of keys and values that experiment files hold: maps, lists, numbers, words. Everything is
 * read off the records themselves, so a new kind or setting appears here by being declared.
 *
 * <p>A choice without settings is its kind as a word; with settings it is a map with the key {@code kind}.
 */
public final class ExperimentTree {

    /** Name and version of the format. */
    public static final String FORMAT = "twinnet-experiment/1";

    /** The key of the layers, which flattened keys write as {@code layers[]}. */
    private static final String LAYERS = "layers";

    private static final String UNITS = LAYERS + "[].units";

    private ExperimentTree() {}

    /**
     * Says an experiment with all of its settings, defaults included.
     *
     * @param experiment the experiment
     * @return keys and values in the order of the format
     */
    public static Map<String, Object> of(Experiment experiment) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        for (RecordComponent component : Components.of(Experiment.class)) {
            if (!isInputs(component)) {
                tree.put(Components.key(component), node(Components.value(component, experiment)));
            }
        }
        return tree;
    }

    /**
     * Says an experiment as a flat list.
     *
     * @param experiment the experiment
     * @return its settings without name and format; those of layers as one list each, such as {@code layers[].units}
     */
    public static List<Setting> settings(Experiment experiment) {
        return settings(of(experiment));
    }

    /**
     * Says a tree as a flat list.
     *
     * @param tree what {@link #of} made, or an experiment file holds
     * @return its settings without name and format; those of layers as one list each, such as {@code layers[].units}
     */
    public static List<Setting> settings(Map<String, ?> tree) {
        List<Setting> settings = new ArrayList<>();
        tree.forEach((key, value) -> {
            if (value instanceof List<?> layers) {
                settings.addAll(columns(layers));
            } else if (value instanceof Map<?, ?> choice) {
                choice.forEach((inner, it) -> settings.add(new Setting(key + "." + inner, it)));
            } else if (!key.equals("format") && !key.equals("name")) {
                settings.add(new Setting(key, value));
            }
        });
        return settings;
    }

    private static List<Setting> columns(List<?> layers) {
        Set<Object> keys = new LinkedHashSet<>();
        layers.forEach(layer -> keys.addAll(((Map<?, ?>) layer).keySet()));
        List<Setting> columns = new ArrayList<>();
        for (Object key : keys) {
            List<Object> column = new ArrayList<>();
            layers.forEach(layer -> column.add(((Map<?, ?>) layer).get(key)));
            columns.add(new Setting(LAYERS + "[]." + key, List.copyOf(column)));
        }
        return columns;
    }

    private static Object node(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(ExperimentTree::node).toList();
        }
        if (value instanceof Enum<?> word) {
            return word(word);
        }
        if (!(value instanceof Record)) {
            return value;
        }
        Map<String, Object> node = new LinkedHashMap<>();
        if (value instanceof Choice choice) {
            if (Components.of(value.getClass()).isEmpty()) {
                return choice.kind();
            }
            node.put("kind", choice.kind());
        }
        for (RecordComponent component : Components.of(value.getClass())) {
            node.put(Components.key(component), node(Components.value(component, value)));
        }
        return node;
    }

    /**
     * Reads a tree. What is left out has its default; {@code layers} must be there.
     *
     * @param tree keys and values
     * @param inputs number of features of the data
     * @return the experiment
     * @throws SettingException if a key is unknown or not built, or a value is not allowed
     */
    public static Experiment read(Map<String, ?> tree, int inputs) {
        Object format = tree.get("format");
        if (format != null && !format.equals(FORMAT)) {
            throw new SettingException("format", "is '" + format + "'; allowed: " + FORMAT);
        }
        Map<String, Object> keys = new LinkedHashMap<>(tree);
        keys.remove("format");
        TreeReader.requireKnown(keys, "", Experiment.class);
        if (!(keys.get(LAYERS) instanceof List<?> layers) || layers.isEmpty()) {
            String found = keys.containsKey(LAYERS) ? "are no list of layers" : "are missing";
            throw new SettingException(LAYERS, found + "; needed: a list with one entry a layer, the output last");
        }
        return new TreeReader(layers.size()).experiment(keys, inputs);
    }

    /**
     * Some settings replaced.
     *
     * @param experiment the experiment
     * @param changes values under flat keys, such as {@code penalty.l2}, as an experiment file would hold them;
     *     {@code layers[].keep_prob} is that of every hidden layer, {@code layers[].units} a list. A new kind keeps the
     *     settings that it shares with the old one
     * @return a new experiment
     * @throws SettingException if there is no such key, or a value is not allowed
     */
    public static Experiment with(Experiment experiment, Map<String, ?> changes) {
        Map<String, Object> tree = of(experiment);
        // units alone may change the depth: what is said of every layer follows
        changes.entrySet().stream()
                .sorted(Comparator.comparing(change -> !change.getKey().equals(UNITS)))
                .forEach(change -> put(tree, change.getKey(), change.getValue()));
        return read(tree, experiment.inputs());
    }

    private static void put(Map<String, Object> tree, String key, Object value) {
        int dot = key.indexOf('.');
        String outer = dot < 0 ? key : key.substring(0, dot);
        if (outer.equals(LAYERS + "[]")) {
            tree.put(LAYERS, replacedLayers((List<?>) tree.get(LAYERS), key.substring(dot + 1), value));
        } else if (dot < 0) {
            tree.put(key, value);
        } else {
            Map<String, Object> inner = asMap(tree.get(outer));
            inner.put(key.substring(dot + 1), value);
            if (key.endsWith(".kind") && value instanceof String kind) {
                ExperimentKeys.keepShared(outer, kind, inner);
            }
            tree.put(outer, inner);
        }
    }

    /** A choice that is written as its kind alone, or with settings. */
    private static Map<String, Object> asMap(Object node) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (node instanceof Map<?, ?> old) {
            old.forEach((name, it) -> map.put((String) name, it));
        } else if (node != null) {
            map.put("kind", node);
        }
        return map;
    }

    private static List<Object> replacedLayers(List<?> layers, String key, Object value) {
        boolean depth = (LAYERS + "[]." + key).equals(UNITS);
        if (value instanceof List<?> list && !depth && list.size() != layers.size()) {
            throw new SettingException(
                    LAYERS + "[]." + key,
                    "has " + list.size() + " values for " + layers.size() + " layers; needed: one for each, or one for"
                            + " all hidden ones");
        }
        int count = value instanceof List<?> list ? list.size() : layers.size();
        List<Object> replaced = new ArrayList<>();
        for (int l = 0; l < count; l++) {
            boolean output = l == count - 1;
            // a new depth takes its hidden layers from the last hidden one, and from nothing where there was none
            int from = output ? layers.size() - 1 : Math.min(l, layers.size() - 2);
            Map<String, Object> layer = from < 0 ? new LinkedHashMap<>() : asMap(layers.get(from));
            if (value instanceof List<?> list) {
                layer.put(key, list.get(l));
            } else if (!output) {
                layer.put(key, value);
            }
            replaced.add(layer);
        }
        return replaced;
    }

    /** The word for a constant of an enumeration. */
    static String word(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static boolean isInputs(RecordComponent component) {
        return component.getName().equals("inputs");
    }
}
