package org.twinnet.compare.trace.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Batches;
import org.twinnet.compare.experiment.choice.Masks;
import org.twinnet.compare.experiment.file.ExperimentFile;
import org.twinnet.compare.experiment.setting.SettingException;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.trace.HyperParameters;
import org.twinnet.compare.trace.LeftOpen;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.Targets;
import org.twinnet.data.npz.Dtype;
import org.twinnet.data.npz.NpyArray;

/**
 * Reads what a trace states of its training: the entry {@code experiment}, plain entries, or both. Other names that
 * people give them are refused.
 */
final class SettingsReader {

    static final String EXPERIMENT = "experiment";

    /** Activation of all hidden layers. */
    private static final String ACTIVATION = "layers[].activation";

    private static final String KEEP = "layers[].keep_prob";
    private static final String RATE = "optimizer.learning_rate";

    /** Other names, and what to write. */
    private static final Map<String, String> MISNAMED = Map.of(
            "lambda",
            "the strength of the penalty is called lambd",
            "lr",
            "the learning rate is called learning_rate",
            "alpha",
            "the learning rate is called learning_rate",
            "keep_probs",
            "the keep probability is called keep_prob, one number or one for each hidden layer",
            RATE,
            "the learning rate is called learning_rate");

    private final EntryFile file;
    private final Optional<Map<String, Object>> tree;

    SettingsReader(EntryFile file) {
        this.file = file;
        this.tree = file.names().contains(EXPERIMENT)
                ? Optional.of(ExperimentFile.stated(file.called(EXPERIMENT), json()))
                : Optional.empty();
    }

    private String json() {
        return file.text(EXPERIMENT)
                .orElseThrow(() -> file.refusal(
                        EXPERIMENT,
                        "is " + file.array(EXPERIMENT).orElseThrow()
                                + "; it must be a single string, the JSON of an experiment"));
    }

    /** What to write in place of a name that is not the format's. */
    static Optional<String> meant(String name) {
        return Optional.ofNullable(MISNAMED.get(name)).map(hint -> "is not defined; " + hint);
    }

    /** The same keys as in an experiment file, flattened with dots. */
    static boolean isChoice(String name) {
        return name.equals(ACTIVATION) || (name.startsWith("optimizer.") && !name.equals(RATE));
    }

    /** Whether the learning rate stands anywhere. */
    boolean statesRate() {
        return file.array("learning_rate").isPresent()
                || tree.map(it -> it.get("optimizer") instanceof Map<?, ?> optimizer
                                && optimizer.containsKey("learning_rate"))
                        .orElse(false);
    }

    /** What nothing states. */
    Set<LeftOpen> leftOpen() {
        Set<LeftOpen> open = tree.map(LeftOpen::of).orElse(EnumSet.of(LeftOpen.EXPERIMENT, LeftOpen.EPSILON_PLACE));
        if (file.names().stream().anyMatch(SettingsReader::isChoice)) {
            open.remove(LeftOpen.EXPERIMENT);
        }
        if (file.names().contains("optimizer.epsilon_place")) {
            open.remove(LeftOpen.EPSILON_PLACE);
        }
        return open;
    }

    /** The keep probability of a hidden layer or of the input, which scaled masks hold; checked later. */
    double keepProbability(int layer) {
        if (layer == 0) {
            return tree.map(it -> it.get("input_keep_prob")).orElse(1) instanceof Number keep ? keep.doubleValue() : 1;
        }
        List<?> layers = tree.filter(it -> it.get("layers") instanceof List<?>)
                .map(it -> (List<?>) it.get("layers"))
                .orElse(List.of());
        boolean stated = layer >= 1
                && layer <= layers.size()
                && layers.get(layer - 1) instanceof Map<?, ?> one
                && one.get("keep_prob") instanceof Number;
        if (stated) {
            return ((Number) ((Map<?, ?>) layers.get(layer - 1)).get("keep_prob")).doubleValue();
        }
        List<Double> keeps = keepProbabilities().orElse(List.of(1.0));
        return keeps.get(Math.max(0, Math.min(layer, keeps.size()) - 1));
    }

