package org.twinnet.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.agreement.prediction.Accuracy;
import org.twinnet.compare.agreement.prediction.Confusion;
import org.twinnet.compare.agreement.prediction.RSquared;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Loss;
import org.twinnet.compare.experiment.tree.ExperimentKeys;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.ladder.RungName;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;
import org.twinnet.data.Split;
import org.twinnet.data.Targets;
import org.twinnet.data.generator.Arms;
import org.twinnet.data.generator.Waves;

@DisplayName("Every output with every loss that goes with it")
class OutputsTest {

    private static final Split ARMS = Split.of(Arms.defaults().generate(60, 5), 0.3, 1);
    private static final Split WAVES = Split.of(Waves.defaults().generate(50, 5), 0.3, 1);
    private static final Split ONE_HOT_AS_NUMBERS = read(ARMS.train(), Targets.Kind.NUMBERS, 1);
    private static final Split THREE_LABELS = read(ARMS.train(), Targets.Kind.BINARY, 1);

    /** The same examples with their one-hot labels read otherwise and their features at another scale. */
    private static Split read(Dataset arms, Targets.Kind kind, double scale) {
        double[][] rows = arms.featureRows();
        for (double[] row : rows) {
            for (int k = 0; k < row.length; k++) {
                row[k] *= scale;
            }
        }
        Targets targets = new Targets(kind, 3);
        return new Split(
                Dataset.of(arms.name(), arms.featureNames(), rows, arms.targetRows(), targets), Optional.empty());
    }

    static Stream<Arguments> regressions() {
        return ExperimentKeys.require(ExperimentTree.OUTPUT).words().stream()
                .flatMap(output -> Stream.of("mean-squared-error", "quadratic")
                        .map(loss -> Arguments.of(Map.of(ExperimentTree.OUTPUT, output, "loss", loss))));
    }

    @ParameterizedTest
    @MethodSource("regressions")
    void should_agree_in_both_networks_and_with_all_witnesses(Map<String, Object> changes) throws InterruptedException {
        ScenarioComparison comparison =
                compare(ExperimentTree.with(Experiment.of(2, 5, 3).iterations(100), changes), ONE_HOT_AS_NUMBERS);
        assertAgrees(comparison);
        assertEquals(Optional.empty(), comparison.boundary());
        assertEquals(9, comparison.ladder().rungs().size());
        assertTrue(comparison.scratch().train() instanceof RSquared);
    }

    @Test
    void should_agree_on_classes_and_their_boundaries() throws InterruptedException {
        ScenarioComparison comparison =
                compare(Experiment.of(2, 6, 4, 3).keepProbability(0.8).iterations(300), ARMS);
        assertAgrees(comparison);
        assertEquals(0, comparison.boundary().orElseThrow().disagreements());
        Confusion confusion = comparison.scratch().confusion().orElseThrow();
        assertEquals(3, confusion.rows().size());
        assertEquals(
                ((Accuracy) comparison.scratch().train()).correct(),
                confusion.rows().get(0).get(0)
                        + confusion.rows().get(1).get(1)
                        + confusion.rows().get(2).get(2));
    }

    @Test
    void should_agree_on_several_labels_of_an_example() throws InterruptedException {
        ScenarioComparison comparison =
                compare(Experiment.of(2, 5, 3).with(new Activation.Sigmoid()).iterations(200), THREE_LABELS);
        assertAgrees(comparison);
        assertEquals(
                3 * THREE_LABELS.train().size(),
                ((Accuracy) comparison.scratch().train()).total());
    }

    @Test
    void should_agree_on_a_regression() throws InterruptedException {
        assertAgrees(
                compare(Experiment.of(2, 6, 1).with(new Activation.Identity()).iterations(200), WAVES));
    }

    /** Features a thousand times as large: the softmax saturates at once, and training diverges at the usual rate. */
    @Test
    void should_agree_where_features_are_not_scaled() throws InterruptedException {
        Experiment experiment = Experiment.of(2, 5, 3).iterations(60);
        Split unscaled = read(ARMS.train(), Targets.Kind.CLASSES, 1000);
        assertAgrees(compare(experiment, unscaled));
        assertAgrees(compare(ExperimentTree.with(experiment, Map.of("optimizer.learning_rate", 1e-5)), unscaled));
        assertAgrees(compare(
                ExperimentTree.with(
                        experiment.with(new Activation.Softmax()).with(new Loss.MeanSquaredError()),
                        Map.of("optimizer.learning_rate", 0.001)),
                read(ARMS.train(), Targets.Kind.NUMBERS, 1000)));
    }

