package org.twinnet.compare.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.compare.check.CheckResult;
import org.twinnet.compare.check.TraceJudge;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.trace.HyperParameters;
import org.twinnet.compare.trace.LeftOpen;
import org.twinnet.compare.trace.Reading;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.file.TraceReader;
import org.twinnet.data.npz.Dtype;
import org.twinnet.scratch.linalg.Matrix;

@DisplayName("The experiment that a trace does not state")
class MeantExperimentTest {

    @TempDir
    private Path folder;

    private static Trace read(String name) {
        try {
            return TraceReader.read(
                    Path.of(MeantExperimentTest.class
                            .getResource("/org/twinnet/compare/" + name + ".npz")
                            .toURI()),
                    Optional.empty());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As if nothing but plain entries were in the file. */
    private static Trace unstated(String name, double lambda) {
        Trace trace = read(name);
        Reading reading = trace.reading();
        Set<LeftOpen> open = EnumSet.allOf(LeftOpen.class);
        HyperParameters hyper = trace.hyperParameters();
        return trace.with(new Reading(reading.storedAs(), false, reading.notes(), reading.ownMasks(), open))
                .with(new HyperParameters(hyper.learningRate(), lambda, hyper.keepProbabilities()));
    }

    private static String told(Trace trace) {
        CheckResult result = TraceJudge.judge(trace);
        assertEquals(Status.DISAGREE, result.verdict());
        List<Diagnosis> diagnosis = Diagnostician.diagnose(result);
        Diagnosis last = diagnosis.get(diagnosis.size() - 1);
        assertEquals("experiment-not-stated", last.id());
        return last.sentence().english();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "styles/adam_class-right      | 0    | sum to 1, and A of the hidden layers is tanh of Z, which is negative"
                        + " at times, and adam with its ε as Keras and DL4J place it",
                "styles/cs231n_net-right      | 0.05 | the penalty is lambd times ½·ΣW², divided by nothing",
                "trace/tanh-momentum          | 0.5  | momentum of 0.9 explains the updates",
                "trace/tanh-dropout-average   | 0.5  | momentum of 0.9, as an average, explains the updates",
            })
    void should_be_told_with_what_shows_it_where_it_would_agree(String name, double lambda, String shown) {
        String told = told(unstated(name, lambda));
        assertTrue(told.contains(shown), told);
        assertTrue(told.contains("It would agree with the entry experiment = '{\"layers\": "), told);
    }

    /** The file with other labels, and no word of its training but plain entries. */
    private Trace written(Trace trace, Matrix Y, double lambda) {
        Path file = TraceFiles.of(trace)
                .matrix("Y", Y, Dtype.FLOAT64)
                .scalar("lambd", lambda)
                .write(folder.resolve("unstated.npz"));
        return TraceReader.read(file, Optional.empty());
    }

    @Test
    void should_be_told_of_labels_that_are_classes() {
        Trace trace = read("styles/cs231n_net-right");
        Matrix classes = Matrix.zeros(1, trace.exampleCount());
        for (int j = 0; j < classes.columns(); j++) {
            for (int k = 0; k < trace.Y().rows(); k++) {
                classes.set(0, j, classes.get(0, j) + k * trace.Y().get(k, j));
            }
        }
        String told = told(written(trace, classes, 0.05));
        assertTrue(told.contains("softmax"), told);
        assertTrue(told.contains("It would agree with the entry experiment = '{\"layers\": "), told);
    }

    @Test
    void should_be_told_of_targets_that_are_numbers() {
        Trace trace = read("styles/momentum_regression-right");
        String told = told(written(trace, trace.Y(), 0));
        assertTrue(told.contains("output and cost are those of identity and "), told);
        assertTrue(told.contains("It would agree with the entry experiment = '{\"layers\": "), told);
    }

    @Test
    void should_be_told_with_the_mistake_that_is_left() {
        String told = told(unstated("styles/cs231n_net-relu-gradient-missing", 0.05));
        assertTrue(told.endsWith("What is wrong then: relu-gradient-missing."), told);
    }

    @Test
    void should_not_be_told_of_a_mistake_that_the_defaults_explain() {
        Trace faulty = unstated("trace/relu-in-place-of-tanh", 0.5);
        List<Diagnosis> diagnosis = Diagnostician.diagnose(TraceJudge.judge(faulty));
        assertNotEquals(List.of(), diagnosis);
    }
}
