package org.twinnet.scratch.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.scratch.gradcheck.NumericalGradient;
import org.twinnet.scratch.proof.Example;
import org.twinnet.scratch.proof.ExampleCost;
import org.twinnet.scratch.proof.Fault;
import org.twinnet.scratch.proof.GradientCheck;
import org.twinnet.scratch.proof.SchoolbookGradient;

/**
 * The backward pass against differences of the cost, which know no derivative, and the checker against planted faults.
 */
class NetworkGradientTest {

    private static final double LAMBDA = 0.6;
    private static final double KEEP_PROBABILITY = 0.7;

    static Stream<Arguments> networks() {
        return Stream.of(
                        List.of(3, 1),
                        List.of(3, 5, 1),
                        List.of(3, 6, 4, 1),
                        List.of(3, 5, 5, 4, 1),
                        List.of(3, 6, 5, 5, 4, 1))
                .flatMap(layers -> Stream.of(
                        Arguments.of(layers, 0.0, 1.0),
                        Arguments.of(layers, LAMBDA, 1.0),
                        Arguments.of(layers, 0.0, KEEP_PROBABILITY),
                        Arguments.of(layers, LAMBDA, KEEP_PROBABILITY)));
    }

    @ParameterizedTest(name = "layers {0}, lambda {1}, keep_prob {2}")
    @MethodSource("networks")
    void should_equal_the_differences_of_the_cost_in_every_entry(
            List<Integer> layers, double lambda, double keepProbability) {
        for (int m : new int[] {1, 2, 7, 11}) {
            Example example = Example.of(layers, m, lambda, keepProbability, 100 + m);

            GradientCheck check = GradientCheck.of(example, example.gradient());

            // measured: 4,544 entries in all, none off by more than 0.06 of its bound
            assertEquals(List.of(), check.disagreements());
            assertEquals(example.config().parameterCount(), check.compared(), "entries compared");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void should_find_a_planted_fault(Fault fault) {
        Example example = Example.of(List.of(3, 4, 4, 1), 9, LAMBDA, KEEP_PROBABILITY, 1);

        GradientCheck check = GradientCheck.of(example, SchoolbookGradient.of(example, LAMBDA, fault));

        assertTrue(!check.disagreements().isEmpty(), () -> fault + " went unnoticed");
        if (fault == Fault.OFF_BY_A_THOUSANDTH || fault == Fault.NOT_A_NUMBER) {
            assertEquals(1, check.disagreements().size());
            assertTrue(check.disagreements().get(0).startsWith("layer 1 W[0,0]: analytic "), check::toString);
        }
        if (fault == Fault.BIAS_PENALIZED) {
            assertEquals(4 + 4 + 1, check.disagreements().size());
            assertTrue(check.disagreements().get(0).startsWith("layer 1 b[0]: analytic "), check::toString);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = "NONE")
    void should_find_no_fault_in_the_schoolbook_where_none_is_planted(Fault none) {
        Example example = Example.of(List.of(3, 4, 4, 1), 9, LAMBDA, KEEP_PROBABILITY, 1);

        GradientCheck check = GradientCheck.of(example, SchoolbookGradient.of(example, LAMBDA, none));

        assertEquals(List.of(), check.disagreements());
        assertEquals(4 * 4 + 4 * 5 + 5, check.compared());
    }

    @ParameterizedTest(name = "layers {0}, lambda {1}, keep_prob {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2 20 3 1         | 0   | 1",
                "2 20 3 1         | 0.7 | 1",
                "2 20 3 1         | 0   | 0.86",
                "2 40 30 20 10 1  | 0.7 | 0.86"
            })
    void should_equal_the_slope_of_the_cost_in_random_directions_of_a_large_network(
            String layers, double lambda, double keepProbability) {
        // ⟨v, dJ⟩ = d/dt J(θ + t·v): one number sees all entries at once; measured 0.013 of the bound, which is below
        // 2e-4 of the slope
        List<Integer> sizes = Stream.of(layers.split(" ")).map(Integer::valueOf).toList();
        Example example = Example.of(sizes, 101, lambda, keepProbability, 4);
        double[] gradient = example.gradient();
        double[] centre = example.parameters().toVector();
        Random random = new Random(4);
        int compared = 0;
        int thousandthsNoticed = 0;
        for (int direction = 0; direction < 10; direction++) {
            double[] v = unitVector(centre.length, random);
            NumericalGradient.Estimate numeric = along(example, centre, v);
            double slope = 0;
            for (int i = 0; i < v.length; i++) {
                slope += v[i] * gradient[i];
            }
            double bound = numeric.errors()[0];
            double difference = Math.abs(slope - numeric.values()[0]);
            assertTrue(difference <= bound, () -> "off by " + difference + ", allowed " + bound);
            compared += bound < Double.POSITIVE_INFINITY ? 1 : 0;
            thousandthsNoticed += Math.abs(1.001 * slope - numeric.values()[0]) > bound ? 1 : 0;
        }
        assertEquals(10, compared, "directions compared");
        assertEquals(10, thousandthsNoticed, "directions in which a gradient off by a thousandth shows");
    }

    private static NumericalGradient.Estimate along(Example example, double[] centre, double[] v) {
        ExampleCost cost = new ExampleCost(example);
        NumericalGradient.CostFunction line = new NumericalGradient.CostFunction() {
            @Override
            public double at(double[] t) {
                double[] theta = centre.clone();
                for (int i = 0; i < v.length; i++) {
                    theta[i] += t[0] * v[i];
                }
                return cost.at(theta);
            }

            @Override
            public long piece() {
                return cost.piece();
            }
        };
        return NumericalGradient.of(line, new double[] {0}, cost.roundingError());
    }

    private static double[] unitVector(int size, Random random) {
        double[] v = random.doubles(size, -1, 1).toArray();
        double norm = 0;
        for (double entry : v) {
            norm += entry * entry;
        }
        for (int i = 0; i < size; i++) {
            v[i] /= Math.sqrt(norm);
        }
        return v;
    }
}
