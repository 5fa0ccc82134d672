package org.twinnet.compare.experiment.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Layer;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Loss;
import org.twinnet.compare.experiment.setting.SettingException;

/** Replaces settings in the tree of an experiment, by their flat keys. */
final class TreeChanges {

    private static final String UNITS = ExperimentTree.LAYERS + "[].units";

    private TreeChanges() {}

    /** The tree of an experiment with some of its settings replaced, as {@link ExperimentTree#with} says. */
    static Map<String, Object> of(Experiment experiment, Map<String, ?> changes) {
        Map<String, Object> tree = withoutDefaults(experiment);
        // units alone may change the depth: what is said of every layer follows, and then what a layer's choice has
        changes.entrySet().stream()
                .sorted(Comparator.comparing(change -> order(change.getKey())))
                .forEach(change -> put(tree, change.getKey(), change.getValue()));
        return tree;
    }

    /** The depth, then kinds, then their settings: what is said of a layer alone comes after what is said of all. */
    private static int order(String key) {
        int single = LayerKey.of(key).isPresent() ? 1 : 0;
        return key.equals(UNITS) ? 0 : 1 + single + (isOfChoice(ExperimentKeys.general(key)) ? 2 : 0);
    }

    /** All settings but the output's activation and the loss, where they are those of the default. */
    private static Map<String, Object> withoutDefaults(Experiment experiment) {
        Map<String, Object> tree = ExperimentTree.of(experiment);
        Layer output = experiment.output();
        if (output.activation().equals(Activation.ofOutput(output.units()))) {
            List<Object> layers = new ArrayList<>((List<?>) tree.get(ExperimentTree.LAYERS));
            Map<String, Object> last = ExperimentTree.asMap(layers.get(layers.size() - 1));
            last.remove("activation");
            layers.set(layers.size() - 1, last);
            tree.put(ExperimentTree.LAYERS, layers);
        }
        if (experiment.loss().equals(Loss.of(output.activation()))) {
            tree.remove("loss");
        }
        return tree;
    }

    /** Whether a key such as {@code layers[].activation.slope} is a setting of a layer's choice. */
    static boolean isOfChoice(String key) {
        return key.startsWith(ExperimentTree.LAYERS + "[].")
                && key.indexOf('.', ExperimentTree.LAYERS.length() + 3) > 0;
    }

    private static void put(Map<String, Object> tree, String key, Object value) {
        int dot = key.indexOf('.');
        String outer = dot < 0 ? key : key.substring(0, dot);
        List<?> layers = (List<?>) tree.get(ExperimentTree.LAYERS);
        Optional<LayerKey> single = LayerKey.of(key);
        if (key.equals(ExperimentTree.OUTPUT)) {
            tree.put(ExperimentTree.LAYERS, replacedLayer(layers, layers.size() - 1, "activation", value));
        } else if (single.isPresent()) {
            LayerKey one = single.get();
            requireLayer(key, one.layer(), layers.size());
            requireSetting(key, one, ExperimentTree.asMap(layers.get(one.layer())), value);
            tree.put(ExperimentTree.LAYERS, replacedLayer(layers, one.layer(), one.name(), value));
        } else if (isOfChoice(key)) {
            int inner = key.lastIndexOf('.');
            tree.put(
                    ExperimentTree.LAYERS,
                    withinChoices(
                            (List<?>) tree.get(ExperimentTree.LAYERS),
                            key.substring(dot + 1, inner),
                            key.substring(inner + 1),
                            value));
        } else if (outer.equals(ExperimentTree.LAYERS + "[]")) {
            tree.put(
                    ExperimentTree.LAYERS,
                    replacedLayers((List<?>) tree.get(ExperimentTree.LAYERS), key.substring(dot + 1), value));
        } else if (dot < 0) {
            tree.put(key, value);
        } else {
            Map<String, Object> inner = ExperimentTree.asMap(tree.get(outer));
            String name = key.substring(dot + 1);
            if (!name.equals(ExperimentTree.KIND) && ExperimentKeys.isKindless(outer)) {
                // a setting chooses the kind that has settings
                inner.remove(ExperimentTree.KIND);
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
        Object kind = ExperimentTree.withKind(ExperimentTree.LAYERS + "[]." + choice, layer.get(choice))
                .get(ExperimentTree.KIND);
        if (!ExperimentKeys.hasSetting(choice, kind, one.name().substring(dot + 1))) {
            throw new SettingException(
                    key, "is " + value + ", and its layer has no such setting; its " + choice + " is " + kind);
        }
    }

    /** A setting of one layer, or of what it chooses, replaced. */
    private static List<Object> replacedLayer(List<?> layers, int at, String key, Object value) {
        int dot = key.indexOf('.');
        if (dot >= 0) {
            List<Object> others = new ArrayList<>(Collections.nCopies(layers.size(), ExperimentTree.NONE));
            others.set(at, value);
            return withinChoices(layers, key.substring(0, dot), key.substring(dot + 1), others);
        }
        List<Object> replaced = new ArrayList<>(layers);
        Map<String, Object> layer = ExperimentTree.asMap(layers.get(at));
        layer.put(key, value);
        replaced.set(at, layer);
        return replaced;
    }

    private static List<Object> replacedLayers(List<?> layers, String key, Object value) {
        boolean depth = (ExperimentTree.LAYERS + "[]." + key).equals(UNITS);
        boolean hidden = value instanceof List<?> list && !depth && list.size() == layers.size() - 1;
        if (value instanceof List<?> list && !depth && !hidden && list.size() != layers.size()) {
            throw new SettingException(
                    ExperimentTree.LAYERS + "[]." + key,
                    "has " + list.size() + " values for " + layers.size() + " layers; needed: one for each, or for each"
                            + " hidden one");
        }
        int count = value instanceof List<?> list && depth ? list.size() : layers.size();
        List<Object> replaced = new ArrayList<>();
        for (int l = 0; l < count; l++) {
            boolean output = l == count - 1;
            // a new depth takes its hidden layers from the last hidden one, and from nothing where there was none
            int from = output ? layers.size() - 1 : Math.min(l, layers.size() - 2);
            Map<String, Object> layer = from < 0 ? new LinkedHashMap<>() : ExperimentTree.asMap(layers.get(from));
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
                .map(layer -> ExperimentTree.withKind(
                        ExperimentTree.LAYERS + "[]." + choice,
                        ExperimentTree.asMap(layer).get(choice)))
                .toList();
        if (choices.stream().noneMatch(map -> ExperimentKeys.hasSetting(choice, map.get(ExperimentTree.KIND), name))) {
            throw new SettingException(
                    ExperimentTree.LAYERS + "[]." + choice + "." + name,
                    "is " + value + ", and no layer has such a setting; its " + choice + " is "
                            + choices.stream()
                                    .filter(map -> map.containsKey(ExperimentTree.KIND))
                                    .map(map -> String.valueOf(map.get(ExperimentTree.KIND)))
                                    .distinct()
                                    .collect(Collectors.joining(" or ")));
        }
        List<Object> replaced = new ArrayList<>();
        for (int l = 0; l < layers.size(); l++) {
            Map<String, Object> layer = ExperimentTree.asMap(layers.get(l));
            Map<String, Object> map = choices.get(l);
            Object own = value instanceof List<?> list ? list.get(l) : value;
            if (ExperimentKeys.hasSetting(choice, map.get(ExperimentTree.KIND), name)
                    && !ExperimentTree.NONE.equals(own)) {
                map.put(name, own);
                layer.put(choice, map);
            }
            replaced.add(layer);
        }
        return replaced;
    }
}
