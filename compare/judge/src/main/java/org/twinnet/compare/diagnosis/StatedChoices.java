package org.twinnet.compare.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.setting.SettingException;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.trace.HyperParameters;
import org.twinnet.compare.trace.Trace;

/**
 * What an experiment says of formulas.
 *
 * @param hidden activation of all hidden layers
 * @param output that of the output
 * @param loss the loss
 * @param optimizer its settings
 * @param penalty its settings
 */
record StatedChoices(
        Object hidden, String output, String loss, Map<String, Object> optimizer, Map<String, Object> penalty) {

    StatedChoices withOutput(String other, String otherLoss) {
        return new StatedChoices(hidden, other, otherLoss, optimizer, penalty);
    }

    StatedChoices withHidden(String other) {
        return new StatedChoices(other, output, loss, optimizer, penalty);
    }

    StatedChoices withOptimizer(Map<String, Object> other) {
        return new StatedChoices(hidden, output, loss, other, penalty);
    }

    StatedChoices withPenalty(Map<String, Object> other) {
        return new StatedChoices(hidden, output, loss, optimizer, other);
    }

    /** The trace as if it stated this; empty where no network can be so, or Y is nothing that its loss reads. */
    Optional<Trace> of(Trace trace) {
        List<Object> layers = new ArrayList<>();
        for (int l = 1; l <= trace.depth(); l++) {
            boolean last = l == trace.depth();
            double keep = last ? 1 : trace.hyperParameters().keepProbability(l);
            layers.add(Map.of(
                    "units", trace.layerSizes().get(l), "activation", last ? output : hidden, "keep_prob", keep));
        }
        try {
            Experiment experiment = ExperimentTree.read(
                    Map.of("layers", layers, "loss", loss, "optimizer", optimizer, "penalty", penalty),
                    trace.layerSizes().get(0));
            return trace.hasTargets(experiment)
                    ? Optional.of(trace.with(new HyperParameters(experiment)))
                    : Optional.empty();
        } catch (SettingException e) {
            return Optional.empty();
        }
    }

    /** The JSON of the entry {@code experiment}. */
    String json(int depth) {
        List<String> parts = new ArrayList<>();
        List<String> layers = new ArrayList<>();
        for (int l = 1; l <= depth; l++) {
            layers.add("{\"activation\": " + value(l == depth ? output : hidden) + "}");
        }
        parts.add("\"layers\": [" + String.join(", ", layers) + "]");
        parts.add("\"loss\": " + value(loss));
        parts.add("\"optimizer\": " + object(optimizer));
        if (!penalty.isEmpty()) {
            parts.add("\"penalty\": " + object(penalty));
        }
        return "{" + String.join(", ", parts) + "}";
    }

    private static String object(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\": " + value(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String value(Object value) {
        return value instanceof Number || value instanceof Boolean ? value.toString() : "\"" + value + "\"";
    }
}
