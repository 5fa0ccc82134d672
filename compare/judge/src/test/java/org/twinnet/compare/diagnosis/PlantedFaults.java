package org.twinnet.compare.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.tree.ExperimentTree;

/**
 * A fault that {@link FaultyTrainer} puts into a training.
 *
 * @param fault the id of its mistake, and behind a slash the way in which it is made
 * @param kind what is trained
 */
record PlantedFaults(String fault, Kind kind) {

    private static final String TANH = "tanh";

    /** Of the mistakes that are a number, the number that is planted; of 30 examples. */
    private static final Map<String, OptionalDouble> FACTORS = factors();

    private static Map<String, OptionalDouble> factors() {
        Map<String, OptionalDouble> factors = new LinkedHashMap<>();
        Stream.of(
                        "weight-gradient-factor",
                        "bias-gradient-factor",
                        "output-gradient-factor",
                        "cost-factor",
                        "l2-gradient-factor",
                        "l2-cost-factor",
                        "batch-norm-gradient-factor/scale",
                        "batch-norm-gradient-factor/shift")
                .forEach(id -> factors.put(id, OptionalDouble.of(0.37)));
        factors.put("l1-cost-halved", OptionalDouble.of(0.5));
        factors.put("squared-error-cost-halved", OptionalDouble.of(0.5));
        factors.put("squared-error-gradient-halved", OptionalDouble.of(0.5));
        factors.put("squared-error-gradient-doubled", OptionalDouble.of(2));
        factors.put("squared-error-cost-doubled", OptionalDouble.of(2));
        factors.put("squared-error-cost-summed", OptionalDouble.of(30));
        factors.put("squared-error-cost-over-outputs", OptionalDouble.of(1 / 3.0));
        factors.put("squared-error-gradient-over-outputs", OptionalDouble.of(1 / 3.0));
        factors.put("l1-gradient-not-averaged", OptionalDouble.of(30));
        factors.put("l1-gradient-sign", OptionalDouble.of(-1));
        factors.put("cost-log-base-10", OptionalDouble.of(1 / Math.log(10)));
        factors.put("momentum-differs", OptionalDouble.of(0.8));
        factors.put("leaky-relu-slope-differs", OptionalDouble.of(0.3));
        factors.put("batch-norm-running-decay-differs", OptionalDouble.of(0.8));
        factors.put("dropout-multiplied-not-divided", OptionalDouble.of(0.49));
        factors.put("dropout-scale-differs", OptionalDouble.of(1.23));
        return factors;
    }

    /** The number that a fault is, where it is one. */
    static OptionalDouble factor(String fault) {
        return FACTORS.getOrDefault(fault, OptionalDouble.empty());
    }

    /** What is trained, but for the number of units. */
    record Kind(String hidden, String loss, Map<String, Object> more, Object normalization, double keep) {

        Kind(String hidden, String loss, Map<String, Object> more) {
            this(hidden, loss, more, "none", 1);
        }

        Kind(String hidden, String loss, Map<String, Object> more, Object normalization) {
            this(hidden, loss, more, normalization, 1);
        }

        Experiment experiment(int architecture) {
            List<Integer> units = architecture == 1 ? List.of(5, 4) : List.of(5);
            return experiment(new GeneratedTrainings.Architecture(3, units, 3, 30), Map.of(), keep, normalization);
        }

        /** In another network, and drawn in what it does not state itself. */
        Experiment drawn(GeneratedTrainings by, GeneratedTrainings.Architecture of) {
            return experiment(
                    of,
                    by.options(),
                    keep == 1 ? by.keep() : keep,
                    normalization.equals("none") ? by.normalization(4) : normalization);
        }

        private Experiment experiment(
                GeneratedTrainings.Architecture of, Map<String, Object> further, double dropped, Object normalized) {
            boolean squared = !loss.endsWith("entropy");
            String output = loss.startsWith("softmax") ? "softmax" : squared ? TANH : "sigmoid";
            List<Object> layers = new ArrayList<>();
            of.hidden()
                    .forEach(units -> layers.add(Map.of(
                            "units", units, "activation", hidden, "batch_norm", normalized, "keep_prob", dropped)));
            int outputs = loss.startsWith("binary") ? 1 : of.classes();
            layers.add(Map.of("units", outputs, "activation", output));
            Map<String, Object> tree = new LinkedHashMap<>(Map.of("layers", layers, "loss", loss));
            tree.put("optimizer", Map.of("kind", "gradient-descent", "learning_rate", 0.1));
            tree.putAll(further);
            tree.putAll(more);
            return ExperimentTree.read(tree, of.features());
        }
    }