    /**
     * How the numbers of Y are read.
     *
     * @param outputs rows of Y
     * @return labels of 0 or 1 where no experiment says otherwise
     */
    Targets.Kind targets(int outputs) {
        if (tree.isEmpty()) {
            return Targets.Kind.BINARY;
        }
        List<?> layers = tree.get().get("layers") instanceof List<?> list ? list : List.of();
        Object last = layers.isEmpty() ? null : layers.get(layers.size() - 1);
        boolean softmax = "softmax-cross-entropy".equals(word(tree.get().get("loss")))
                || (last instanceof Map<?, ?> layer && "softmax".equals(word(layer.get("activation"))));
        int units = last instanceof Map<?, ?> layer && layer.get("units") instanceof Number n
                ? n.intValue()
                : softmax ? Math.max(2, outputs) : outputs;
        // as many layers as are stated: only the output tells
        List<Integer> sizes = new ArrayList<>(Collections.nCopies(Math.max(2, layers.size() + 1), 1));
        sizes.set(sizes.size() - 1, Math.max(1, units));
        for (int l = 1; l < layers.size(); l++) {
            if (layers.get(l - 1) instanceof Map<?, ?> layer && layer.get("units") instanceof Number n) {
                sizes.set(l, n.intValue());
            }
        }
        return read(sizes).experiment().targets().kind();
    }

    private static Object word(Object choice) {
        return choice instanceof Map<?, ?> map ? map.get("kind") : choice;
    }

    /**
     * The batches that are stated whole.
     *
     * @param given whether the trace holds those of some iterations
     * @return empty where an iteration's examples are not known without an entry of its own
     */
    Optional<Batches> batches(boolean given) {
        Object stated = tree.map(it -> it.get("batches")).orElse(given ? Map.of() : "full");
        if (!(stated instanceof Map<?, ?> map)) {
            return Optional.of(new Batches.Full());
        }
        // no seed is assumed
        return map.get("size") instanceof Number size && map.get("seed") instanceof Number seed
                ? Optional.of(shuffled(size, seed))
                : Optional.empty();
    }

    private Batches shuffled(Number size, Number seed) {
        try {
            return new Batches.Shuffled(size.intValue(), seed.longValue());
        } catch (SettingException e) {
            throw file.refusal(EXPERIMENT, "batches." + e.getMessage());
        }
    }

    /** The masks that are stated by their seed; no seed is assumed, and the kind is the format's default. */
    Optional<Masks> masks() {
        if (!(tree.map(it -> it.get("masks")).orElse(null) instanceof Map<?, ?> map) || map.get("seed") == null) {
            return Optional.empty();
        }
        return Optional.of(ExperimentTree.with(Experiment.published(1), Map.of("masks", map))
                .masks());
    }

    /**
     * What is stated.
     *
     * @param layerSizes units of each layer, as the tensors tell
     */
    HyperParameters read(List<Integer> layerSizes) {
        try {
            return new HyperParameters(ExperimentTree.with(
                    tree.isPresent() ? stated(tree.get(), layerSizes) : plain().experiment(), choices()));
        } catch (SettingException e) {
            throw tree.isPresent() ? file.refusal(EXPERIMENT, e.getMessage()) : file.refusal(e.getMessage());
        } catch (InvalidDataException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw file.refusal(e.getMessage());
        }
    }

    private HyperParameters plain() {
        HyperParameters defaults = HyperParameters.DEFAULTS;
        return new HyperParameters(
                file.number("learning_rate").orElse(defaults.learningRate()),
                file.number("lambd").orElse(defaults.lambda()),
                keepProbabilities().orElse(List.of(1.0)));
    }

