package org.twinnet.compare.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.check.CheckResult;
import org.twinnet.compare.check.TraceJudge;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.trace.Trace;

/** Each mistake of the options of training, planted in two architectures by loops that know nothing of the replay. */
@DisplayName("A mistake of training")
class TrainingMistakesTest {

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("faults")
    void should_be_named_first(String fault, PlantedFaults.Kind kind, int architecture) {
        Trace trace = FaultyTrainer.trace(kind.experiment(architecture), fault, architecture);
        CheckResult result = TraceJudge.judge(trace);

        assertEquals(Status.DISAGREE, result.verdict());
        List<Diagnosis> found = Diagnostician.diagnose(result);
        assertEquals(PlantedFaults.id(fault), found.get(0).id(), found::toString);
        PlantedFaults.factor(fault)
                .ifPresent(
                        factor -> assertEquals(factor, found.get(0).factor().orElseThrow(), 1e-6 * Math.abs(factor)));
    }

    static Stream<Arguments> faults() {
        return PlantedFaults.all().stream()
                .flatMap(of -> Stream.of(0, 1).map(architecture -> Arguments.of(of.fault(), of.kind(), architecture)));
    }

    static Stream<Arguments> kinds() {
        return PlantedFaults.all().stream()
                .map(PlantedFaults::kind)
                .distinct()
                .flatMap(kind -> Stream.of(0, 1).map(architecture -> Arguments.of(kind, architecture)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("kinds")
    void should_not_be_named_where_there_is_none(PlantedFaults.Kind kind, int architecture) {
        CheckResult result = TraceJudge.judge(FaultyTrainer.trace(kind.experiment(architecture), "", architecture));

        assertEquals(Status.AGREE, result.verdict(), () -> result.divergences().toString());
        assertEquals(List.of(), Diagnostician.diagnose(result));
    }
}
