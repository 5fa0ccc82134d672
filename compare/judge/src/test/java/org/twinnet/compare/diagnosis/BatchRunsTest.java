package org.twinnet.compare.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.check.CheckResult;
import org.twinnet.compare.check.TraceJudge;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ParameterIndex;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.testing.English;
import org.twinnet.compare.trace.HyperParameters;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.Reading;
import org.twinnet.compare.trace.ReportedCost;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceBatches;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.compare.twin.scratch.ScratchModels;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.compare.verdict.TraceVerdict;
import org.twinnet.data.Dataset;
import org.twinnet.data.npz.Dtype;
import org.twinnet.scratch.batch.Batches;
import org.twinnet.scratch.dropout.DropoutMasks;
import org.twinnet.scratch.linalg.Matrix;

/**
 * A run over batches, of which a trace holds the first parameters and a cost now and then: 37 examples, batches of 8,
 * so that an epoch has five iterations and its last batch is short.
 */
@DisplayName("A whole run over batches")
class BatchRunsTest {

    private static final int EXAMPLES = 37;
    private static final int SIZE = 8;
    private static final int EPOCH = 5;
    private static final int EPOCHS = 12;

    private static final Experiment PLAIN = ExperimentTree.with(
            Experiment.of(3, 5, 1), Map.of("batches", Map.of("size", SIZE, "seed", 4), "penalty.l2", 0.4));

    private final Dataset data = data();

    private static Dataset data() {
        Random random = new Random(8);
        double[][] x = new double[EXAMPLES][3];
        double[] y = new double[EXAMPLES];
        for (int j = 0; j < EXAMPLES; j++) {
            for (int k = 0; k < 3; k++) {
                x[j][k] = random.nextGaussian();
            }
            y[j] = x[j][0] * x[j][1] + x[j][2] > 0 ? 1 : 0;
        }
        return Dataset.of("runs", List.of("a", "b", "c"), x, y);
    }

    /** What a network saw and reported, iteration by iteration. */
    private record Run(List<Double> initial, List<Double> costs, List<Integer> sizes, List<Double> ofAll) {}

    private Run run(Experiment experiment, DropoutMasks masks, Batches batches) {
        List<Double> costs = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        List<Double> ofAll = new ArrayList<>();
        try (ScratchTwin network = new ScratchTwin(experiment, data, masks, batches);
                ScratchTwin whole = new ScratchTwin(
                        ExperimentTree.with(experiment, Map.of("batches", "full")), data, new DropoutMasks.None())) {
            double[] initial = new double[network.parameterCount()];
            network.copyParametersTo(initial);
            double[] now = initial.clone();
            for (int i = 0; i < EPOCH * EPOCHS; i++) {
                sizes.add(batches.size(i));
                costs.add(network.step());
                network.copyParametersTo(now);
                whole.setParameters(now);
                var seen = whole.snapshot();
                ofAll.add(seen.crossEntropy() + seen.penalty());
            }
            return new Run(Arrays.stream(initial).boxed().toList(), costs, sizes, ofAll);
        }
    }

    private Batches right(Experiment experiment) {
        return ScratchModels.batches(experiment, EXAMPLES);
    }

    private Run run(Experiment experiment) {
        return run(experiment, new DropoutMasks.None(), right(experiment));
    }

    private Trace trace(Experiment experiment, Run run, List<ReportedCost> costs, Map<TensorName, TraceTensor> more) {
        TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>(more);
        for (ParameterIndex.Slice slice : ParameterIndex.of(experiment).tensors()) {
            Matrix values = Matrix.zeros(slice.rows(), slice.columns());
            values.readFrom(
                    run.initial().stream().mapToDouble(Double::doubleValue).toArray(), slice.offset());
            tensors.put(
                    new TensorName(Quantity.valueOf(slice.symbol()), slice.layer(), 0),
                    TraceTensor.of(values, Dtype.FLOAT64));
        }
        return new Trace(
                new HyperParameters(experiment),
                ScratchModels.features(data.featureRows()),
                ScratchModels.features(data.targetRows()),
                experiment.layerSizes(),
                tensors,
                costs,
                Precision.FLOAT64,
                false,
                Reading.PLAIN,
                TraceBatches.of(EXAMPLES, Optional.of(experiment.batches()), Map.of()));
    }

