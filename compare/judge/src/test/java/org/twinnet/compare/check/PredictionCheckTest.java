package org.twinnet.compare.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.check.prediction.PredictionCheck;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.testing.English;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.trace.HyperParameters;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.ReportedCost;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;
import org.twinnet.data.generator.Generator;
import org.twinnet.data.npz.Dtype;
import org.twinnet.scratch.linalg.Matrix;

@DisplayName("The predictions of a trace")
class PredictionCheckTest {

    private static final Dataset DATA = Generator.defaults().get(2).generate(40, 3);
    private static final int LAST = 2;

    static List<Experiment> experiments() {
        return List.of(
                experiment(Map.of()),
                experiment(Map.of("layers[0].activation", "tanh", "optimizer.kind", "adam", "penalty.l2", 0.7)),
                normalized());
    }

    private static Experiment experiment(Map<String, Object> changes) {
        return ExperimentTree.with(Experiment.of(2, 5, 4, 1).iterations(10), changes);
    }

    private static Experiment normalized() {
        return experiment(Map.of("layers[0].batch_norm", "batch-norm", "layers[0].activation", "tanh"));
    }

    /** Iterations 0 to 2, of which the last has parameters and running statistics alone. */
    private static Trace trained(Experiment experiment) {
        Trace whole = RecordedTrace.of(experiment, DATA, LAST + 1);
        TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>(whole.tensors());
        tensors.keySet()
                .removeIf(name -> name.iteration() == LAST
                        && !name.quantity().isParameter()
                        && !name.quantity().isRunning());
        List<ReportedCost> costs =
                whole.costs().stream().filter(cost -> cost.iteration() < LAST).toList();
        return whole.with(tensors, costs);
    }

    private static Matrix predictions(Experiment experiment, int iterations) {
        try (Twin twin = new ScratchTwin(experiment, DATA)) {
            for (int i = 0; i < iterations; i++) {
                twin.step();
            }
            return Matrix.ofRow(twin.predict(DATA.featureRows()));
        }
    }

    private static Trace with(Trace trace, Matrix predictions) {
        return trace.with(trace.reading().withPredictions(Optional.of(predictions)));
    }

    private static boolean compares(CheckResult result) {
        return result.rungs().stream()
                .flatMap(rung -> rung.quantities().stream())
                .anyMatch(quantity -> quantity.quantity().english().equals("predictions"));
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void should_agree_with_the_output_at_the_last_parameters(Experiment experiment) {
        CheckResult result = TraceJudge.judge(with(trained(experiment), predictions(experiment, LAST)));
        assertEquals(Status.AGREE, result.verdict(), result::toString);
        assertTrue(compares(result));
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void should_disagree_where_a_single_one_is_off(Experiment experiment) {
        Matrix off = predictions(experiment, LAST);
        off.set(0, 7, off.get(0, 7) * (1 + 1e-12));
        CheckResult result = TraceJudge.judge(with(trained(experiment), off));
        assertEquals(Status.DISAGREE, result.verdict(), result::toString);
        assertEquals(
                PredictionCheck.NAME, result.divergences().get(0).comparison().quantity());
    }

    /** Course code predicts 0 or 1. */
    @Test
    void should_hold_labels_against_the_labels_of_the_output() {
        Experiment experiment = experiment(Map.of());
        Matrix labels = predictions(experiment, LAST);
        for (int j = 0; j < labels.columns(); j++) {
            labels.set(0, j, labels.get(0, j) > 0.5 ? 1 : 0);
        }
        CheckResult right = TraceJudge.judge(with(trained(experiment), labels));
        assertEquals(Status.AGREE, right.verdict(), right::toString);
        assertTrue(English.of(right.notes()).toString().contains("predictions: they are labels"), right::toString);
        labels.set(0, 4, 1 - labels.get(0, 4));
        assertEquals(
                Status.DISAGREE,
                TraceJudge.judge(with(trained(experiment), labels)).verdict());
    }

    /** A run that goes on behind its last snapshot may predict by parameters that no tensor holds. */
    @Test
    void should_not_take_predictions_of_a_trained_network_for_those_of_an_earlier_one() {
        Experiment experiment = experiment(Map.of());
        Trace snapshots = RecordedTrace.of(experiment, DATA, LAST + 1);
        CheckResult result = TraceJudge.judge(with(snapshots, predictions(experiment, 10)));
        assertEquals(Status.AGREE, result.verdict(), result::toString);
        assertTrue(
                English.of(result.notes())
                        .toString()
                        .contains("predictions: not compared, because they are not those of the"
                                + " parameters of iteration 2, behind which the training goes on"),
                English.of(result.notes())::toString);
    }

    @Test
    void should_say_that_predictions_normalize_by_their_own_examples() {
        Experiment experiment = normalized();
        Trace whole = RecordedTrace.of(experiment, DATA, LAST + 1);
        Matrix byBatch = whole.tensor(Quantity.A, 3, LAST).orElseThrow().values();
        CheckResult result = TraceJudge.judge(with(trained(experiment), byBatch));
        assertEquals(Status.DISAGREE, result.verdict(), result::toString);
        assertTrue(
                English.of(result.notes()).toString().contains("a prediction takes the running statistics"),
                () -> "" + result);
    }

    @Test
    void should_say_that_predictions_drop_units() {
        Experiment experiment = experiment(Map.of("layers[0].keep_prob", 0.6));
        Matrix mask = Matrix.zeros(5, DATA.size());
        for (int k = 0; k < 5; k++) {
            for (int j = 0; j < DATA.size(); j++) {
                mask.set(k, j, (k + j) % 3 == 0 ? 0 : 1);
            }
        }
        Trace trained = trained(experiment(Map.of()));
        TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>(trained.tensors());
        tensors.keySet().removeIf(name -> name.iteration() != LAST);
        tensors.put(new TensorName(Quantity.D, 1, LAST), TraceTensor.of(mask, Dtype.FLOAT64));
        Trace dropping = trained.with(tensors, List.of()).with(new HyperParameters(experiment));
        Matrix dropped = Matrix.ofRow(PredictionCheck.outputs(dropping, Recipe.RIGHT, LAST, true, true)
                .orElseThrow()
                .flat());
        CheckResult result = TraceJudge.judge(with(dropping, dropped));
        assertEquals(Status.DISAGREE, result.verdict(), result::toString);
        assertTrue(English.of(result.notes()).toString().contains("a prediction drops none"), () -> "" + result);
    }
}
