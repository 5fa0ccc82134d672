package org.twinnet.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.choice.MaskKind;
import org.twinnet.compare.experiment.choice.Masks;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.ladder.Rung;
import org.twinnet.compare.ladder.RungName;
import org.twinnet.compare.twin.TwinFactory;
import org.twinnet.data.Dataset;
import org.twinnet.data.Split;
import org.twinnet.data.generator.Generator;

/**
 * Floors that leave correct twins alone on unscaled data and saturated outputs must not hide a mistake there: each
 * planted fault is caught on its own rung.
 */
@DisplayName("A planted fault on data that saturates")
class FaultsOnAnyDataTest {

    private record Planted(String data, double scale, double learningRate, Fault fault) {

        /**
         * Whether any number differs at all. At so large a learning rate every hidden unit has died by iteration 37, so
         * that masks and scaled activations are those of zeros; features so small leave every probability near ½, where
         * the late clip does not reach.
         */
        boolean leavesAMark() {
            return learningRate == 30
                    ? fault != Fault.MASK_REDRAWN_FROM_ITERATION_37 && fault != Fault.PREDICTS_WITH_SCALED_ACTIVATIONS
                    : scale == 100 || fault != Fault.COST_CLIPPED_LATE;
        }

        /**
         * All examples are so far from the boundary that scaled activations change no probability; the plane has points
         * that are near.
         */
        RungName caughtBy() {
            return scale == 100 && fault == Fault.PREDICTS_WITH_SCALED_ACTIVATIONS
                    ? RungName.BOUNDARY
                    : fault.caughtBy();
        }

        @Override
        public String toString() {
            return fault + " in " + data;
        }
    }

    static Stream<Planted> faults() {
        return Arrays.stream(Fault.values())
                .filter(fault -> fault != Fault.NONE)
                .flatMap(fault -> Stream.of(
                        new Planted("features × 100", 100, 0.3, fault),
                        new Planted("features × 10⁻³", 1e-3, 0.3, fault),
                        new Planted("a learning rate of 30", 1, 30, fault)))
                .filter(Planted::leavesAMark);
    }

    private static Split data(double scale) {
        Dataset all = Generator.defaults().get(1).generate(90, 4);
        double[][] rows = all.featureRows();
        for (double[] row : rows) {
            row[0] *= scale;
            row[1] *= scale;
        }
        return Split.of(Dataset.of("scaled", all.featureNames(), rows, all.labels()), 0.3, 1);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void should_still_be_caught(Planted planted) throws InterruptedException {
        Experiment experiment = Experiment.of(2, 7, 4, 1)
                .named("any")
                .with(new Optimizer.GradientDescent(planted.learningRate()))
                .with(Penalty.l2(0.7))
                .keepProbability(0.8)
                .with(new Masks(MaskKind.PUBLISHED, 5))
                .with(new Initialization.ScaledGaussian(11))
                .iterations(60);
        TwinFactories real = TwinFactories.standard(TwinFactories.Loss.LOGIT);
        AtomicInteger made = new AtomicInteger();
        TwinFactory faulty = (e, training) -> new FaultyTwin(planted.fault(), e, training, made.getAndIncrement() > 0);
        ScenarioComparison comparison = new Comparer(
                        new TwinFactories(faulty, real.dl4j(), real.stockLoss(), real.witnesses()),
                        new ComparisonSettings(10, 2, 60, 1))
                .compare(List.of(experiment), data(planted.scale()), ProgressListener.NONE)
                .get(0);

        assertEquals(
                Optional.of(planted.caughtBy()),
                comparison.ladder().firstDivergence().map(Rung::name));
    }
}
