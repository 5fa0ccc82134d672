package org.twinnet.compare.twin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.compare.diagnosis.TraceFiles;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.file.ExperimentFile;
import org.twinnet.compare.twin.scratch.ScratchModels;
import org.twinnet.data.InvalidDataException;

@DisplayName("Parameters from a file")
class GivenParametersTest {

    @TempDir
    private Path folder;

    private static TraceFiles weights() {
        return new TraceFiles()
                .put("W1", "<f8", "(2, 3)", 1, 2, 3, 4, 5, 6)
                .put("b1", "<f8", "(2,)", 7, 8)
                .put("W2", "<f4", "(1, 2)", 0.5, -0.25)
                .put("b2", "<f8", "(1, 1)", 9)
                .put("accuracy", "<f8", "()", 0.9);
    }

    private static double[] start(Path file) {
        return ScratchModels.initialParameters(Experiment.of(3, 2, 1).with(new Initialization.File(file.toString())))
                .toVector();
    }

    @Test
    void should_be_where_training_starts() {
        assertArrayEquals(
                new double[] {1, 2, 3, 4, 5, 6, 7, 8, 0.5, -0.25, 9},
                start(weights().write(folder.resolve("w.npz"))));
    }

    @Test
    void should_be_looked_for_beside_the_experiment_that_names_them() throws IOException {
        weights().write(folder.resolve("w.npz"));
        Path file = Files.writeString(
                folder.resolve("mine.json"),
                "{\"layers\": [{\"units\": 2}, {\"units\": 1}], \"initialization\": {\"kind\": \"file\", \"file\":"
                        + " \"w.npz\"}}");

        Experiment experiment = ExperimentFile.read(file, 3).get(0);

        assertEquals(new Initialization.File(folder.resolve("w.npz").toString()), experiment.initialization());
        assertEquals(9, ScratchModels.initialParameters(experiment).b(2).get(0, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "W1 | (3, 2) | array W1: its shape is (3, 2); the network needs (2, 3)",
                "b1 | (1, 2) | ",
                "b2 | (1,)   | "
            })
    void should_take_biases_as_rows_and_refuse_weights_that_lie_otherwise(String name, String shape, String message) {
        double[] values = name.equals("W1") ? new double[6] : new double[name.equals("b1") ? 2 : 1];
        Path file = weights().put(name, "<f8", shape, values).write(folder.resolve("w.npz"));
        if (message == null) {
            assertEquals(11, start(file).length);
        } else {
            assertEquals(
                    file + ", " + message,
                    assertThrows(InvalidDataException.class, () -> start(file)).getMessage());
        }
    }

    @Test
    void should_say_what_is_missing_and_what_is_no_number() {
        Path without = weights().without("b2").write(folder.resolve("without.npz"));
        assertEquals(
                without + ": has no array b2, (1, 1); it has W1, b1, W2, accuracy",
                assertThrows(InvalidDataException.class, () -> start(without)).getMessage());

        Path infinite = weights().put("b1", "<f8", "(2,)", 1, Double.NaN).write(folder.resolve("nan.npz"));
        assertEquals(
                infinite + ", array b1: number 1 is NaN; training needs finite ones",
                assertThrows(InvalidDataException.class, () -> start(infinite)).getMessage());

        assertTrue(assertThrows(InvalidDataException.class, () -> start(folder.resolve("none.npz")))
                .getMessage()
                .contains("none.npz"));
    }
}
