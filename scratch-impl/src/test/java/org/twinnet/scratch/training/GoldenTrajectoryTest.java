package org.twinnet.scratch.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.scratch.proof.Held;
import org.twinnet.scratch.proof.Rounding;

/**
 * Whole training runs against NumPy: 1, 2, 3 and 5 layers, without regularization, with L2, with the notebook's dropout
 * masks, with fresh ones, and with both.
 *
 * <p>The limit is measured, not picked: the spread that one ulp of noise in every update causes in NumPy's own run,
 * between 1e-15 and 2e-13 for the parameters. The largest difference seen is 0.13 of it.
 */
class GoldenTrajectoryTest {

    private static final int EXAMPLES = 16;

    static List<GoldenRun> runs() {
        return GoldenRun.readAll();
    }

    @Test
    void should_know_every_combination_of_depth_and_regularization() {
        assertEquals(20, runs().size());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void should_land_where_numpy_lands_within_the_spread_of_one_ulp_of_noise(GoldenRun run) {
        Held held = new Held();

        compare(run, GoldenRun.LEARNING_RATE, held::check);

        held.requireCount(16 + run.config().parameterCount());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void should_tell_a_learning_rate_that_is_off_by_a_billionth(GoldenRun run) {
        double[] largestMultiple = new double[1];

        compare(
                run,
                GoldenRun.LEARNING_RATE * (1 + 1e-9),
                (name, expected, actual, limit) ->
                        largestMultiple[0] = Math.max(largestMultiple[0], Math.abs(actual - expected) / limit));

        assertTrue(largestMultiple[0] > 1, () -> "the limits are too wide to see it: " + largestMultiple[0]);
    }

    private interface Comparison {
        void entry(String name, double expected, double actual, double limit);
    }

    private static void compare(GoldenRun run, double learningRate, Comparison comparison) {
        Trainer trainer = run.trainer(learningRate);
        for (int i = 0; i < GoldenRun.ITERATIONS; i++) {
            trainer.forward();
            if (i % GoldenRun.EVERY == 0) {
                double expected = run.costs().get(i / GoldenRun.EVERY);
                // the noise is in the parameters; the mean over the examples is rounded on its own, on both sides
                double limit = run.costSpread() + 2 * Rounding.gamma(EXAMPLES) * expected;
                comparison.entry(
                        "cost of iteration " + i, expected, trainer.cost().total(), limit);
            }
            trainer.backward();
            trainer.update();
        }
        double[] parameters = trainer.parameters().toVector();
        for (int i = 0; i < parameters.length; i++) {
            comparison.entry("parameter " + i, run.parameters().get(i), parameters[i], run.parameterSpread());
        }
    }
}
