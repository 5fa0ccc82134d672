package org.twinnet.compare.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.check.TraceJudge;
import org.twinnet.compare.diagnosis.PlantedFaults.Kind;

/** Options of which one could be taken for another, or hide a mistake of it. */
@DisplayName("A mistake where options meet")
class OptionsTogetherTest {

    private static final String QUADRATIC = "quadratic";
    private static final String SOFTMAX = "softmax-cross-entropy";

    private static List<String> ids(String fault, Kind kind) {
        return Diagnostician.diagnose(TraceJudge.judge(FaultyTrainer.trace(kind.experiment(1), fault, 0))).stream()
                .map(Diagnosis::id)
                .toList();
    }

    /** Nothing of hidden masks is tried where no hidden unit is dropped, and no other gate than that of a ReLU. */
    @ParameterizedTest
    @CsvSource({
        "leaky-relu, leaky-relu-gradient-relu, 1",
        "softplus,   softplus-gradient-missing, 1",
        "elu,        elu-gradient-relu, 1",
        "sigmoid,    sigmoid-gradient-missing, 0.6",
        "relu,       dropout-mask-missing-forward, 0.7",
        "tanh,       input-dropout-skipped, 0.7"
    })
    void should_be_told_apart_from_dropout_of_the_input(String hidden, String fault, double keep) {
        Kind kind = new Kind(hidden, SOFTMAX, Map.of("input_keep_prob", 0.8), "none", keep);
        assertEquals(List.of(fault), ids(fault, kind));
    }

    @ParameterizedTest
    @CsvSource({
        "squared-error-cost-summed, quadratic",
        "squared-error-cost-summed, mean-squared-error",
        "softmax-cross-entropy-summed, softmax-cross-entropy"
    })
    void should_be_of_the_cost_where_the_cost_of_a_batch_alone_is_summed(String fault, String loss) {
        for (int size : List.of(8, 10)) {
            Kind kind = new Kind("tanh", loss, Map.of("batches", Map.of("size", size, "seed", 5)));
            assertEquals(List.of(fault), ids(fault, kind));
        }
    }

    @Test
    void should_be_that_of_all_examples_where_one_batch_holds_them() {
        Kind kind = new Kind("tanh", QUADRATIC, Map.of("batches", Map.of("size", 30, "seed", 5)));
        assertEquals("gradient-not-averaged", ids("batch-not-averaged", kind).get(0));
    }

    /** Under a rate that falls, a decay without it does not. */
    @ParameterizedTest
    @ValueSource(strings = {"step", "exponential", "inverse"})
    void should_be_of_the_decay_whatever_the_schedule(String schedule) {
        Map<String, Object> rate = Map.of(
                "step", Map.of("kind", "step", "every", 2, "factor", 0.5),
                "exponential", Map.of("kind", "exponential", "factor", 0.9),
                "inverse", Map.of("kind", "inverse", "rate", 0.1));
        Kind kind = new Kind(
                "tanh",
                QUADRATIC,
                Map.of("optimizer", "adam", "weight_decay", 0.05, "schedule", rate.get(schedule)),
                Map.of("decay", 0.9));
        for (String fault : List.of("weight-decay-not-by-rate", "weight-decay-on-biases", "weight-decay-missing")) {
            assertEquals(List.of(fault), ids(fault, kind));
        }
    }
}
