package org.twinnet.compare.evolution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.twinnet.data.Dataset;
import org.twinnet.data.Targets;

class PredictionsTest {

    @Test
    void should_hold_every_example_of_a_small_set_output_by_output() {
        Predictions predictions =
                Predictions.of(set(3, 2), new double[] {1, 2, 3, 10, 20, 30}, new double[] {1, 2, 3.5, 10, 20.25, 30});

        assertEquals(3, predictions.examples());
        assertArrayEquals(new double[] {0, 1, 2}, predictions.targets()[0]);
        assertArrayEquals(new double[] {1000, 1001, 1002}, predictions.targets()[1]);
        assertArrayEquals(new double[] {10, 20, 30}, predictions.scratch()[1]);
        assertArrayEquals(new double[] {10, 20.25, 30}, predictions.dl4j()[1]);
        assertEquals(0.5, predictions.largestDifference());
    }

    /** Of 1,234 examples every second or third, from the first on, and the difference over all of them. */
    @Test
    void should_take_a_large_set_evenly_and_miss_no_difference() {
        int m = 1234;
        double[] scratch = new double[m];
        double[] dl4j = new double[m];
        dl4j[1] = 7;
        Predictions predictions = Predictions.of(set(m, 1), scratch, dl4j);

        double[] targets = predictions.targets()[0];
        assertEquals(m, predictions.examples());
        assertEquals(Predictions.MOST, targets.length);
        assertEquals(0, targets[0]);
        assertEquals(
                List.of(2, 3),
                IntStream.range(1, targets.length)
                        .mapToObj(i -> (int) (targets[i] - targets[i - 1]))
                        .distinct()
                        .sorted()
                        .toList());
        assertTrue(Arrays.stream(predictions.dl4j()[0]).allMatch(it -> it == 0));
        assertEquals(7, predictions.largestDifference());
    }

    @Test
    void should_know_no_difference_to_what_is_no_number() {
        assertEquals(
                Double.NaN,
                Predictions.of(set(2, 1), new double[] {Double.NaN, 1}, new double[] {1, 3})
                        .largestDifference());
    }

    /** Targets are the number of the example, and a thousand more for each further output. */
    private static Dataset set(int m, int outputs) {
        double[][] rows = new double[m][1];
        double[][] targets = new double[m][outputs];
        for (int i = 0; i < m; i++) {
            rows[i][0] = i;
            for (int k = 0; k < outputs; k++) {
                targets[i][k] = i + 1000.0 * k;
            }
        }
        return Dataset.of("numbers", List.of("x"), rows, targets, new Targets(Targets.Kind.NUMBERS, outputs));
    }
}
