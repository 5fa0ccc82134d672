package org.twinnet.data.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.twinnet.data.Refusals.assertRefused;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.data.Dataset;

class GeneratorTest {

    /** Rounding of a few operations on numbers of about 1: 2⁻⁵² each. */
    private static final double ROUNDING = 8 * 0x1p-52;

    static Stream<Generator> all() {
        return Generator.defaults().stream();
    }

    @Test
    void should_offer_one_of_each_kind() {
        assertEquals(
                List.of("pitch", "moons", "circles", "spirals", "xor"),
                all().map(Generator::name).toList());
    }

    @ParameterizedTest
    @MethodSource("all")
    void should_repeat_itself_with_the_same_seed_only(Generator generator) {
        Dataset dataset = generator.generate(100, 5);
        assertEquals(dataset.sha256(), generator.generate(100, 5).sha256());
        assertNotEquals(dataset.sha256(), generator.generate(100, 6).sha256());
        assertEquals(List.of("x1", "x2"), dataset.featureNames());
        assertEquals(generator.name() + " (100 examples, seed 5)", dataset.name());
    }

    @ParameterizedTest
    @MethodSource("all")
    void should_begin_a_longer_set_with_the_shorter_one(Generator generator) {
        Dataset longer = generator.generate(100, 5);
        assertEquals(
                generator.generate(40, 5).sha256(),
                longer.select(IntStream.range(0, 40).toArray()).sha256());
    }

    @ParameterizedTest
    @MethodSource("all")
    void should_hold_both_classes_in_nearly_equal_numbers(Generator generator) {
        Dataset dataset = generator.generate(1000, 1);
        double ones = IntStream.range(0, 1000).mapToDouble(dataset::label).sum();
        // Binomial with p = 1/2: the standard deviation is 15.8, and this is six of them
        assertTrue(Math.abs(ones - 500) < 95, generator + " has " + ones);
        assertSame(dataset, dataset.requireBothClasses());
    }

    @ParameterizedTest
    @MethodSource("all")
    void should_refuse_a_count_out_of_range(Generator generator) {
        assertRefused(() -> generator.generate(0, 1), generator.name(), "1 to 500000");
        assertRefused(() -> generator.generate(500_001, 1), generator.name(), "1 to 500000");
    }

    @Test
    void should_follow_the_pitch_formula() {
        Random random = new Random(9);
        Dataset dataset = new Pitch(0.3, 0.05, 0.25).generate(500, 9);
        int flipped = 0;
        for (int i = 0; i < 500; i++) {
            double u1 = -0.75 + 1.5 * random.nextDouble();
            double u2 = -0.75 + 1.5 * random.nextDouble();
            int label = u2 > u1 + 0.3 * StrictMath.sin(3 * u1) ? 1 : 0;
            if (random.nextDouble() < 0.25) {
                label = 1 - label;
                flipped++;
            }
            assertEquals(u1 + 0.05 * random.nextGaussian(), dataset.feature(i, 0), ROUNDING);
            assertEquals(u2 + 0.05 * random.nextGaussian(), dataset.feature(i, 1), ROUNDING);
            assertEquals(label, dataset.label(i));
        }
        assertTrue(flipped > 50);
    }

    @Test
    void should_put_moons_without_noise_on_half_circles() {
        Dataset moons = new Moons(0).generate(200, 3);
        for (int i = 0; i < 200; i++) {
            assertEquals(i % 2, moons.label(i));
            double x = i % 2 == 0 ? moons.feature(i, 0) : 1 - moons.feature(i, 0);
            double y = i % 2 == 0 ? moons.feature(i, 1) : 0.5 - moons.feature(i, 1);
            assertEquals(1, x * x + y * y, ROUNDING);
            assertTrue(y >= 0);
        }
    }

    @Test
    void should_put_circles_without_noise_on_their_radii() {
        Dataset circles = new Circles(0.4, 0).generate(200, 3);
        for (int i = 0; i < 200; i++) {
            double radius = Math.hypot(circles.feature(i, 0), circles.feature(i, 1));
            assertEquals(circles.label(i) == 1 ? 0.4 : 1, radius, ROUNDING);
        }
    }

    @Test
    void should_put_spirals_without_noise_on_their_arms() {
        Dataset spirals = new Spirals(1.5, 0).generate(200, 3);
        for (int i = 0; i < 200; i++) {
            double r = Math.hypot(spirals.feature(i, 0), spirals.feature(i, 1));
            assertTrue(r >= 0.1 - ROUNDING && r <= 1 + ROUNDING);
            double t = 2 * Math.PI * 1.5 * r + Math.PI * spirals.label(i);
            // The angle is up to 12.6, so an error of r grows by about 2π · 1.5 on its way into the cosine
            assertEquals(r * Math.cos(t), spirals.feature(i, 0), 10 * ROUNDING);
            assertEquals(r * Math.sin(t), spirals.feature(i, 1), 10 * ROUNDING);
        }
    }

    @Test
    void should_label_xor_without_noise_by_its_squares() {
        Dataset xor = new Xor(0).generate(200, 3);
        for (int i = 0; i < 200; i++) {
            assertEquals(xor.feature(i, 0) * xor.feature(i, 1) < 0 ? 1 : 0, xor.label(i));
        }
    }

    @Test
    void should_refuse_parameters_out_of_range() {
        assertRefused(() -> new Pitch(-0.1, 0, 0), "pitch: bend is -0.1");
        assertRefused(() -> new Pitch(0, Double.NaN, 0), "pitch: jitter is NaN");
        assertRefused(() -> new Pitch(0, 0, 1.1), "pitch: flipped is 1.1", "0.0 to 1.0");
        assertRefused(() -> new Moons(2), "moons: noise is 2.0");
        assertRefused(() -> new Circles(-1, 0), "circles: inner is -1.0");
        assertRefused(() -> new Circles(0, Double.POSITIVE_INFINITY), "circles: noise is Infinity");
        assertRefused(() -> new Spirals(11, 0), "spirals: turns is 11.0");
        assertRefused(() -> new Spirals(1, -1), "spirals: noise is -1.0");
        assertRefused(() -> new Xor(-0.5), "xor: noise is -0.5");
    }
}
