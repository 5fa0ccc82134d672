package org.twinnet.compare.report.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.setting.SettingException;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.data.InvalidDataException;

/**
 * What reports of former versions said of an experiment. Versions 3 and 4 had eight settings in place of it; here alone
 * they are known.
 */
final class FormerSettings {

    private static final String LAYERS = "layers";

    private static final Map<String, String> KEYS = Map.of(
            LAYERS,
            "layers[].units",
            "learningRate",
            "optimizer.learning_rate",
            "lambda",
            "penalty.l2",
            "keepProbability",
            "layers[].keep_prob",
            "dropoutMasks",
            "masks.kind",
            "seed",
            "initialization.seed",
            "maskSeed",
            "masks.seed");

    private FormerSettings() {}

    /**
     * A report of this version.
     *
     * @throws InvalidDataException if an experiment in it is none
     */
    static Report current(String file, Report read) {
        int inputs = Math.max(1, read.data().features().size());
        List<Report.Scenario> scenarios = read.scenarios().stream()
                .map(scenario -> scenario.with(experiment(file, scenario, inputs), scenario.picture()))
                .toList();
        return new Report(read.format(), Report.VERSION, read.verdict(), read.data(), read.provenance(), scenarios);
    }

    /** Read and said again, so that defaults are there and every number is of its setting's type. */
    private static Map<String, Object> experiment(String file, Report.Scenario scenario, int inputs) {
        try {
            Map<String, Object> said = scenario.experiment();
            return ExperimentTree.of(
                    said.get(LAYERS) instanceof List<?> layers
                                    && layers.stream().allMatch(Number.class::isInstance)
                            ? former(scenario.name(), said, layers)
                            : ExperimentTree.read(said, inputs));
        } catch (SettingException e) {
            throw new InvalidDataException(
                    file + ": scenario '" + scenario.name() + "', experiment: " + e.getMessage(), e);
        }
    }

    private static Experiment former(String name, Map<String, Object> settings, List<?> layers) {
        Map<String, Object> changes = new LinkedHashMap<>();
        settings.forEach((former, value) -> changes.put(KEYS.getOrDefault(former, former), value));
        if (layers.size() < 2) {
            throw new SettingException(LAYERS, "are " + layers + "; needed: the inputs and at least one layer");
        }
        changes.put(KEYS.get(LAYERS), layers.subList(1, layers.size()));
        Experiment usual =
                Experiment.published(((Number) layers.get(0)).intValue()).named(name);
        return ExperimentTree.with(usual, changes);
    }
}
