package org.twinnet.compare.equivalence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.compare.equivalence.TwoOneSidedTests.Result;

@DisplayName("Two one-sided tests")
class TwoOneSidedTestsTest {

    /** p and power by SciPy's {@code stats.t} for these numbers. */
    @Test
    void should_give_the_numbers_of_scipy() {
        TwoOneSidedTests tests = TwoOneSidedTests.of(new double[] {0.1, -0.2, 0.05, 0.3, -0.1, 0.0, 0.15, -0.05}, 0.2);

        assertEquals(0.03125, tests.mean(), 1e-15);
        assertEquals(0.05504665229213697, tests.standardError(), 1e-14);
        assertEquals(0.009090058238693563, tests.p(), 1e-12);
        assertEquals(0.874353825691027, tests.power(), 1e-9);
        assertEquals(0.10429020971293154, tests.halfWidth(), 1e-9);
        assertEquals(Result.EQUIVALENT, tests.result());
    }

    @ParameterizedTest
    @CsvSource({"0, EQUIVALENT", "0.8, UNDECIDED", "1, UNDECIDED", "1.2, UNDECIDED", "3, DIFFERENT", "-3, DIFFERENT"})
    void should_tell_what_is_shown_from_what_is_not(double shift, Result expected) {
        double[] differences = new double[30];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = shift + (i % 2 == 0 ? 1 : -1);
        }

        assertEquals(expected, TwoOneSidedTests.of(differences, 1).result());
    }

    @Test
    void should_decide_by_the_mean_alone_where_nothing_varies() {
        assertEquals(
                Result.EQUIVALENT,
                TwoOneSidedTests.of(new double[] {0.5, 0.5}, 1).result());
        assertEquals(
                Result.UNDECIDED, TwoOneSidedTests.of(new double[] {1, 1}, 1).result());
        assertEquals(
                Result.DIFFERENT, TwoOneSidedTests.of(new double[] {2, 2}, 1).result());
    }

    @Test
    void should_show_nothing_where_a_run_left_the_range_of_doubles() {
        for (double strange : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e300}) {
            TwoOneSidedTests tests = TwoOneSidedTests.of(new double[] {0.1, strange, 0.2}, 1);
            assertEquals(Result.UNDECIDED, tests.result());
            assertTrue(Double.isNaN(tests.p()) || tests.p() > TwoOneSidedTests.SIZE);
        }
    }

    @Test
    void should_call_nothing_equivalent_without_a_margin() {
        assertEquals(
                Result.UNDECIDED, TwoOneSidedTests.of(new double[] {0, 0}, 0).result());
        assertEquals(
                Result.DIFFERENT, TwoOneSidedTests.of(new double[] {1, 1}, 0).result());
        assertEquals(
                Result.UNDECIDED,
                TwoOneSidedTests.of(new double[] {1, 1}, Double.NaN).result());
    }

    /** Of 20,000 samples of 30: 5.0 % at the margin, and 97 % at no difference, as the power says. */
    @Test
    void should_have_the_size_and_the_power_that_it_states() {
        Random random = new Random(7);
        double margin = 1 / Math.sqrt(2);
        int rounds = 20_000;
        int wrong = 0;
        int right = 0;
        double stated = 0;
        for (int i = 0; i < rounds; i++) {
            double[] noise = random.doubles(30).map(x -> random.nextGaussian()).toArray();
            TwoOneSidedTests none = TwoOneSidedTests.of(noise, margin);
            right += none.result() == Result.EQUIVALENT ? 1 : 0;
            stated += none.power() / rounds;
            for (int k = 0; k < noise.length; k++) {
                noise[k] += margin;
            }
            wrong += TwoOneSidedTests.of(noise, margin).result() == Result.EQUIVALENT ? 1 : 0;
        }
        double deviation = Math.sqrt(0.05 * 0.95 / rounds);
        assertEquals(TwoOneSidedTests.SIZE, (double) wrong / rounds, 4 * deviation);
        assertEquals((double) right / rounds, stated, 0.02);
        assertTrue(stated > 0.9, () -> "a power that is worth the runs");
    }

    @Test
    void should_refuse_what_no_test_can_be_made_of() {
        assertThrows(IllegalArgumentException.class, () -> TwoOneSidedTests.of(new double[] {1}, 1));
        assertThrows(IllegalArgumentException.class, () -> TwoOneSidedTests.of(new double[] {1, 2}, -1e-300));
    }
}
