package org.twinnet.compare.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.twin.dl4j.Dl4jTwin;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;
import org.twinnet.data.source.ShippedData;

@DisplayName("Both networks, beside PyTorch")
class PyTorchCostsTest {

    private static final int ITERATIONS = 200;

    /** Measured at most 2e-14, of both networks. */
    private static final double TOLERANCE = 1e-12;

    private static Dataset data(String name) {
        return switch (name) {
            case "arms" -> ShippedData.arms().train();
            case "waves" -> ShippedData.waves().train();
            default -> ShippedData.pitch().train();
        };
    }

    /**
     * Costs of iterations 0, 100 and 199 by PyTorch 1.13.1 in float64, with its own activations, losses and SGD, from
     * the weights that NumPy's RandomState(3) draws.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "pitch; 8,4,1; leaky-relu; sigmoid; binary-cross-entropy; 0.3; 0.7025559541393246; 0.35901252029498726; 0.3394103891701375",
                "pitch; 8,4,1; elu; sigmoid; binary-cross-entropy; 0.3; 0.7473167784339414; 0.36553873935565334; 0.35648117239663035",
                "pitch; 8,4,1; softplus; sigmoid; binary-cross-entropy; 0.3; 0.7478418888217928; 0.4649037265605517; 0.3923801521349854",
                "pitch; 8,4,1; gelu; sigmoid; binary-cross-entropy; 0.3; 0.7047054739468497; 0.3678617344753569; 0.351130107729796",
                "pitch; 8,4,1; swish; sigmoid; binary-cross-entropy; 0.3; 0.7049024343373629; 0.38465781762682155; 0.3625042171139143",
                "pitch; 8,4,1; identity; sigmoid; binary-cross-entropy; 0.3; 0.779627114885518; 0.39767397046868; 0.3976739575239283",
                "pitch; 8,4,1; tanh; sigmoid; binary-cross-entropy; 0.3; 0.7434573878770524; 0.34997355009562064; 0.3357246473612692",
                "pitch; 8,4,1; sigmoid; sigmoid; binary-cross-entropy; 0.3; 0.7172582295565588; 0.6807098460070725; 0.6591856416135456",
                "arms; 8,3; relu; softmax; softmax-cross-entropy; 0.3; 1.0294088161997297; 0.3154316699152647; 0.27347864567457764",
                "arms; 8,3; gelu; softmax; softmax-cross-entropy; 0.3; 1.0237217079329421; 0.3204409085611743; 0.27445932689394115",
                "waves; 8,1; tanh; identity; mean-squared-error; 0.05; 1.0251125539017045; 0.2379077168533393; 0.20531844734812835",
                "waves; 8,1; tanh; identity; quadratic; 0.05; 0.5125562769508523; 0.13070501065740747; 0.11902626475463243",
                "waves; 8,1; tanh; tanh; mean-squared-error; 0.05; 0.8868526543797833; 0.20071805982431815; 0.18554909094647634",
                "waves; 8,1; tanh; softplus; quadratic; 0.05; 0.5868204852777568; 0.2617387359200857; 0.22908903076341325"
            })
    void should_train_to_its_costs(
            String data,
            String units,
            String hidden,
            String output,
            String loss,
            double rate,
            double first,
            double middle,
            double last) {
        List<Integer> layers =
                Arrays.stream(units.split(",")).map(Integer::valueOf).collect(Collectors.toList());
        layers.add(0, 2);
        Experiment experiment = ExperimentTree.with(
                Experiment.of(layers).iterations(ITERATIONS),
                Map.of(
                        "layers[].activation",
                        hidden,
                        ExperimentTree.OUTPUT,
                        output,
                        "loss.kind",
                        loss,
                        "optimizer.learning_rate",
                        rate));
        try (Twin scratch = new ScratchTwin(experiment, data(data));
                Twin dl4j = Dl4jTwin.withLogitLoss(experiment, data(data))) {
            for (Twin twin : Stream.of(scratch, dl4j).toList()) {
                double[] costs = new double[ITERATIONS];
                for (int t = 0; t < ITERATIONS; t++) {
                    costs[t] = twin.step();
                }
                assertEquals(first, costs[0], TOLERANCE * first, twin.name().toString());
                assertEquals(
                        middle,
                        costs[ITERATIONS / 2],
                        TOLERANCE * middle,
                        twin.name().toString());
                assertEquals(
                        last,
                        costs[ITERATIONS - 1],
                        TOLERANCE * last,
                        twin.name().toString());
            }
        }
    }
}
