package org.twinnet.compare.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.file.ExperimentFile;
import org.twinnet.compare.testing.ProjectFolder;
import org.twinnet.data.Dataset;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.Targets;
import org.twinnet.data.source.DataFiles;
import org.twinnet.data.source.ReadOptions;

/** Costs by PyTorch's own layers, losses and optimizers lie beside the project, with the files of their experiments. */
@DisplayName("Both networks, trained from an experiment file")
class ReferenceCostsTest {

    /**
     * Relative; what two correct programs may differ by: measured at most 3e-15, or a hundred times how far one unit in
     * the last place moves the cost.
     */
    private static final double TOLERANCE = 1e-11;

    private static final int SPREADS = 100;

    @ParameterizedTest
    @CsvSource({
        "adam-softmax-batches-dropout, three-classes",
        "adamw-gelu-schedule-clip, binary",
        "batch-norm-nesterov, three-classes",
        "input-dropout-published, binary",
        "momentum-tanh-l2, binary",
        "rmsprop-mse-l1, regression"
    })
    void should_train_to_the_costs_of_pytorch(String name, String data) throws IOException {
        Path folder = ProjectFolder.shared("reference/experiments");
        assumeTrue(Files.isDirectory(folder), "the reference numbers are not there: " + folder);
        Path file = folder.resolve(name + ".json");
        Targets targets = built(file, 1).targets();
        Dataset training = DataFiles.read(
                        folder.resolve(data + ".npz"), ReadOptions.defaults().withTargets(targets))
                .train();
        Experiment experiment = built(file, training.featureCount());
        List<String> costs = Files.readAllLines(folder.resolve(name + ".csv"));
        try (Twin scratch = new ScratchTwin(experiment, training);
                Twin dl4j = Dl4jTwin.withLogitLoss(experiment, training)) {
            for (Twin twin : List.of(scratch, dl4j)) {
                double cost = Double.NaN;
                for (String line : costs.subList(1, costs.size())) {
                    String[] fields = line.split(",", -1);
                    while (twin.iteration() <= Integer.parseInt(fields[0])) {
                        cost = twin.step();
                    }
                    double expected = Double.parseDouble(fields[1]);
                    double allowed = Math.max(TOLERANCE, SPREADS * Double.parseDouble(fields[2]));
                    assertEquals(expected, cost, allowed * expected, twin.name() + ", iteration " + fields[0]);
                }
            }
        }
    }

    /** What needs a formula that is not built is skipped, and says which. */
    private static Experiment built(Path file, int inputs) {
        try {
            return ExperimentFile.read(file, inputs).get(0);
        } catch (InvalidDataException e) {
            assumeFalse(e.getMessage().contains("not built yet"), e.getMessage());
            throw e;
        }
    }
}
