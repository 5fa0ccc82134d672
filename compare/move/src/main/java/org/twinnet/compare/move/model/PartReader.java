package org.twinnet.compare.move.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twinnet.compare.json.JsonDamage;
import org.twinnet.data.InvalidDataException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a configuration as parts, and refuses every name of a class that is not known. */
final class PartReader {

    private static final String CLASS = "@class";
    private static final int DEEPEST = 32;
    private static final int LONGEST = 10_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST)
                            .maxNumberLength(64)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String file;

    private PartReader(String file) {
        this.file = file;
    }

    static Part read(byte[] json, String file) {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JacksonException e) {
            throw new InvalidDataException(file + ": is no JSON: " + JsonDamage.met(e), e);
        }
        if (!root.isObject()) {
            throw new InvalidDataException(file + ": needed: a JSON object, as DL4J writes it");
        }
        return new PartReader(file).part(root, "");
    }

    private Part part(JsonNode node, String at) {
        String type = node.has(CLASS) ? type(node.get(CLASS), at) : "";
        Map<String, Double> numbers = new LinkedHashMap<>();
        Map<String, String> words = new LinkedHashMap<>();
        Map<String, Part> parts = new LinkedHashMap<>();
        Map<String, List<Part>> sequences = new LinkedHashMap<>();
        Map<String, List<Double>> lists = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            String name = entry.getKey();
            JsonNode value = entry.getValue();
            String place = at.isEmpty() ? name : at + "." + name;
            if (value.isNumber()) {
                numbers.put(name, value.doubleValue());
            } else if (value.isString() && isNotFinite(value.stringValue())) {
                numbers.put(name, Double.parseDouble(value.stringValue()));
            } else if (value.isString() || value.isBoolean()) {
                words.put(name, value.asString());
            } else if (value.isObject()) {
                parts.put(name, part(value, place));
            } else if (value.isArray() && !value.isEmpty() && value.get(0).isNumber()) {
                lists.put(name, numbers(value, place));
            } else if (value.isArray()) {
                sequences.put(name, sequence(value, place));
            }
        });
        words.remove(CLASS);
        return new Part(type, numbers, words, parts, sequences, lists);
    }

    private static boolean isNotFinite(String text) {
        return List.of("NaN", "Infinity", "-Infinity").contains(text);
    }

    private List<Double> numbers(JsonNode array, String at) {
        List<Double> numbers = new ArrayList<>();
        for (JsonNode each : array) {
            if (!each.isNumber()) {
                throw new InvalidDataException(file + ": " + at + " mixes numbers with something else");
            }
            numbers.add(each.doubleValue());
        }
        return numbers;
    }

    /** Objects; of anything else, such as names of variables, only that no class is named there. */
    private List<Part> sequence(JsonNode array, String at) {
        List<Part> sequence = new ArrayList<>();
        for (int k = 0; k < array.size(); k++) {
            JsonNode each = array.get(k);
            if (each.isObject()) {
                sequence.add(part(each, at + "[" + k + "]"));
            } else if (each.isArray()) {
                throw new InvalidDataException(file + ": " + at + "[" + k + "] is a list within a list");
            }
        }
        return sequence;
    }

    private String type(JsonNode name, String at) {
        String type = name.isString() ? name.stringValue() : "";
        return ModelTypes.name(type)
                .orElseThrow(() -> new InvalidDataException(file + ": " + (at.isEmpty() ? "it" : at)
                        + (ModelTypes.isLayer(type)
                                ? " is a layer that is not read, " + type
                                        + "; needed: a network of dense layers, activations, dropout and batch"
                                        + " normalization"
                                : " names the class " + InvalidDataException.quote(type)
                                        + ", which is no configuration of DL4J that is read; no class is loaded for a"
                                        + " file")));
    }
}