    private static Kind optimizer(String kind, Object... settings) {
        Map<String, Object> tree = new LinkedHashMap<>(Map.of("kind", kind, "learning_rate", 0.05));
        for (int k = 0; k < settings.length; k += 2) {
            tree.put((String) settings[k], settings[k + 1]);
        }
        return new Kind(TANH, "binary-cross-entropy", Map.of("optimizer", tree));
    }

    private static Kind scheduled(Object schedule) {
        return new Kind("relu", "softmax-cross-entropy", Map.of("schedule", schedule));
    }

    private static Kind decayed(String optimizer) {
        return new Kind(
                TANH,
                "quadratic",
                Map.of("weight_decay", 0.05, "optimizer", Map.of("kind", optimizer, "learning_rate", 0.05)));
    }

    private static void plant(List<PlantedFaults> all, Kind kind, String... faults) {
        for (String fault : faults) {
            all.add(new PlantedFaults(fault, kind));
        }
    }

    /** Every fault in every kind of training that it is planted in. */
    static List<PlantedFaults> all() {
        List<PlantedFaults> all = new ArrayList<>();
        for (String kind : List.of("adam", "amsgrad")) {
            plant(
                    all,
                    optimizer(kind),
                    "adam-bias-correction-missing",
                    "adam-bias-correction-missing/first",
                    "adam-bias-correction-missing/second",
                    "adam-epsilon-inside-root",
                    "adam-root-missing",
                    "adam-betas-swapped",
                    "adam-iteration-off-by-one",
                    "adam-moment-not-carried",
                    "adam-moment-not-carried/first",
                    "adam-moment-not-carried/second",
                    "adam-moment-summed",
                    "adam-epsilon-place-differs",
                    "optimizer-gradient-descent");
        }
        plant(all, optimizer("amsgrad", "beta2", 0.5), "amsgrad-largest-not-kept");
        plant(
                all,
                optimizer("rmsprop"),
                "rmsprop-root-missing",
                "rmsprop-epsilon-inside-root",
                "rmsprop-squares-not-carried",
                "rmsprop-squares-summed",
                "optimizer-gradient-descent");
        plant(
                all,
                optimizer("adagrad"),
                "adagrad-sum-not-carried",
                "adagrad-root-missing",
                "adagrad-epsilon-inside-root",
                "optimizer-gradient-descent");
        plant(all, optimizer("nesterov"), "nesterov-plain-momentum", "momentum-velocity-not-carried");
        plant(all, optimizer("momentum"), "momentum-sign", "momentum-velocity-not-carried");
        plant(all, optimizer("momentum", "average", true), "momentum-sign", "momentum-shares-swapped");
        for (Object schedule : List.of(
                Map.of("kind", "step", "every", 2, "factor", 0.5),
                Map.of("kind", "exponential", "factor", 0.9),
                Map.of("kind", "inverse", "rate", 0.1))) {
            plant(all, scheduled(schedule), "schedule-not-applied", "schedule-off-by-one");
        }
        for (String kind : List.of("adam", "momentum")) {
            plant(
                    all,
                    decayed(kind),
                    "weight-decay-missing",
                    "weight-decay-on-biases",
                    "weight-decay-not-by-rate",
                    "weight-decay-through-adam");
        }
        plant(
                all,
                lossOf("softmax-cross-entropy"),
                "softmax-wrong-axis",
                "softmax-applied-twice",
                "gradients-accumulated",
                "softmax-over-everything",
                "softmax-cross-entropy-summed",
                "softmax-cross-entropy-over-outputs",
                "softmax-binary-cross-entropy",
                "softmax-output-gradient-slope-missing",
                "softmax-output-gradient-diagonal",
                "softmax-output-gradient-extra-slope",
                "output-gradient-sign");
        plant(
                all,
                lossOf("mean-squared-error"),
                "squared-error-cost-halved",
                "squared-error-cost-not-over-outputs",
                "squared-error-cost-summed",
                "squared-error-gradient-halved",
                "squared-error-gradient-doubled",
                "squared-error-gradient-not-over-outputs",
                "squared-error-slope-missing",
                "output-gradient-sign");
        plant(
                all,
                lossOf("quadratic"),
                "squared-error-cost-doubled",
                "squared-error-cost-summed",
                "squared-error-gradient-halved",
                "squared-error-gradient-doubled",
                "squared-error-slope-missing");
        for (String hidden : List.of("sigmoid", "elu", "softplus", "swish", "softsign")) {
            plant(all, hiddenOf(hidden), hidden + "-gradient-missing", hidden + "-gradient-at-activation");
        }
        plant(all, hiddenOf("sigmoid"), "sigmoid-gradient-of-pre-activation");
        plant(all, hiddenOf("softsign"), "softsign-gradient-not-squared");
        plant(all, hiddenOf("elu"), "elu-gradient-without-one");
        plant(
                all,
                hiddenOf("leaky-relu"),
                "leaky-relu-gradient-missing",
                "leaky-relu-slope-on-wrong-side",
                "leaky-relu-gradient-on-wrong-side",
                "leaky-relu-gradient-relu");
        Map<String, Object> batches = Map.of("size", 8, "seed", 5);
        plant(
                all,
                with("binary-cross-entropy", Map.of("batches", batches)),
                "short-batch-averaged-by-size",
                "batch-averaged-by-examples",
                "batch-not-averaged");
        plant(
                all,
                with("softmax-cross-entropy", Map.of("batches", Map.of("size", 10, "seed", 7))),
                "batch-stale",
                "gradients-accumulated",
                "batch-unshuffled",
                "batch-shuffled-once");
        plant(
                all,
                with("quadratic", Map.of("batches", batches, "penalty", Map.of("l2", 0.7))),
                "penalty-over-batch",
                "short-batch-averaged-by-size");
        plant(
                all,
                with("quadratic", Map.of("batches", batches, "penalty", Map.of("l2", 0.7, "over", "batch"))),
                "penalty-over-examples");
        plant(
                all,
                with("softmax-cross-entropy", Map.of("penalty", Map.of("l1", 0.7))),
                "l1-cost-missing",
                "l1-gradient-missing",
                "l1-gradient-without-sign",
                "l1-gradient-of-magnitude",
                "l2-in-place-of-l1",
                "penalty-biases-added");
        plant(
                all,
                with("mean-squared-error", Map.of("penalty", Map.of("l2_coefficient", 0.1, "biases", true))),
                "penalty-biases-missing");
        plantNormalizations(all);
        plantOthers(all);
        plant(
                all,
                with("quadratic", Map.of("input_keep_prob", 0.7)),
                "input-dropout-not-scaled",
                "input-dropout-skipped",
                "weight-gradient-of-undropped-input");
        return all;
    }

