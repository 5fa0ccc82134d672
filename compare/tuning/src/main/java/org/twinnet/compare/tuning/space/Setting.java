package org.twinnet.compare.tuning.space;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ExperimentTree;
import org.twinnet.compare.experiment.Initialization;
import org.twinnet.compare.experiment.MaskKind;
import org.twinnet.compare.experiment.Masks;

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
        Experiment around = Experiment.published(inputs)
                .named(name)
                .with(new Masks(MaskKind.FRESH, maskSeed))
                .with(new Initialization.ScaledGaussian(weightSeed))
                .iterations(iterations);
        return ExperimentTree.with(around, values);
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
