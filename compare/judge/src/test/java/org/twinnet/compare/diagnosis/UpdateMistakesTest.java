package org.twinnet.compare.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.compare.replay.Replay;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.Patch;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.theory.mistake.Setting;
import org.twinnet.compare.theory.optimizer.AdamInPlaceTheory;
import org.twinnet.compare.theory.optimizer.MomentumTheory;
import org.twinnet.compare.theory.optimizer.OptimizerParts;
import org.twinnet.compare.theory.optimizer.OptimizerTheory;
import org.twinnet.compare.theory.penalty.L2Theory;
import org.twinnet.compare.theory.penalty.PenaltyParts;
import org.twinnet.compare.theory.schedule.FallingRateTheory;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;

/**
 * Each rule of the update is held to its schoolbook formula: two steps of a small right network, from the gradients
 * that its trace holds.
 */
@DisplayName("A rule of the update")
class UpdateMistakesTest {

    private static final double ALPHA = 0.3;
    private static final double LAMBDA = 0.5;
    private static final int M = 5;
    private static final Trace RIGHT = new SchoolbookNetwork(
                    "clean", new SchoolbookNetwork.Task(List.of(2, 3, 3, 1), M, LAMBDA, 0.8, ALPHA, 3, 4), 1)
            .trace();

    /** What the schoolbook says of one entry, from W and dW of iteration 1 and dW of iteration 0. */
    @FunctionalInterface
    private interface Rule {
        double next(double w, double g, double gBefore);
    }

    private static double at(Quantity quantity, int layer, int iteration, int row, int column) {
        return RIGHT.tensor(quantity, layer, iteration).orElseThrow().values().get(row, column);
    }

    /** The second update. */
    private static void assertUpdates(Recipe recipe, Rule rule) {
        Replay replay = new Replay(RIGHT, recipe);
        for (int l = 1; l <= RIGHT.depth(); l++) {
            int columns = RIGHT.layerSizes().get(l - 1);
            for (int r = 0; r < RIGHT.layerSizes().get(l); r++) {
                for (int c = 0; c < columns; c++) {
                    assertEquals(
                            rule.next(
                                    at(Quantity.W, l, 1, r, c),
                                    at(Quantity.dW, l, 1, r, c),
                                    at(Quantity.dW, l, 0, r, c)),
                            replay.expected(new TensorName(Quantity.W, l, 2))
                                    .orElseThrow()
                                    .values(r)[c],
                            1e-13);
                }
            }
        }
    }

    @Test
    void should_carry_the_velocity_from_step_to_step() {
        assertUpdates(by(new MomentumTheory(0.9, false)), (w, g, before) -> w - ALPHA * (0.9 * before + g));
        assertUpdates(by(new MomentumTheory(0.9, true)), (w, g, before) -> w - ALPHA * (0.9 * 0.1 * before + 0.1 * g));
    }

    private static Recipe by(OptimizerTheory rule) {
        return Recipe.RIGHT.with(OptimizerParts.RULE, 0, Patch.inPlace(rule));
    }

    @Test
    void should_carry_both_moments_of_adam() {
        assertUpdates(by(AdamInPlaceTheory.USUAL), (w, g, before) -> {
            double m = (0.9 * 0.1 * before + 0.1 * g) / (1 - 0.81);
            double s = (0.999 * 0.001 * before * before + 0.001 * g * g) / (1 - 0.998001);
            return w - ALPHA * m / (Math.sqrt(s) + 1e-8);
        });
        assertUpdates(by(AdamInPlaceTheory.UNCORRECTED), (w, g, before) -> {
            double m = 0.9 * 0.1 * before + 0.1 * g;
            double s = 0.999 * 0.001 * before * before + 0.001 * g * g;
            return w - ALPHA * m / (Math.sqrt(s) + 1e-8);
        });
    }

    @ParameterizedTest(name = "{0} = {1}, counted from one {2}: the second step has {3} of the rate")
    @CsvSource({
        "HYPERBOLA, 0.25, false, 0.8",
        "HYPERBOLA, 0.25, true, 0.6666666666666667",
        "POWER, 0.9, false, 0.9",
        "POWER, 0.9, true, 0.81",
        "LINE, 0.25, false, 0.75",
        "LINE, 2, false, 0"
    })
    void should_let_the_rate_fall(FallingRateTheory.Form form, double d, boolean fromOne, double share) {
        Recipe falling = Recipe.RIGHT.with(
                OptimizerParts.RATE,
                0,
                Patch.change("falls", right -> new FallingRateTheory(right, form, d, fromOne), form, d, fromOne));
        assertUpdates(falling, (w, g, before) -> w - ALPHA * share * g);
    }

    @ParameterizedTest(name = "way {0}: W − α·dW − {1}·α·λ/m·W")
    @CsvSource({
        "0, 1",
        "1, 5",
        "2, 3.3333333333333335",
        "3, 16.666666666666668",
        "4, 5",
        "5, 3.3333333333333335",
        "6, 16.666666666666668"
    })
    void should_shrink_the_weights_in_the_update(int way, double share) {
        Mistake mistake = Catalogue.get("weight-decay-decoupled");
        Setting setting = TraceSetting.of(RIGHT);
        List<Integer> layers = mistake.scope().layers(setting.depth()).get(0);
        assertUpdates(
                mistake.ways().get(way).probe(setting, layers),
                (w, g, before) -> w - ALPHA * g - share * ALPHA * LAMBDA / M * w);
    }

    @Test
    void should_leave_the_biases_as_they_are_where_weights_decay() {
        Recipe decay = Recipe.RIGHT.with(PenaltyParts.DECAY, 1, Patch.inPlace(new L2Theory(LAMBDA, 0)));
        for (int r = 0; r < RIGHT.layerSizes().get(1); r++) {
            assertEquals(
                    at(Quantity.b, 1, 1, r, 0) - ALPHA * at(Quantity.db, 1, 1, r, 0),
                    new Replay(RIGHT, decay)
                            .expected(new TensorName(Quantity.b, 1, 2))
                            .orElseThrow()
                            .values(r)[0],
                    1e-13);
        }
    }

    /** Velocities of iterations that the trace does not hold are not known. */
    @Test
    void should_determine_no_step_behind_a_gap() {
        Trace gap = new SchoolbookNetwork(
                        "clean", new SchoolbookNetwork.Task(List.of(2, 3, 1), M, 0, 1, ALPHA, 6, 4), 1)
                .trace();
        Recipe momentum = by(new MomentumTheory(0.9, false));
        TensorName behind = new TensorName(Quantity.W, 1, 6);
        assertEquals(true, new Replay(gap, Recipe.RIGHT).expected(behind).isPresent());
        assertEquals(false, new Replay(gap, momentum).expected(behind).isPresent());
    }
}
