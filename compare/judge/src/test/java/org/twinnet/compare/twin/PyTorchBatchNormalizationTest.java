package org.twinnet.compare.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.twin.dl4j.Dl4jTwin;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;
import org.twinnet.data.source.ShippedData;

@DisplayName("What both networks make of a batch that is normalized, beside PyTorch")
class PyTorchBatchNormalizationTest {

    private static final int ITERATIONS = 200;

    /**
     * Costs of iterations 0, 100 and 199, and the mean probability that the trained network predicts, by PyTorch 1.13.0
     * in float64 with its own {@code BatchNorm1d} and optimizers, from the weights that NumPy's RandomState(3) draws.
     * PyTorch keeps the unbiased variance; the biased one is what that becomes by v ← (v − 0.9²⁰⁰)·210/211 + 0.9²⁰⁰.
     * Weights that differ by a unit in the last place move PyTorch's own numbers by 5e-16 of their size, with Adam by
     * 2e-9. Measured of both networks: at most 8e-16, with Adam 4e-10.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "gradient-descent; 0.3; biased; 1e-13; 0.7037068061062478; 0.3180559925786141; 0.3081720509052757; 0.537797464423415",
                "gradient-descent; 0.3; unbiased; 1e-13; 0.7037068061062478; 0.3180559925786141; 0.3081720509052757; 0.5378841586208207",
                "nesterov; 0.05; biased; 1e-13; 0.7037068061062478; 0.31420612122413477; 0.3030956063414007; 0.5376906392833363",
                "nesterov; 0.05; unbiased; 1e-13; 0.7037068061062478; 0.31420612122413477; 0.3030956063414007; 0.5376859404851216",
                "adam; 0.01; biased; 1e-7; 0.7037068061062478; 0.31788791314989195; 0.2966383223070617; 0.5185468808489493",
                "adam; 0.01; unbiased; 1e-7; 0.7037068061062478; 0.31788791314989195; 0.2966383223070617; 0.5185086700984772"
            })
    void should_train_to_its_costs_and_predict_its_probabilities(
            String optimizer,
            double rate,
            String variance,
            double tolerance,
            double first,
            double middle,
            double last,
            double predicted) {
        Experiment experiment = ExperimentTree.with(
                Experiment.of(2, 8, 4, 1).iterations(ITERATIONS),
                Map.of(
                        "layers[].activation",
                        "tanh",
                        "layers[].batch_norm",
                        "batch-norm",
                        "layers[].batch_norm.running_variance",
                        variance,
                        "optimizer.kind",
                        optimizer,
                        "optimizer.learning_rate",
                        rate));
        Dataset pitch = ShippedData.pitch().train();
        for (TwinFactory factory : List.<TwinFactory>of(ScratchTwin.factory(), Dl4jTwin::withLogitLoss)) {
            try (Twin twin = factory.create(experiment, pitch)) {
                double[] costs = new double[ITERATIONS];
                for (int t = 0; t < ITERATIONS; t++) {
                    costs[t] = twin.step();
                }
                String name = twin.name().toString();
                assertEquals(first, costs[0], tolerance * first, name);
                assertEquals(middle, costs[ITERATIONS / 2], tolerance * middle, name);
                assertEquals(last, costs[ITERATIONS - 1], tolerance * last, name);
                double mean = Arrays.stream(twin.predict(pitch.featureRows()))
                        .average()
                        .orElseThrow();
                assertEquals(predicted, mean, tolerance * predicted, name);
            }
        }
    }
}
