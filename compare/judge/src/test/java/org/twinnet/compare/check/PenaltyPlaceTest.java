package org.twinnet.compare.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.check.StyledNetwork.Fault;
import org.twinnet.compare.check.StyledNetwork.Style;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.testing.English;
import org.twinnet.compare.trace.Trace;

/** dW is that of the data alone in all of these traces. */
@DisplayName("The judge, where the penalty is added in the update or nowhere")
class PenaltyPlaceTest {

    private static final List<String> CONVENTION = List.of("penalty-in-update");

    @TempDir
    private Path folder;

    private CheckResult judge(Fault fault, List<Integer> iterations, List<Integer> costs) {
        Trace trace = StyledTraces.read(folder, List.of(Style.PENALTY_IN_UPDATE), fault, 0.7);
        return TraceJudge.judge(StyledTraces.part(trace, iterations, costs));
    }

    /** Neither the next parameters nor a cost of theirs: right and wrong networks write the same trace. */
    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void should_stay_open_where_no_update_shows(int iteration) {
        for (Fault fault : List.of(Fault.NONE, Fault.PENALTY_IN_NO_GRADIENT)) {
            CheckResult result = judge(fault, List.of(iteration), List.of(iteration));
            assertEquals(Status.INCONCLUSIVE, result.verdict());
            assertEquals(List.of(), StyledTraces.conventions(result));
            assertEquals(List.of(), StyledTraces.ids(result));
            String question =
                    "dW of layers 1, 2, 3 leaves the penalty out, and whether the update adds it is not in the"
                            + " trace; W1@" + (iteration + 1) + " would decide";
            assertTrue(English.of(result.notChecked()).contains(question), English.of(result.notChecked())::toString);
        }
    }

    /** The cost behind the last update is recomputed through it; of iteration 3 no whole run tells. */
    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void should_be_decided_by_the_cost_behind_an_update_that_is_not_in_the_trace(int iteration) {
        List<Integer> costs = List.of(iteration, iteration + 1);
        CheckResult right = judge(Fault.NONE, List.of(iteration), costs);
        assertEquals(List.of(), English.of(right.notChecked()));
        assertEquals(Status.AGREE, right.verdict());
        assertEquals(CONVENTION, StyledTraces.conventions(right));
        CheckResult wrong = judge(Fault.PENALTY_IN_NO_GRADIENT, List.of(iteration), costs);
        assertEquals(Status.DISAGREE, wrong.verdict());
        assertEquals(List.of(), StyledTraces.conventions(wrong));
        assertEquals(List.of("l2-gradient-missing"), StyledTraces.ids(wrong));
    }

    /** A single number tells of every parameter that moves it. */
    @ParameterizedTest
    @CsvSource({
        "BIAS_OF_LAYER_2_NOT_UPDATED, bias-not-updated",
        "WEIGHTS_OF_LAYER_1_NOT_UPDATED, weights-not-updated",
        "UPDATE_SIGN, update-sign"
    })
    void should_not_agree_where_the_cost_behind_an_update_shows_another_fault(Fault fault, String id) {
        CheckResult wrong = judge(fault, List.of(3), List.of(3, 4));
        assertEquals(Status.DISAGREE, wrong.verdict());
        assertEquals(List.of(id), StyledTraces.ids(wrong));
    }

    @Test
    void should_be_decided_by_later_costs_of_the_whole_run() {
        CheckResult right = judge(Fault.NONE, List.of(0), List.of(0, 11));
        assertEquals(Status.AGREE, right.verdict());
        assertEquals(CONVENTION, StyledTraces.conventions(right));
        CheckResult wrong = judge(Fault.PENALTY_IN_NO_GRADIENT, List.of(0), List.of(0, 11));
        assertEquals(Status.DISAGREE, wrong.verdict());
        assertEquals("l2-gradient-missing", StyledTraces.ids(wrong).get(0));
    }

    /** From the start, and from iteration 7 on, which is the same but for what an optimizer carries. */
    @ParameterizedTest
    @CsvSource({
        "UPDATE_RATE, learning-rate-differs",
        "UPDATE_SIGN, update-sign",
        "UPDATE_MOMENTUM, optimizer-momentum",
        "UPDATE_MOMENTUM_AVERAGED, optimizer-momentum",
        "UPDATE_ADAM, optimizer-adam",
        "WEIGHTS_OF_LAYER_1_NOT_UPDATED, weights-not-updated",
        "BIAS_OF_LAYER_2_NOT_UPDATED, bias-not-updated",
        "PENALTY_HALVED_IN_GRADIENT, l2-gradient-halved"
    })
    void should_name_a_fault_of_the_update_by_its_own_name_beside_the_convention(Fault fault, String id) {
        for (List<Integer> iterations : List.of(List.of(0, 1, 2), List.of(7, 8, 9))) {
            if (fault == Fault.UPDATE_ADAM && !iterations.contains(0)) {
                continue;
            }
            CheckResult wrong = judge(fault, iterations, iterations);
            assertEquals(Status.DISAGREE, wrong.verdict());
            assertEquals(CONVENTION, StyledTraces.conventions(wrong));
            assertEquals(List.of(id), StyledTraces.ids(wrong));
        }
    }

    @Test
    void should_name_the_missing_penalty_whatever_the_rule_of_the_update() {
        CheckResult wrong = judge(Fault.PENALTY_IN_NO_GRADIENT, List.of(7, 8), List.of(7));
        assertEquals(Status.DISAGREE, wrong.verdict());
        assertEquals(List.of(), StyledTraces.conventions(wrong));
        assertEquals(List.of("l2-gradient-missing"), StyledTraces.ids(wrong));
    }

    /** Adam behind a gap: neither the rule nor the place of the penalty follows from its steps. */
    @Test
    void should_say_what_does_not_follow_from_updates_of_an_unknown_rule() {
        CheckResult wrong = judge(Fault.UPDATE_ADAM, List.of(7, 8), List.of(7));
        assertEquals(Status.DISAGREE, wrong.verdict());
        assertEquals(List.of("unknown"), StyledTraces.ids(wrong));
        assertTrue(
                English.of(wrong.notChecked()).stream().anyMatch(line -> line.contains("does not follow from W1@8")),
                English.of(wrong.notChecked())::toString);
    }
}