    /** Of each option the faults that stand alone. */
    private static void plantOthers(List<PlantedFaults> all) {
        for (String hidden : List.of("sigmoid", "elu", "softplus", "swish", "softsign", "gelu", "leaky-relu", "tanh")) {
            plant(all, hiddenOf(hidden), "relu-in-place-of-" + hidden);
        }
        plant(all, hiddenOf("gelu"), "gelu-gradient-missing", "gelu-gradient-at-activation");
        plant(all, hiddenOf("elu"), "elu-gradient-relu");
        plant(all, hiddenOf("leaky-relu"), "leaky-relu-slope-differs");
        plant(
                all,
                hiddenOf("tanh"),
                "tanh-gradient-missing",
                "tanh-gradient-of-pre-activation",
                "tanh-gradient-sign",
                "tanh-gradient-not-squared",
                "sigmoid-gradient-on-tanh");
        plant(
                all,
                new Kind("relu", "binary-cross-entropy", Map.of()),
                "sigmoid-applied-twice",
                "gradients-accumulated",
                "tanh-on-hidden",
                "leaky-relu-on-hidden",
                "relu-on-output",
                "sigmoid-gradient-on-hidden",
                "bias-not-added",
                "weights-not-updated",
                "weight-gradient-of-pre-activation",
                "weight-gradient-factor",
                "bias-gradient-factor",
                "output-gradient-factor",
                "cost-log-base-10",
                "cost-halved",
                "cost-sign",
                "cost-epsilon-added",
                "cost-factor");
        plant(all, lossOf("softmax-cross-entropy"), "sigmoid-in-place-of-softmax", "softmax-without-maximum");
        plant(all, lossOf("quadratic"), "squared-error-cost-over-outputs", "squared-error-gradient-over-outputs");
        plant(all, optimizer("adam"), "adam-second-moment-not-squared");
        plant(all, optimizer("rmsprop"), "rmsprop-gradient-not-squared");
        plant(all, optimizer("adagrad"), "adagrad-gradient-not-squared");
        plant(all, optimizer("momentum"), "momentum-differs", "momentum-average-differs", "momentum-velocity-late");
        plant(
                all,
                with("softmax-cross-entropy", Map.of("penalty", Map.of("l1", 0.7))),
                "l1-cost-halved",
                "l1-gradient-not-averaged",
                "l1-gradient-sign");
        plant(
                all,
                with("quadratic", Map.of("penalty", Map.of("l2", 0.7))),
                "l1-in-place-of-l2",
                "l2-gradient-factor",
                "l2-cost-factor");
        for (String hidden : List.of("tanh", "sigmoid")) {
            plant(all, droppedOf(hidden), hidden + "-gradient-of-dropped-activation");
        }
        plant(
                all,
                droppedOf("relu"),
                "dropout-mask-per-example",
                "dropout-mask-missing-forward",
                "dropout-multiplied-not-divided",
                "dropout-scale-differs",
                "dropout-keep-probability-differs",
                "weight-gradient-of-undropped-activation");
    }

