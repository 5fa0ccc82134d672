package org.twinnet.compare.tuning.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.CandidateResult.Status;
import org.twinnet.compare.tuning.Metric;
import org.twinnet.compare.tuning.Proposal;
import org.twinnet.compare.tuning.Search.CancelledException;
import org.twinnet.compare.tuning.SmallStudies;
import org.twinnet.compare.tuning.Studies;
import org.twinnet.compare.tuning.space.Setting;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.TwinFactory;
import org.twinnet.compare.twin.dl4j.Dl4jTwin;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;
import org.twinnet.data.Targets;
import org.twinnet.data.source.ShippedData;
import org.twinnet.dl4j.runtime.Nd4jRuntime;

@DisplayName("Cross-validation")
class CrossValidationTest {

    private static final Dataset TRAINING = ShippedData.pitch().train();
    private static final Trainings TRAININGS = Trainings.of(TRAINING, 3, 2, 5, false);
    private static final Halving WHOLE = new Halving(300, 1, Metric.CROSS_ENTROPY);

    @Test
    void should_score_the_mean_cross_entropy_of_the_validation_examples() {
        Proposal proposal = SmallStudies.proposal(0, 0.7, 0.9);

        CandidateResult result = validation(ScratchTwin::new, WHOLE).evaluate(proposal);

        double sum = 0;
        for (Trainings.Part part : TRAININGS.parts()) {
            var experiment = proposal.setting().experiment("", 2, 300, part.weightSeed(), part.maskSeed());
            try (Twin twin = new ScratchTwin(experiment, part.examples().train())) {
                for (int i = 0; i < 300; i++) {
                    twin.step();
                }
                Dataset validation = part.examples().test().orElseThrow();
                double[] p = twin.predict(validation.featureRows());
                double crossEntropy = 0;
                for (int j = 0; j < p.length; j++) {
                    crossEntropy -= validation.label(j) == 1 ? Math.log(p[j]) : Math.log(1 - p[j]);
                }
                sum += crossEntropy / p.length;
            }
        }
        assertEquals(Status.COMPLETE, result.status());
        // Two orders of summing six numbers near 0.5: at most a few units in the last place.
        assertEquals(sum / 6, result.score().orElseThrow(), 1e-15);
        assertEquals(6, result.folds().size());
        assertEquals(6 * 300, result.iterations());
    }

    @Test
    void should_hold_no_penalty_in_the_score_which_test_loss_scoring_of_arbiter_does() {
        // λ so small that it changes no weight beyond rounding, and then the same weights with a penalty that would
        // show.
        Setting setting = Studies.setting(1e3, 1, 1e-9, List.of(20, 3, 1));
        Setting without = setting.with(Map.of(Studies.L2, 0.0, Studies.KEEP, 1.0));

        double score = score(setting);

        // Penalty λ/(2m)·ΣW² of the initial weights is above 10 here; the scores differ by what 300 steps of 1e-9 can
        // move.
        assertEquals(score(without), score, 1e-5);
    }

    @Test
    void should_score_both_twins_alike() {
        Nd4jRuntime.start();
        Proposal proposal = SmallStudies.proposal(0, 0.05, 0.8);

        CandidateResult scratch = validation(ScratchTwin::new, WHOLE).evaluate(proposal);
        CandidateResult dl4j = validation(Dl4jTwin::withLogitLoss, WHOLE).evaluate(proposal);

        for (int i = 0; i < 6; i++) {
            // Measured: at most 7e-16 after 300 iterations.
            assertEquals(scratch.folds().get(i).score(), dl4j.folds().get(i).score(), 1e-12);
        }
    }

    @Test
    void should_score_classes_and_regressions_on_both_twins_alike() {
        Nd4jRuntime.start();
        Setting classes = Studies.setting(0.05, 0.8, 0.3, List.of(6, 3));
        assertAlike(ShippedData.arms().train(), classes, Metric.CROSS_ENTROPY);
        assertAlike(ShippedData.arms().train(), classes, Metric.ACCURACY);
        Setting numbers = Studies.setting(0.05, 0.8, 0.05, List.of(6, 1))
                .with(Map.of("layers[last].activation", "identity", "loss.kind", "quadratic"));
        assertAlike(ShippedData.waves().train(), numbers, Metric.MEAN_SQUARED_ERROR);
        assertAlike(ShippedData.waves().train(), numbers, Metric.R_SQUARED);
    }

