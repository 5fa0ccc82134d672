package org.twinnet.compare.bench.covering;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twinnet.compare.bench.covering.Factor.Level;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.setting.Components;

/** Everything that a training may choose, with the values that differ in their formulas. */
final class Factors {

    /** The data and the output, which go together; the units of the output are appended to the hidden ones. */
    static final Factor TASK = Factor.of(
            "task",
            Level.of("label"),
            Level.of("labels", "layers[last].activation", "sigmoid"),
            Level.of("classes"),
            Level.of("numbers", "layers[last].activation", "identity"),
            Level.of("halves", "layers[last].activation", "tanh", "loss", "quadratic"));

    /** How far the features are from 1. */
    static final Factor SCALE = Factor.of("scale", Level.of("1"), Level.of("0.001"), Level.of("1000"));

    static final Factor HIDDEN = Factor.of(
            "hidden",
            Level.of("6,4", "layers[].units", List.of(6, 4)),
            Level.of("5", "layers[].units", List.of(5)),
            Level.of("5,4,3", "layers[].units", List.of(5, 4, 3)));

    /** The choices beside them. */
    static final List<Factor> OTHERS = List.of(
            new Factor("activation", activations()),
            Factor.of(
                    "optimizer",
                    optimizer("gradient-descent", 0.1),
                    optimizer("momentum", 0.03),
                    Level.of(
                            "average",
                            "optimizer.kind",
                            "momentum",
                            "optimizer.learning_rate",
                            0.1,
                            "optimizer.average",
                            true),
                    optimizer("nesterov", 0.03),
                    optimizer("adagrad", 0.05),
                    optimizer("rmsprop", 0.01),
                    optimizer("adam", 0.01),
                    optimizer("amsgrad", 0.01),
                    Level.of(
                            "adam-before",
                            "optimizer.kind",
                            "adam",
                            "optimizer.learning_rate",
                            0.01,
                            "optimizer.epsilon_place",
                            "before-correction"),
                    optimizer("adamw", 0.01)),
            Factor.of(
                    "schedule",
                    Level.of("constant"),
                    Level.of("step", "schedule.kind", "step", "schedule.every", 50, "schedule.factor", 0.5),
                    Level.of("exponential", "schedule.kind", "exponential", "schedule.factor", 0.99),
                    Level.of("inverse", "schedule.kind", "inverse", "schedule.rate", 0.05, "schedule.power", 0.5)),
            Factor.of("decay", Level.of("none"), Level.of("decay", "weight_decay", 0.05)),
            Factor.of(
                    "clip",
                    Level.of("none"),
                    Level.of("value", "clip.kind", "value", "clip.limit", 0.02),
                    Level.of("layer", "clip.kind", "norm-per-layer", "clip.limit", 0.1),
                    Level.of("after", "clip.kind", "norm-per-layer", "clip.limit", 0.1, "clip.after_penalty", true)),
            Factor.of(
                    "penalty",
                    Level.of("none"),
                    Level.of("l2", "penalty.l2", 0.7),
                    Level.of("l1", "penalty.l1", 0.2),
                    Level.of("both", "penalty.l2", 0.7, "penalty.l1", 0.2, "penalty.biases", true),
                    Level.of("coefficient", "penalty.l2_coefficient", 0.01, "penalty.l1_coefficient", 0.001),
                    Level.of("batch", "penalty.l2", 0.7, "penalty.over", "batch")),
            Factor.of(
                    "dropout",
                    Level.of("none"),
                    Level.of("hidden", "layers[].keep_prob", 0.8),
                    Level.of("input", "input_keep_prob", 0.9, "layers[].keep_prob", 0.7)),
            Factor.of("masks", Level.of("published"), Level.of("fresh", "masks.kind", "fresh")),
            Factor.of(
                    "batches",
                    Level.of("full"),
                    Level.of("batches of 40", "batches.size", 40),
                    Level.of("batches of 64", "batches.size", 64)),
            Factor.of(
                    "normalization",
                    Level.of("none"),
                    Level.of("batch-norm", "layers[].batch_norm", "batch-norm"),
                    Level.of(
                            "unbiased",
                            "layers[].batch_norm",
                            "batch-norm",
                            "layers[].batch_norm.decay",
                            0.8,
                            "layers[].batch_norm.epsilon",
                            1e-3,
                            "layers[].batch_norm.running_variance",
                            "unbiased")),
            Factor.of(
                    "initialization",
                    Level.of("scaled-gaussian"),
                    Level.of("he", "initialization.kind", "he"),
                    Level.of("xavier", "initialization.kind", "xavier")));

    private Factors() {}

    /** All that hidden layers may have; the order of those that stand here keeps the set as it is where more come. */
    private static List<Level> activations() {
        Map<String, Level> levels = new LinkedHashMap<>();
        for (String word : List.of("relu", "tanh", "sigmoid", "leaky-relu", "elu", "softplus", "gelu", "swish")) {
            levels.put(word, Level.of(word, "layers[].activation", word));
        }
        levels.put(
                "leaky-relu",
                Level.of("leaky-relu", "layers[].activation", "leaky-relu", "layers[].activation.slope", 0.1));
        for (String word : Components.kinds(Activation.class).keySet()) {
            levels.putIfAbsent(word, Level.of(word, "layers[].activation", word));
        }
        // The softmax is for outputs only.
        levels.remove("softmax");
        return List.copyOf(levels.values());
    }

    private static Level optimizer(String kind, double rate) {
        return Level.of(kind, "optimizer.kind", kind, "optimizer.learning_rate", rate);
    }
}
