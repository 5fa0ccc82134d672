package org.twinnet.compare.tuning.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The difference of two settings over the same trainings")
class PairedDifferenceTest {

    @Test
    void should_be_the_mean_with_the_corrected_interval() {
        double[] first = {0.5, 0.6, 0.4, 0.7};
        double[] second = {0.3, 0.5, 0.3, 0.4};

        PairedDifference difference = PairedDifference.of(first, second, 2);

        // By hand: differences 0.2 0.1 0.1 0.3, mean 0.175, s² = 0.0275/3, standard error √((1/4 + 1)·s²) = 0.107044,
        // t(0.975; 3) = 3.182446 (tables), half-width 0.340660.
        assertEquals(0.175, difference.mean(), 1e-15);
        assertEquals(0.175 - 0.340660, difference.low(), 1e-6);
        assertEquals(0.175 + 0.340660, difference.high(), 1e-6);
        assertEquals(0.95, difference.level());
    }

    @Test
    void should_have_no_width_where_all_differences_are_the_same() {
        PairedDifference difference = PairedDifference.of(new double[] {2, 3}, new double[] {1, 2}, 2);

        assertEquals(new PairedDifference(1, 1, 1, 0.95), difference);
    }

    @Test
    void should_refuse_trainings_that_are_no_pairs() {
        assertThrows(
                IllegalArgumentException.class, () -> PairedDifference.of(new double[] {1, 2}, new double[] {1}, 2));
        assertThrows(IllegalArgumentException.class, () -> PairedDifference.of(new double[] {1}, new double[] {1}, 2));
    }
}
