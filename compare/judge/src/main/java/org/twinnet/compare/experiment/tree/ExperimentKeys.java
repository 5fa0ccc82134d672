package org.twinnet.compare.experiment.tree;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Layer;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.setting.Choice;
import org.twinnet.compare.experiment.setting.Components;
import org.twinnet.compare.experiment.setting.Range;
import org.twinnet.compare.experiment.setting.SettingException;

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
            return TreeChanges.isOfChoice(key);
        }
    }

    /**
     * One of them.
     *
     * @param key flat key, such as {@code penalty.l2}, or that of a single layer, such as {@code layers[0].units}, or
     *     {@link ExperimentTree#OUTPUT}
     * @return what is known of it, under the same key; empty where no experiment has such a setting
     */
    public static Optional<Key> find(String key) {
        if (key.equals(ExperimentTree.OUTPUT)) {
            List<String> words = List.copyOf(Components.kinds(Activation.class).keySet());
            return Optional.of(
                    new Key(key, String.class, words, Range.FINITE, String.join(", ", words), Optional.empty()));
        }
        String general = general(key);
        return all().stream()
                .filter(one -> one.key().equals(general))
                .findFirst()
                .map(one -> new Key(key, one.type(), one.words(), one.range(), one.allowed(), one.byDefault()));
    }

    /**
     * One of them that must be there.
     *
     * @param key flat key
     * @return what is known of it
     * @throws SettingException if there is none; the message suggests the nearest
     */
    public static Key require(String key) {
        return find(key).orElseThrow(() -> {
            List<String> known = all().stream().map(Key::key).toList();
            String general = general(key);
            String layer = LayerKey.of(key).map(one -> "[" + one.layer() + "]").orElse("[]");
            return new SettingException(
                    key,
                    "is no key"
                            + known.stream()
                                    .filter(it -> it.endsWith("." + general))
                                    .findFirst()
                                    .map(TreeReader::meant)
                                    .orElseGet(() -> TreeReader.suggestion(general, known))
                                    .replace("[]", layer));
        });
    }

    /**
     * The key of a setting of all layers.
     *
     * @param key such as {@code layers[0].units}
     * @return such as {@code layers[].units}; any other key as it is
     */
    public static String general(String key) {
        return LayerKey.of(key).map(one -> LAYERS + one.name()).orElse(key);
    }

    /** Whether a setting belongs to some kinds of a choice only, so that not every experiment has it. */
    static boolean isConditional(String key) {
        String general = general(key);
        Class<?> outer = general.startsWith(LAYERS) ? Layer.class : Experiment.class;
        String inner = general.startsWith(LAYERS) ? general.substring(LAYERS.length()) : general;
        int dot = inner.indexOf('.');
        return dot >= 0
                && !inner.endsWith("." + KIND)
                && choices(outer, inner.substring(0, dot))
                        .flatMap(it -> Components.kinds(it).values().stream())
                        .anyMatch(record -> !hasSetting(record, inner.substring(dot + 1)));
    }

    /** The choice that a record has under a key. */
    private static Stream<Class<? extends Choice>> choices(Class<?> outer, String key) {
        return Components.of(outer).stream()
                .filter(component -> Components.key(component).equals(key))
                .filter(component -> Choice.class.isAssignableFrom(component.getType()))
                .map(component -> component.getType().asSubclass(Choice.class));
    }

    private static boolean hasSetting(Class<?> record, String name) {
        return Components.of(record).stream()
                .anyMatch(setting -> Components.key(setting).equals(name));
    }

    /** Reading the records takes a few milliseconds, and a study asks for keys a thousand times. */
    private static final class All {
        static final List<Key> KEYS = read();
    }

    /**
     * All of them, the name apart.
     *
     * @return in the order of the format; a setting that several kinds have stands once
     */
    public static List<Key> all() {
        return All.KEYS;
    }

    private static List<Key> read() {
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
        return choices(Layer.class, key.substring(LAYERS.length()))
                .flatMap(choice -> Components.unwrittenKind(choice).stream())
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
        return choices(Layer.class, choice)
                .map(type -> Components.kinds(type).get(kind))
                .anyMatch(record -> record != null && hasSetting(record, name));
    }

    /** Leaves in a choice's map only what a kind has. */
    static void keepShared(String choice, String kind, Map<String, Object> settings) {
        choices(Experiment.class, choice)
                .map(type -> Components.kinds(type).get(kind))
                .filter(record -> record != null)
                .forEach(record -> {
                    Set<String> kept = new LinkedHashSet<>(List.of(KIND));
                    Components.of(record).forEach(component -> kept.add(Components.key(component)));
                    settings.keySet().retainAll(kept);
                });
    }
}
