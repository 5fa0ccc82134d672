package org.twinnet.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.agreement.floor.NoiseFloor;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ParameterIndex;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.choice.MaskKind;
import org.twinnet.compare.experiment.choice.Masks;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.ladder.Rung;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.decimal.DecimalGradient;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.compare.twin.witness.CentralDifferences;
import org.twinnet.compare.twin.witness.GradientWitness;
import org.twinnet.data.Dataset;

@DisplayName("A witness that can afford some parameters only")
class SampledWitnessTest {

    /** W¹ 6 × 2, b¹ 6, W² 5 × 6, b² 5, W³ 1 × 5, b³ 1. */
    private static final Experiment EXPERIMENT = Experiment.of(2, 6, 5, 1)
            .named("sampled")
            .with(Penalty.l2(0.5))
            .with(new Masks(MaskKind.PUBLISHED, 9))
            .with(new Initialization.ScaledGaussian(4))
            .iterations(10);

    private static final ParameterIndex INDEX = ParameterIndex.of(EXPERIMENT);
    private static final double[][] ROWS = {{0.5, -1}, {2, 0.25}, {-1, 1}, {-0.5, -2}, {1.5, 1}};
    private static final Dataset DATA = Dataset.of("five", List.of("x1", "x2"), ROWS, new double[] {1, 0, 1, 1, 0});

    /** One parameter a tensor. */
    private record Poor(GradientWitness witness) implements GradientWitness {
        @Override
        public Phrase name() {
            return witness.name();
        }

        @Override
        public int affordable() {
            return INDEX.tensors().size();
        }

        @Override
        public Testimony gradient(double[] theta, double costError, int[] parameters, IntConsumer progress) {
            return witness.gradient(theta, costError, parameters, progress);
        }
    }

    /**
     * Both twins with the same wrong factor on one tensor of the gradient, so that only a witness can tell; −1 for
     * none.
     */
    private static Rung gradients(int tensor, double factor) {
        try (Twin a = new ScratchTwin(EXPERIMENT, DATA);
                Twin b = new ScratchTwin(EXPERIMENT, DATA)) {
            List<GradientWitness> witnesses = List.of(
                    new Poor(new CentralDifferences(EXPERIMENT, DATA)),
                    new Poor(new DecimalGradient(EXPERIMENT, DATA)));
            return new SnapshotRungs(
                            EXPERIMENT,
                            scaled(a, tensor, factor),
                            scaled(b, tensor, factor),
                            new NoiseFloor(EXPERIMENT, DATA),
                            witnesses)
                    .climb(DATA, ProgressListener.NONE)
                    .get(4);
        }
    }

    private static Twin scaled(Twin twin, int tensor, double factor) {
        return (Twin) Proxy.newProxyInstance(
                Twin.class.getClassLoader(), new Class<?>[] {Twin.class}, (proxy, method, arguments) -> {
                    Object result = method.invoke(twin, arguments);
                    if (tensor >= 0 && result instanceof Twin.Snapshot snapshot) {
                        ParameterIndex.Slice slice = INDEX.tensors().get(tensor);
                        for (int i = slice.offset(); i < slice.offset() + slice.length(); i++) {
                            snapshot.dataGradient()[i] *= factor;
                        }
                    }
                    return result;
                });
    }

    @Test
    void should_say_how_many_of_how_many_it_checked() {
        Rung clean = gradients(-1, 1);
        assertEquals(Status.AGREE, clean.status());
        assertEquals(
                "central differences checked 6 of 59 parameters, some of each tensor;"
                        + " decimal arithmetic checked 6 of 59 parameters, some of each tensor",
                clean.note().english());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void should_see_a_wrong_factor_on_any_tensor_although_both_twins_share_it(int tensor) {
        Rung rung = gradients(tensor, 1.001);
        assertEquals(Status.DISAGREE, rung.status());
        List<String> failed = rung.quantities().stream()
                .filter(quantity -> quantity.status() == Status.DISAGREE)
                .map(quantity -> quantity.quantity().english())
                .toList();
        assertEquals(
                List.of(
                        "gradient of the hand-written network by central differences",
                        "gradient of the hand-written network by central differences",
                        "gradient of the hand-written network by decimal arithmetic",
                        "gradient of the hand-written network by decimal arithmetic"),
                failed);
        assertTrue(rung.decisive()
                .where()
                .english()
                .startsWith("layer " + INDEX.tensors().get(tensor).layer()));
    }

    /** 2-500-500-1 on 211 examples: all are too many, and some of each tensor are not. */
    @Test
    void should_count_its_cost_in_multiplications() {
        Experiment large = Experiment.of(2, 500, 500, 1)
                .named("large")
                .with(new Masks(MaskKind.PUBLISHED, 9))
                .with(new Initialization.ScaledGaussian(4))
                .iterations(1);
        double[][] rows = new double[211][2];
        Dataset data = Dataset.of("many", List.of("x1", "x2"), rows, new double[211]);
        int affordable = new CentralDifferences(large, data).affordable();
        assertTrue(affordable >= 6 && affordable <= 20, affordable + " parameters");
        assertEquals(0, new DecimalGradient(large, data).affordable());
    }
}
