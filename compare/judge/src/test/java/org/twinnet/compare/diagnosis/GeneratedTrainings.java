package org.twinnet.compare.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.tree.ExperimentTree;

/**
 * Experiments drawn from a seed over all options of training.
 *
 * @param random what they are drawn from
 * @param heldBack whether the network is one of those that no rule of the diagnosis was made upon
 */
record GeneratedTrainings(Random random, boolean heldBack) {

    /**
     * Sizes of a network.
     *
     * @param features number of features
     * @param hidden units of the hidden layers
     * @param classes units of an output of several
     * @param m number of examples
     */
    record Architecture(int features, List<Integer> hidden, int classes, int m) {

        /** Of 30 examples, which are whole batches. */
        Architecture inWholeBatches() {
            return new Architecture(features, hidden, classes, 30);
        }

        Architecture ofThreeClasses() {
            return new Architecture(features, hidden, 3, m);
        }
    }

    private static final List<Architecture> KNOWN = List.of(
            new Architecture(3, List.of(5), 3, 30),
            new Architecture(3, List.of(5, 4), 3, 30),
            new Architecture(2, List.of(4, 4), 2, 33),
            new Architecture(4, List.of(3), 4, 28),
            new Architecture(2, List.of(6, 3, 2), 3, 36),
            new Architecture(5, List.of(5, 5), 2, 27));

    private static final List<Architecture> HELD_BACK = List.of(
            new Architecture(4, List.of(7), 2, 29),
            new Architecture(2, List.of(3, 6), 4, 34),
            new Architecture(3, List.of(4, 3, 5, 2), 3, 31),
            new Architecture(5, List.of(8, 2), 5, 26),
            new Architecture(6, List.of(4), 3, 38),
            new Architecture(2, List.of(3, 3, 3), 2, 32));

    private static final List<String> HIDDEN =
            List.of("relu", "tanh", "sigmoid", "leaky-relu", "elu", "softplus", "gelu", "swish", "identity");
    private static final List<String> LOSSES =
            List.of("binary-cross-entropy", "softmax-cross-entropy", "mean-squared-error", "quadratic");
    private static final List<String> OPTIMIZERS =
            List.of("gradient-descent", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "amsgrad", "adamw");

    /** Seeded by a text, so that one training more changes no other. */
    static GeneratedTrainings of(String seed, boolean heldBack) {
        return new GeneratedTrainings(new Random(seed.hashCode()), heldBack);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    Architecture architecture() {
        return one(heldBack ? HELD_BACK : KNOWN);
    }

    /** Any layers, loss and options, each layer with an activation of its own. */
    Experiment any(Architecture of) {
        String loss = one(LOSSES);
        String output = switch (loss) {
            case "binary-cross-entropy" -> "sigmoid";
            case "softmax-cross-entropy" -> "softmax";
            default -> one(List.of("identity", "tanh", "sigmoid", "softplus"));
        };
        List<Object> layers = new ArrayList<>();
        of.hidden().forEach(units -> layers.add(layer(units, one(HIDDEN), oneIn(3) ? one(List.of(0.8, 0.6)) : 1)));
        layers.add(layer(loss.startsWith("binary") ? 1 + random.nextInt(2) : of.classes(), output, 1));
        Map<String, Object> tree = new LinkedHashMap<>(options());
        tree.put("layers", layers);
        tree.put("loss", loss);
        return ExperimentTree.read(tree, of.features());
    }

    private Map<String, Object> layer(int units, String activation, double keep) {
        return Map.of("units", units, "activation", activation, "keep_prob", keep, "batch_norm", normalization(4));
    }

    Object normalization(int oneIn) {
        return oneIn(oneIn)
                ? Map.of(
                        "decay",
                        one(List.of(0.9, 0.5)),
                        "epsilon",
                        one(List.of(1e-5, 1e-3)),
                        "running_variance",
                        one(List.of("biased", "unbiased")))
                : "none";
    }

    double keep() {
        return oneIn(4) ? one(List.of(0.8, 0.6)) : 1;
    }

    /** Of the training, not of its layers. */
    Map<String, Object> options() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("optimizer", optimizer());
        tree.put(
                "penalty",
                one(List.of(
                        Map.of(),
                        Map.of(),
                        Map.of("l2", 0.7),
                        Map.of("l1", 0.3),
                        Map.of("l2_coefficient", 0.01),
                        Map.of("l2", 0.3, "l1", 0.1, "biases", true),
                        Map.of("l2", 0.5, "over", "batch"))));
        tree.put(
                "schedule",
                one(List.of(
                        "constant",
                        "constant",
                        Map.of("kind", "step", "every", 2, "factor", 0.5),
                        Map.of("kind", "exponential", "factor", 0.9),
                        Map.of("kind", "inverse", "rate", 0.1))));
        tree.put("weight_decay", one(List.of(0.0, 0.0, 0.01)));
        tree.put(
                "clip",
                one(List.of(
                        "none",
                        "none",
                        Map.of("kind", "value", "limit", 0.05),
                        Map.of("kind", "norm-per-layer", "limit", 0.1),
                        Map.of("kind", "norm", "limit", 0.2, "after_penalty", true))));
        tree.put("batches", one(List.of("full", "full", Map.of("size", 8, "seed", 5), Map.of("size", 12, "seed", 2))));
        tree.put("input_keep_prob", oneIn(5) ? 0.8 : 1.0);
        return tree;
    }

    private Map<String, Object> optimizer() {
        String kind = one(OPTIMIZERS);
        Map<String, Object> optimizer = new LinkedHashMap<>();
        optimizer.put("kind", kind);
        optimizer.put("learning_rate", one(List.of(0.003, 0.05)));
        if (kind.equals("momentum") && oneIn(2)) {
            optimizer.put("average", true);
        }
        return optimizer;
    }
}
