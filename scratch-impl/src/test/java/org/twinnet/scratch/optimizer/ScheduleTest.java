package org.twinnet.scratch.optimizer;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    @Test
    void should_stay_the_same_where_it_is_constant() {
        Schedule constant = new Schedule.Constant(0.3);
        assertEquals(0.3, constant.at(1));
        assertEquals(0.3, constant.at(30_000));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void should_refuse_a_learning_rate_that_is_not_finite_and_positive(double learningRate) {
        assertEquals(
                "Training needs a finite learning rate above 0, not " + learningRate + ".",
                assertThrows(IllegalArgumentException.class, () -> new Schedule.Constant(learningRate))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(doubles = {4.9E-324, 0.3, Double.MAX_VALUE})
    void should_accept_every_finite_positive_learning_rate(double learningRate) {
        assertDoesNotThrow(() -> new Schedule.Constant(learningRate));
    }
}
