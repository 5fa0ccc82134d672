package org.twinnet.compare.experiment.tree;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.setting.SettingException;

/**
 * Tells which of some settings mean anything together: {@code optimizer.beta1} does beside Adam, and not beside
 * momentum.
 */
public final class MeantSettings {

    private MeantSettings() {}

    /**
     * Leaves out what has no place: a setting of a kind where the experiment does not come to be of a kind that has it,
     * one of a single layer where there is no such layer.
     *
     * @param experiment the experiment
     * @param changes values under flat keys, as for {@link ExperimentTree#with}
     * @return the changes that have a place, in the same order
     * @throws SettingException if there is no such key, or a value is not allowed
     */
    public static Map<String, Object> of(Experiment experiment, Map<String, ?> changes) {
        Map<String, Object> meant = new LinkedHashMap<>(changes);
        meant.keySet().removeIf(key -> isConditional(key) && !choosesItsKind(key, changes));
        addPlaced(experiment, changes, meant, key -> !ExperimentKeys.isConditional(key));
        addPlaced(experiment, changes, meant, key -> true);
        Map<String, Object> inOrder = new LinkedHashMap<>(changes);
        inOrder.keySet().retainAll(meant.keySet());
        return inOrder;
    }

    /**
     * Whether a setting means something beside certain others only.
     *
     * @param key flat key
     * @return true for settings of some kinds, and of single layers
     */
    public static boolean isConditional(String key) {
        return ExperimentKeys.isConditional(key) || LayerKey.of(key).isPresent();
    }

    /** A setting of what has no written kind makes the experiment one that has it, unless the kind is said as well. */
    private static boolean choosesItsKind(String key, Map<String, ?> changes) {
        String outer = key.replaceFirst("\\..*", "");
        return ExperimentKeys.isKindless(outer) && !changes.containsKey(outer + ".kind");
    }

    private static void addPlaced(
            Experiment experiment, Map<String, ?> changes, Map<String, Object> meant, Predicate<String> looked) {
        Map<String, Object> values = new LinkedHashMap<>();
        ExperimentTree.settings(ExperimentTree.with(experiment, meant))
                .forEach(setting -> values.put(setting.key(), setting.value()));
        changes.forEach((key, value) -> {
            if (looked.test(key) && hasPlace(key, values.get(ExperimentKeys.general(key)))) {
                meant.put(key, value);
            }
        });
    }

    private static boolean hasPlace(String key, Object now) {
        Optional<LayerKey> single = LayerKey.of(key);
        if (single.isPresent() && now instanceof List<?> layers) {
            int layer = single.get().layer();
            return layer < layers.size()
                    && (!ExperimentKeys.isConditional(key) || !ExperimentTree.NONE.equals(layers.get(layer)));
        }
        return now != null;
    }
}
