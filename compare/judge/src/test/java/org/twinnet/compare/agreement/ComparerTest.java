package org.twinnet.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.agreement.prediction.Accuracy;
import org.twinnet.compare.agreement.prediction.Fit;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.choice.MaskKind;
import org.twinnet.compare.experiment.choice.Masks;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.ladder.QuantityComparison;
import org.twinnet.compare.ladder.Rung;
import org.twinnet.compare.ladder.RungName;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.twin.TwinFactory;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Split;
import org.twinnet.data.generator.Generator;

/** Here the hand-written network takes every part, so that nothing but the comparison itself can go wrong. */
@DisplayName("A comparison")
class ComparerTest {

    private static final Experiment EXPERIMENT = Experiment.of(2, 4, 1)
            .named("alike")
            .with(Penalty.l2(0.5))
            .with(new Masks(MaskKind.PUBLISHED, 9))
            .with(new Initialization.ScaledGaussian(4))
            .iterations(130);
    private static final Split DATA = Split.of(Generator.defaults().get(0).generate(40, 2), 0.25, 1);
    private static final ComparisonSettings SETTINGS = new ComparisonSettings(50, 3, 5, 2);

    private static Comparer comparer(TwinFactory dl4j) {
        return new Comparer(
                new TwinFactories(ScratchTwin::new, dl4j, ScratchTwin::new, (experiment, training) -> List.of()),
                SETTINGS);
    }

    private static ScenarioComparison compare(Split data) throws InterruptedException {
        return comparer(ScratchTwin::new)
                .compare(List.of(EXPERIMENT), data, ProgressListener.NONE)
                .get(0);
    }

    private static List<QuantityComparison> predictions(ScenarioComparison comparison) {
        return rung(comparison, RungName.PREDICTIONS).quantities();
    }

    private static Rung rung(ScenarioComparison comparison, RungName name) {
        return comparison.ladder().rungs().stream()
                .filter(rung -> rung.name() == name)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void should_announce_exactly_the_progress_that_it_will_report() throws InterruptedException {
        Comparer comparer = comparer(ScratchTwin::new);
        AtomicLong heard = new AtomicLong();
        comparer.compare(List.of(EXPERIMENT), DATA, (name, iterations) -> heard.addAndGet(iterations));

        assertEquals(130 * (1 + 1 + 3), comparer.progressOf(EXPERIMENT));
        assertEquals(comparer.progressOf(EXPERIMENT), heard.get());
    }

    @Test
    void should_predict_training_and_test_examples_and_compare_the_counts_of_both() throws InterruptedException {
        ScenarioComparison comparison = compare(DATA);
        List<QuantityComparison> predictions = predictions(comparison);

        assertEquals(
                List.of(
                        "probability on train examples",
                        "label on train examples",
                        "probability on test examples",
                        "label on test examples",
                        "correct labels of the free runs"),
                predictions.stream()
                        .map(compared -> compared.quantity().english())
                        .toList());
        assertEquals(2, predictions.get(4).compared());
        assertEquals(DATA.train().size(), total(comparison.scratch().train()));
        assertEquals(
                DATA.test().orElseThrow().size(),
                total(comparison.scratch().test().orElseThrow()));
        assertEquals(Status.AGREE, comparison.verdict());
    }

    @Test
    void should_let_both_twins_predict_from_one_state_however_far_the_last_update_left_them_apart()
            throws InterruptedException {
        Comparer comparer = comparer((experiment, training) ->
                new FaultyTwin(Fault.LEARNING_RATE_ONE_PER_CENT_HIGH, experiment, training, false));
        ScenarioComparison comparison = comparer.compare(List.of(EXPERIMENT), DATA, ProgressListener.NONE)
                .get(0);

        assertEquals(
                List.of(Status.DISAGREE, Status.AGREE, Status.AGREE),
                List.of(
                        rung(comparison, RungName.LOCK_STEP).status(),
                        rung(comparison, RungName.BOUNDARY).status(),
                        predictions(comparison).get(0).status()));
    }

    @Test
    void should_do_without_test_examples() throws InterruptedException {
        ScenarioComparison comparison = compare(new Split(DATA.train(), Optional.empty()));
        List<QuantityComparison> predictions = predictions(comparison);

        assertEquals(3, predictions.size());
        assertEquals(1, predictions.get(2).compared());
        assertEquals(Optional.empty(), comparison.dl4j().test());
        assertEquals(Status.AGREE, comparison.verdict());
    }

    @Test
    void should_keep_the_parameters_of_both_runs_and_price_the_clip_at_the_end_of_the_run()
            throws InterruptedException {
        ScenarioComparison comparison = compare(DATA);
        FreeRun alone = FreeRun.of(ScratchTwin::new, EXPERIMENT, DATA.train(), 50, ProgressListener.NONE);

        assertArrayEquals(alone.parameters(), comparison.scratch().parameters());
        assertArrayEquals(alone.parameters(), comparison.dl4j().parameters());
        assertEquals(new ClipCost(0, 0), comparison.clip(), "both evaluate the same network at the same parameters");
    }

    @Test
    void should_fail_with_what_a_twin_failed_with() {
        for (Throwable failure :
                List.of(new IllegalArgumentException("no such twin"), new LinkageError("no such code"))) {
            Comparer comparer = comparer((experiment, training) -> {
                if (failure instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) failure;
            });

            assertSame(
                    failure,
                    assertThrows(
                            failure.getClass(),
                            () -> comparer.compare(List.of(EXPERIMENT), DATA, ProgressListener.NONE)));
        }
    }

    private static int total(Fit fit) {
        return ((Accuracy) fit).total();
    }
}
