package org.twinnet.compare.equivalence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.equivalence.TwoOneSidedTests.Result;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.choice.MaskKind;
import org.twinnet.compare.experiment.choice.Masks;
import org.twinnet.compare.twin.dl4j.Dl4jTwin;
import org.twinnet.data.Dataset;
import org.twinnet.data.generator.Generator;

@DisplayName("DL4J's own dropout")
class DropoutEquivalenceTest {

    private static final Dataset DATA = Generator.defaults().get(0).generate(120, 2);
    private static final Experiment EXPERIMENT = Experiment.of(2, 12, 6, 1)
            .named("dropout")
            .keepProbability(0.8)
            .with(new Masks(MaskKind.FRESH, 5))
            .with(new Initialization.ScaledGaussian(4))
            .iterations(200);
    private static final int SEEDS = DropoutEquivalence.USUAL_SEEDS;

    private static DropoutEquivalence measure(Experiment dl4j) {
        return DropoutEquivalence.measure(
                        EXPERIMENT,
                        DATA,
                        SEEDS,
                        ProgressListener.NONE,
                        seed -> Dl4jTwin.withOwnDropout(dl4j, DATA, seed))
                .orElseThrow();
    }

    @Test
    void should_train_networks_as_good_as_those_by_hand() {
        DropoutEquivalence equivalence = measure(EXPERIMENT);

        assertEquals(Result.EQUIVALENT, equivalence.tests().result(), equivalence::toString);
        assertEquals(SEEDS, equivalence.tests().pairs());
        assertEquals(
                equivalence.dl4j() - equivalence.byHand(), equivalence.tests().mean(), 1e-12);
        assertTrue(equivalence.tests().power() > 0.8, equivalence::toString);
    }

    /** As one does who takes DL4J's number for the probability to drop. */
    @Test
    void should_be_told_from_dropout_by_the_complement_of_the_keep_probability() {
        assertEquals(
                Result.DIFFERENT,
                measure(EXPERIMENT.keepProbability(1 - 0.8)).tests().result());
    }

    @Test
    void should_not_pass_for_equivalent_with_another_keep_probability() {
        DropoutEquivalence off = measure(EXPERIMENT.keepProbability(0.65));

        assertTrue(off.tests().result() != Result.EQUIVALENT, off::toString);
    }

    @Test
    void should_be_the_same_numbers_again() {
        Experiment few = EXPERIMENT.iterations(20);

        assertEquals(
                DropoutEquivalence.measure(few, DATA, 3, ProgressListener.NONE),
                DropoutEquivalence.measure(few, DATA, 3, ProgressListener.NONE));
    }

    @Test
    void should_report_all_iterations() {
        AtomicLong heard = new AtomicLong();
        Experiment few = EXPERIMENT.iterations(7);
        DropoutEquivalence.measure(few, DATA, 3, (name, iterations) -> heard.addAndGet(iterations));

        assertEquals(3 * 3 * 7, heard.get());
        assertEquals(heard.get(), DropoutEquivalence.progressOf(few, 3));
    }

    @Test
    void should_measure_nothing_where_nothing_is_dropped() {
        Experiment whole = EXPERIMENT.withoutDropout();

        assertEquals(Optional.empty(), DropoutEquivalence.measure(whole, DATA, 2, ProgressListener.NONE));
        assertEquals(0, DropoutEquivalence.progressOf(whole, 2));
    }

    @Test
    void should_refuse_a_single_seed() {
        assertThrows(
                IllegalArgumentException.class,
                () -> DropoutEquivalence.measure(EXPERIMENT, DATA, 1, ProgressListener.NONE));
    }
}
