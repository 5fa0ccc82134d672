package org.twinnet.compare.tuning.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.random.HaltonSequenceGenerator;
import org.junit.jupiter.api.Test;

class GaussianProcessTest {

    private static double[][] points(int count, int sides) {
        HaltonSequenceGenerator halton = new HaltonSequenceGenerator(sides);
        return IntStream.range(0, count).mapToObj(k -> halton.nextVector()).toArray(double[][]::new);
    }

    private static double[] losses(double[][] points, ToDoubleFunction<double[]> function) {
        return Arrays.stream(points).mapToDouble(function).toArray();
    }

    @Test
    void should_go_through_its_points_when_there_is_no_noise() {
        double[][] x = points(20, 2);
        double[] y = losses(x, p -> Math.sin(3 * p[0]) + p[1]);
        GaussianProcess model = new GaussianProcess(new Kernel(new double[] {0.5, 0.5}, new int[2]), 1e-9, x, y);
        for (int i = 0; i < x.length; i++) {
            assertEquals(y[i], model.predict(x[i]), 1e-6);
        }
    }

    /** Two points by hand: μ = 0, R⁻¹ of (−1, 1) is (−1, 1)/(1 + η − c), σ² = 1/(1 + η − c), |R| = (1 + η)² − c². */
    @Test
    void should_have_the_likelihood_of_its_formula() {
        double c = (1 + Math.sqrt(5) + 5 / 3.0) * Math.exp(-Math.sqrt(5));
        double variance = 1 / (1.1 - c);
        double expected =
                -0.5 * (2 * Math.log(variance) + Math.log(1.1 * 1.1 - c * c) + 2 * (1 + Math.log(2 * Math.PI)));
        GaussianProcess model = new GaussianProcess(
                new Kernel(new double[] {1}, new int[1]), 0.1, new double[][] {{0}, {1}}, new double[] {-1, 1});
        assertEquals(expected, model.logLikelihood(), 1e-14);
        assertEquals(0, model.predict(new double[] {0.5}), 1e-15);
    }

    /**
     * Three points, each predicted from the two others with their 2 × 2 system solved by hand, the mean that of all.
     */
    @Test
    void should_leave_out_each_point_as_if_it_were_not_there() {
        double[][] x = {{0}, {0.4}, {1}};
        double[] y = {1, 3, -2};
        double noise = 0.05;
        Kernel kernel = new Kernel(new double[] {0.7}, new int[1]);
        GaussianProcess model = new GaussianProcess(kernel, noise, x, y);
        double mean = model.predict(new double[] {1e9});
        double[] errors = model.leaveOneOutErrors();
        for (int out = 0; out < 3; out++) {
            int a = (out + 1) % 3;
            int b = (out + 2) % 3;
            double c = kernel.of(x[a], x[b]);
            double d = 1 + noise;
            double determinant = d * d - c * c;
            double alphaA = (d * (y[a] - mean) - c * (y[b] - mean)) / determinant;
            double alphaB = (d * (y[b] - mean) - c * (y[a] - mean)) / determinant;
            double predicted = mean + kernel.of(x[out], x[a]) * alphaA + kernel.of(x[out], x[b]) * alphaB;
            assertEquals(y[out] - predicted, errors[out], 1e-13);
        }
    }

    @Test
    void should_find_a_long_scale_for_a_side_without_effect_and_a_short_one_for_a_side_with() {
        double[][] x = points(60, 2);
        GaussianProcess model = LikelihoodSearch.fit(x, losses(x, p -> Math.sin(6 * p[0])), new int[2]);
        assertEquals(model.predict(new double[] {0.3, 0}), model.predict(new double[] {0.3, 1}), 0.01);
        assertEquals(Math.sin(1.8), model.predict(new double[] {0.3, 0.5}), 0.01);
    }

    /** Through the whole chain: 200 points of Ishigami's function. Largest deviation measured: 0.062. */
    @Test
    void should_find_the_indices_of_ishigamis_function_from_200_of_its_values() {
        double[][] x = points(200, 3);
        GaussianProcess model = LikelihoodSearch.fit(x, losses(x, SobolIndicesTest::ishigami), new int[3]);
        SobolIndices indices = SobolIndices.of(model::predict, 3);
        double[] first = {0.3139, 0.4424, 0};
        double[] total = {0.5576, 0.4424, 0.2437};
        for (int i = 0; i < 3; i++) {
            assertEquals(first[i], indices.indices().get(i).first(), 0.07);
            assertEquals(total[i], indices.indices().get(i).total(), 0.07);
        }
    }

    /**
     * Three values without order, with losses 0, 5 and 1: a kernel over 1, 2, 3 as numbers would have to bend, this one
     * need not.
     */
    @Test
    void should_take_choices_without_order() {
        double[] offsets = {0, 5, 1};
        double[][] x = points(45, 2);
        for (double[] point : x) {
            point[1] = ((int) (3 * point[1]) + 0.5) / 3;
        }
        ToDoubleFunction<double[]> function = p -> offsets[(int) (3 * p[1])] + p[0];
        GaussianProcess model = LikelihoodSearch.fit(x, losses(x, function), new int[] {0, 3});
        for (int k = 0; k < 3; k++) {
            double[] point = {0.37, (k + 0.5) / 3};
            assertEquals(function.applyAsDouble(point), model.predict(point), 0.02);
        }
    }

    @Test
    void should_be_the_same_model_for_the_same_points_bit_by_bit() {
        double[][] x = points(30, 2);
        double[] y = losses(x, p -> p[0] * p[1]);
        double[] point = {0.2, 0.9};
        assertEquals(
                LikelihoodSearch.fit(x, y, new int[2]).predict(point),
                LikelihoodSearch.fit(x, y, new int[2]).predict(point),
                0);
        assertTrue(LikelihoodSearch.fit(x, y, new int[2]).logLikelihood() > -1000);
    }
}
