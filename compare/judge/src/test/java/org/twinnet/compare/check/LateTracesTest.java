package org.twinnet.compare.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinnet.compare.check.StyledNetwork.Fault;
import org.twinnet.compare.diagnosis.Diagnosis;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.trace.HyperParameters;
import org.twinnet.compare.trace.Trace;

@DisplayName("The judge, on traces that start late")
class LateTracesTest {

    @TempDir
    private Path folder;

    private CheckResult judge(Fault fault, List<Integer> iterations) {
        return TraceJudge.judge(
                StyledTraces.part(StyledTraces.read(folder, List.of(), fault, 0.7), iterations, iterations));
    }

    /** The first of two updates shows what is carried into the second. */
    @ParameterizedTest
    @EnumSource(names = {"UPDATE_MOMENTUM", "UPDATE_MOMENTUM_AVERAGED"})
    void should_name_momentum_from_two_updates_that_follow_each_other(Fault fault) {
        CheckResult result = judge(fault, List.of(6, 7, 8));
        assertEquals(Status.DISAGREE, result.verdict());
        List<Diagnosis> diagnoses = StyledTraces.diagnoses(result);
        assertEquals(List.of("optimizer-momentum"), StyledTraces.ids(result));
        assertEquals(StyledUpdate.MOMENTUM, diagnoses.get(0).factor().orElseThrow(), 1e-9);
    }

    @Test
    void should_say_what_would_tell_the_rule_of_a_single_update() {
        for (Fault fault : List.of(Fault.UPDATE_MOMENTUM, Fault.UPDATE_ADAM)) {
            CheckResult result = judge(fault, List.of(6, 7));
            assertEquals(Status.DISAGREE, result.verdict());
            assertEquals(List.of("unknown"), StyledTraces.ids(result));
            String sentence = StyledTraces.diagnoses(result).get(0).sentence().english();
            assertTrue(
                    sentence.endsWith(" The trace does not hold all steps before iteration 6, of which an optimizer may"
                            + " carry something: momentum can be told by the parameters of iteration 8, Adam by the"
                            + " updates from iteration 0 on."),
                    sentence);
        }
        String sentence = StyledTraces.diagnoses(judge(Fault.UPDATE_ADAM, List.of(6, 7, 8)))
                .get(0)
                .sentence()
                .english();
        assertTrue(sentence.endsWith("Adam can be told by the updates from iteration 0 on only."), sentence);
    }

    /** One update from the start tells Adam; a rate that one update shows is none that two refute. */
    @Test
    void should_name_what_few_updates_determine() {
        assertEquals(List.of("optimizer-adam"), StyledTraces.ids(judge(Fault.UPDATE_ADAM, List.of(0, 1))));
        assertEquals(List.of("learning-rate-differs"), StyledTraces.ids(judge(Fault.UPDATE_RATE, List.of(6, 7, 8))));
        assertEquals(Status.AGREE, judge(Fault.NONE, List.of(6, 7, 8)).verdict());
    }

    /** What momentum leaves undetermined, another mistake need not explain. */
    @Test
    void should_name_momentum_beside_a_mistake_of_the_gradient() {
        Trace unpenalized = StyledTraces.read(folder, List.of(), Fault.UPDATE_MOMENTUM, 0);
        Trace stated = unpenalized.with(new HyperParameters(0.3, 0.7, 1));
        CheckResult result = TraceJudge.judge(StyledTraces.part(stated, List.of(6, 7, 8), List.of()));
        assertEquals(List.of("l2-gradient-missing", "optimizer-momentum"), StyledTraces.ids(result));
    }
}