    private static Kind droppedOf(String hidden) {
        return new Kind(hidden, "quadratic", Map.of(), "none", 0.7);
    }

    private static void plantNormalizations(List<PlantedFaults> all) {
        Map<String, Object> decay = Map.of("decay", 0.9);
        Kind adam = new Kind("tanh", "softmax-cross-entropy", optimizer("adam").more(), decay);
        Kind rectified = new Kind("relu", "quadratic", Map.of("batches", Map.of("size", 10, "seed", 3)), decay);
        for (Kind kind : List.of(adam, rectified)) {
            for (String suffix : List.of("", "/constants", "/updated", "/updated/constants", "/shown")) {
                plant(all, kind, "batch-norm-running-statistics-in-training" + suffix);
            }
            for (String part : List.of("variance-unbiased", "epsilon-outside-root", "root-missing")) {
                plant(all, kind, "batch-norm-" + part, "batch-norm-" + part + "/differentiated");
            }
            plant(
                    all,
                    kind,
                    "batch-norm-epsilon-missing",
                    "batch-norm-scale-not-applied",
                    "batch-norm-scale-not-applied/both",
                    "batch-norm-shift-not-applied",
                    "batch-norm-gradient-without-mean",
                    "batch-norm-gradient-without-variance",
                    "batch-norm-gradient-without-statistics",
                    "batch-norm-gradient-without-scale",
                    "batch-norm-gradient-not-divided",
                    "batch-norm-gradient-epsilon-missing",
                    "batch-norm-scale-gradient-of-pre-activation",
                    "batch-norm-gradient-not-averaged",
                    "batch-norm-gradient-not-averaged/scale",
                    "batch-norm-gradient-not-averaged/shift",
                    "batch-norm-gradient-factor/scale",
                    "batch-norm-gradient-factor/shift",
                    "batch-norm-not-updated",
                    "batch-norm-not-updated/scale",
                    "batch-norm-not-updated/shift",
                    "batch-norm-running-not-updated",
                    "batch-norm-running-decay-swapped",
                    "batch-norm-running-variance-differs",
                    "batch-norm-running-root-of-variance",
                    "batch-norm-running-decay-differs");
        }
    }

    private static Kind with(String loss, Map<String, Object> more) {
        return new Kind(TANH, loss, more);
    }

    private static Kind hiddenOf(String activation) {
        return new Kind(
                activation,
                "softmax-cross-entropy",
                Map.of("optimizer", Map.of("kind", "adam", "learning_rate", 0.02)));
    }

    private static Kind lossOf(String loss) {
        return new Kind("sigmoid", loss, Map.of("optimizer", Map.of("kind", "momentum", "learning_rate", 0.05)));
    }

    /** A fault is called as its mistake, and its way behind a slash. */
    static String id(String fault) {
        return fault.replaceAll("/.*", "");
    }
}
