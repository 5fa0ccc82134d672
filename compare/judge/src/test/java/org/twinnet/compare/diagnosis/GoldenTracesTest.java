package org.twinnet.compare.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.check.CheckResult;
import org.twinnet.compare.check.TraceJudge;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.testing.English;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.file.TraceReader;

/** Traces of this project's own, made by {@code make_traces.py} beside them, which knows nothing of Twinnet. */
@DisplayName("The judge, on small traces of tanh and momentum")
class GoldenTracesTest {

    private static Trace trace(String name) {
        try {
            Path file = Path.of(Trace.class
                    .getResource("/org/twinnet/compare/trace/" + name + ".npz")
                    .toURI());
            return TraceReader.read(file, Optional.empty());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void should_read_activation_and_optimizer_under_the_keys_of_an_experiment() {
        Trace average = trace("tanh-dropout-average");
        assertEquals(new Activation.Tanh(), average.hyperParameters().activation(1, 3));
        assertEquals(
                new Optimizer.Momentum(0.2, 0.9, true),
                average.hyperParameters().optimizer());
        assertEquals("tanh", average.hyperParameters().settings().get("layers[].activation"));
        assertEquals("momentum", average.hyperParameters().settings().get("optimizer.kind"));
        assertEquals(
                new Optimizer.GradientDescent(0.2),
                trace("relu").hyperParameters().optimizer());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "relu",
                "tanh-momentum",
                "tanh-dropout-average",
                "classes-in-batches",
                "numbers-in-rows",
                "normalized-in-batches"
            })
    void should_agree_with_a_right_trace(String name) {
        CheckResult result = TraceJudge.judge(trace(name));
        assertEquals(List.of(), result.divergences());
        assertEquals(List.of(), English.of(result.notChecked()));
        assertEquals(Status.AGREE, result.verdict());
        assertEquals(List.of(), Diagnostician.diagnose(result));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tanh-gradient-missing",
                "tanh-gradient-of-pre-activation",
                "tanh-gradient-sign",
                "tanh-gradient-not-squared",
                "sigmoid-gradient-on-tanh",
                "tanh-gradient-of-dropped-activation",
                "relu-in-place-of-tanh",
                "momentum-velocity-not-carried",
                "momentum-average-differs",
                "momentum-velocity-late",
                "momentum-differs",
                "update-sign"
            })
    void should_name_the_mistake_of_a_faulty_one(String name) {
        CheckResult result = TraceJudge.judge(trace(name));
        assertEquals(Status.DISAGREE, result.verdict());
        assertEquals(
                List.of(name),
                Diagnostician.diagnose(result).stream().map(Diagnosis::id).toList());
    }
}
