package org.twinnet.compare.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.twinnet.compare.diagnosis.Planted.cost;
import static org.twinnet.compare.diagnosis.Planted.factor;
import static org.twinnet.compare.diagnosis.Planted.item;
import static org.twinnet.compare.diagnosis.Planted.numbers;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.check.item.Evidence;
import org.twinnet.compare.theory.mistake.Patch;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.theory.mistake.Setting;
import org.twinnet.compare.theory.optimizer.GradientDescentTheory;
import org.twinnet.compare.theory.optimizer.MomentumTheory;
import org.twinnet.compare.theory.optimizer.OptimizerParts;
import org.twinnet.compare.theory.optimizer.OptimizerTheory;
import org.twinnet.compare.trace.Quantity;

/** Single steps and a run of two layers, put in by hand. */
@DisplayName("The naming")
class NamingTest {

    private static final Setting SETTING = new Setting(List.of(2, 3, 1), 5, List.of(1.0), 0.7, 0.3, false, 0);
    private static final double FLOOR = 1e-14;

    private static Naming naming(Evidence... evidence) {
        return new Naming(List.of(evidence), Recipe.RIGHT, SETTING);
    }

    private static List<List<String>> ids(Naming naming) {
        return naming.told().stream().map(told -> told.explanation().ids()).toList();
    }

    /** W after the first update by c·α, or by (1 − μ)·α. */
    private static double[] step(Recipe recipe) {
        OptimizerTheory rule = recipe.at(OptimizerParts.RULE, 0, new GradientDescentTheory());
        boolean averaged = rule instanceof MomentumTheory momentum && momentum.average();
        double c = factor(recipe, Factor.WEIGHT_STEP, 1) * (averaged ? 1 - factor(recipe, Factor.MOMENTUM, 0) : 1);
        return numbers(1 - 0.3 * c, 2 - 0.1 * c, 3 + 0.2 * c);
    }

    /** A later cost of the run, which depends on μ otherwise than on c. */
    private static double[] run(Recipe recipe, int k) {
        double c = factor(recipe, Factor.WEIGHT_STEP, 1);
        double mu = factor(recipe, Factor.MOMENTUM, 0);
        return numbers(0.5 - 0.01 * k * c - 0.02 * k * k * mu);
    }

    private static Planted steps(Recipe other) {
        return new Planted().holds(item(Quantity.W, 1), step(other), FLOOR, NamingTest::step);
    }

    private static Planted run(Recipe other) {
        Planted run = new Planted();
        for (int k = 1; k <= 3; k++) {
            int i = k;
            run.holds(cost(k), run(other, k), FLOOR, recipe -> run(recipe, i));
        }
        return run;
    }

    private static final Recipe MOMENTUM =
            Recipe.RIGHT.with(OptimizerParts.RULE, 0, Patch.inPlace(new MomentumTheory(0.9, true)));

    @Test
    void should_be_bound_by_the_run() {
        assertEquals(List.of(List.of("optimizer-momentum")), ids(naming(steps(MOMENTUM), run(MOMENTUM))));
    }

    @Test
    void should_tell_the_more_usual_of_two_where_no_run_says_which() {
        assertEquals(
                List.of(List.of("learning-rate-differs"), List.of("optimizer-momentum")), ids(naming(steps(MOMENTUM))));
    }

    /** A tenth of the rate in the step, and costs of neither that nor of momentum. */
    @Test
    void should_name_no_rule_of_the_update_in_part() {
        Planted other = new Planted();
        for (int k = 1; k <= 3; k++) {
            int i = k;
            other.holds(cost(k), numbers(7 + k * k * k), FLOOR, recipe -> run(recipe, i));
        }
        Naming naming = naming(steps(MOMENTUM), other);
        assertEquals(List.of(), ids(naming));
        assertFalse(naming.rest().orElseThrow().inPart());
    }

    private static double[] penalized(Recipe recipe, double weight) {
        double c = factor(recipe, Factor.PENALTY, 1);
        return numbers(0.7 + weight * c);
    }

    private static Planted costsAndUnknownGradient() {
        return new Planted()
                .holds(cost(0), numbers(0.7), FLOOR, recipe -> penalized(recipe, 0.5))
                .holds(item(Quantity.dW, 1), numbers(7, 8, 9), FLOOR, recipe -> numbers(1, 2, 4));
    }

    @Test
    void should_name_a_part_and_tell_the_rest_as_unknown() {
        Naming naming = naming(costsAndUnknownGradient());
        assertEquals(List.of(List.of("l2-cost-missing")), ids(naming));
        Naming.Rest rest = naming.rest().orElseThrow();
        assertTrue(rest.inPart());
        assertEquals(
                List.of(item(Quantity.dW, 1)),
                List.copyOf(rest.court().failing().keySet()));
        assertEquals(
                "The gradient of layer 1 remains unknown: 3 of 3 numbers of dW1@0 differ;"
                        + " the closest constant factor is 2.810 and leaves 0.38 of it; correlation 0.9244.",
                Sentences.unknown(rest).english());
    }

    /** A single number that was moved by little is explained by chance among hundreds of mistakes. */
    @Test
    void should_name_no_part_that_is_known_by_one_number_near_its_floor() {
        Planted evidence = new Planted()
                .holds(cost(0), numbers(0.7), 1e-3, recipe -> penalized(recipe, 0.5))
                .holds(item(Quantity.dW, 1), numbers(7, 8, 9), FLOOR, recipe -> numbers(1, 2, 4));
        assertEquals(List.of(), ids(naming(evidence)));
    }

    /** The mistake moves dW of both layers and explains that of the second alone. */
    @Test
    void should_name_no_part_that_disturbs_the_rest() {
        Planted evidence = new Planted()
                .holds(item(Quantity.dW, 2), numbers(1, 2, 3), FLOOR, recipe -> gradient(recipe, 2))
                .holds(item(Quantity.dW, 1), numbers(7, 8, 9), FLOOR, recipe -> gradient(recipe, 1));
        Naming naming = naming(evidence);
        assertEquals(List.of(List.of("l2-gradient-layer-skipped")), ids(naming));
        assertEquals(
                List.of(2),
                naming.told().get(0).explanation().candidates().get(0).layers());
    }

    private static double[] gradient(Recipe recipe, int layer) {
        double c = factor(recipe, Factor.PENALTY_GRADIENT, layer);
        return numbers(1 + c, 2 + c, 3 - c);
    }

    /** The step is right, and the run shows a second mistake behind the first. */
    @Test
    void should_find_a_mistake_that_only_the_run_shows_behind_another() {
        Planted steps = new Planted().holds(cost(0), numbers(0.7), FLOOR, recipe -> penalized(recipe, 0.5));
        Planted run = new Planted();
        Recipe plain = Factor.MOMENTUM.in(Recipe.RIGHT, 0, 0.9);
        for (int k = 1; k <= 3; k++) {
            int i = k;
            run.holds(
                    cost(k),
                    numbers(run(plain, k)[0]),
                    FLOOR,
                    recipe -> numbers(run(recipe, i)[0] + 0.5 * factor(recipe, Factor.PENALTY, 1)));
        }
        assertEquals(List.of(List.of("l2-cost-missing", "optimizer-momentum")), ids(naming(steps, run)));
    }

    @Test
    void should_name_nothing_where_nothing_fails() {
        Naming naming = naming(steps(Recipe.RIGHT));
        assertEquals(List.of(), ids(naming));
        assertEquals(Optional.empty(), naming.rest());
    }
}
