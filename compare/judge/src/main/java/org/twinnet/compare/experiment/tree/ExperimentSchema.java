package org.twinnet.compare.experiment.tree;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Layer;
import org.twinnet.compare.experiment.setting.Choice;
import org.twinnet.compare.experiment.setting.Components;
import org.twinnet.compare.experiment.setting.Range;

/** The JSON Schema of experiment files, made from the records themselves. */
public final class ExperimentSchema {

    private ExperimentSchema() {}

    /**
     * The schema: one experiment, or a list of them.
     *
     * @return keys and values as JSON would hold them
     */
    public static Map<String, Object> tree() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Twinnet experiment, " + ExperimentTree.FORMAT);
        schema.put(
                "oneOf",
                List.of(
                        ordered("$ref", "#/$defs/experiment"),
                        ordered("type", "array", "minItems", 1, "items", ordered("$ref", "#/$defs/experiment"))));
        schema.put("$defs", ordered("experiment", experiment()));
        return schema;
    }

    private static Map<String, Object> experiment() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("format", ordered("const", ExperimentTree.FORMAT));
        for (RecordComponent component : Components.of(Experiment.class)) {
            if (component.getType() == List.class) {
                properties.put(
                        Components.key(component),
                        ordered("type", "array", "minItems", 1, "items", object(Layer.class, List.of("units"))));
            } else if (!ExperimentTree.isInputs(component)) {
                properties.put(Components.key(component), value(component));
            }
        }
        return object(properties, List.of("layers"));
    }

    private static Map<String, Object> object(Class<?> record, List<String> required) {
        Map<String, Object> properties = new LinkedHashMap<>();
        Components.of(record).forEach(component -> properties.put(Components.key(component), value(component)));
        return object(properties, required);
    }

    private static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        Map<String, Object> object = ordered("type", "object", "additionalProperties", false, "properties", properties);
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        return object;
    }

    private static Map<String, Object> value(RecordComponent component) {
        Class<?> type = component.getType();
        if (type.isSealed() && Choice.class.isAssignableFrom(type)) {
            return choice(type.asSubclass(Choice.class));
        }
        if (type.isRecord()) {
            Map<String, Object> object = object(type, List.of());
            return Components.hasKind(type) ? ordered("anyOf", List.of(words(type), object)) : object;
        }
        if (type.isEnum()) {
            return withDefault(component, ordered("enum", wordsOf(type)));
        }
        if (type == String.class) {
            return ordered("type", "string");
        }
        if (type == boolean.class) {
            return withDefault(component, ordered("type", "boolean"));
        }
        Map<String, Object> number = ordered("type", type == double.class ? "number" : "integer");
        Range range = Components.range(component);
        bound(number, "exclusiveMinimum", range.above());
        bound(number, "minimum", range.from());
        bound(number, "maximum", range.to());
        bound(number, "exclusiveMaximum", range.below());
        return withDefault(component, number);
    }

    /** The bare words for what has a kind. */
    private static Map<String, Object> words(Class<?> type) {
        return Components.of(type).stream()
                .filter(component -> Components.key(component).equals("kind"))
                .findFirst()
                .map(component -> ordered("enum", wordsOf(component.getType())))
                .orElseThrow();
    }

    private static List<String> wordsOf(Class<?> type) {
        return Stream.of(type.getEnumConstants()).map(ExperimentTree::word).toList();
    }

    private static void bound(Map<String, Object> number, String key, double bound) {
        if (Double.isFinite(bound)) {
            number.put(key, bound == Math.rint(bound) ? (Object) (long) bound : bound);
        }
    }

    private static Map<String, Object> withDefault(RecordComponent component, Map<String, Object> schema) {
        Map<String, Object> all = new LinkedHashMap<>(schema);
        Components.byDefault(component).ifPresent(text -> all.put("default", TreeReader.defaultOf(component, text)));
        return all;
    }

    private static Map<String, Object> choice(Class<? extends Choice> type) {
        Map<String, ? extends Class<?>> kinds = Components.kinds(type);
        boolean written = Components.unwrittenKind(type).isEmpty();
        List<Object> forms = new ArrayList<>();
        forms.add(ordered("enum", List.copyOf(kinds.keySet())));
        kinds.forEach((kind, record) -> {
            Map<String, Object> properties = new LinkedHashMap<>();
            if (written) {
                properties.put("kind", ordered("const", kind));
            } else if (Components.of(record).isEmpty()) {
                return;
            }
            Components.of(record).forEach(component -> properties.put(Components.key(component), value(component)));
            forms.add(object(properties, List.of()));
        });
        return ordered("anyOf", forms);
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
