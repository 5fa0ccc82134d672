package org.twinnet.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinnet.dl4j.dropout.DropoutChoice;

/** The notebook's vector against DL4J's named parameters, over random shapes. */
class ParameterMappingTest {

    static Stream<List<Integer>> shapes() {
        SplittableRandom random = new SplittableRandom(20_111);
        return Stream.generate(() -> {
                    List<Integer> sizes = new ArrayList<>();
                    for (int k = random.nextInt(1, 5); k > 0; k--) {
                        sizes.add(random.nextInt(1, 9));
                    }
                    sizes.add(1);
                    return List.copyOf(sizes);
                })
                .limit(25);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void should_put_every_number_where_dl4j_expects_it_and_get_it_back(List<Integer> sizes) {
        ParameterLayout layout = new ParameterLayout(sizes);
        double[] theta = Problems.parameters(sizes.hashCode(), layout);
        try (Dl4jNetwork network = network(sizes)) {
            network.state().setParameters(theta);

            for (int l = 1; l <= layout.layers(); l++) {
                INDArray w = network.network().getParam(l - 1 + "_W");
                INDArray b = network.network().getParam(l - 1 + "_b");
                assertArrayEquals(new long[] {layout.inputs(l), layout.units(l)}, w.shape());
                for (int unit = 0; unit < layout.units(l); unit++) {
                    assertEquals(theta[layout.biasStart(l) + unit], b.getDouble(unit));
                    for (int input = 0; input < layout.inputs(l); input++) {
                        int k = layout.weightStart(l) + unit * layout.inputs(l) + input;
                        assertEquals(theta[k], w.getDouble(input, unit), layout.name(k));
                    }
                }
            }
            assertArrayEquals(theta, network.state().parameters());
            double[] copy = new double[theta.length];
            network.state().copyParametersTo(copy);
            assertArrayEquals(theta, copy);
        }
    }

    @Test
    void should_leave_the_parameters_alone_if_the_vector_has_the_wrong_length() {
        try (Dl4jNetwork network = network(List.of(2, 3, 1))) {
            double[] before = network.state().parameters();
            for (int length : new int[] {0, 12, 14}) {
                var e = assertThrows(
                        IllegalArgumentException.class, () -> network.state().setParameters(new double[length]));
                assertEquals(
                        "Setting the parameters: the vector has " + length + " entries, layer sizes [2, 3, 1] need 13.",
                        e.getMessage());
            }
            assertArrayEquals(before, network.state().parameters());
            assertThrows(IllegalArgumentException.class, () -> network.state().copyParametersTo(new double[12]));
        }
    }

    @Test
    void should_copy_what_it_is_given_and_what_it_gives() {
        try (Dl4jNetwork network = network(List.of(2, 3, 1))) {
            double[] theta = Problems.parameters(1, network.layout());
            network.state().setParameters(theta);
            double[] handed = network.state().parameters();
            theta[0] = 99;
            handed[1] = 99;
            assertArrayEquals(
                    Problems.parameters(1, network.layout()), network.state().parameters());
        }
    }

    private static Dl4jNetwork network(List<Integer> sizes) {
        double[][] features = Problems.features(1, 4, sizes.get(0));
        return Dl4jNetwork.create(
                Dl4jSettings.of(sizes, 0.1), Examples.of(features, Problems.labels(features)), DropoutChoice.none());
    }
}
