package org.twinnet.compare.diagnosis;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.compare.trace.Quantity;

@DisplayName("A mistake of the cost")
class CostMistakesTest {

    /** m = 5, 1/ln 2 = 1.4427, 1/ln 10 = 0.4343. */
    @ParameterizedTest(name = "{0}: {1}·Σ −ln p/m + λ/2m·Σ W²")
    @CsvSource({
        "cost-not-averaged, 5",
        "cost-log-base-2, 1.4426950408889634",
        "cost-log-base-10, 0.4342944819032518",
        "cost-halved, 0.5",
        "cost-sign, -1"
    })
    void should_multiply_the_cross_entropy_and_leave_the_penalty(String id, double multiple) {
        OneStep step = OneStep.with(id, 0);
        step.assertTold(multiple);
        double squares = 0;
        for (int l = 1; l <= 3; l++) {
            squares += step.sumOf(Quantity.W, l, true);
        }
        step.assertCosts(multiple * step.crossEntropy(false) + OneStep.LAMBDA / (2 * OneStep.M) * squares);
    }
}
