package org.twinnet.compare.tuning.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.JDKRandomGenerator;
import org.apache.commons.math3.random.RandomGenerator;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A density of TPE")
class DensityTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 60, 300})
    void should_be_a_density_on_the_unit_interval(int values) {
        Density density = ParzenDensity.of(new Random(values).doubles(values).toArray());
        int steps = 100_000;
        double integral = IntStream.range(0, steps)
                        .mapToDouble(i -> density.at((i + 0.5) / steps))
                        .sum()
                / steps;
        // measured 4e-8 at most, with 300 values; the rest is the step of the integral
        assertEquals(1, integral, 1e-6);
    }

    @Test
    void should_follow_its_formula() {
        double[] values = {0.2, 0.9, 0.3};
        Density density = ParzenDensity.of(values);
        // neighbours of 0.2: 0.3; of 0.3: 0.2 and 0.9; of 0.9: 0.3; at least 1/(4 · 5)
        double expected = (part(0.2, 0.1, 0.45) + part(0.3, 0.6, 0.45) + part(0.9, 0.6, 0.45) + part(0.5, 1, 0.45)) / 4;
        assertEquals(expected, density.at(0.45), 1e-12);
    }

    @Test
    void should_not_shrink_to_a_point_where_values_are_equal() {
        Density density = ParzenDensity.of(new double[] {0.5, 0.5});
        assertEquals((2 * part(0.5, 1.0 / 16, 0.45) + part(0.5, 1, 0.45)) / 3, density.at(0.45), 1e-12);
    }

    @Test
    void should_reach_from_a_single_value_to_the_farther_end() {
        Density density = ParzenDensity.of(new double[] {0.2});
        assertEquals((part(0.2, 0.8, 0.6) + part(0.5, 1, 0.6)) / 2, density.at(0.6), 1e-12);
    }

    /** A Gaussian cut off at 0 and 1. */
    private static double part(double mean, double width, double at) {
        NormalDistribution normal = new NormalDistribution(mean, width);
        return normal.density(at) / normal.probability(0, 1);
    }

    @Test
    void should_be_drawn_from_as_often_as_it_says() {
        Density density = ParzenDensity.of(new double[] {0.05, 0.1, 0.12, 0.9});
        RandomGenerator random = new JDKRandomGenerator();
        random.setSeed(1);
        int draws = 100_000;
        int[] counts = new int[10];
        for (int i = 0; i < draws; i++) {
            double value = density.draw(random);
            assertTrue(value >= 0 && value <= 1);
            counts[Math.min(9, (int) (10 * value))]++;
        }
        for (int tenth = 0; tenth < 10; tenth++) {
            double from = tenth / 10.0;
            double probability = IntStream.range(0, 1000)
                            .mapToDouble(i -> density.at(from + (i + 0.5) / 10_000))
                            .sum()
                    / 10_000;
            // five standard deviations of the count
            double bound = 5 * Math.sqrt(probability * (1 - probability) / draws);
            assertEquals(probability, counts[tenth] / (double) draws, bound, "tenth " + tenth);
        }
    }

    @Test
    void should_smooth_the_frequencies_of_choices() {
        Density density = ChoiceDensity.of(new double[] {0.1, 0.2, 0.9, 1.0}, 3);
        assertEquals(3.0 / 7, density.at(0.0), 1e-12);
        assertEquals(1.0 / 7, density.at(0.5), 1e-12);
        assertEquals(3.0 / 7, density.at(1.0), 1e-12);
    }

    @Test
    void should_draw_the_middle_of_a_choice_as_often_as_it_says() {
        Density density = ChoiceDensity.of(new double[] {0.1, 0.2, 0.9}, 3);
        RandomGenerator random = new JDKRandomGenerator();
        random.setSeed(1);
        int draws = 30_000;
        int[] counts = new int[3];
        for (int i = 0; i < draws; i++) {
            double value = density.draw(random);
            int index = (int) (3 * value);
            assertEquals((index + 0.5) / 3, value);
            counts[index]++;
        }
        for (int index = 0; index < 3; index++) {
            double probability = density.at((index + 0.5) / 3);
            double bound = 5 * Math.sqrt(probability * (1 - probability) / draws);
            assertEquals(probability, counts[index] / (double) draws, bound, "choice " + index);
        }
    }
}