    /** The experiment of the entry, with the layers that the tensors tell. */
    private Experiment stated(Map<String, Object> given, List<Integer> layerSizes) {
        Map<String, Object> whole = new TreeMap<>(given);
        List<Object> layers = new ArrayList<>();
        int depth = Math.max(1, layerSizes.size() - 1);
        List<?> own = given.get("layers") instanceof List<?> list ? list : List.of();
        if (given.containsKey("layers") && layerSizes.size() > 1 && own.size() != depth) {
            throw new SettingException(
                    "layers", "are " + own.size() + ", but the tensors of the trace have " + depth + " layers");
        }
        for (int l = 1; l <= depth; l++) {
            Map<String, Object> layer = new TreeMap<>();
            if (l <= own.size() && own.get(l - 1) instanceof Map<?, ?> one) {
                one.forEach((key, value) -> layer.put((String) key, value));
            }
            int units = layerSizes.size() > 1 ? layerSizes.get(l) : 1;
            Object said = layer.putIfAbsent("units", units);
            if (said instanceof Number number && number.doubleValue() != units && layerSizes.size() > 1) {
                throw new SettingException(
                        "layers[" + (l - 1) + "].units",
                        "is " + said + ", but the tensors of the trace have " + units + " units in layer " + l);
            }
            layers.add(layer);
        }
        whole.put("layers", layers);
        plainInto(whole);
        return ExperimentTree.read(whole, layerSizes.get(0));
    }

    /** Plain entries beside the experiment fill in what it leaves out, and may not say otherwise. */
    private void plainInto(Map<String, Object> whole) {
        file.number("learning_rate").ifPresent(rate -> put(whole, "optimizer", "learning_rate", rate, "learning_rate"));
        file.number("lambd").ifPresent(lambda -> put(whole, "penalty", "l2", lambda, "lambd"));
        keepProbabilities().ifPresent(keeps -> {
            List<?> layers = (List<?>) whole.get("layers");
            requireFit(keeps.size(), layers.size() - 1);
            for (int l = 1; l < layers.size(); l++) {
                @SuppressWarnings("unchecked") // made above
                Map<String, Object> layer = (Map<String, Object>) layers.get(l - 1);
                fill(layer, "keep_prob", keeps.get(Math.min(l, keeps.size()) - 1), KEEP, "keep_prob");
            }
        });
    }

    private void put(Map<String, Object> whole, String outer, String inner, double value, String entry) {
        Map<String, Object> map = new TreeMap<>();
        if (whole.get(outer) instanceof Map<?, ?> old) {
            old.forEach((key, it) -> map.put((String) key, it));
        } else if (whole.get(outer) != null) {
            map.put("kind", whole.get(outer));
        }
        fill(map, inner, value, outer + "." + inner, entry);
        whole.put(outer, map);
    }

    private void fill(Map<String, Object> map, String key, double value, String path, String entry) {
        Object said = map.putIfAbsent(key, value);
        if (said instanceof Number number && number.doubleValue() != value) {
            throw file.refusal(
                    entry, "is " + value + ", but " + EXPERIMENT + " has " + path + " " + said + "; write it once");
        }
    }

    private Map<String, Object> choices() {
        Map<String, Object> choices = new TreeMap<>();
        for (String name : file.names()) {
            if (isChoice(name)) {
                choices.put(name, file.text(name).map(Object.class::cast).orElseGet(() -> number(name)));
            }
        }
        return choices;
    }

    private Object number(String name) {
        boolean flag = file.array(name)
                .filter(array -> array.rank() == 0 && array.dtype() == Dtype.BOOL)
                .isPresent();
        return flag
                ? (Object) (file.array(name).orElseThrow().scalar() != 0)
                : (Object) file.number(name).orElseThrow();
    }

    private Optional<List<Double>> keepProbabilities() {
        Optional<NpyArray> array = file.array("keep_prob");
        if (array.isEmpty() || array.get().rank() == 0) {
            return file.number("keep_prob").map(List::of);
        }
        boolean vector = Arrays.stream(array.get().shape()).filter(n -> n != 1).count() <= 1;
        if (!vector || array.get().size() == 0 || array.get().dtype() == Dtype.BOOL) {
            throw file.refusal(
                    "keep_prob", "is " + array.get() + "; it must be a single number, or one for each hidden layer");
        }
        return Optional.of(Arrays.stream(array.get().values()).boxed().toList());
    }

    /** A list of keep probabilities has one for each hidden layer. */
    void requireFit(int hiddenLayers) {
        keepProbabilities().ifPresent(keeps -> requireFit(keeps.size(), hiddenLayers));
    }

    private void requireFit(int given, int hiddenLayers) {
        if (given > 1 && given != hiddenLayers) {
            throw file.refusal(
                    "keep_prob",
                    "holds " + given + " numbers, but the network has " + hiddenLayers
                            + " hidden layers; give one number for all, or one for each hidden layer");
        }
    }
}
