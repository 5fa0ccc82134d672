package org.twinnet.compare.move;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinnet.compare.agreement.Steps;
import org.twinnet.compare.agreement.floor.ProbabilityFloors;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Layer;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.ladder.Status;
import org.twinnet.data.npz.NpzWriter;

@DisplayName("Somebody's weights")
class MovingTest {

    /** All of {@code twinnet.move.networks}, or as many as take a quarter of a minute. */
    private static final int NETWORKS = Integer.getInteger("twinnet.move.networks", 40);

    private static final int AMBIGUOUS = 50;

    @TempDir
    private Path folder;

    static LongStream networks() {
        return LongStream.range(0, NETWORKS);
    }

    @ParameterizedTest(name = "network {0}")
    @MethodSource("networks")
    void should_become_the_same_network_in_dl4j_and_come_back(long seed) throws IOException {
        RandomSource source = new RandomSource(seed, seed % 5 == 0);
        Experiment experiment = source.experiment;
        MovedNetwork moved = moved(source);

        assertArrayEquals(source.parameters, moved.parameters());
        assertArrayEquals(source.statistics, moved.statistics());
        assertPredicts(moved);
        assertEquals(
                Status.AGREE,
                Steps.of(moved.factories(), experiment, source.data).status(),
                experiment::toString);
        MovedNetwork again = Moving.read(
                        Files.write(folder.resolve("again.npz"), moved.weights(Optional.empty())),
                        Optional.of(WeightsAs.UNITS_BY_INPUTS))
                .decide(experiment, Optional.of(source.data), Optional.empty(), List.of());
        assertArrayEquals(moved.parameters(), again.parameters());
        assertArrayEquals(moved.statistics(), again.statistics());
    }

    /** By shapes where they decide, and by predictions elsewhere. */
    private MovedNetwork moved(RandomSource source) throws IOException {
        Experiment experiment = source.experiment;
        Moving moving = Moving.read(source.save(folder), Optional.empty())
                .inputs(experiment.inputs())
                .units(experiment.layers().stream().map(Layer::units).toList());
        Reading truth = new Reading(WeightsAs.UNITS_BY_INPUTS, layers(source));
        double[] outputs = Outputs.of(truth, experiment, source.data);
        return moving.decide(
                experiment, Optional.of(source.data), Optional.of(source.predictions(folder, outputs)), List.of());
    }

    /** The numbers of a source as layers, row by row. */
    private List<SourceLayer> layers(RandomSource source) throws IOException {
        MovedNetwork direct = source.moved();
        Path file = Files.write(folder.resolve("truth.npz"), direct.weights(Optional.empty()));
        return WeightNames.of(WeightFile.read(file)).layers();
    }

    private static void assertPredicts(MovedNetwork moved) throws IOException {
        MultiLayerNetwork network =
                ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(moved.model()), true);
        INDArray X = Nd4j.createFromArray(moved.data().featureRows());
        double[][] outputs = network.output(X, false).toDoubleMatrix();
        double[] floors = ProbabilityFloors.of(moved.experiment(), moved.parameters(), moved.statistics())
                .of(moved.data().featureRows());
        int m = moved.data().size();
        double[] byHand = byHand(moved);
        for (int j = 0; j < m; j++) {
            for (int k = 0; k < outputs[j].length; k++) {
                double difference = Math.abs(outputs[j][k] - byHand[k * m + j]);
                assertTrue(difference <= floors[k * m + j], "output " + k + " of example " + j + ": " + difference);
            }
        }
    }

    private static double[] byHand(MovedNetwork moved) {
        try (var twin = moved.factories().scratch().create(moved.experiment(), moved.data())) {
            return twin.predict(moved.data().featureRows());
        }
    }

    @Test
    void should_be_refused_with_the_reason_where_two_readings_are_possible() throws IOException {
        for (int seed = 0; seed < AMBIGUOUS; seed++) {
            RandomSource source = new RandomSource(10_000 + seed, true);
            Experiment experiment = source.experiment.with(Penalty.NONE);
            Moving moving =
                    Moving.read(source.save(Files.createDirectory(folder.resolve("a" + seed))), Optional.empty());
            // targets that have nothing to do with the network decide nothing
            var data = seed % 2 == 0 ? Optional.of(source.data) : Optional.<org.twinnet.data.Dataset>empty();

            AmbiguousLayoutException refused = assertThrows(
                    AmbiguousLayoutException.class,
                    () -> moving.decide(experiment, data, Optional.empty(), List.of()),
                    "network " + seed + " " + experiment);

            assertTrue(refused.getMessage().contains("its shapes fit both ways"), refused.getMessage());
            assertFalse(refused.getMessage().contains("--"), "options are the command line's");
        }
    }

    @Test
    void should_be_decided_by_symmetry_since_both_readings_are_the_same() throws IOException {
        Path file = Files.write(
                folder.resolve("w.npz"),
                new NpzWriter()
                        .put("W1", new double[] {1, 2, 2, 3}, 2, 2)
                        .put("b1", new double[] {0, 1}, 2)
                        .write());
        Experiment experiment = Experiment.of(2, 2);

        MovedNetwork moved =
                Moving.read(file, Optional.empty()).decide(experiment, Optional.empty(), Optional.empty(), List.of());

        assertArrayEquals(new double[] {1, 2, 2, 3, 0, 1}, moved.parameters());
    }
}
