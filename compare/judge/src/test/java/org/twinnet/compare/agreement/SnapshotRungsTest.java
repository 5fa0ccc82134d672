package org.twinnet.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.agreement.floor.NoiseFloor;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.choice.MaskKind;
import org.twinnet.compare.experiment.choice.Masks;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.ladder.QuantityComparison;
import org.twinnet.compare.ladder.Rung;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.compare.twin.witness.GradientWitness;
import org.twinnet.data.Dataset;

@DisplayName("At one moment")
class SnapshotRungsTest {

    private static final Experiment EXPERIMENT = Experiment.of(2, 3, 1)
            .named("moment")
            .with(Penalty.l2(0.5))
            .with(new Masks(MaskKind.PUBLISHED, 9))
            .with(new Initialization.ScaledGaussian(4))
            .iterations(10);
    private static final double[][] ROWS = {{0.5, -1}, {2, 0.25}, {-1, 1}};
    private static final Dataset DATA = Dataset.of("three", List.of("x1", "x2"), ROWS, new double[] {1, 0, 1});

    private static List<Rung> climb(Dataset right, Dataset data, GradientWitness... witnesses) {
        try (Twin a = new ScratchTwin(EXPERIMENT, DATA);
                Twin b = new ScratchTwin(EXPERIMENT, right)) {
            return new SnapshotRungs(EXPERIMENT, a, b, new NoiseFloor(EXPERIMENT, DATA), List.of(witnesses))
                    .climb(data, ProgressListener.NONE);
        }
    }

    @Test
    void should_name_the_twin_and_the_number_that_is_not_the_data_sets() {
        double[][] rows = Arrays.stream(ROWS).map(double[]::clone).toArray(double[][]::new);
        rows[1][0] = Math.nextUp(2.0);
        Dataset other = Dataset.of("other", List.of("x1", "x2"), rows, new double[] {1, 0, 0});

        Rung data = climb(other, DATA).get(0);

        assertEquals(Status.DISAGREE, data.status());
        assertEquals(
                "the hand-written network feature 2",
                data.quantities().get(0).where().english());
        assertEquals(
                "the hand-written network label 2",
                data.quantities().get(1).where().english());
    }

    @Test
    void should_not_compare_what_shares_no_size() {
        Dataset shorter = Dataset.of("two", List.of("x1", "x2"), Arrays.copyOf(ROWS, 2), new double[] {1, 0});

        assertEquals(
                "the hand-written network feature 0: one twin holds 6 numbers, the other 4.",
                assertThrows(IllegalStateException.class, () -> climb(shorter, DATA))
                        .getMessage());
    }

    /** The exact gradient, moved by so many times the error that it states. */
    private static GradientWitness witness(double multiple, double error, double errorOfTheFirst) {
        return witness(multiple, error, errorOfTheFirst, Integer.MAX_VALUE);
    }

    private static GradientWitness witness(double multiple, double error, double errorOfTheFirst, int affordable) {
        return new GradientWitness() {
            @Override
            public Phrase name() {
                return Said.NAME.of("a witness");
            }

            @Override
            public int affordable() {
                return affordable;
            }

            @Override
            public Testimony gradient(double[] theta, double costError, int[] parameters, IntConsumer progress) {
                try (Twin twin = new ScratchTwin(EXPERIMENT, DATA)) {
                    Twin.Snapshot snapshot = twin.snapshot();
                    double[] errors = new double[parameters.length];
                    double[] values = new double[parameters.length];
                    for (int k = 0; k < parameters.length; k++) {
                        int i = parameters[k];
                        errors[k] = i == 0 ? errorOfTheFirst : error;
                        values[k] = snapshot.dataGradient()[i] + snapshot.penaltyGradient()[i] + multiple * error;
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
        assertEquals(Phrase.NOTHING, gradients(witness(0.99, 1e-6, 1e-6)).note());
    }

    @Test
    void should_say_where_a_witness_is_silent_and_count_only_what_it_says() {
        Rung gradients = gradients(witness(0.5, 1e-6, Double.POSITIVE_INFINITY));

        assertEquals(
                "a witness says nothing of 1 parameters of the hand-written network, where a ReLU switches within any step "
                        + "or a cost is not determined; "
                        + "a witness says nothing of 1 parameters of the hand-written network, where a ReLU switches within "
                        + "any step or a cost is not determined",
                gradients.note().english());
        QuantityComparison testimony =
                gradients.quantities().get(gradients.quantities().size() - 1);
        assertEquals(
                "gradient of the hand-written network by a witness",
                testimony.quantity().english());
        assertEquals(12, testimony.compared(), "13 parameters but one");
        assertEquals(Status.AGREE, gradients.status());
    }

    /** Thirteen parameters in four tensors: 6 and 3 of the first layer, 3 and 1 of the second. */
    @Test
    void should_ask_a_witness_no_more_than_it_can_afford_and_say_how_much_that_was() {
        Rung some = gradients(witness(0.5, 1e-6, 1e-6, 7));
        assertEquals(
                "a witness checked 7 of 13 parameters, some of each tensor",
                some.note().english());
        assertEquals(7, some.quantities().get(some.quantities().size() - 1).compared());
        assertEquals(Status.AGREE, some.status());

        Rung none = gradients(witness(0.5, 1e-6, 1e-6, 3));
        assertEquals(
                "a witness checked none of 13 parameters, which would take too long",
                none.note().english());
        assertEquals(8, none.quantities().size(), "the twins beside each other");
        assertEquals(Status.AGREE, none.status());
    }

    private static Rung gradients(GradientWitness witness) {
        return climb(DATA, DATA, witness).get(4);
    }
}
