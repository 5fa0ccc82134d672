package org.twinnet.compare.tuning.space;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Loss;
import org.twinnet.compare.experiment.setting.Setting;
import org.twinnet.compare.experiment.tree.ExperimentKeys;
import org.twinnet.compare.experiment.tree.ExperimentTree;

/**
 * An experiment as what sets it apart from the published training: values under flat keys, which
 * {@link ExperimentTree#with} turns into the experiment again.
 *
 * <p>What all hidden layers share stands under the key of all, such as {@code layers[].activation}, so that it holds
 * for other depths as well; what they do not share stands under the key of each.
 */
final class FlatExperiment {

    private static final String LAYERS = "layers[].";
    private static final String UNITS = LAYERS + "units";
    private static final String ACTIVATION = LAYERS + "activation";
    private static final String LOSS = "loss.kind";
    private static final String NONE = "none";

    private final Map<String, Object> usual;
    private final Map<String, Object> changes = new LinkedHashMap<>();

    private FlatExperiment(Experiment experiment) {
        usual = values(Experiment.of(experiment.layerSizes()));
        Map<String, Object> values = values(experiment);
        changes.put(UNITS, values.remove(UNITS));
        if (experiment.loss().equals(Loss.of(experiment.output().activation()))) {
            values.remove(LOSS);
        }
        values.forEach((key, value) -> {
            if (key.startsWith(LAYERS)) {
                layers(key, (List<?>) value);
            } else if (!value.equals(usual.get(key))) {
                changes.put(key, value);
            }
        });
    }

    /** The changes, the units first. */
    static Map<String, Object> of(Experiment experiment) {
        return new FlatExperiment(experiment).changes;
    }

    /** All settings; a kind without settings of its own under the key that it has with them. */
    private static Map<String, Object> values(Experiment experiment) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Setting setting : ExperimentTree.settings(experiment)) {
            String kind = setting.key() + ".kind";
            boolean known = ExperimentKeys.find(setting.key()).isPresent()
                    || ExperimentKeys.find(kind).isEmpty();
            values.put(known ? setting.key() : kind, setting.value());
        }
        return values;
    }

    private void layers(String key, List<?> values) {
        int last = values.size() - 1;
        List<?> before = usual.get(key) instanceof List<?> list ? list : List.of();
        List<?> hidden = values.subList(0, last).stream()
                .filter(value -> has(key, value))
                .toList();
        boolean alike = hidden.size() == last && hidden.stream().distinct().count() == 1;
        if (alike && (before.isEmpty() || !before.get(0).equals(hidden.get(0)))) {
            changes.put(key, hidden.get(0));
        }
        for (int l = 0; l <= last; l++) {
            boolean output = l == last;
            boolean said = output
                    ? !before.isEmpty() && Objects.equals(before.get(last), values.get(last))
                    : alike || (!before.isEmpty() && before.get(l).equals(values.get(l)));
            if (!said && has(key, values.get(l))) {
                changes.put(output && key.equals(ACTIVATION) ? ExperimentTree.OUTPUT : one(key, l), values.get(l));
            }
        }
    }

    /** Whether a layer has a setting; where its choice has none, a word stands in its place. */
    private static boolean has(String key, Object value) {
        return !NONE.equals(value)
                || ExperimentKeys.find(key).filter(it -> it.ofChoice()).isEmpty();
    }

    private static String one(String key, int layer) {
        return "layers[" + layer + "]." + key.substring(LAYERS.length());
    }
}
