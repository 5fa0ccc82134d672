package org.twinnet.scratch.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.twinnet.scratch.random.NumpyRandom;

class BatchesTest {

    @Test
    void should_see_all_examples_in_their_order_in_full_batches() {
        Batches full = new Batches.Full(4);
        for (int iteration : new int[] {0, 1, 99}) {
            assertArrayEquals(new int[] {0, 1, 2, 3}, full.examples(iteration));
            assertEquals(4, full.size(iteration));
        }
        assertEquals(4, full.m());
    }

    @Test
    void should_see_the_examples_that_somebody_chose_in_their_order() {
        Batches given = new Batches.Given(4, iteration -> iteration == 0 ? new int[] {2, 0} : new int[] {3, 3, 1});
        assertEquals(4, given.m());
        assertArrayEquals(new int[] {2, 0}, given.examples(0));
        assertArrayEquals(new int[] {3, 3, 1}, given.examples(5));
        assertEquals(2, given.size(0));
        assertEquals(3, given.size(5));
    }

    @Test
    void should_slice_the_order_of_each_epoch_with_a_short_last_batch() {
        // NumPy 2.4.6: RandomState(3).permutation(10), RandomState(4).permutation(10)
        int[] first = {5, 4, 1, 2, 9, 6, 7, 0, 3, 8};
        int[] second = new NumpyRandom(4).permutation(10);
        Batches batches = new Batches.Shuffled(10, 4, 3);
        assertEquals(10, batches.m());
        assertArrayEquals(Arrays.copyOfRange(first, 0, 4), batches.examples(0));
        assertArrayEquals(Arrays.copyOfRange(first, 4, 8), batches.examples(1));
        assertArrayEquals(Arrays.copyOfRange(first, 8, 10), batches.examples(2));
        assertArrayEquals(Arrays.copyOfRange(second, 0, 4), batches.examples(3));
        assertArrayEquals(Arrays.copyOfRange(second, 8, 10), batches.examples(5));
        // back to an earlier epoch
        assertArrayEquals(Arrays.copyOfRange(first, 4, 8), batches.examples(1));
        assertArrayEquals(
                new int[] {4, 4, 2, 4, 4, 2},
                IntStream.range(0, 6).map(batches::size).toArray());
    }

    @Test
    void should_see_each_example_once_an_epoch() {
        Batches batches = new Batches.Shuffled(23, 5, 1);
        for (int epoch = 0; epoch < 3; epoch++) {
            int start = 5 * epoch;
            assertArrayEquals(
                    IntStream.range(0, 23).toArray(),
                    IntStream.range(start, start + 5)
                            .flatMap(i -> Arrays.stream(batches.examples(i)))
                            .sorted()
                            .toArray());
        }
    }

    @Test
    void should_shuffle_all_examples_in_one_batch_where_the_size_reaches_them() {
        Batches batches = new Batches.Shuffled(10, 10, 3);
        assertArrayEquals(new NumpyRandom(3).permutation(10), batches.examples(0));
        assertArrayEquals(new NumpyRandom(4).permutation(10), batches.examples(1));
        assertArrayEquals(batches.examples(1), new Batches.Shuffled(10, 1000, 3).examples(1));
        assertEquals(10, new Batches.Shuffled(10, Integer.MAX_VALUE, 3).size(7));
    }

    @Test
    void should_go_on_with_seed_0_behind_the_largest() {
        Batches batches = new Batches.Shuffled(10, 10, NumpyRandom.MAX_SEED);
        assertArrayEquals(new NumpyRandom(NumpyRandom.MAX_SEED).permutation(10), batches.examples(0));
        assertArrayEquals(new NumpyRandom(0).permutation(10), batches.examples(1));
    }

    @Test
    void should_follow_the_same_examples_into_another_order() {
        int[] examples = {3, 0, 4, 1, 2};
        Batches original = new Batches.Shuffled(5, 2, 7);
        Batches.Reordered reordered = new Batches.Reordered(new Batches.Shuffled(5, 2, 7), examples);
        assertEquals(5, reordered.m());
        for (int iteration : new int[] {0, 1, 2, 3, 2}) {
            int[] places = reordered.examples(iteration);
            int[] positions = reordered.positions(iteration);
            assertEquals(original.size(iteration), reordered.size(iteration));
            for (int k = 0; k < places.length; k++) {
                assertEquals(original.examples(iteration)[positions[k]], examples[places[k]]);
                assertFalse(k > 0 && places[k] <= places[k - 1], "in the order of the data set");
            }
        }
        Batches.Reordered full = new Batches.Reordered(new Batches.Full(5), examples);
        assertArrayEquals(new int[] {0, 1, 2, 3, 4}, full.examples(3));
        assertArrayEquals(examples, full.positions(4));
    }

    @Test
    void should_refuse_what_is_no_batch() {
        assertThrows(IllegalArgumentException.class, () -> new Batches.Shuffled(5, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Batches.Shuffled(5, 2, -1));
        assertThrows(IllegalArgumentException.class, () -> new Batches.Shuffled(5, 2, 1L << 32));
        assertEquals(
                "Iterations are counted from 0; there is no -1.",
                assertThrows(IllegalArgumentException.class, () -> new Batches.Shuffled(5, 2, 1).examples(-1))
                        .getMessage());
    }

    @Test
    void should_take_batches_of_one_example_and_refuse_those_of_none() {
        assertEquals(1, new Batches.Shuffled(3, 1, 0).size(2));
        assertEquals(
                "A batch has at least 1 example, not 0.",
                assertThrows(IllegalArgumentException.class, () -> new Batches.Shuffled(3, 0, 0))
                        .getMessage());
    }

    @Test
    void should_follow_other_batches_from_one_iteration_to_the_next_and_back() {
        int[] order = {2, 0, 3, 1};
        Batches.Reordered reordered = new Batches.Reordered(new Batches.Shuffled(4, 2, 7), order);
        Batches.Shuffled original = new Batches.Shuffled(4, 2, 7);
        for (int iteration : new int[] {0, 1, 2, 1}) {
            // positions first: they need no call for the examples
            int[] positions = reordered.positions(iteration).clone();
            int[] places = reordered.examples(iteration).clone();
            int[] examples = original.examples(iteration);
            assertEquals(2, positions.length);
            assertTrue(places[0] < places[1], "as they stand in the other data set");
            for (int k = 0; k < places.length; k++) {
                assertEquals(examples[positions[k]], order[places[k]]);
            }
        }
    }
}