    private static void assertAlike(Dataset data, Setting setting, Metric metric) {
        Trainings trainings = Trainings.of(data, 3, 1, 5, false);
        Proposal proposal = new Proposal(0, setting, List.of(), 0);
        List<CandidateResult> both = new ArrayList<>();
        for (TwinFactory twins : List.<TwinFactory>of(ScratchTwin::new, Dl4jTwin::withLogitLoss)) {
            both.add(new CrossValidation(
                            twins, trainings, new Halving(100, 1, metric), 0, seen -> List.of(), () -> false)
                    .evaluate(proposal));
        }
        double guessing = metric.loss(metric.lossOfGuessing(data));
        for (int i = 0; i < 3; i++) {
            double score = both.get(0).folds().get(i).score();
            assertEquals(score, both.get(1).folds().get(i).score(), 1e-12);
            assertTrue(
                    metric.loss(score) < metric.loss(guessing), metric + ": " + score + " is no better than guessing");
        }
    }

    @Test
    void should_score_ten_classes_of_which_some_are_missing_in_a_fold_or_everywhere() {
        double[][] features = new double[31][2];
        double[][] labels = new double[31][1];
        for (int i = 0; i < 31; i++) {
            features[i] = new double[] {i * 0.1, i * 7 % 5};
            // class 9 has one example, class 8 none
            labels[i][0] = i == 30 ? 9 : i % 8;
        }
        Dataset ten = Dataset.of("ten", List.of("a", "b"), features, labels, new Targets(Targets.Kind.CLASSES, 10));
        for (Metric metric : Metric.allowed(ten.targets())) {
            CandidateResult result = new CrossValidation(
                            ScratchTwin::new,
                            Trainings.of(ten, 5, 1, 1, false),
                            new Halving(50, 1, metric),
                            0,
                            seen -> List.of(),
                            () -> false)
                    .evaluate(new Proposal(0, Studies.setting(0.1, 1, 0.05, List.of(5, 10)), List.of(), 0));
            assertEquals(Status.COMPLETE, result.status(), result.failure());
        }
    }

    @Test
    void should_fail_a_regression_whose_error_leaves_the_range_of_doubles() {
        double[][] features = {{1e150}, {2e150}, {3e150}, {4e150}};
        double[][] heights = {{1}, {2}, {3}, {4}};
        Dataset far = Dataset.of("far", List.of("x"), features, heights, new Targets(Targets.Kind.NUMBERS, 1));
        CandidateResult result = new CrossValidation(
                        ScratchTwin::new,
                        Trainings.of(far, 2, 1, 1, false),
                        new Halving(1, 1, Metric.MEAN_SQUARED_ERROR),
                        0,
                        seen -> List.of(),
                        () -> false)
                .evaluate(new Proposal(
                        0,
                        Studies.setting(0, 1, 1e-150, List.of(1)).with(Map.of("layers[last].activation", "identity")),
                        List.of(),
                        0));
        assertEquals(Status.FAILED, result.status());
        assertEquals(
                "diverged by iteration 1 of fold 1, repeat 1: the mean-squared-error is Infinity", result.failure());
    }

    @Test
    void should_fail_a_diverging_candidate_with_the_reason() {
        Proposal wild = new Proposal(0, Studies.setting(1000, 1, 1000, List.of(20, 3, 1)), List.of(), 0);

        CandidateResult result = validation(ScratchTwin::new, WHOLE).evaluate(wild);

        assertEquals(Status.FAILED, result.status());
        assertTrue(result.score().isEmpty());
        assertTrue(
                result.failure()
                        .matches("diverged by iteration 100 of fold 1, repeat 1: a parameter is (NaN|-?Infinity)"),
                result.failure());
    }

