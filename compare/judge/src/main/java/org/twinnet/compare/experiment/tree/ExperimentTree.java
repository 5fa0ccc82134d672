package org.twinnet.compare.experiment.tree;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.setting.Choice;
import org.twinnet.compare.experiment.setting.Components;
import org.twinnet.compare.experiment.setting.Setting;
import org.twinnet.compare.experiment.setting.SettingException;

/**
 * An experiment as the tree of keys and values that experiment files hold: maps, lists, numbers, words. Everything is
 * read off the records themselves, so a new kind or setting appears here by being declared.
 *
 * <p>A choice without settings is its kind as a word; with settings it is a map with the key {@code kind}, but for one
 * that is written as its settings alone, such as {@code batch_norm}.
 */
public final class ExperimentTree {

    /** Name and version of the format. */
    public static final String FORMAT = "twinnet-experiment/1";

    /** The key of the layers, which flattened keys write as {@code layers[]}. */
    static final String LAYERS = "layers";

    /** The activation of the last layer, as a key of changes. */
    public static final String OUTPUT = LAYERS + "[last].activation";

    /** What stands in a list where a layer's choice has no such setting. */
    static final String NONE = "none";

    static final String KIND = "kind";

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
     * @return its settings without name and format; those of layers as one list each, such as {@code layers[].units},
     *     with {@code none} for a layer whose choice has no such setting
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
            boolean choices = column.stream().anyMatch(Map.class::isInstance);
            columns.addAll(
                    choices
                            ? columns(LAYERS + "[]." + key, column)
                            : List.of(new Setting(LAYERS + "[]." + key, column)));
        }
        return columns;
    }

    /** A choice of each layer: the kinds, and each setting that one of them has. */
    private static List<Setting> columns(String key, List<Object> choices) {
        Set<String> names = new LinkedHashSet<>();
        List<Map<String, Object>> maps =
                choices.stream().map(choice -> withKind(key, choice)).toList();
        maps.forEach(map -> names.addAll(map.keySet()));
        return names.stream()
                .map(name -> new Setting(
                        name.equals(KIND) ? key : key + "." + name,
                        maps.stream().map(map -> map.getOrDefault(name, NONE)).toList()))
                .toList();
    }

    /** The kind of what a layer chooses and its settings, the kind first, also where a file does not write it. */
    static Map<String, Object> withKind(String key, Object choice) {
        Map<String, Object> map = asMap(choice);
        Map<String, Object> whole = new LinkedHashMap<>();
        if (!map.isEmpty()) {
            ExperimentKeys.unwrittenKind(key).ifPresent(kind -> whole.put(KIND, kind));
        }
        whole.putAll(map);
        return whole;
    }

    /** A choice that is written as its kind alone, or with settings. */
    static Map<String, Object> asMap(Object node) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (node instanceof Map<?, ?> old) {
            old.forEach((name, it) -> map.put((String) name, it));
        } else if (node != null) {
            map.put(KIND, node);
        }
        return map;
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
            if (!isUnwritten(choice)) {
                node.put(KIND, choice.kind());
            }
        }
        for (RecordComponent component : Components.of(value.getClass())) {
            node.put(Components.key(component), node(Components.value(component, value)));
        }
        return node;
    }

    private static boolean isUnwritten(Choice choice) {
        return Arrays.stream(choice.getClass().getInterfaces())
                .filter(type -> type != Choice.class && Choice.class.isAssignableFrom(type))
                .anyMatch(type ->
                        Components.unwrittenKind(type.asSubclass(Choice.class)).equals(Optional.of(choice.kind())));
    }

    /**
     * Reads a tree. What is left out has its default; {@code layers} must be there.
     *
     * @param tree keys and values
     * @param inputs number of features of the data
     * @return the experiment
     * @throws SettingException if a key is unknown, or a value is not allowed
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
     *     {@code layers[].units} is a list, any other of {@code layers[]} that of every hidden layer, or a list of one
     *     for each of them, with or without the output's; {@code layers[0].units} is that of the first layer alone, and
     *     goes before what is said of all. A new kind keeps the settings that it shares with the old one
     * @return a new experiment
     * @throws SettingException if there is no such key, or a value is not allowed
     */
    public static Experiment with(Experiment experiment, Map<String, ?> changes) {
        return read(TreeChanges.of(experiment, changes), experiment.inputs());
    }

    /** The word for a constant of an enumeration. */
    static String word(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static boolean isInputs(RecordComponent component) {
        return component.getName().equals("inputs");
    }
}
