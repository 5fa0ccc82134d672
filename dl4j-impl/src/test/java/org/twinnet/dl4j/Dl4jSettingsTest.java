package org.twinnet.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.twinnet.dl4j.activation.Dl4jActivation;
import org.twinnet.dl4j.loss.Dl4jLoss;
import org.twinnet.dl4j.loss.Loss;
import org.twinnet.dl4j.memory.Precision;
import org.twinnet.dl4j.runtime.Engine;
import org.twinnet.dl4j.update.Descent;
import org.twinnet.dl4j.update.Update;

class Dl4jSettingsTest {
    private final Dl4jSettings settings = Dl4jSettings.of(List.of(2, 20, 3, 1), 0.3);

    @Test
    void should_start_without_regularization_and_with_the_exact_loss() {
        assertEquals(
                new Dl4jSettings(
                        List.of(2, 20, 3, 1),
                        List.of(new Dl4jActivation.Relu(), new Dl4jActivation.Relu()),
                        Collections.nCopies(3, Optional.empty()),
                        new Dl4jActivation.Sigmoid(),
                        Dl4jLoss.BINARY_CROSS_ENTROPY,
                        Update.of(new Descent.GradientDescent(0.3)),
                        Penalty.NONE,
                        List.of(1.0, 1.0, 1.0),
                        Loss.LOGIT,
                        Precision.FLOAT64,
                        Engine.FAST),
                settings);
    }

    @Test
    void should_leave_the_inputs_alone_where_hidden_layers_get_one_probability() {
        assertEquals(List.of(1.0, 0.8, 0.8), settings.withKeepProbability(0.8).keepProbabilities());
        Dl4jSettings own = settings.withKeepProbabilities(List.of(0.9, 1.0, 0.7));
        assertTrue(own.drops());
        assertEquals(List.of(0.9, 1.0, 1.0), own.withKeepProbability(1).keepProbabilities());
        assertFalse(settings.drops());
    }

    @Test
    void should_give_dl4j_lambda_over_m() {
        assertEquals(0.7 / 211, settings.withLambda(0.7).penalty().squares(211));
    }

    @Test
    void should_refuse_numbers_out_of_range_in_one_line_that_says_what_is_allowed() {
        assertMessage(
                "Learning rate is 0.0; allowed are finite numbers above 0.", () -> Dl4jSettings.of(List.of(2, 1), 0));
        assertMessage(
                "Learning rate is NaN; allowed are finite numbers above 0.",
                () -> Dl4jSettings.of(List.of(2, 1), Double.NaN));
        assertMessage("Lambda is -0.1; allowed are finite numbers from 0.", () -> settings.withLambda(-0.1));
        assertMessage(
                "Lambda is Infinity; allowed are finite numbers from 0.",
                () -> settings.withLambda(Double.POSITIVE_INFINITY));
        assertMessage(
                "Keep probability is 0.0; allowed are numbers above 0, up to 1 (no dropout).",
                () -> settings.withKeepProbability(0));
        assertMessage(
                "Keep probability is 1.01; allowed are numbers above 0, up to 1 (no dropout).",
                () -> settings.withKeepProbability(1.01));
        assertMessage(
                "Layer sizes [2, 20, 3, 1] need 3 keep probabilities, that of the inputs first, and there are [0.5].",
                () -> settings.withKeepProbabilities(List.of(0.5)));
    }

    private static void assertMessage(String expected, Runnable construction) {
        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, construction::run).getMessage());
    }
}
