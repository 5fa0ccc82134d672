package org.twinnet.compare.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.file.ExperimentFile;
import org.twinnet.compare.testing.ProjectFolder;
import org.twinnet.compare.twin.dl4j.Dl4jTwin;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;
import org.twinnet.data.source.DataFiles;
import org.twinnet.data.source.ReadOptions;

/** Their files lie beside the project; {@link PyTorchUpdatesTest} has what goes with the project. */
@DisplayName("The experiments that PyTorch trained")
class ReferenceExperimentsTest {

    private static final Path FOLDER = ProjectFolder.shared("reference/experiments");

    /** Which data belongs to which, as the folder's README says; the others have {@code binary.npz}. */
    private static final Map<String, String> DATA = Map.of(
            "adam-softmax-batches-dropout", "three-classes.npz",
            "batch-norm-nesterov", "three-classes.npz",
            "rmsprop-mse-l1", "regression.npz");

    private static Experiment read(Path file) {
        try {
            return ExperimentFile.read(file, 1).get(0);
        } catch (RuntimeException e) {
            Assumptions.assumeFalse(String.valueOf(e.getMessage()).contains("not built yet"), e.getMessage());
            throw e;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "adam-softmax-batches-dropout",
                "adamw-gelu-schedule-clip",
                "batch-norm-nesterov",
                "input-dropout-published",
                "momentum-tanh-l2",
                "rmsprop-mse-l1"
            })
    void should_be_trained_to_the_same_costs_by_both_networks(String name) throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "the folder ../shared/reference is not beside the project");
        Experiment read = read(FOLDER.resolve(name + ".json"));
        Dataset data = DataFiles.read(
                        FOLDER.resolve(DATA.getOrDefault(name, "binary.npz")),
                        ReadOptions.defaults().withTargets(read.targets()))
                .train();
        Experiment experiment = read.inputs(data.featureCount());
        List<String[]> rows = Files.readAllLines(FOLDER.resolve(name + ".csv")).stream()
                .filter(line -> line.matches("\\d.*"))
                .map(line -> line.split(",", -1))
                .toList();
        for (TwinFactory factory : Stream.<TwinFactory>of(ScratchTwin.factory(), Dl4jTwin::withLogitLoss)
                .toList()) {
            try (Twin twin = factory.create(experiment, data)) {
                int compared = 0;
                for (int t = 0; t < experiment.iterations(); t++) {
                    double cost = twin.step();
                    for (String[] row : rows) {
                        if (Integer.parseInt(row[0]) == t) {
                            double limit = Math.max(1e-11, 100 * Double.parseDouble(row[2]));
                            assertEquals(Double.parseDouble(row[1]), cost, limit, twin.name() + " at " + t);
                            compared++;
                        }
                    }
                }
                assertEquals(rows.size(), compared);
                assertTrue(compared > 5);
            }
        }
    }
}
