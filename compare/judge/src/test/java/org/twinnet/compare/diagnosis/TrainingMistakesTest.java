package org.twinnet.compare.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.check.CheckResult;
import org.twinnet.compare.check.TraceJudge;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.trace.Trace;

/** Each mistake of the options of training, planted in two architectures by loops that know nothing of the replay. */
@DisplayName("A mistake of training")
class TrainingMistakesTest {

    private static final String TANH = "tanh";

    private record Kind(String hidden, String loss, Map<String, Object> more, Object normalization) {

        Kind(String hidden, String loss, Map<String, Object> more) {
            this(hidden, loss, more, "none");
        }

        Experiment experiment(int architecture) {
            boolean squared = !loss.endsWith("entropy");
            String output = loss.startsWith("softmax") ? "softmax" : squared ? TANH : "sigmoid";
            List<Object> layers = new ArrayList<>();
            layers.add(Map.of("units", 5, "activation", hidden, "batch_norm", normalization));
            if (architecture == 1) {
                layers.add(Map.of("units", 4, "activation", hidden, "batch_norm", normalization));
            }
            int outputs = loss.startsWith("binary") ? 1 : 3;
            layers.add(Map.of("units", outputs, "activation", output));
            Map<String, Object> tree = new LinkedHashMap<>(Map.of("layers", layers, "loss", loss));
            tree.put("optimizer", Map.of("kind", "gradient-descent", "learning_rate", 0.1));
            tree.putAll(more);
            return ExperimentTree.read(tree, 3);
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

    private static void plant(List<Arguments> all, Kind kind, String... faults) {
        for (String fault : faults) {
            for (int architecture = 0; architecture < 2; architecture++) {
                all.add(Arguments.of(fault, kind, architecture));
            }
        }
    }

    static Stream<Arguments> faults() {
        List<Arguments> all = new ArrayList<>();
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
        for (String hidden : List.of("sigmoid", "elu", "softplus", "swish")) {
            plant(all, hiddenOf(hidden), hidden + "-gradient-missing", hidden + "-gradient-at-activation");
        }
        plant(all, hiddenOf("sigmoid"), "sigmoid-gradient-of-pre-activation");
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
        return all.stream();
    }

    private static void plantNormalizations(List<Arguments> all) {
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

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("faults")
    void should_be_named_first(String fault, Kind kind, int architecture) {
        Trace trace = FaultyTrainer.trace(kind.experiment(architecture), fault, architecture);
        CheckResult result = TraceJudge.judge(trace);

        assertEquals(Status.DISAGREE, result.verdict());
        List<Diagnosis> found = Diagnostician.diagnose(result);
        assertEquals(fault.replaceAll("/.*", ""), found.get(0).id(), found::toString);
    }

    static Stream<Arguments> kinds() {
        return faults().map(of -> List.of(of.get()[1], of.get()[2])).distinct().map(of -> Arguments.of(of.toArray()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("kinds")
    void should_not_be_named_where_there_is_none(Kind kind, int architecture) {
        CheckResult result = TraceJudge.judge(FaultyTrainer.trace(kind.experiment(architecture), "", architecture));

        assertEquals(Status.AGREE, result.verdict(), () -> result.divergences().toString());
        assertEquals(List.of(), Diagnostician.diagnose(result));
    }
}
