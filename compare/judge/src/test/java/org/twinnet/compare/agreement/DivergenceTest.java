package org.twinnet.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.compare.agreement.floor.CostFloor;
import org.twinnet.compare.experiment.CostPoint;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.choice.MaskKind;
import org.twinnet.compare.experiment.choice.Masks;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.ladder.Rung;
import org.twinnet.compare.ladder.RungName;
import org.twinnet.compare.ladder.Status;
import org.twinnet.data.Dataset;
import org.twinnet.data.Split;
import org.twinnet.data.generator.Generator;

@DisplayName("A training that diverges")
class DivergenceTest {

    private static final Dataset DATA = Generator.defaults().get(1).generate(90, 4);

    private static Experiment experiment(double learningRate, double lambda, double keep) {
        return Experiment.of(2, 6, 3, 1)
                .named("diverging")
                .with(new Optimizer.GradientDescent(learningRate))
                .with(Penalty.l2(lambda))
                .keepProbability(keep)
                .with(new Masks(MaskKind.PUBLISHED, 5))
                .with(new Initialization.ScaledGaussian(11))
                .iterations(60);
    }

    private static List<CostPoint> costs(double... costs) {
        return IntStream.range(0, costs.length)
                .mapToObj(i -> new CostPoint(i, costs[i], 0))
                .toList();
    }

    private static Optional<Divergence> of(double[] own, double[] other, int first, int second) {
        return Divergence.of(experiment(0.3, 0, 1), DATA, costs(own), costs(other), List.of(first, second), List.of());
    }

    private static ScenarioComparison compare(Experiment experiment, Dataset data) throws InterruptedException {
        return new Comparer(TwinFactories.standard(TwinFactories.Loss.LOGIT), new ComparisonSettings(1, 2, 20, 1))
                .compare(List.of(experiment), new Split(data, Optional.empty()), ProgressListener.NONE)
                .get(0);
    }

    private static Dataset scaled(double factor) {
        double[][] rows = DATA.featureRows();
        for (double[] row : rows) {
            for (int k = 0; k < row.length; k++) {
                row[k] *= factor;
            }
        }
        return Dataset.of("scaled", DATA.featureNames(), rows, DATA.labels());
    }

    @Test
    void should_not_be_seen_in_one_that_learns_or_stays_where_it_is() {
        assertEquals(Optional.empty(), of(new double[] {0.7, 0.5}, new double[] {0.7, 0.5}, -1, -1));
        assertEquals(Optional.empty(), of(new double[] {0.7, 600}, new double[] {0.7, 600}, -1, -1));
    }

    @Test
    void should_be_told_by_costs_that_grow_a_thousandfold_in_both_runs() {
        Divergence grows =
                of(new double[] {0.5, 501}, new double[] {0.5, 502}, -1, -1).orElseThrow();

        assertEquals(Divergence.Kind.GROWS, grows.kind());
        assertEquals(0.5, grows.firstCost());
        assertEquals(501, grows.lastCost());
        assertEquals(59, grows.iteration(), "the last iteration");
        assertEquals(Optional.empty(), of(new double[] {0.5, 501}, new double[] {0.5, 499}, -1, -1));
        assertEquals(Optional.empty(), of(new double[] {0.5, 499}, new double[] {0.5, 501}, -1, -1));
    }

    @Test
    void should_be_told_by_both_runs_leaving_the_range_of_doubles_and_not_by_one() {
        double nan = Double.NaN;
        Divergence left = of(new double[] {0.5, 9, nan}, new double[] {0.5, nan, nan}, 2, 1)
                .orElseThrow();

        assertEquals(Divergence.Kind.LEFT_DOUBLES, left.kind());
        assertEquals(2, left.iteration(), "from there on neither has a cost");
        assertEquals(9, left.lastCost());
        assertEquals(Optional.empty(), of(new double[] {0.5, 9, 9}, new double[] {0.5, nan, nan}, -1, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "0.3, 1500, 1, 1, PENALTY",
        "0.3, 1e300, 1, 1, PENALTY",
        "1e300, 0, 1, 1, LEARNING_RATE",
        "0.3, 0, 4.9e-324, 1, KEEP_PROBABILITY"
    })
    void should_be_no_disagreement_and_name_its_cause(
            double learningRate, double lambda, double keep, double scale, Divergence.Cause cause)
            throws InterruptedException {
        ScenarioComparison comparison = compare(experiment(learningRate, lambda, keep), scaled(scale));

        assertEquals(Optional.empty(), comparison.ladder().firstDivergence());
        assertEquals(cause, comparison.divergence().orElseThrow().cause());
        assertFalse(
                comparison.ladder().rungs().stream()
                        .map(Rung::note)
                        .anyMatch(note -> note.english().contains("one-ulp")),
                "it is not told as chaos");
    }

    @Test
    void should_blame_large_features_before_the_learning_rate() {
        Divergence large = Divergence.of(
                        experiment(0.3, 0, 1),
                        scaled(1000),
                        costs(0.5, 501),
                        costs(0.5, 501),
                        List.of(-1, -1),
                        List.of())
                .orElseThrow();

        assertEquals(Divergence.Cause.FEATURES, large.cause());
    }

    @Test
    void should_be_told_by_one_run_where_no_cost_is_determined_any_more() {
        double nan = Double.NaN;
        Optional<Divergence> one = Divergence.of(
                experiment(0.3, 0, 1),
                DATA,
                costs(0.5, nan),
                costs(0.5, 0.4),
                List.of(1, -1),
                List.of(new CostFloor(1e-15, 1e-15), new CostFloor(nan, nan)));

        assertEquals(Divergence.Kind.LEFT_DOUBLES, one.orElseThrow().kind());
    }

    @ParameterizedTest
    @CsvSource({"10, 1", "100, 1", "1000, 1", "0.3, 100", "0.3, 1e4", "3, 1e6"})
    void should_not_be_seen_in_saturated_outputs_which_agree_by_the_cost_from_the_logit(
            double learningRate, double scale) throws InterruptedException {
        ScenarioComparison comparison = compare(experiment(learningRate, 0.1, 1), scaled(scale));

        assertEquals(Status.AGREE, comparison.verdict());
        Rung steps = comparison.ladder().rungs().stream()
                .filter(rung -> rung.name() == RungName.LOCK_STEP)
                .findFirst()
                .orElseThrow();
        assertTrue(steps.compared() >= 60 * (1 + 2L * comparison.scratch().parameters().length), "every step was held");
    }
}
