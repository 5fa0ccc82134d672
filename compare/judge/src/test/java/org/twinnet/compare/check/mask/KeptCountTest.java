package org.twinnet.compare.check.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.compare.check.mask.KeptCount.Share;

@DisplayName("The count of kept units")
class KeptCountTest {

    /** The distribution of the sum, one entry after the other. */
    private static double[] distribution(List<Share> shares) {
        double[] probability = {1};
        for (Share share : shares) {
            for (long n = 0; n < share.entries(); n++) {
                double[] next = new double[probability.length + 1];
                for (int k = 0; k < probability.length; k++) {
                    next[k] += probability[k] * (1 - share.keep());
                    next[k + 1] += probability[k] * share.keep();
                }
                probability = next;
            }
        }
        return probability;
    }

    /** Measured: at most 3e-15 apart. */
    @ParameterizedTest
    @CsvSource({"1, 0.5, 0, 0.5", "7, 0.86, 0, 0.5", "60, 0.7, 25, 0.95", "200, 0.999, 3, 0.01", "620, 0.86, 93, 0.86"})
    void should_know_the_chance_of_each_count(long first, double keep, long second, double otherKeep) {
        List<Share> shares = List.of(new Share(first, keep), new Share(second, otherKeep));
        KeptCount count = new KeptCount(shares);
        double[] probability = distribution(shares);
        double atMost = 0;
        for (int k = 0; k < probability.length; k++) {
            double less = atMost;
            atMost += probability[k];
            assertEquals(Math.min(atMost, 1 - less), count.tail(k), 1e-12, "count " + k);
        }
    }

    /**
     * 567 of 713 where 0.86 is stated: a mask drawn by a normal number, 4.98 standard deviations off; the binomial tail
     * is 1.4424e-6.
     */
    @Test
    void should_tell_masks_that_were_drawn_by_a_normal_number() {
        KeptCount count = new KeptCount(List.of(new Share(620, 0.86), new Share(93, 0.86)));
        assertEquals(1.44236474e-6, count.tail(567), 1e-13);
        long farthest = count.farthest(567, 1e-5);
        assertTrue(farthest > 567, () -> "chance goes to " + farthest);
        assertTrue(2 * count.tail(farthest) >= 1e-5 && 2 * count.tail(farthest - 1) < 1e-5);
    }

    /** 20,000 right masks; each is called wrong with a probability of at most 1e-2. Measured: 0.0090. */
    @Test
    void should_call_right_masks_wrong_as_seldom_as_it_says() {
        KeptCount count = new KeptCount(List.of(new Share(120, 0.8), new Share(30, 0.5)));
        Random random = new Random(3);
        int wrong = 0;
        for (int trial = 0; trial < 20_000; trial++) {
            int kept = 0;
            for (int k = 0; k < 150; k++) {
                kept += random.nextDouble() < (k < 120 ? 0.8 : 0.5) ? 1 : 0;
            }
            wrong += 2 * count.tail(kept) < 1e-2 ? 1 : 0;
        }
        assertTrue(wrong <= 250, "wrong in " + wrong);
        assertTrue(wrong >= 100, "a limit that nothing exceeds would find nothing: " + wrong);
    }
}