    private Trace trace(Experiment experiment, Run run, List<ReportedCost> costs) {
        return trace(experiment, run, costs, new TreeMap<>());
    }

    /** Costs of epochs, told for their last iterations. */
    private static List<ReportedCost> means(Run run, boolean byExamples) {
        List<ReportedCost> costs = new ArrayList<>();
        for (int e = 0; e < EPOCHS; e++) {
            double sum = 0;
            double weights = 0;
            for (int i = e * EPOCH; i < (e + 1) * EPOCH; i++) {
                double weight = byExamples ? run.sizes().get(i) : 1;
                sum += weight * run.costs().get(i);
                weights += weight;
            }
            costs.add(new ReportedCost(e * EPOCH + EPOCH - 1, sum / weights));
        }
        return costs;
    }

    private static List<String> conventions(CheckResult result) {
        return result.conventions().stream()
                .map(found -> found.convention().id())
                .toList();
    }

    private static void assertAgrees(CheckResult result, String... conventions) {
        assertEquals(List.of(), result.divergences());
        assertEquals(
                Status.AGREE, result.verdict(), English.of(result.notChecked()).toString());
        assertEquals(List.of(conventions), conventions(result));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void should_agree_with_one_mean_cost_an_epoch(boolean byExamples) {
        Run run = run(PLAIN);
        assertAgrees(TraceJudge.judge(trace(PLAIN, run, means(run, byExamples))), "cost-mean-of-epoch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"momentum", "adam", "nesterov", "rmsprop"})
    void should_agree_with_an_optimizer_that_carries_something(String optimizer) {
        Experiment experiment =
                ExperimentTree.with(PLAIN, Map.of("optimizer", Map.of("kind", optimizer, "learning_rate", 0.02)));
        Run run = run(experiment);
        assertAgrees(TraceJudge.judge(trace(experiment, run, means(run, false))), "cost-mean-of-epoch");
    }

    @Test
    void should_agree_with_batch_normalization() {
        Experiment experiment = ExperimentTree.with(PLAIN, Map.of("layers[].batch_norm", "batch-norm"));
        Run run = run(experiment);
        assertAgrees(TraceJudge.judge(trace(experiment, run, means(run, false))), "cost-mean-of-epoch");
    }

    @Test
    void should_agree_with_costs_of_single_batches() {
        Run run = run(PLAIN);
        List<ReportedCost> costs = IntStream.range(0, 20)
                .map(k -> 3 * k)
                .mapToObj(i -> new ReportedCost(i, run.costs().get(i)))
                .toList();
        assertAgrees(TraceJudge.judge(trace(PLAIN, run, costs)));
    }

    @Test
    void should_agree_with_costs_of_all_examples_behind_each_epoch() {
        Run run = run(PLAIN);
        List<ReportedCost> costs = IntStream.range(0, EPOCHS)
                .map(e -> e * EPOCH + EPOCH - 1)
                .mapToObj(i -> new ReportedCost(i, run.ofAll().get(i)))
                .toList();
        CheckResult result = TraceJudge.judge(trace(PLAIN, run, costs));
        assertAgrees(result, "cost-of-all-examples", "cost-after-update");
    }

    private static List<ReportedCost> byEpoch(IntToDoubleFunction cost) {
        return IntStream.range(0, EPOCHS)
                .mapToObj(e -> new ReportedCost(e, cost.applyAsDouble(e)))
                .toList();
    }

    @Test
    void should_agree_with_costs_that_count_epochs() {
        Run run = run(PLAIN);
        List<ReportedCost> means = means(run, false);
        assertAgrees(
                TraceJudge.judge(trace(PLAIN, run, byEpoch(e -> means.get(e).cost()))),
                "costs-by-epoch",
                "cost-mean-of-epoch");
        assertAgrees(
                TraceJudge.judge(trace(PLAIN, run, byEpoch(e -> run.costs().get(e * EPOCH + EPOCH - 1)))),
                "costs-by-epoch");
        assertAgrees(
                TraceJudge.judge(trace(PLAIN, run, byEpoch(e -> run.ofAll().get(e * EPOCH + EPOCH - 1)))),
                "costs-by-epoch",
                "cost-of-all-examples",
                "cost-after-update");
    }

    @Test
    void should_agree_with_costs_that_count_some_epochs_from_one() {
        Run run = run(PLAIN);
        List<ReportedCost> means = means(run, false);
        List<ReportedCost> some = IntStream.of(1, 3, 8, 12)
                .mapToObj(e -> new ReportedCost(e, means.get(e - 1).cost()))
                .toList();
        assertAgrees(TraceJudge.judge(trace(PLAIN, run, some)), "costs-by-epoch", "cost-mean-of-epoch");
    }

    @Test
    void should_disagree_with_one_wrong_cost_of_an_epoch() {
        Run run = run(PLAIN);
        List<ReportedCost> means = means(run, false);
        CheckResult result =
                TraceJudge.judge(trace(PLAIN, run, byEpoch(e -> means.get(e).cost() * (e == 7 ? 1 + 1e-9 : 1))));
        assertEquals(List.of("costs-by-epoch", "cost-mean-of-epoch"), conventions(result));
        assertEquals(Status.DISAGREE, result.verdict());
        assertEquals(1, result.divergences().size());
    }

    @Test
    void should_name_a_mistake_of_a_network_that_counts_epochs() {
        Run run = run(ExperimentTree.with(PLAIN, Map.of("optimizer.learning_rate", 0.02)));
        List<ReportedCost> means = means(run, false);
        Experiment stated =
                ExperimentTree.with(PLAIN, Map.of("optimizer", Map.of("kind", "momentum", "learning_rate", 0.02)));
        assertNamed(
                "momentum-velocity-not-carried",
                trace(stated, run, byEpoch(e -> means.get(e).cost())));
    }

    private TraceBatches listed(Batches batches, int iterations) {
        Map<Integer, int[]> given = new HashMap<>();
        IntStream.range(0, iterations)
                .forEach(i -> given.put(i, batches.examples(i).clone()));
        return TraceBatches.of(EXAMPLES, Optional.empty(), given);
    }

    @Test
    void should_follow_batches_that_the_trace_lists_as_far_as_it_does() {
        Experiment experiment = ExperimentTree.with(PLAIN, Map.of("batches", "full"));
        Run run = run(experiment, new DropoutMasks.None(), right(PLAIN));
        List<ReportedCost> costs = IntStream.range(0, 30)
                .mapToObj(i -> new ReportedCost(i, run.costs().get(i)))
                .toList();
        Trace trace = trace(experiment, run, costs);
        assertAgrees(TraceJudge.judge(trace.with(listed(right(PLAIN), 30))));
        CheckResult some = TraceJudge.judge(trace.with(listed(right(PLAIN), 20)));
        assertAgrees(some);
        assertTrue(
                English.of(some.notes())
                        .contains(
                                "costs: 10 of 30 reported costs are not compared, the first of iteration 20: 10 costs "
                                        + "are not compared, because the trace does not tell all batches and masks that they "
                                        + "are of"),
                English.of(some.notes()).toString());
    }

    @Test
    void should_follow_masks_that_the_trace_holds_of_each_iteration() {
        Experiment experiment = ExperimentTree.with(PLAIN, Map.of("layers[].keep_prob", 0.7, "masks.kind", "fresh"));
        DropoutMasks masks = ScratchModels.masks(experiment, EXAMPLES);
        TreeMap<TensorName, TraceTensor> held = new TreeMap<>();
        for (int i = 0; i < EPOCH * EPOCHS; i++) {
            held.put(
                    new TensorName(Quantity.D, 1, i),
                    TraceTensor.of(masks.of(i).get(0).copy(), Dtype.BOOL));
        }
        Run run = run(experiment, ScratchModels.masks(experiment, EXAMPLES), right(experiment));
        assertAgrees(TraceJudge.judge(trace(experiment, run, means(run, false), held)), "cost-mean-of-epoch");
    }

    /** Which examples an iteration sees by mistake, as an iteration of the right order or of none. */
    private Batches wrong(String mistake) {
        Batches right = right(PLAIN);
        IntUnaryOperator other = iteration -> switch (mistake) {
            case "batch-stale" -> Math.max(0, iteration - 1);
            case "batch-shuffled-once" -> iteration % EPOCH;
            case "batch-short-dropped" -> iteration / (EPOCH - 1) * EPOCH + iteration % (EPOCH - 1);
            default -> iteration;
        };
        return new Batches.Given(EXAMPLES, iteration -> {
            int start = iteration % EPOCH * SIZE;
            return mistake.equals("batch-unshuffled")
                    ? IntStream.range(start, Math.min(EXAMPLES, start + SIZE)).toArray()
                    : right.examples(other.applyAsInt(iteration));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "batch-stale, false",
        "batch-stale, true",
        "batch-shuffled-once, false",
        "batch-shuffled-once, true",
        "batch-unshuffled, false",
        "batch-unshuffled, true"
    })
    void should_name_batches_that_are_wrong(String mistake, boolean byExamples) {
        Run run = run(PLAIN, new DropoutMasks.None(), wrong(mistake));
        assertNamed(mistake, trace(PLAIN, run, means(run, byExamples)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.1, 0.5, 3, 20, 100})
    void should_find_another_learning_rate_in_costs_alone(double factor) {
        Experiment stated = ExperimentTree.with(PLAIN, Map.of("batches", "full", "optimizer.learning_rate", 0.02));
        Run run = run(ExperimentTree.with(stated, Map.of("optimizer.learning_rate", 0.02 * factor)));
        List<ReportedCost> costs = IntStream.range(0, EPOCH * EPOCHS)
                .mapToObj(i -> new ReportedCost(i, run.costs().get(i)))
                .toList();
        TraceVerdict verdict = TraceVerdict.of(trace(stated, run, costs), ProgressListener.NONE);
        Diagnosis found = verdict.diagnosis().get(0);
        assertEquals("learning-rate-differs", found.id());
        assertEquals(factor, found.factor().orElseThrow(), 1e-9 * factor);
    }

    /** Such an epoch is shorter: its mean cost would be told for other iterations. */
    @Test
    void should_name_a_short_batch_that_is_dropped() {
        Run run = run(PLAIN, new DropoutMasks.None(), wrong("batch-short-dropped"));
        List<ReportedCost> costs = IntStream.range(0, EPOCH * EPOCHS)
                .mapToObj(i -> new ReportedCost(i, run.costs().get(i)))
                .toList();
        assertNamed("batch-short-dropped", trace(PLAIN, run, costs));
    }

    private static void assertNamed(String mistake, Trace trace) {
        TraceVerdict verdict = TraceVerdict.of(trace, ProgressListener.NONE);
        assertEquals(Status.DISAGREE, verdict.status());
        assertEquals(
                List.of(mistake),
                verdict.diagnosis().stream().map(Diagnosis::id).toList());
    }

    @Test
    void should_name_a_velocity_that_is_not_carried() {
        Run run = run(ExperimentTree.with(PLAIN, Map.of("optimizer.learning_rate", 0.02)));
        Experiment stated =
                ExperimentTree.with(PLAIN, Map.of("optimizer", Map.of("kind", "momentum", "learning_rate", 0.02)));
        assertNamed("momentum-velocity-not-carried", trace(stated, run, means(run, false)));
    }
}
