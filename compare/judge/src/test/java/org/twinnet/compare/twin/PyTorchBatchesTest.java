package org.twinnet.compare.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashMap;
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

@DisplayName("Both networks on batches and with dropout of any layers, beside PyTorch")
class PyTorchBatchesTest {

    private static final int ITERATIONS = 200;

    /** Measured at most 5e-15, of both networks. */
    private static final double TOLERANCE = 1e-12;

    /**
     * Costs of iterations 0, 100 and 199 by PyTorch 1.13.1 in float64 with its own losses, SGD and Adam, λ = 0.5, from
     * the weights of NumPy's RandomState(3), masks of RandomState(5) and batches of RandomState(3 + e).permutation(m).
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "pitch; 8,4,1; 0; training-set; fresh; 0.8; 0.9,0.7; gradient-descent; 0.3; 0.7224173747213143; 0.6083871586743862; 0.5909449745515462",
                "pitch; 8,4,1; 0; training-set; published; 1.0; 1.0,0.8; gradient-descent; 0.3; 0.7206616303912698; 0.433948972957578; 0.41365153597810184",
                "pitch; 8,4,1; 32; training-set; published; 1.0; 1.0,1.0; gradient-descent; 0.1; 0.7114944786726638; 0.676428178656464; 0.5601988827141781",
                "pitch; 8,4,1; 32; batch; fresh; 0.9; 0.9,0.8; gradient-descent; 0.1; 0.7872158588326148; 0.753372821961033; 0.7162897649417156",
                "pitch; 8,4,1; 64; batch; published; 0.9; 1.0,0.8; adam; 0.01; 0.7474658539569856; 0.5369779577743512; 0.5690094682753783",
                "arms; 8,3; 50; training-set; fresh; 1.0; 0.8; adam; 0.01; 1.040231020985282; 0.35383606405078794; 0.325202706476962",
                "arms; 8,3; 1; batch; fresh; 0.9; 0.9; gradient-descent; 0.05; 3.8785602916109014; 1.2997116684839205; 1.0395579396576273",
            })
    void should_train_to_its_costs(
            String data,
            String units,
            int batch,
            String over,
            String masks,
            double inputKeep,
            String keep,
            String optimizer,
            double rate,
            double first,
            double middle,
            double last) {
        Map<String, Object> changes = new HashMap<>(Map.of(
                "layers[].units",
                Arrays.stream(units.split(",", -1)).map(Integer::valueOf).toList(),
                "layers[].keep_prob",
                Arrays.stream(keep.split(",", -1)).map(Double::valueOf).toList(),
                "input_keep_prob",
                inputKeep,
                "masks.kind",
                masks,
                "masks.seed",
                5,
                "penalty.l2",
                0.5,
                "penalty.over",
                over,
                "optimizer.kind",
                optimizer,
                "optimizer.learning_rate",
                rate));
        if (batch > 0) {
            changes.putAll(Map.of("batches.size", batch, "batches.seed", 3));
        }
        Experiment experiment = ExperimentTree.with(Experiment.published(2).iterations(ITERATIONS), changes);
        Dataset training = (data.equals("arms") ? ShippedData.arms() : ShippedData.pitch()).train();
        try (Twin scratch = new ScratchTwin(experiment, training);
                Twin dl4j = Dl4jTwin.withLogitLoss(experiment, training)) {
            for (Twin twin : List.of(scratch, dl4j)) {
                double[] costs = new double[ITERATIONS];
                for (int t = 0; t < ITERATIONS; t++) {
                    costs[t] = twin.step();
                }
                String name = twin.name().toString();
                assertEquals(first, costs[0], TOLERANCE * first, name);
                assertEquals(middle, costs[ITERATIONS / 2], TOLERANCE * middle, name);
                assertEquals(last, costs[ITERATIONS - 1], TOLERANCE * last, name);
            }
        }
    }
}
