package org.twinnet.compare.move;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.experiment.Layer;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.move.trace.OriginalTrace;
import org.twinnet.compare.move.trace.TraceStep;
import org.twinnet.compare.move.trace.TraceSteps;
import org.twinnet.compare.trace.file.TraceReader;

@DisplayName("The trace of a network that is moved")
class OriginalTraceTest {

    /** Half of them of square layers, whose shapes decide nothing. */
    private static final int NETWORKS = Integer.getInteger("twinnet.move.networks", 40) / 4;

    @TempDir
    private Path folder;

    static LongStream networks() {
        return LongStream.range(0, NETWORKS);
    }

    private OriginalTrace read(WrittenTrace written) throws IOException {
        return new OriginalTrace(TraceReader.read(written.write(folder.resolve("trace.npz")), Optional.empty()));
    }

    @ParameterizedTest(name = "network {0}")
    @MethodSource("networks")
    void should_decide_the_layout_and_be_what_dl4j_computes_for_200_steps(long seed) throws IOException {
        RandomSource source = new RandomSource(seed, seed % 2 == 0);
        WrittenTrace written = new WrittenTrace(source, 1);
        OriginalTrace original = read(written);

        MovedNetwork moved = Moving.read(written.weights(folder.resolve("w.npz"), source.as), Optional.empty())
                .inputs(original.data().featureCount())
                .units(original.experiment().layers().stream().map(Layer::units).toList())
                .decide(original.experiment(), Optional.of(original.data()), Optional.empty(), original.known());

        assertArrayEquals(written.last, moved.parameters());
        assertEquals(OptionalInt.of(200), original.iterationOf(moved.parameters()));
        assertEquals(
                source.experiment,
                original.experiment().named(source.experiment.name()).with(source.experiment.initialization()));
        TraceSteps steps = original.steps(200, ProgressListener.NONE);
        assertTrue(steps.agrees(), () -> steps.worst() + " of " + source.experiment);
        assertTrue(steps.showsTraining());
        assertTrue(
                steps.ending().isEmpty() || steps.ending().get() == TraceSteps.Ending.CHAOTIC,
                () -> steps.ending().toString());
        assertEquals(1 + steps.compared().size(), steps.csv().lines().count());
    }

    @Test
    void should_show_a_number_that_is_not_dl4js() throws IOException {
        TraceSteps steps =
                read(new WrittenTrace(new RandomSource(1, false), 1 + 1e-6)).steps(200, ProgressListener.NONE);

        assertFalse(steps.agrees());
        List<TraceStep> wrong =
                steps.compared().stream().filter(it -> !it.agrees()).toList();
        assertEquals(1, wrong.size());
        assertEquals("cost", wrong.get(0).name());
        assertEquals(100, wrong.get(0).iteration());
        assertEquals(Optional.of(wrong.get(0)), steps.worst());
    }
}
