package org.twinnet.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.MaskKind;
import org.twinnet.compare.twin.GradientWitness;
import org.twinnet.compare.twin.ScratchTwin;
import org.twinnet.compare.twin.Twin;
import org.twinnet.data.Dataset;

@DisplayName("At one moment")
class SnapshotRungsTest {

    private static final Experiment EXPERIMENT =
            new Experiment("moment", List.of(2, 3, 1), 0.3, 10, 0.5, 1, MaskKind.PUBLISHED, 4, 9);
    private static final double[][] ROWS = {{0.5, -1}, {2, 0.25}, {-1, 1}};
    private static final Dataset DATA = Dataset.of("three", List.of("x1", "x2"), ROWS, new double[] {1, 0, 1});

    private static List<Rung> climb(Dataset right, Dataset data, GradientWitness... witnesses) {
        try (Twin a = new ScratchTwin(EXPERIMENT, DATA);
                Twin b = new ScratchTwin(EXPERIMENT, right)) {
            return new SnapshotRungs(EXPERIMENT, a, b, new NoiseFloor(EXPERIMENT, DATA), List.of(witnesses))
                    .climb(data);
        }
    }

    @Test
    void should_name_the_twin_and_the_number_that_is_not_the_data_sets() {
        double[][] rows = Arrays.stream(ROWS).map(double[]::clone).toArray(double[][]::new);
        rows[1][0] = Math.nextUp(2.0);
        Dataset other = Dataset.of("other", List.of("x1", "x2"), rows, new double[] {1, 0, 0});

        Rung data = climb(other, DATA).get(0);

        assertEquals(Status.DISAGREE, data.status());
        assertEquals("scratch feature 2", data.quantities().get(0).where());
        assertEquals("scratch label 2", data.quantities().get(1).where());
    }

    @Test
    void should_not_compare_what_shares_no_size() {
        Dataset shorter = Dataset.of("two", List.of("x1", "x2"), Arrays.copyOf(ROWS, 2), new double[] {1, 0});

        assertEquals(
                "scratch feature: one twin holds 6 numbers, the other 4.",
                assertThrows(IllegalStateException.class, () -> climb(shorter, DATA))
                        .getMessage());
    }

    /** The exact gradient, moved by so many times the error that it states. */
    private static GradientWitness witness(double multiple, double error, double errorOfTheFirst) {
        return new GradientWitness() {
            @Override
            public String name() {
                return "a witness";
            }

            @Override
            public Testimony gradient(double[] theta, double costError) {
                try (Twin twin = new ScratchTwin(EXPERIMENT, DATA)) {
                    Twin.Snapshot snapshot = twin.snapshot();
                    double[] errors = new double[theta.length];
                    Arrays.fill(errors, error);
                    errors[0] = errorOfTheFirst;
                    double[] values = snapshot.dataGradient().clone();
                    for (int i = 0; i < values.length; i++) {
                        values[i] += snapshot.penaltyGradient()[i] + multiple * error;
                    }
                    return new Testimony(values, errors);
                }
            }
        };
    }

    @Test
    void should_believe_a_witness_within_the_error_that_it_states() {
        assertEquals(Status.AGREE, gradients(witness(0.99, 1e-6, 1e-6)).status());
        assertEquals(Status.DISAGREE, gradients(witness(1.01, 1e-6, 1e-6)).status());
        assertEquals("", gradients(witness(0.99, 1e-6, 1e-6)).note());
    }

    @Test
    void should_say_where_a_witness_is_silent_and_count_only_what_it_says() {
        Rung gradients = gradients(witness(0.5, 1e-6, Double.POSITIVE_INFINITY));

        assertEquals(
                "a witness says nothing of 1 parameters of scratch, where a ReLU switches within any step; "
                        + "a witness says nothing of 1 parameters of scratch, where a ReLU switches within any step",
                gradients.note());
        QuantityComparison testimony =
                gradients.quantities().get(gradients.quantities().size() - 1);
        assertEquals("gradient of scratch by a witness", testimony.quantity());
        assertEquals(12, testimony.compared(), "13 parameters but one");
        assertEquals(Status.AGREE, gradients.status());
    }

    private static Rung gradients(GradientWitness witness) {
        return climb(DATA, DATA, witness).get(4);
    }
}
