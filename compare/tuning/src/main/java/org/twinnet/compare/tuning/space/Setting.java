package org.twinnet.compare.tuning.space;

import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.choice.MaskKind;
import org.twinnet.compare.experiment.choice.Masks;
import org.twinnet.compare.experiment.setting.SettingException;
import org.twinnet.compare.experiment.tree.ExperimentKeys;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.experiment.tree.MeantSettings;

/**
 * What one candidate is trained with: the settings of an experiment that a search may choose. Serializable because
 * Arbiter carries candidates as bytes.
 *
 * @param values a value under each flat key of the experiment, such as {@code layers[].units}; two settings are equal
 *     if these are, in any order
 */
public record Setting(Map<String, Object> values) implements Serializable {

    /**
     * Copies the values.
     *
     * @param values a value under each key
     */
    public Setting {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * The same but for some values.
     *
     * @param changes values under keys
     * @return a setting with all other values of this one
     */
    public Setting with(Map<String, ?> changes) {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.putAll(changes);
        return new Setting(changed);
    }

    /**
     * The training that this setting asks for. Dropout draws new masks in every iteration unless the setting says
     * otherwise: masks that never change only remove weights from the network.
     *
     * @param name the experiment's name
     * @param inputs number of features
     * @param iterations full-batch iterations
     * @param weightSeed seed of the initial weights
     * @param maskSeed seed of the dropout masks
     * @return the experiment
     * @throws IllegalArgumentException if there is no such setting, or a value is out of its range
     */
    public Experiment experiment(String name, int inputs, int iterations, long weightSeed, long maskSeed) {
        return ExperimentTree.with(around(name, inputs, iterations, weightSeed, maskSeed), values);
    }

    private static Experiment around(String name, int inputs, int iterations, long weightSeed, long maskSeed) {
        return Experiment.published(inputs)
                .named(name)
                .with(new Masks(MaskKind.FRESH, maskSeed))
                .with(new Initialization.ScaledGaussian(weightSeed))
                .iterations(iterations);
    }

    /**
     * The same without what has no place in it: settings of a kind that it does not choose, and of layers that it does
     * not have.
     *
     * @return a setting that asks for the same training; this one where its values do not go together, so that the
     *     training says why
     */
    Setting meant() {
        try {
            return new Setting(MeantSettings.of(around("", 1, 1, 0, 0), values));
        } catch (SettingException e) {
            return this;
        }
    }

    /**
     * The same in another order, which reports keep.
     *
     * @param keys the keys that come first
     * @return a setting of the same values
     */
    public Setting inOrder(Collection<String> keys) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        keys.stream().filter(values::containsKey).forEach(key -> ordered.put(key, values.get(key)));
        values.forEach(ordered::putIfAbsent);
        return new Setting(ordered);
    }

    /**
     * The same for all layers: with some values, and without what single layers have in their place.
     *
     * @param changes values under keys
     * @return a setting in which each of these values counts everywhere
     */
    public Setting withEverywhere(Map<String, ?> changes) {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.keySet().removeIf(key -> !changes.containsKey(key) && changes.containsKey(ExperimentKeys.general(key)));
        changed.putAll(changes);
        return new Setting(changed);
    }

    /**
     * Units of every layer.
     *
     * @param inputs number of features
     * @return the inputs first
     */
    public List<Integer> layerSizes(int inputs) {
        return experiment("", inputs, 1, 0, 0).layerSizes();
    }

    /**
     * For messages.
     *
     * @return such as {@code penalty.l2 0.0123, layers[].units 20,3,1}
     */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + " " + shown(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String shown(Object value) {
        return value instanceof Double number ? String.format(Locale.ROOT, "%.4g", number) : SettingText.of(value);
    }
}
