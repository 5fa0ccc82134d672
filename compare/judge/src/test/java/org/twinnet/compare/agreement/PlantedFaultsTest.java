package org.twinnet.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.choice.MaskKind;
import org.twinnet.compare.experiment.choice.Masks;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.twin.TwinFactory;
import org.twinnet.data.Dataset;
import org.twinnet.data.Split;
import org.twinnet.data.generator.Generator;

/** One mistake in a copy of the hand-written network must turn the verdict at the rung where the mistake is made. */
@DisplayName("A planted fault")
class PlantedFaultsTest {

    private static final Experiment EXPERIMENT = Experiment.of(2, 7, 4, 1)
            .named("l2 and dropout")
            .with(Penalty.l2(0.7))
            .keepProbability(0.8)
            .with(new Masks(MaskKind.PUBLISHED, 5))
            .with(new Initialization.ScaledGaussian(11))
            .iterations(60);

    private static final Split DATA = data();

    private static Split data() {
        Dataset all = Generator.defaults().get(1).generate(90, 4);
        return Split.of(all, 0.3, 1);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void should_be_caught_on_its_own_rung(Fault fault) throws InterruptedException {
        ScenarioComparison comparison = compare(fault);

        assertEquals(Status.DISAGREE, comparison.verdict());
        assertEquals(
                fault.caughtBy(),
                comparison.ladder().firstDivergence().orElseThrow().name());
    }

    @Test
    void of_none_at_all_should_leave_agreement_whatever_the_order_of_summation() throws InterruptedException {
        ScenarioComparison comparison = compare(Fault.NONE);

        assertEquals(List.of(), comparison.ladder().firstDivergence().stream().toList());
        assertEquals(Status.AGREE, comparison.verdict());
    }

    private static ScenarioComparison compare(Fault fault) throws InterruptedException {
        TwinFactories real = TwinFactories.standard(TwinFactories.Loss.LOGIT);
        // The first twin made rides in lock-step; those made after it run on their own.
        AtomicInteger made = new AtomicInteger();
        TwinFactory faulty =
                (experiment, training) -> new FaultyTwin(fault, experiment, training, made.getAndIncrement() > 0);
        TwinFactories factories = new TwinFactories(faulty, real.dl4j(), real.stockLoss(), real.witnesses());
        ComparisonSettings settings = new ComparisonSettings(10, 2, 60, 1);
        return new Comparer(factories, settings)
                .compare(List.of(EXPERIMENT), DATA, ProgressListener.NONE)
                .get(0);
    }
}
