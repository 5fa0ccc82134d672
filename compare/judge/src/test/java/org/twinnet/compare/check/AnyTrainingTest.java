package org.twinnet.compare.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.testing.English;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.data.Dataset;
import org.twinnet.data.Targets;
import org.twinnet.data.npz.Dtype;
import org.twinnet.scratch.linalg.Matrix;

/** Traces of the whole training step, drawn from a seed and written by the hand-written network. */
@DisplayName("A trace of any training")
class AnyTrainingTest {

    private static final int EXAMPLES = 37;
    private static final int ITERATIONS = 4;

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static Experiment experiment(Random random) {
        String loss = one(
                random, List.of("binary-cross-entropy", "softmax-cross-entropy", "mean-squared-error", "quadratic"));
        String output = switch (loss) {
            case "binary-cross-entropy" -> "sigmoid";
            case "softmax-cross-entropy" -> "softmax";
            default -> one(random, List.of("identity", "tanh", "sigmoid", "softplus"));
        };
        int outputs = loss.startsWith("softmax") ? 2 + random.nextInt(3) : 1 + random.nextInt(2);
        List<Object> layers = new ArrayList<>();
        for (int hidden = random.nextInt(3); hidden > 0; hidden--) {
            String activation = one(
                    random,
                    List.of("relu", "tanh", "sigmoid", "leaky-relu", "elu", "softplus", "gelu", "swish", "identity"));
            layers.add(layer(2 + random.nextInt(5), activation, random.nextInt(3) == 0, random));
        }
        layers.add(layer(outputs, output, random.nextInt(8) == 0, random));
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("layers", layers);
        tree.put("loss", loss);
        tree.put(
                "optimizer",
                Map.of(
                        "kind",
                        one(
                                random,
                                List.of(
                                        "gradient-descent",
                                        "momentum",
                                        "nesterov",
                                        "adagrad",
                                        "rmsprop",
                                        "adam",
                                        "amsgrad",
                                        "adamw")),
                        "learning_rate",
                        one(random, List.of(0.003, 0.05))));
        tree.put(
                "penalty",
                one(
                        random,
                        List.of(
                                Map.of(),
                                Map.of("l2", 0.7),
                                Map.of("l1", 0.3),
                                Map.of("l2_coefficient", 0.01),
                                Map.of("l2", 0.3, "l1", 0.1, "biases", true),
                                Map.of("l2", 0.5, "over", "batch"))));
        tree.put(
                "schedule",
                one(
                        random,
                        List.of(
                                "constant",
                                Map.of("kind", "step", "every", 2, "factor", 0.5),
                                Map.of("kind", "exponential", "factor", 0.9),
                                Map.of("kind", "inverse", "rate", 0.1))));
        tree.put("weight_decay", one(random, List.of(0.0, 0.0, 0.01)));
        tree.put(
                "clip",
                one(
                        random,
                        List.of(
                                "none",
                                Map.of("kind", "value", "limit", 0.05),
                                Map.of("kind", "norm-per-layer", "limit", 0.1),
                                Map.of("kind", "norm", "limit", 0.2, "after_penalty", true))));
        tree.put("batches", one(random, List.of("full", Map.of("size", 8, "seed", 5))));
        return ExperimentTree.read(tree, 3);
    }

    private static Map<String, Object> layer(int units, String activation, boolean normalized, Random random) {
        Object normalization = normalized
                ? Map.of(
                        "decay",
                        one(random, List.of(0.9, 0.5)),
                        "epsilon",
                        one(random, List.of(1e-5, 1e-3)),
                        "running_variance",
                        one(random, List.of("biased", "unbiased")))
                : "none";
        return Map.of("units", units, "activation", activation, "batch_norm", normalization);
    }

    private static Dataset data(Experiment experiment, Random random) {
        Targets targets = experiment.targets();
        double[][] X = new double[EXAMPLES][3];
        double[][] Y = new double[EXAMPLES][targets.kind() == Targets.Kind.CLASSES ? 1 : targets.outputs()];
        for (int j = 0; j < EXAMPLES; j++) {
            X[j] = random.doubles(3).map(x -> random.nextGaussian()).toArray();
            for (int k = 0; k < Y[j].length; k++) {
                Y[j][k] = switch (targets.kind()) {
                    case BINARY -> random.nextInt(2);
                    case CLASSES -> random.nextInt(targets.outputs());
                    case NUMBERS -> random.nextGaussian();
                };
            }
        }
        return Dataset.of("any", List.of("x1", "x2", "x3"), X, Y, targets);
    }

    private static Trace trace(int seed) {
        Random random = new Random(seed);
        Experiment experiment = experiment(random);
        return RecordedTrace.of(experiment, data(experiment, random), ITERATIONS);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25})
    void should_agree_with_what_it_states(int seed) {
        Trace trace = trace(seed);
        CheckResult result = TraceJudge.judge(trace);

        assertEquals(List.of(), result.divergences(), trace.hyperParameters()::toString);
        assertEquals(
                Status.AGREE, result.verdict(), () -> English.of(result.notChecked()) + " " + trace.hyperParameters());
    }

    /** One number, by a billionth of the largest of its tensor. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void should_disagree_where_any_number_is_off(int seed) {
        Trace trace = trace(seed);
        for (TensorName name : trace.tensors().keySet()) {
            // what a trace begins with is given
            if (name.iteration() == 2) {
                assertNotEquals(Status.AGREE, TraceJudge.judge(off(trace, name)).verdict(), name::toString);
            }
        }
    }

    private static Trace off(Trace trace, TensorName name) {
        Matrix values = Matrix.of(trace.tensors().get(name).values().toArray());
        double largest = 0;
        for (double[] row : values.toArray()) {
            for (double value : row) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        values.set(0, 0, values.get(0, 0) + Math.max(1e-9 * largest, 1e-12));
        SortedMap<TensorName, TraceTensor> tensors = new TreeMap<>(trace.tensors());
        tensors.put(name, TraceTensor.of(values, Dtype.FLOAT64));
        return trace.with(tensors, trace.costs());
    }
}
