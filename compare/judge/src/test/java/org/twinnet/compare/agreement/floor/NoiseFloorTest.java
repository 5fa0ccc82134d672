package org.twinnet.compare.agreement.floor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.choice.MaskKind;
import org.twinnet.compare.experiment.choice.Masks;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.scratch.ScratchModels;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;
import org.twinnet.data.generator.Generator;

/** A floor must be above what rounding does and below what a mistake does. */
@DisplayName("The noise floor")
class NoiseFloorTest {

    private static final Experiment EXPERIMENT = Experiment.of(2, 9, 5, 1)
            .named("floor")
            .with(Penalty.l2(0.5))
            .keepProbability(0.8)
            .with(new Masks(MaskKind.FRESH, 9))
            .with(new Initialization.ScaledGaussian(4))
            .iterations(10);
    private static final Dataset DATA = Generator.defaults().get(2).generate(70, 3);

    /** The network with examples in another order computes the same sums in another order. */
    private static Dataset shuffled(Dataset data, long seed) {
        int[] order = new int[data.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Random random = new Random(seed);
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return data.select(order);
    }

    @Test
    void should_cover_sums_taken_in_any_order() {
        Experiment noDropout = Experiment.of(EXPERIMENT.layerSizes())
                .named("floor")
                .with(Penalty.l2(0.5))
                .with(new Masks(MaskKind.PUBLISHED, 9))
                .with(new Initialization.ScaledGaussian(4))
                .iterations(10);
        double[] theta = ScratchModels.initialParameters(noDropout).toVector();
        NoiseFloor floor = new NoiseFloor(noDropout, DATA);
        floor.analyse(theta, 0);
        double[] gradientFloor = floor.dataGradient();
        double largest = 0;
        try (Twin reference = new ScratchTwin(noDropout, DATA)) {
            Twin.Snapshot expected = reference.snapshot();
            for (int seed = 0; seed < 200; seed++) {
                try (Twin other = new ScratchTwin(noDropout, shuffled(DATA, seed))) {
                    Twin.Snapshot actual = other.snapshot();
                    for (int i = 0; i < theta.length; i++) {
                        double difference = Math.abs(expected.dataGradient()[i] - actual.dataGradient()[i]);
                        largest = Math.max(largest, difference == 0 ? 0 : difference / gradientFloor[i]);
                    }
                    double difference = Math.abs(expected.crossEntropy() - actual.crossEntropy());
                    assertTrue(difference <= floor.crossEntropy());
                }
            }
        }
        // measured: 0.0105 of the floor
        assertTrue(largest <= 1, "largest multiple " + largest);
        assertTrue(largest > 0.001, "the floor is so high that it hides mistakes: " + largest);
    }

    @Test
    void should_stay_near_the_rounding_of_double_precision() {
        double[] theta = ScratchModels.initialParameters(EXPERIMENT).toVector();
        NoiseFloor floor = new NoiseFloor(EXPERIMENT, DATA);
        floor.analyse(theta, 0);
        try (Twin twin = new ScratchTwin(EXPERIMENT, DATA)) {
            Twin.Snapshot snapshot = twin.snapshot();
            double scale = 0;
            double highest = 0;
            for (int i = 0; i < theta.length; i++) {
                scale = Math.max(scale, Math.abs(snapshot.dataGradient()[i]));
                highest = Math.max(highest, floor.dataGradient()[i]);
            }
            // 2γ over 70 examples and the layers' own sums: measured 1.1e-13 of the largest entry, and 2.2e-14 for the
            // cost
            assertTrue(highest / scale < 1e-12, "relative " + highest / scale);
            assertTrue(floor.cost() / snapshot.crossEntropy() < 1e-12);
        }
    }

    @Test
    void should_open_where_rounding_decides_whether_a_unit_is_active() {
        Dataset origin = Dataset.of(
                "origin", List.of("x1", "x2"), new double[][] {{0, 0}, {1, 2}, {-1, 1}}, new double[] {1, 0, 1});
        Experiment experiment = Experiment.of(2, 3, 1)
                .named("kink")
                .with(new Masks(MaskKind.PUBLISHED, 9))
                .with(new Initialization.ScaledGaussian(4))
                .iterations(10);
        double[] theta = ScratchModels.initialParameters(experiment).toVector();
        NoiseFloor floor = new NoiseFloor(experiment, origin);
        floor.analyse(theta, 0);

        // With zero biases every hidden unit has Z = 0 exactly at the origin: its bias gradient may be either one-sided
        // slope.
        double[] gradientFloor = floor.dataGradient();
        int firstBias = 6;
        assertTrue(gradientFloor[firstBias] > 1e-3, "floor " + gradientFloor[firstBias]);
        int lastBias = theta.length - 1;
        assertTrue(gradientFloor[lastBias] < 1e-14, "floor " + gradientFloor[lastBias]);
    }

    @Test
    void should_leave_the_floors_of_the_update_alone_when_a_witness_is_off_by_more() {
        double[] theta = ScratchModels.initialParameters(EXPERIMENT).toVector();
        NoiseFloor floor = new NoiseFloor(EXPERIMENT, DATA);
        floor.analyse(theta, 3);
        double[] update = theta.clone();
        double[] next = theta.clone();
        floor.update(update, next);
        double[] own = floor.dataGradient();
        double[] witness = floor.dataGradient(1e-6);
        double[] updateAfterwards = theta.clone();
        double[] nextAfterwards = theta.clone();
        floor.update(updateAfterwards, nextAfterwards);

        // the last bias is off by the mean of the residuals, in each of two programs
        assertEquals(own[own.length - 1] + 2e-6, witness[own.length - 1], 1e-12);
        assertArrayEquals(update, updateAfterwards);
        assertArrayEquals(next, nextAfterwards);
        assertArrayEquals(own, floor.dataGradient());
    }

    @Test
    void should_follow_the_masks_of_the_iteration() {
        double[] theta = ScratchModels.initialParameters(EXPERIMENT).toVector();
        NoiseFloor floor = new NoiseFloor(EXPERIMENT, DATA);
        floor.analyse(theta, 0);
        double first = floor.cost();
        floor.analyse(theta, 5);
        double later = floor.cost();
        floor.analyse(theta, 0);

        assertTrue(first != later);
        assertEquals(first, floor.cost());
    }
}
