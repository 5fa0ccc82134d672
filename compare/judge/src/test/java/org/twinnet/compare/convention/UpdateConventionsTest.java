package org.twinnet.compare.convention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.agreement.TwinFactories;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.data.Dataset;
import org.twinnet.data.source.ShippedData;

@DisplayName("Updates that are easily taken for the same")
class UpdateConventionsTest {

    private static final Dataset PITCH = ShippedData.pitch().train();

    private static List<Convention> of(Map<String, Object> changes) {
        Experiment experiment = ExperimentTree.with(Experiment.published(2).iterations(200), changes);
        return UpdateConventions.measure(TwinFactories.standard(TwinFactories.Loss.LOGIT), experiment, PITCH);
    }

    /** Measured, and good to the digits that are given: nothing chaotic happens in a hundred iterations. */
    private static void assertParted(Convention.Id id, double parted, Map<String, Object> changes) {
        List<Convention> rows = of(changes);
        Convention row = rows.stream().filter(one -> one.id() == id).findFirst().orElseThrow();
        assertEquals(parted, row.measured(), 0.01 * parted, row::toString);
        assertEquals(0, row.expected());
        assertEquals(127, row.compared());
    }

    @Test
    void should_be_asked_for_only_where_the_experiment_has_them() {
        assertEquals(List.of(), of(Map.of()));
        assertEquals(List.of(), of(Map.of("optimizer", "nesterov")));
        assertEquals(List.of(), of(Map.of("optimizer", "momentum", "schedule", "step")));
        assertEquals(List.of(), of(Map.of("optimizer", Map.of("kind", "adam", "epsilon_place", "before-correction"))));
    }

    /** Under gradient descent it is the same, up to rounding. */
    @Test
    void should_say_how_far_decay_and_penalty_part() {
        Convention plain = of(Map.of("weight_decay", 0.1)).get(0);
        assertEquals(Convention.Id.DECAY_L2, plain.id());
        assertTrue(plain.measured() < 1e-13, plain::toString);
        assertParted(
                Convention.Id.DECAY_L2,
                0.628,
                Map.of("weight_decay", 0.1, "optimizer", Map.of("kind", "adamw", "learning_rate", 0.01)));
    }

    @Test
    void should_say_how_far_the_stock_updaters_part() {
        assertParted(
                Convention.Id.STOCK_STATE,
                0.00958,
                Map.of("optimizer", Map.of("kind", "rmsprop", "learning_rate", 0.001)));
        assertParted(
                Convention.Id.STOCK_STATE,
                0.104,
                Map.of("optimizer", Map.of("kind", "adagrad", "learning_rate", 0.01)));
        assertParted(
                Convention.Id.STOCK_NESTEROV,
                0.0212,
                Map.of("optimizer", "nesterov", "schedule", Map.of("kind", "step", "every", 50, "factor", 0.5)));
        assertParted(
                Convention.Id.STOCK_EPSILON,
                0.00787,
                Map.of("optimizer", Map.of("kind", "adam", "learning_rate", 0.01)));
    }

    /** Here all 211 examples are one batch; the smaller a batch, the more it is. */
    @Test
    void should_say_how_far_predictions_part_by_the_running_variance() {
        List<Map<String, Object>> layers =
                List.of(Map.of("units", 20, "batch_norm", Map.of("running_variance", "unbiased")), Map.of("units", 1));
        Convention row = of(Map.of("layers", layers)).get(0);
        Convention small =
                of(Map.of("layers", layers, "batches", Map.of("size", 8))).get(0);

        assertEquals(Convention.Id.STOCK_VARIANCE, row.id());
        assertEquals(211, row.compared());
        assertEquals(6.53e-4, row.measured(), 0.01 * 6.53e-4, row::toString);
        assertEquals(0.01745, small.measured(), 0.01 * 0.01745, small::toString);
        assertEquals(
                List.of(),
                of(Map.of("layers", List.of(Map.of("units", 20, "batch_norm", Map.of()), Map.of("units", 1)))));
    }

    @Test
    void should_measure_nothing_where_a_run_leaves_the_range_of_doubles() {
        List<Convention> rows = of(Map.of("weight_decay", 1e300));
        assertEquals(0, rows.get(0).compared());
    }
}