    @Test
    void should_agree_on_ten_classes() throws InterruptedException {
        Split ten = Split.of(new Arms(10, 0.3, 0.02).generate(200, 2), 0.3, 1);
        assertAgrees(compare(Experiment.of(2, 8, 10).iterations(60), ten));
    }

    /** A hand-written network with a mistake, given as another experiment, beside DL4J's of the right one. */
    private static RungName caught(Experiment right, UnaryOperator<Experiment> mistake, Split data)
            throws InterruptedException {
        TwinFactories real = TwinFactories.standard(TwinFactories.Loss.LOGIT);
        TwinFactories factories = new TwinFactories(
                (experiment, training) -> new ScratchTwin(mistake.apply(experiment), training),
                real.dl4j(),
                real.stockLoss(),
                (experiment, training) -> List.of());
        return new Comparer(factories, new ComparisonSettings(10, 2, 40, 1))
                .compare(List.of(right), data, ProgressListener.NONE)
                .get(0)
                .ladder()
                .firstDivergence()
                .orElseThrow()
                .name();
    }

    @Test
    void should_catch_a_mistake_at_its_rung() throws InterruptedException {
        Experiment squared =
                Experiment.of(2, 5, 3).with(new Activation.Identity()).iterations(20);
        // half of the sum in place of the mean over the outputs
        assertEquals(RungName.COST, caught(squared, e -> e.with(new Loss.Quadratic()), ONE_HOT_AS_NUMBERS));
        // an output's slope left out of the forward pass as well
        assertEquals(
                RungName.FORWARD,
                caught(
                        squared.with(new Activation.Tanh()),
                        e -> e.with(new Activation.Identity()),
                        ONE_HOT_AS_NUMBERS));
        // probabilities of each output alone in place of all together
        assertEquals(
                RungName.FORWARD,
                caught(
                        squared.with(new Activation.Softmax()).with(new Loss.MeanSquaredError()),
                        e -> e.with(new Activation.Sigmoid()).with(new Loss.MeanSquaredError()),
                        ONE_HOT_AS_NUMBERS));
        Experiment leaky =
                ExperimentTree.with(Experiment.of(2, 5, 3).iterations(20), Map.of("layers[].activation", "leaky-relu"));
        assertEquals(
                RungName.FORWARD,
                caught(leaky, e -> ExperimentTree.with(e, Map.of("layers[].activation.slope", 0.01 + 1e-12)), ARMS));
    }

    /** Softmax over the examples in place of the units, and classes that are rotated only when they are predicted. */
    @Test
    void should_catch_outputs_of_another_axis_when_they_are_predicted() throws InterruptedException {
        TwinFactories real = TwinFactories.standard(TwinFactories.Loss.LOGIT);
        AtomicInteger made = new AtomicInteger();
        TwinFactories factories = new TwinFactories(
                (experiment, training) -> new AlteredTwin(real.scratch().create(experiment, training), outputs -> {
                    made.incrementAndGet();
                    return transposed(outputs, 3);
                }),
                real.dl4j(),
                real.stockLoss(),
                (experiment, training) -> List.of());
        ScenarioComparison comparison = new Comparer(factories, new ComparisonSettings(10, 2, 40, 1))
                .compare(List.of(Experiment.of(2, 5, 3).iterations(20)), ARMS, ProgressListener.NONE)
                .get(0);
        assertTrue(made.get() > 0);
        assertEquals(
                RungName.PREDICTIONS,
                comparison.ladder().firstDivergence().orElseThrow().name());
    }

    private static double[] transposed(double[] outputs, int K) {
        int m = outputs.length / K;
        double[] other = new double[outputs.length];
        for (int i = 0; i < outputs.length; i++) {
            other[i] = outputs[i % K * m + i / K];
        }
        return other;
    }

    private static ScenarioComparison compare(Experiment experiment, Split data) throws InterruptedException {
        return new Comparer(TwinFactories.standard(TwinFactories.Loss.LOGIT), new ComparisonSettings(10, 2, 40, 1))
                .compare(List.of(experiment), data, ProgressListener.NONE)
                .get(0);
    }

    private static void assertAgrees(ScenarioComparison comparison) {
        assertEquals(
                List.of(),
                comparison.ladder().rungs().stream()
                        .filter(rung -> rung.status() != Status.AGREE)
                        .map(rung -> rung.name() + " " + rung.status() + " " + rung.decisive())
                        .toList());
        assertEquals(Status.AGREE, comparison.verdict());
    }
}
