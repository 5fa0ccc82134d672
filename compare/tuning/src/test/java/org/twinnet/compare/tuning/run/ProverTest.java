package org.twinnet.compare.tuning.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.agreement.TwinFactories;
import org.twinnet.compare.agreement.prediction.Accuracy;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.Metric;
import org.twinnet.compare.tuning.Search.Ending;
import org.twinnet.compare.tuning.SearchKind;
import org.twinnet.compare.tuning.SmallStudies;
import org.twinnet.compare.tuning.Studies;
import org.twinnet.compare.tuning.Study;
import org.twinnet.compare.tuning.StudySettings;
import org.twinnet.compare.tuning.TwinKind;
import org.twinnet.compare.tuning.score.Trainings;
import org.twinnet.data.Split;
import org.twinnet.data.source.ShippedData;
import org.twinnet.dl4j.runtime.Nd4jRuntime;

@DisplayName("The proof of a winner")
class ProverTest {

    private static final Split DATA = ShippedData.pitch();
    private static final TwinFactories STANDARD = TwinFactories.standard(TwinFactories.Loss.LOGIT);

    private static final List<String> USES = new ArrayList<>();

    /** Made once: training eight pairs of networks takes seconds. */
    private static Proof proof;

    @BeforeAll
    static void prove() throws InterruptedException {
        Nd4jRuntime.start();
        proof = prove(STANDARD, TwinKind.BOTH, DATA, USES);
    }

    @Test
    void should_score_the_winner_anew_beside_what_people_would_take_without_a_search() {
        assertEquals(
                List.of("winner", "none", "published", "advice"),
                proof.contenders().stream()
                        .map(scored -> scored.contender().label())
                        .toList());
        assertEquals(
                List.of(
                        Studies.setting(0.1, 0.9, 0.3, List.of(20, 3, 1)),
                        Studies.setting(0, 1, 0.3, List.of(20, 3, 1)),
                        Studies.setting(0.7, 0.86, 0.3, List.of(20, 3, 1)),
                        Studies.setting(Math.sqrt(0.01 * 0.1), 0.8, 0.3, List.of(20, 3, 1))),
                proof.contenders().stream()
                        .map(scored -> scored.result().proposal().setting())
                        .toList());
        for (Proof.Scored scored : proof.contenders().subList(1, 4)) {
            PairedDifference difference = scored.difference().orElseThrow();
            // The mean of the differences and the difference of the means: rounding of numbers near 0.5.
            assertEquals(
                    score(scored.result()) - score(proof.contenders().get(0).result()), difference.mean(), 1e-15);
            assertTrue(difference.low() < difference.mean() && difference.mean() < difference.high());
        }
    }

    @Test
    void should_use_other_folds_and_seeds_than_the_search() {
        List<Long> searched = Trainings.of(DATA.train(), 3, 2, 7, false).parts().stream()
                .map(part -> part.weightSeed())
                .toList();
        assertTrue(proof.contenders().get(0).result().folds().stream()
                .noneMatch(fold -> searched.contains(fold.weightSeed())));
    }

    @Test
    void should_use_the_test_examples_once_and_for_the_winner_only() {
        assertEquals(List.of("used"), USES);
        assertEquals(200, ((Accuracy) proof.test().orElseThrow().fit()).total());
        assertTrue(proof.twins().stream()
                .allMatch(twins -> twins.comparison().scratch().test().isEmpty()));
    }

    @Test
    void should_train_the_best_five_as_twins_that_agree() {
        assertEquals(
                List.of(
                        "winner",
                        "none",
                        "published",
                        "advice",
                        "candidate 4",
                        "candidate 1",
                        "candidate 2",
                        "candidate 5"),
                proof.twins().stream().map(Proof.Twins::name).toList());
        assertTrue(proof.twins().stream().allMatch(twins -> twins.comparison().verdict() == Status.AGREE));
    }

    @Test
    void should_catch_twins_that_do_not_compute_the_same_and_do_without_test_examples() throws InterruptedException {
        TwinFactories altered = new TwinFactories(
                (experiment, training) -> STANDARD.scratch().create(faster(experiment), training),
                STANDARD.dl4j(),
                STANDARD.stockLoss(),
                STANDARD.witnesses());

        List<String> uses = new ArrayList<>();

        Proof wrong = prove(altered, TwinKind.SCRATCH, new Split(DATA.train(), Optional.empty()), uses);

        assertTrue(wrong.test().isEmpty());
        assertEquals(List.of(), uses);
        assertEquals(4, wrong.twins().size());
        assertTrue(wrong.twins().stream().allMatch(twins -> twins.comparison().verdict() == Status.DISAGREE));
    }

    /** A learning rate one part in ten thousand too high. */
    private static Experiment faster(Experiment experiment) {
        return experiment.with(
                new Optimizer.GradientDescent(experiment.optimizer().learningRate() * 1.0001));
    }

    private static Proof prove(TwinFactories networks, TwinKind kind, Split data, List<String> uses)
            throws InterruptedException {
        StudySettings settings = SmallStudies.settings(kind, SearchKind.RANDOM, 6, 1, Metric.CROSS_ENTROPY);
        List<CandidateResult> results = List.of(
                SmallStudies.complete(0, 0.6),
                SmallStudies.complete(1, 0.3),
                SmallStudies.complete(2, 0.4),
                SmallStudies.complete(3, 0.1),
                SmallStudies.complete(4, 0.2),
                SmallStudies.complete(5, 0.5));
        Study study = new Study(settings, settings.space(), results, Ending.COMPLETE, Math.log(2));
        return new Prover(networks, 2).prove(study, data, () -> uses.add("used"), ProgressListener.NONE);
    }

    private static double score(CandidateResult result) {
        return result.score().orElseThrow();
    }
}
