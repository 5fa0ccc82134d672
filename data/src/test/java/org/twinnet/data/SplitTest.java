package org.twinnet.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.twinnet.data.Refusals.assertRefused;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {

    /** Example i has the feature i; every {@code stride}-th is of class 1. */
    static Dataset numbered(int size, int stride) {
        return Dataset.of(
                "numbered",
                List.of("i"),
                IntStream.range(0, size).mapToObj(i -> new double[] {i}).toArray(double[][]::new),
                IntStream.range(0, size)
                        .mapToDouble(i -> i % stride == 0 ? 1 : 0)
                        .toArray());
    }

    static double[] features(Dataset dataset) {
        return Arrays.stream(dataset.featureRows()).mapToDouble(row -> row[0]).toArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 42, Long.MAX_VALUE})
    void should_put_every_example_into_exactly_one_part(long seed) {
        Split split = Split.of(numbered(103, 3), 0.3, seed);
        double[] all = DoubleStream.concat(
                        Arrays.stream(features(split.train())),
                        Arrays.stream(features(split.test().orElseThrow())))
                .sorted()
                .toArray();
        assertArrayEquals(features(numbered(103, 3)), all);
    }

    @Test
    void should_keep_the_proportion_of_the_classes() {
        // 35 of 103 are of class 1: round(0.3 · 35) = 11 (10.5 rounds up) and round(0.3 · 68) = 20
        Dataset test = Split.of(numbered(103, 3), 0.3, 7).test().orElseThrow();
        assertEquals(31, test.size());
        assertEquals(11, Arrays.stream(test.labels()).sum());
    }

    @Test
    void should_repeat_itself_with_the_same_seed_only() {
        Dataset dataset = numbered(50, 2);
        assertEquals(
                Split.of(dataset, 0.2, 5).train().sha256(),
                Split.of(dataset, 0.2, 5).train().sha256());
        assertNotEquals(
                Split.of(dataset, 0.2, 5).train().sha256(),
                Split.of(dataset, 0.2, 6).train().sha256());
    }

    /** Golden: the shuffle of java.util.Random(3), worked by hand from its nextInt sequence in the class's Javadoc. */
    @Test
    void should_draw_from_the_documented_random_numbers() {
        java.util.Random random = new java.util.Random(3);
        int[] zeros = {1, 3, 5, 7};
        int[] ones = {0, 2, 4, 6};
        for (int[] examples : List.of(zeros, ones)) {
            for (int i = 3; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swapped = examples[i];
                examples[i] = examples[j];
                examples[j] = swapped;
            }
        }
        double[] expected = DoubleStream.of(zeros[0], ones[0]).sorted().toArray();
        assertArrayEquals(
                expected, features(Split.of(numbered(8, 2), 0.25, 3).test().orElseThrow()));
    }

    @Test
    void should_leave_one_of_each_class_for_training() {
        Split split = Split.of(numbered(4, 2), 0.99, 1);
        assertEquals(2, split.train().size());
        assertEquals(1, Arrays.stream(split.train().labels()).sum());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 1.5, Double.NaN, Double.POSITIVE_INFINITY})
    void should_refuse_a_fraction_out_of_range(double fraction) {
        assertRefused(() -> Split.of(numbered(8, 2), fraction, 1), "numbered", "fraction of " + fraction, "above 0");
    }

    @Test
    void should_refuse_a_fraction_that_leaves_nothing_to_test() {
        assertRefused(() -> Split.of(numbered(8, 2), 0.01, 1), "0.01", "8 examples", "larger");
    }

    @Test
    void should_refuse_parts_that_do_not_belong_together() {
        Dataset other = Dataset.of("other", List.of("a", "b"), new double[][] {{1, 2}}, new double[] {1});
        assertRefused(() -> new Split(numbered(4, 2), Optional.of(other)), "other", "2 features", "numbered has 1");
        assertRefused(() -> new Split(other, Optional.empty()), "other", "both classes");
    }
}
