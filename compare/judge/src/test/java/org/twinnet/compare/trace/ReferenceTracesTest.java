package org.twinnet.compare.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.testing.ProjectFolder;
import org.twinnet.compare.trace.file.TraceReader;

@DisplayName("The reader, on the published traces")
class ReferenceTracesTest {

    private static final Path FOLDER = ProjectFolder.shared("reference/traces");

    @ParameterizedTest
    @ValueSource(strings = {"none", "l2", "dropout"})
    void should_read_the_correct_traces(String name) {
        Path file = FOLDER.resolve(name + ".npz");
        assumeTrue(Files.exists(file), "the published traces are not beside the project");
        Trace trace = TraceReader.read(file, Optional.empty());
        assertEquals(List.of(2, 20, 3, 1), trace.layerSizes());
        assertEquals(211, trace.exampleCount());
        assertEquals(Set.of(0, 1, 2000), trace.iterations());
        assertEquals(Precision.FLOAT64, trace.precision());
        assertEquals("dropout".equals(name), trace.mask(2, 1).isPresent());
    }

    @Test
    void should_recognize_single_precision() {
        Path file = FOLDER.resolve("faulty/float32.npz");
        assumeTrue(Files.exists(file), "the published traces are not beside the project");
        assertEquals(Precision.FLOAT32, TraceReader.read(file, Optional.empty()).precision());
    }
}