    @Test
    void should_fail_a_candidate_over_its_time_limit() {
        CandidateResult result = new CrossValidation(
                        ScratchTwin::new,
                        TRAININGS,
                        new Halving(1_000_000, 1, Metric.CROSS_ENTROPY),
                        0.05,
                        seen -> List.of(),
                        () -> false)
                .evaluate(SmallStudies.proposal(0, 0, 1));

        assertEquals(Status.FAILED, result.status());
        assertEquals("over its time limit of 0.05 s", result.failure());
    }

    @Test
    void should_end_without_a_result_when_everything_is_to_end() {
        AtomicInteger asked = new AtomicInteger();
        CrossValidation validation = new CrossValidation(
                ScratchTwin::new, TRAININGS, WHOLE, 0, seen -> List.of(), () -> asked.incrementAndGet() > 4);

        assertThrows(CancelledException.class, () -> validation.evaluate(SmallStudies.proposal(0, 0, 1)));
    }

    @Test
    void should_end_without_a_result_when_its_thread_is_interrupted() {
        CrossValidation validation = validation(ScratchTwin::new, WHOLE);
        Thread.currentThread().interrupt();
        try {
            assertThrows(CancelledException.class, () -> validation.evaluate(SmallStudies.proposal(0, 0, 1)));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void should_give_up_a_hopeless_candidate_at_the_first_rung_and_say_how_far_it_came() {
        Halving halving = new Halving(400, 2, Metric.CROSS_ENTROPY);
        List<CandidateResult> better = new ArrayList<>();
        for (int number = 0; number < 4; number++) {
            better.add(validation(ScratchTwin::new, halving).evaluate(SmallStudies.proposal(number, 0.01 * number, 1)));
        }
        CrossValidation validation = new CrossValidation(
                ScratchTwin::new, TRAININGS, halving, 0, seen -> better.subList(0, seen), () -> false);

        CandidateResult hopeless =
                validation.evaluate(new Proposal(4, Studies.setting(100, 0.5, 0.3, List.of(20, 3, 1)), List.of(), 4));

        assertEquals(Status.STOPPED, hopeless.status());
        assertTrue(hopeless.score().isEmpty());
        assertEquals(1, hopeless.rungs().size());
        assertEquals(6 * 50, hopeless.iterations());
    }

    @Test
    void should_score_the_same_with_and_without_rungs() {
        Proposal proposal = SmallStudies.proposal(0, 0.05, 0.8);

        double whole = validation(ScratchTwin::new, new Halving(400, 1, Metric.ACCURACY))
                .evaluate(proposal)
                .score()
                .orElseThrow();
        CandidateResult inRungs = validation(ScratchTwin::new, new Halving(400, 2, Metric.ACCURACY))
                .evaluate(proposal);

        assertEquals(whole, inRungs.score().orElseThrow());
        assertEquals(
                List.of(50, 100, 200, 400),
                inRungs.rungs().stream().map(rung -> rung.iterations()).toList());
    }

    @Test
    void should_close_every_network_whatever_happens() {
        AtomicInteger open = new AtomicInteger();
        TwinFactory counting = (experiment, training) -> counting(new ScratchTwin(experiment, training), open);

        validation(counting, WHOLE).evaluate(SmallStudies.proposal(0, 0, 1));
        assertEquals(0, open.get());

        validation(counting, WHOLE)
                .evaluate(new Proposal(0, Studies.setting(1000, 1, 1000, List.of(2, 1)), List.of(), 0));
        assertEquals(0, open.get());
    }

    private static double score(Setting setting) {
        return validation(ScratchTwin::new, WHOLE)
                .evaluate(new Proposal(0, setting, List.of(), 0))
                .score()
                .orElseThrow();
    }

    private static CrossValidation validation(TwinFactory twins, Halving halving) {
        return new CrossValidation(twins, TRAININGS, halving, 0, seen -> List.of(), () -> false);
    }

    /** A twin that counts how many of its kind are open. */
    private static Twin counting(Twin twin, AtomicInteger open) {
        open.incrementAndGet();
        return (Twin) Proxy.newProxyInstance(
                Twin.class.getClassLoader(), new Class<?>[] {Twin.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        open.decrementAndGet();
                    }
                    return method.invoke(twin, arguments);
                });
    }
}
