package org.twinnet.compare.bench.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The standard functions")
class StandardFunctionsTest {

    /** Where the literature has the minima. */
    private static final Map<String, double[]> MINIMA = Map.of(
            "Branin", new double[] {Math.PI, 2.275},
            "Six-hump camel", new double[] {0.0898420, -0.7126564},
            "Goldstein-Price, log10", new double[] {0, -1},
            "Rosenbrock", new double[] {1, 1, 1},
            "Ackley", new double[] {0, 0, 0},
            "Rastrigin", new double[] {0, 0, 0},
            "Griewank", new double[] {0, 0, 0},
            "Levy", new double[] {1, 1, 1},
            "Hartmann", new double[] {0.1145890, 0.5556494, 0.8525470},
            "Styblinski-Tang", new double[] {-2.9035340, -2.9035340, -2.9035340});

    private final List<TestFunction> functions = StandardFunctions.all();

    @Test
    void should_have_their_minimum_where_the_literature_has_it() {
        assertEquals(10, functions.size());
        for (TestFunction function : functions) {
            double value = function.formula().applyAsDouble(MINIMA.get(function.label()));
            // measured 7e-12 at most, from the seven places of the minima
            assertEquals(function.minimum(), value, 1e-9, function.label());
        }
    }

    @Test
    void should_have_no_smaller_value_anywhere_in_the_domain() {
        Random random = new Random(1);
        for (TestFunction function : functions) {
            for (int i = 0; i < 100_000; i++) {
                double[] x = function.domain().stream()
                        .mapToDouble(range -> range.from() + random.nextDouble() * (range.to() - range.from()))
                        .toArray();
                double value = function.formula().applyAsDouble(x);
                assertTrue(value >= function.minimum() - 1e-9, function.label());
            }
        }
    }

    @Test
    void should_not_have_their_minimum_in_the_centre_of_the_domain() {
        for (TestFunction function : functions) {
            double[] minimum = MINIMA.get(function.label());
            double farthest = 0;
            for (int i = 0; i < minimum.length; i++) {
                double from = function.domain().get(i).from();
                double to = function.domain().get(i).to();
                farthest = Math.max(farthest, Math.abs((minimum[i] - from) / (to - from) - 0.5));
            }
            assertTrue(farthest > 0.04, function.label() + " " + farthest);
        }
    }
}
