package org.twinnet.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.twinnet.data.Refusals.assertRefused;

import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldsTest {

    @ParameterizedTest
    @CsvSource({"211,2,5", "211,3,10", "10,2,10", "7,3,2", "97,10,7", "4,2,3"})
    void should_validate_every_example_exactly_once(int size, int stride, int count) {
        for (long seed = 0; seed < 20; seed++) {
            Folds folds = Folds.of(SplitTest.numbered(size, stride), count, seed);
            assertEquals(count, folds.count());
            int[] validated = IntStream.range(0, count)
                    .flatMap(fold -> Arrays.stream(folds.validationExamples(fold)))
                    .sorted()
                    .toArray();
            assertArrayEquals(IntStream.range(0, size).toArray(), validated);
        }
    }

    @ParameterizedTest
    @CsvSource({"211,2,5", "211,3,10", "97,10,7"})
    void should_balance_sizes_and_classes(int size, int stride, int count) {
        Folds folds = Folds.of(SplitTest.numbered(size, stride), count, 3);
        assertDifferByOneAtMost(
                count, fold -> folds.fold(fold).test().orElseThrow().size());
        assertDifferByOneAtMost(
                count,
                fold -> Arrays.stream(folds.fold(fold).test().orElseThrow().labels())
                        .sum());
    }

    private static void assertDifferByOneAtMost(int count, IntToDoubleFunction ofFold) {
        IntSummaryStatistics statistics = IntStream.range(0, count)
                .map(fold -> (int) ofFold.applyAsDouble(fold))
                .summaryStatistics();
        assertEquals(count, statistics.getCount());
        assertTrue(statistics.getMax() - statistics.getMin() <= 1, statistics::toString);
    }

    @Test
    void should_deal_classes_that_are_rare_or_never_occur_where_two_others_are_in_every_training_part() {
        Targets five = new Targets(Targets.Kind.CLASSES, 5);
        double[][] labels = {{0}, {0}, {0}, {1}, {1}, {3}, {4}, {4}};
        Dataset dataset = Dataset.of("d", List.of("x"), new double[8][1], labels, five);
        Folds folds = Folds.of(dataset, 4, 1);
        for (int fold = 0; fold < 4; fold++) {
            assertEquals(2, folds.validationExamples(fold).length);
            assertEquals(6, folds.fold(fold).train().size());
        }

        double[][] hardlyTwo = {{0}, {0}, {0}, {2}, {3}};
        assertRefused(
                () -> Folds.of(Dataset.of("d", List.of("x"), new double[5][1], hardlyTwo, five), 2, 1),
                "d: 0 examples of class 1; cross-validation needs at least 2 of two classes, to train on both in every"
                        + " fold");
    }

    @Test
    void should_train_on_what_it_does_not_validate_on() {
        Folds folds = Folds.of(SplitTest.numbered(20, 2), 4, 9);
        for (int fold = 0; fold < 4; fold++) {
            Split split = folds.fold(fold);
            double[] validation = SplitTest.features(split.test().orElseThrow());
            assertArrayEquals(
                    Arrays.stream(folds.validationExamples(fold))
                            .asDoubleStream()
                            .toArray(),
                    validation);
            assertEquals(15, split.train().size());
            for (double example : SplitTest.features(split.train())) {
                assertTrue(Arrays.stream(validation).noneMatch(v -> v == example));
            }
        }
    }

    @Test
    void should_deal_differently_with_another_seed_only() {
        Dataset dataset = SplitTest.numbered(50, 2);
        int[] first = Folds.of(dataset, 5, 1).validationExamples(0);
        assertArrayEquals(first, Folds.of(dataset, 5, 1).validationExamples(0));
        assertFalse(Arrays.equals(first, Folds.of(dataset, 5, 2).validationExamples(0)));
    }

    @Test
    void should_refuse_what_cannot_be_folded() {
        Dataset dataset = SplitTest.numbered(8, 2);
        assertRefused(() -> Folds.of(dataset, 1, 0), "numbered", "1 folds of 8 examples");
        assertRefused(() -> Folds.of(dataset, 9, 0), "9 folds of 8 examples");
        Dataset lonely = Dataset.of("lonely", List.of("x"), new double[][] {{1}, {2}, {3}}, new double[] {0, 0, 1});
        assertRefused(() -> Folds.of(lonely, 2, 0), "lonely", "1 examples of class 1", "at least 2");
        assertThrows(
                IndexOutOfBoundsException.class, () -> Folds.of(dataset, 2, 0).fold(2));
    }
}
