package org.twinnet.compare.experiment;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All settings that an experiment can have, read off the records: what options, tuning and the schema are made from.
 */
public final class ExperimentKeys {

    private static final String KIND = "kind";
    private static final String LAYERS = "layers[].";

    private ExperimentKeys() {}

    /**
     * A setting that an experiment can have.
     *
     * @param key flat key, such as {@code penalty.l2}; {@code layers[].units} is one value a layer
     * @param type {@code double}, {@code int}, {@code long}, {@code boolean} or {@code String}
     * @param words what a text may be; empty for other types and for free text
     * @param range what a number may be
     * @param allowed what it may be, such as {@code a number of 0 or more}
     * @param byDefault what it is where nobody said anything, as an experiment file would write it; empty where it
     *     depends on something else
     */
    public record Key(
            String key, Class<?> type, List<String> words, Range range, String allowed, Optional<String> byDefault) {

        /**
         * Copies the words.
         *
         * @param key flat key
         * @param type type of the value
         * @param words what a text may be
         * @param range what a number may be
         * @param allowed what it may be, in words
         * @param byDefault what it is where nobody said anything
         */
        public Key {
            words = List.copyOf(words);
        }

        /**
         * Whether each layer has a value of its own.
         *
         * @return true for keys such as {@code layers[].units}
         */
        public boolean perLayer() {
            return key.startsWith(LAYERS);
        }

        /**
         * Whether it is a setting of what each layer chooses, which only some of its kinds have.
         *
         * @return true for keys such as {@code layers[].activation.slope}
         */
        public boolean ofChoice() {
            return ExperimentTree.isOfChoice(key);
        }
    }

    /**
     * One of them.
     *
     * @param key flat key, such as {@code penalty.l2}
     * @return what is known of it; empty where no experiment has such a setting
     */
    public static Optional<Key> find(String key) {
        return all().stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /**
     * All of them, the name apart.
     *
     * @return in the order of the format; a setting that several kinds have stands once
     */
    public static List<Key> all() {
        Map<String, Key> keys = new LinkedHashMap<>();
        for (RecordComponent component : Components.of(Experiment.class)) {
            boolean layers = component.getType() == List.class;
            if (layers) {
                records(Layer.class, LAYERS, keys);
            } else if (!ExperimentTree.isInputs(component) && component.getType() != String.class) {
                add(component, "", keys);
            }
        }
        return List.copyOf(keys.values());
    }

    private static void records(Class<?> type, String prefix, Map<String, Key> keys) {
        Components.of(type).forEach(component -> add(component, prefix, keys));
    }

    private static void add(RecordComponent component, String prefix, Map<String, Key> keys) {
        String key = prefix + Components.key(component);
        Class<?> type = component.getType();
        if (type.isSealed() && Choice.class.isAssignableFrom(type)) {
            Map<String, ? extends Class<?>> kinds = Components.kinds(type.asSubclass(Choice.class));
            String kind = prefix.isEmpty() ? key + "." + KIND : key;
            List<String> words = List.copyOf(kinds.keySet());
            keys.putIfAbsent(
                    kind, new Key(kind, String.class, words, Range.FINITE, String.join(", ", words), Optional.empty()));
            kinds.values().forEach(record -> records(record, key + ".", keys));
        } else if (type.isRecord()) {
            records(type, key + ".", keys);
        } else if (type.isEnum()) {
            List<String> words =
                    Stream.of(type.getEnumConstants()).map(ExperimentTree::word).toList();
            keys.putIfAbsent(
                    key,
                    new Key(
                            key,
                            String.class,
                            words,
                            Range.FINITE,
                            String.join(", ", words),
                            Components.byDefault(component)));
        } else {
            keys.putIfAbsent(
                    key,
                    new Key(
                            key,
                            type,
                            List.of(),
                            Components.range(component),
                            Components.words(component),
                            Components.byDefault(component)));
        }
    }

    /** The kind of what a layer chooses that files do not write, by its key such as {@code layers[].batch_norm}. */
    static Optional<String> unwrittenKind(String key) {
        return Components.of(Layer.class).stream()
                .filter(component -> key.equals(LAYERS + Components.key(component)))
                .filter(component -> Choice.class.isAssignableFrom(component.getType()))
                .flatMap(component ->
                        Components.unwrittenKind(component.getType().asSubclass(Choice.class)).stream())
                .findFirst();
    }

    /**
     * Whether a choice of the whole experiment is written as its settings alone, by its key such as {@code batches}.
     */
    static boolean isKindless(String key) {
        return Components.of(Experiment.class).stream()
                .filter(component -> key.equals(Components.key(component)))
                .filter(component -> Choice.class.isAssignableFrom(component.getType()))
                .anyMatch(component -> Components.unwrittenKind(
                                component.getType().asSubclass(Choice.class))
                        .isPresent());
    }

    /** Whether a kind of what a layer chooses has a setting; not for what is no kind. */
    static boolean hasSetting(String choice, Object kind, String name) {
        return Components.of(Layer.class).stream()
                .filter(component -> Components.key(component).equals(choice))
                .filter(component -> Choice.class.isAssignableFrom(component.getType()))
                .map(component -> Components.kinds(component.getType().asSubclass(Choice.class))
                        .get(kind))
                .filter(record -> record != null)
                .flatMap(record -> Components.of(record).stream())
                .anyMatch(setting -> Components.key(setting).equals(name));
    }

    /** Leaves in a choice's map only what a kind has. */
    static void keepShared(String choice, String kind, Map<String, Object> settings) {
        Components.of(Experiment.class).stream()
                .filter(component -> Components.key(component).equals(choice))
                .filter(component -> Choice.class.isAssignableFrom(component.getType()))
                .map(component -> Components.kinds(component.getType().asSubclass(Choice.class))
                        .get(kind))
                .filter(record -> record != null)
                .forEach(record -> {
                    Set<String> kept = new LinkedHashSet<>(List.of(KIND));
                    Components.of(record).forEach(component -> kept.add(Components.key(component)));
                    settings.keySet().retainAll(kept);
                });
    }
}
