package org.twinnet.scratch.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ErrorFunctionTest {

    /** Measured at most 4.6 ulps; the bound is the one that the class states. */
    @ParameterizedTest
    @CsvFileSource(resources = "/golden/erfc.csv")
    void should_keep_its_stated_error(double x, double erfc) {
        assertEquals(erfc, ErrorFunction.complement(x), 8 * Math.ulp(erfc));
    }

    @Test
    void should_meet_where_one_approximation_follows_another() {
        for (double x : new double[] {0.46875, 4}) {
            double left = ErrorFunction.complement(x);
            double right = ErrorFunction.complement(Math.nextUp(x));
            assertEquals(left, right, 8 * Math.ulp(left) + Math.ulp(x));
        }
    }

    @Test
    void should_have_the_limits_of_an_integral() {
        assertEquals(0, ErrorFunction.complement(Double.POSITIVE_INFINITY));
        assertEquals(2, ErrorFunction.complement(Double.NEGATIVE_INFINITY));
        assertEquals(0, ErrorFunction.complement(27.5));
        assertEquals(1, ErrorFunction.complement(0));
        assertTrue(Double.isNaN(ErrorFunction.complement(Double.NaN)));
    }

    /** erfc(27) = 5.237048923789256e-319, by mpmath 1.3 with 40 digits. */
    @Test
    void should_reach_down_to_the_smallest_numbers() {
        assertEquals(5.23705E-319, ErrorFunction.complement(27), 2 * Double.MIN_VALUE);
    }
}
