package org.twinnet.compare.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.testing.English;
import org.twinnet.compare.testing.ProjectFolder;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.file.TraceReader;

@DisplayName("The judge, on the published traces")
class ReferenceVerdictsTest {

    private static final Path FOLDER = ProjectFolder.shared("reference/traces");

    @ParameterizedTest
    @ValueSource(strings = {"none", "l2", "dropout"})
    void should_agree_with_a_correct_trace(String name) {
        CheckResult result = judge(name);
        assertEquals(List.of(), result.divergences());
        assertEquals(List.of(), English.of(result.notChecked()));
        assertEquals(Status.AGREE, result.verdict());
        CheckRung forward = result.rungs().stream()
                .filter(rung -> rung.name() == CheckRungName.FORWARD)
                .findFirst()
                .orElseThrow();
        assertTrue(
                forward.note().english().startsWith("the parameters of iterations [2000] are taken as they are"),
                () -> forward.note().english());
    }

    @ParameterizedTest
    @CsvSource({
        "l2-gradient-not-averaged, dW3@0",
        "l2-gradient-missing, dW3@0",
        "gradient-not-averaged, dW3@0",
        "output-gradient-extra-sigmoid-derivative, dZ3@0",
        "dropout-not-scaled-forward, A1@0",
        "dropout-mask-missing-backward, dA2@0",
        "l2-bias-regularized, db3@1", // at iteration 0 all biases are 0
        "bias-not-updated, b1@1",
        "backprop-uses-updated-weights, dA2@0",
        "l2-cost-not-halved, cost@0",
        "cost-clipped, cost@1999",
        "float32, precision",
        "dropout-probability-inverted, kept fraction of D1"
    })
    void should_find_where_a_faulty_trace_first_diverges(String name, String first) {
        CheckResult result = judge("faulty/" + name);
        assertEquals(Status.DISAGREE, result.verdict());
        assertEquals(first, result.divergences().get(0).comparison().quantity().english());
    }

    private static CheckResult judge(String name) {
        Path file = FOLDER.resolve(name + ".npz");
        assumeTrue(Files.exists(file), "the published traces are not beside the project");
        Trace trace = TraceReader.read(file, Optional.empty());
        return TraceJudge.judge(trace);
    }
}
