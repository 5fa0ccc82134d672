package org.twinnet.compare.move;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.tree.ExperimentTree;

/** An experiment drawn over all options of a training step that DL4J has. */
final class RandomExperiment {

    private final SplittableRandom random;
    private final boolean square;
    private final Map<String, Object> said = new LinkedHashMap<>();

    private RandomExperiment(SplittableRandom random, boolean square) {
        this.random = random;
        this.square = square;
    }

    /** Draws one; of a square one no shape tells which way the matrices lie. */
    static Experiment of(SplittableRandom random, boolean square) {
        return new RandomExperiment(random, square).drawn();
    }

    private Experiment drawn() {
        int depth = random.nextInt(1, 6);
        int side = random.nextInt(2, 5);
        List<Integer> sizes = new ArrayList<>();
        for (int l = 0; l <= depth; l++) {
            sizes.add(square || random.nextInt(3) == 0 ? side : random.nextInt(1, 6));
        }
        boolean normalized = layers(sizes);
        optimizer();
        boolean penalized = penalty(normalized);
        clip(normalized && penalized);
        if (random.nextInt(3) == 0) {
            said.put("batches.kind", "shuffled");
            said.put("batches.size", (long) random.nextInt(5, 12));
        }
        if (random.nextInt(8) == 0) {
            said.put("precision", "float32");
        }
        return ExperimentTree.with(Experiment.of(sizes).named("moved").iterations(200), said);
    }

    private String one(String... words) {
        return words[random.nextInt(words.length)];
    }

    private boolean once(int of) {
        return random.nextInt(of) == 0;
    }

    /** Each layer has an activation, a dropout and a normalization of its own. */
    private boolean layers(List<Integer> sizes) {
        int outputs = sizes.get(sizes.size() - 1);
        String output = one("sigmoid", "softmax", "identity", "tanh");
        if (output.equals("softmax") && outputs == 1) {
            output = "sigmoid";
        }
        boolean drops = once(2);
        boolean normalizes = once(3);
        boolean normalized = false;
        List<Object> layers = new ArrayList<>();
        for (int l = 1; l < sizes.size(); l++) {
            boolean last = l == sizes.size() - 1;
            Map<String, Object> layer = new LinkedHashMap<>();
            layer.put("units", (long) sizes.get(l));
            layer.put("activation", last ? output : hidden());
            if (drops && !last && !once(3)) {
                layer.put("keep_prob", 0.5 + random.nextDouble() / 2);
            }
            if (normalizes && (!last || once(4))) {
                normalized = true;
                layer.put("batch_norm", normalization());
            }
            layers.add(layer);
        }
        said.put("layers", layers);
        if (drops && once(3)) {
            said.put("input_keep_prob", 0.5 + random.nextDouble() / 2);
        }
        said.put(
                "loss.kind",
                switch (output) {
                    case "sigmoid" -> "binary-cross-entropy";
                    case "softmax" -> "softmax-cross-entropy";
                    default -> one("mean-squared-error", "quadratic");
                });
        return normalized;
    }

    private Object hidden() {
        String kind = one(
                "relu", "tanh", "sigmoid", "leaky-relu", "elu", "softplus", "gelu", "swish", "softsign", "identity");
        return kind.equals("leaky-relu") ? Map.of("kind", kind, "slope", random.nextDouble() / 2) : kind;
    }

    private Map<String, Object> normalization() {
        return Map.of(
                "decay",
                0.5 + random.nextDouble() / 2,
                "epsilon",
                once(2) ? 1e-5 : 1e-3,
                "running_variance",
                one("biased", "unbiased"));
    }

    private void optimizer() {
        String kind = one("gradient-descent", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "amsgrad", "adamw");
        said.put("optimizer.kind", kind);
        said.put("optimizer.learning_rate", Math.pow(10, -3 + 2 * random.nextDouble()));
        if (List.of("momentum", "nesterov").contains(kind)) {
            said.put("optimizer.momentum", random.nextDouble());
        }
        if (kind.equals("momentum")) {
            said.put("optimizer.average", once(2));
        }
        if (kind.startsWith("a") && !kind.equals("adagrad")) {
            said.put("optimizer.epsilon_place", one("after-correction", "before-correction"));
            said.put("optimizer.epsilon", one("small", "large").equals("small") ? 1e-8 : 1e-7);
        }
        said.put("schedule.kind", one("constant", "step", "exponential", "inverse"));
        if (said.get("schedule.kind").equals("step")) {
            said.put("schedule.every", (long) random.nextInt(20, 120));
        }
    }

    private boolean penalty(boolean normalized) {
        boolean coefficients = once(4);
        String L2 = coefficients ? "penalty.l2_coefficient" : "penalty.l2";
        String L1 = coefficients ? "penalty.l1_coefficient" : "penalty.l1";
        double scale = coefficients ? 0.01 : 1;
        boolean squares = once(2);
        boolean magnitudes = once(3);
        said.put(L2, squares ? scale * random.nextDouble() : 0.0);
        said.put(L1, magnitudes ? scale * random.nextDouble() : 0.0);
        if (squares || magnitudes) {
            said.put("penalty.biases", !normalized && once(3));
            said.put("penalty.over", one("training-set", "training-set", "batch"));
        }
        said.put("weight_decay", once(3) ? 0.01 : 0.0);
        return squares || magnitudes;
    }

    /** DL4J has no norm before the penalty of a layer with γ and β. */
    private void clip(boolean afterPenalty) {
        String kind = one("none", "none", "value", "norm-per-layer");
        said.put("clip.kind", kind);
        if (!kind.equals("none")) {
            said.put("clip.limit", 0.05 + random.nextDouble());
            said.put("clip.after_penalty", afterPenalty || once(2));
        }
    }
}
