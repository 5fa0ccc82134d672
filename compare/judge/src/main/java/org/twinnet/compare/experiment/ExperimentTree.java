package org.twinnet.compare.experiment;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    private static final String LAYERS = "layers";

    /** The activation of the last layer, as a key of changes. */
    public static final String OUTPUT = LAYERS + "[last].activation";

    /** What stands in a list where a layer's choice has no such setting. */
    static final String NONE = "none";

    private static final String KIND = "kind";

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
    private static Map<String, Object> withKind(String key, Object choice) {
        Map<String, Object> map = asMap(choice);
        Map<String, Object> whole = new LinkedHashMap<>();
        if (!map.isEmpty()) {
            ExperimentKeys.unwrittenKind(key).ifPresent(kind -> whole.put(KIND, kind));
        }
        whole.putAll(map);
        return whole;
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
     *     {@code layers[].units} is a list, any other of {@code layers[]} that of every hidden layer, or a list of one
     *     for each of them, with or without the output's; {@code layers[0].units} is that of the first layer alone, and
     *     goes before what is said of all. A new kind keeps the settings that it shares with the old one
     * @return a new experiment
     * @throws SettingException if there is no such key, or a value is not allowed
     */
    public static Experiment with(Experiment experiment, Map<String, ?> changes) {
        Map<String, Object> tree = withoutDefaults(experiment);
        // units alone may change the depth: what is said of every layer follows, and then what a layer's choice has
        changes.entrySet().stream()
                .sorted(Comparator.comparing(change -> order(change.getKey())))
                .forEach(change -> put(tree, change.getKey(), change.getValue()));
        return read(tree, experiment.inputs());
    }

    /** The depth, then kinds, then their settings: what is said of a layer alone comes after what is said of all. */
    private static int order(String key) {
        int single = LayerKey.of(key).isPresent() ? 1 : 0;
        return key.equals(UNITS) ? 0 : 1 + single + (isOfChoice(ExperimentKeys.general(key)) ? 2 : 0);
    }

    /** All settings but the output's activation and the loss, where they are those of the default. */
    private static Map<String, Object> withoutDefaults(Experiment experiment) {
        Map<String, Object> tree = of(experiment);
        Layer output = experiment.output();
        if (output.activation().equals(Activation.ofOutput(output.units()))) {
            List<Object> layers = new ArrayList<>((List<?>) tree.get(LAYERS));
            Map<String, Object> last = asMap(layers.get(layers.size() - 1));
            last.remove("activation");
            layers.set(layers.size() - 1, last);
            tree.put(LAYERS, layers);
        }
        if (experiment.loss().equals(Loss.of(output.activation()))) {
            tree.remove("loss");
        }
        return tree;
    }

    /** Whether a key such as {@code layers[].activation.slope} is a setting of a layer's choice. */
    static boolean isOfChoice(String key) {
        return key.startsWith(LAYERS + "[].") && key.indexOf('.', LAYERS.length() + 3) > 0;
    }

    private static void put(Map<String, Object> tree, String key, Object value) {
        int dot = key.indexOf('.');
        String outer = dot < 0 ? key : key.substring(0, dot);
        List<?> layers = (List<?>) tree.get(LAYERS);
        Optional<LayerKey> single = LayerKey.of(key);
        if (key.equals(OUTPUT)) {
            tree.put(LAYERS, replacedLayer(layers, layers.size() - 1, "activation", value));
        } else if (single.isPresent()) {
            LayerKey one = single.get();
            requireLayer(key, one.layer(), layers.size());
            requireSetting(key, one, asMap(layers.get(one.layer())), value);
            tree.put(LAYERS, replacedLayer(layers, one.layer(), one.name(), value));
        } else if (isOfChoice(key)) {
            int inner = key.lastIndexOf('.');
            tree.put(
                    LAYERS,
                    withinChoices(
                            (List<?>) tree.get(LAYERS),
                            key.substring(dot + 1, inner),
                            key.substring(inner + 1),
                            value));
        } else if (outer.equals(LAYERS + "[]")) {
            tree.put(LAYERS, replacedLayers((List<?>) tree.get(LAYERS), key.substring(dot + 1), value));
        } else if (dot < 0) {
            tree.put(key, value);
        } else {
            Map<String, Object> inner = asMap(tree.get(outer));
            String name = key.substring(dot + 1);
            if (!name.equals(KIND) && ExperimentKeys.isKindless(outer)) {
                // a setting chooses the kind that has settings
                inner.remove(KIND);
            }
            inner.put(name, value);
            if (key.endsWith(".kind") && value instanceof String kind) {
                ExperimentKeys.keepShared(outer, kind, inner);
            }
            tree.put(outer, inner);
        }
    }

    private static void requireLayer(String key, int layer, int layers) {
        if (layer >= layers) {
            throw new SettingException(
                    key,
                    "is of no layer: the network has " + layers + ", from layers[0], the first after the inputs, to"
                            + " layers[" + (layers - 1) + "], the output");
        }
    }

    /** A layer's choice is of a kind that has the setting. */
    private static void requireSetting(String key, LayerKey one, Map<String, Object> layer, Object value) {
        int dot = one.name().indexOf('.');
        if (dot < 0) {
            return;
        }
        String choice = one.name().substring(0, dot);
        Object kind = withKind(LAYERS + "[]." + choice, layer.get(choice)).get(KIND);
        if (!ExperimentKeys.hasSetting(choice, kind, one.name().substring(dot + 1))) {
            throw new SettingException(
                    key, "is " + value + ", and its layer has no such setting; its " + choice + " is " + kind);
        }
    }

    /** A setting of one layer, or of what it chooses, replaced. */
    private static List<Object> replacedLayer(List<?> layers, int at, String key, Object value) {
        int dot = key.indexOf('.');
        if (dot >= 0) {
            List<Object> others = new ArrayList<>(Collections.nCopies(layers.size(), NONE));
            others.set(at, value);
            return withinChoices(layers, key.substring(0, dot), key.substring(dot + 1), others);
        }
        List<Object> replaced = new ArrayList<>(layers);
        Map<String, Object> layer = asMap(layers.get(at));
        layer.put(key, value);
        replaced.set(at, layer);
        return replaced;
    }

    /** A choice that is written as its kind alone, or with settings. */
    private static Map<String, Object> asMap(Object node) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (node instanceof Map<?, ?> old) {
            old.forEach((name, it) -> map.put((String) name, it));
        } else if (node != null) {
            map.put(KIND, node);
        }
        return map;
    }

    private static List<Object> replacedLayers(List<?> layers, String key, Object value) {
        boolean depth = (LAYERS + "[]." + key).equals(UNITS);
        boolean hidden = value instanceof List<?> list && !depth && list.size() == layers.size() - 1;
        if (value instanceof List<?> list && !depth && !hidden && list.size() != layers.size()) {
            throw new SettingException(
                    LAYERS + "[]." + key,
                    "has " + list.size() + " values for " + layers.size() + " layers; needed: one for each, or for each"
                            + " hidden one");
        }
        int count = value instanceof List<?> list && depth ? list.size() : layers.size();
        List<Object> replaced = new ArrayList<>();
        for (int l = 0; l < count; l++) {
            boolean output = l == count - 1;
            // a new depth takes its hidden layers from the last hidden one, and from nothing where there was none
            int from = output ? layers.size() - 1 : Math.min(l, layers.size() - 2);
            Map<String, Object> layer = from < 0 ? new LinkedHashMap<>() : asMap(layers.get(from));
            if (value instanceof List<?> list) {
                if (!hidden || !output) {
                    layer.put(key, list.get(l));
                }
            } else if (!output) {
                layer.put(key, value);
            }
            replaced.add(layer);
        }
        return replaced;
    }

    /** A setting of a layer's choice goes to every layer whose kind has it, or to each what a list says. */
    private static List<Object> withinChoices(List<?> layers, String choice, String name, Object value) {
        List<Map<String, Object>> choices = layers.stream()
                .map(layer -> withKind(LAYERS + "[]." + choice, asMap(layer).get(choice)))
                .toList();
        if (choices.stream().noneMatch(map -> ExperimentKeys.hasSetting(choice, map.get(KIND), name))) {
            throw new SettingException(
                    LAYERS + "[]." + choice + "." + name,
                    "is " + value + ", and no layer has such a setting; its " + choice + " is "
                            + choices.stream()
                                    .filter(map -> map.containsKey(KIND))
                                    .map(map -> String.valueOf(map.get(KIND)))
                                    .distinct()
                                    .collect(Collectors.joining(" or ")));
        }
        List<Object> replaced = new ArrayList<>();
        for (int l = 0; l < layers.size(); l++) {
            Map<String, Object> layer = asMap(layers.get(l));
            Map<String, Object> map = choices.get(l);
            Object own = value instanceof List<?> list ? list.get(l) : value;
            if (ExperimentKeys.hasSetting(choice, map.get(KIND), name) && !NONE.equals(own)) {
                map.put(name, own);
                layer.put(choice, map);
            }
            replaced.add(layer);
        }
        return replaced;
    }

    /**
     * What the output's activation may be.
     *
     * @return the words of all activations
     */
    public static List<String> outputs() {
        return List.copyOf(Components.kinds(Activation.class).keySet());
    }

    /** The word for a constant of an enumeration. */
    static String word(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static boolean isInputs(RecordComponent component) {
        return component.getName().equals("inputs");
    }
}
