package org.twinnet.compare.move;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinnet.compare.agreement.Steps;
import org.twinnet.compare.agreement.floor.ProbabilityFloors;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Layer;
import org.twinnet.compare.experiment.ParameterIndex;
import org.twinnet.compare.experiment.choice.Batches;
import org.twinnet.compare.experiment.choice.Clipping;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.choice.PenaltyOver;
import org.twinnet.compare.experiment.file.ExperimentFile;
import org.twinnet.compare.ladder.Rung;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.move.back.MovedBack;
import org.twinnet.compare.move.model.ModelZip;

/**
 * Networks drawn over names, files, layouts, shapes and all options of a training step: moved to DL4J, back to NumPy,
 * and read as weights again. A build takes a part of them; {@code -Dtwinnet.move.networks=200} takes all. Last of all
 * it prints what it counted.
 */
@DisplayName("A network on its way to DL4J and back")
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // counts over all networks
class RoundTripTest {

    private static final int NETWORKS = Integer.getInteger("twinnet.move.networks", 40);

    private static final int STEPS = 200;

    private final RoundTrips counted = new RoundTrips();

    static LongStream networks() {
        return LongStream.range(0, NETWORKS);
    }

    @ParameterizedTest(name = "network {0}")
    @MethodSource("networks")
    void should_keep_every_bit_answer_the_same_and_train_the_same(long seed, @TempDir Path folder) throws IOException {
        RandomSource source = new RandomSource(seed, seed % 5 == 0);
        counted.drawn(source);

        MovedNetwork moved = there(source, folder);
        assertSame(source, moved);
        assertPredicts(moved);
        assertTrains(moved, source.experiment, source);

        byte[] zip = moved.model();
        MovedBack back = MovedBack.of(ModelZip.read(Files.write(folder.resolve("model.zip"), zip)));
        assertEquals(List.of(), back.differences());
        assertEquals(
                meant(source.experiment, source.data.size()), back.experiment().iterations(STEPS));
        Answers answers = back.checked(source.data);
        assertTrue(answers.alike(), answers::toString);
        counted.answers(answers.difference(), answers.floor());

        MovedNetwork again = again(back, source, folder);
        assertSame(source, again);
        assertTrains(again, back.experiment().iterations(STEPS), source);
        counted.parameters(source.parameters.length + source.statistics.length);
    }

    /** By shapes where they decide, and by predictions elsewhere. */
    private static MovedNetwork there(RandomSource source, Path folder) throws IOException {
        Experiment experiment = source.experiment;
        Moving moving = Moving.read(source.save(folder), Optional.empty())
                .inputs(experiment.inputs())
                .units(experiment.layers().stream().map(Layer::units).toList());
        double[] outputs = Outputs.of(source.parameters, source.statistics, experiment, source.data);
        return moving.decide(
                experiment, Optional.of(source.data), Optional.of(source.predictions(folder, outputs)), List.of());
    }

    /** What was written on the way back, read as somebody's weights and experiment. */
    private static MovedNetwork again(MovedBack back, RandomSource source, Path folder) throws IOException {
        Map<String, byte[]> files = back.files();
        Path weights = Files.write(folder.resolve("back.npz"), files.get(Moving.WEIGHTS));
        String text = new String(files.get(MovedBack.EXPERIMENT), StandardCharsets.UTF_8);
        Experiment experiment = ExperimentFile.parse("experiment.json", text, false, source.experiment.inputs())
                .get(0);
        assertEquals(back.experiment(), experiment);
        return Moving.read(weights, Optional.of(WeightsAs.UNITS_BY_INPUTS))
                .decide(experiment, Optional.of(source.data), Optional.empty(), List.of());
    }

    private static void assertSame(RandomSource source, MovedNetwork moved) {
        assertArrayEquals(source.parameters, moved.parameters());
        assertArrayEquals(source.statistics, moved.statistics());
    }

    /**
     * The same training as a model says it: with λ/m as a number that nothing divides, unless batches divide λ, since a
     * model knows neither m nor other batches; decoupled decay stands beside Adam.
     */
    private static Experiment meant(Experiment experiment, int m) {
        Penalty penalty = experiment.penalty();
        boolean byBatches = penalty.over() == PenaltyOver.BATCH
                && penalty.isOn()
                && experiment.batches() instanceof Batches.Shuffled;
        Penalty told = new Penalty(
                0, 0, penalty.squares(m), penalty.magnitudes(m), penalty.biases(), PenaltyOver.TRAINING_SET);
        return experiment
                .named("from-dl4j")
                .with(new Initialization.File(Moving.WEIGHTS))
                .with(byBatches ? penalty : told)
                .with(byBatches ? experiment.batches() : new Batches.Full())
                .with(optimizer(experiment.optimizer()))
                .with(clip(experiment));
    }

    private static Optimizer optimizer(Optimizer optimizer) {
        return optimizer instanceof Optimizer.Adamw it
                ? new Optimizer.Adam(it.learningRate(), it.beta1(), it.beta2(), it.epsilon(), it.epsilonPlace())
                : optimizer;
    }

    /** Without a penalty the norm of a layer with γ and β is the same before and behind it. */
    private static Clipping clip(Experiment experiment) {
        boolean normalized = ParameterIndex.ofStatistics(experiment).length() > 0;
        return normalized && !experiment.penalty().isOn() && experiment.clip() instanceof Clipping.NormPerLayer norm
                ? new Clipping.NormPerLayer(norm.limit(), true)
                : experiment.clip();
    }

    /** What {@code ModelSerializer} restores answers what the network by hand does. */
    private void assertPredicts(MovedNetwork moved) throws IOException {
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
                counted.answers(difference, floors[k * m + j]);
            }
        }
    }

    private static double[] byHand(MovedNetwork moved) {
        try (var twin = moved.factories().scratch().create(moved.experiment(), moved.data())) {
            return twin.predict(moved.data().featureRows());
        }
    }

    private void assertTrains(MovedNetwork moved, Experiment experiment, RandomSource source) {
        assertEquals(STEPS, experiment.iterations());
        Rung steps = Steps.of(moved.factories(), experiment, source.data);
        assertEquals(Status.AGREE, steps.status(), experiment::toString);
        counted.steps(steps);
    }

    @AfterAll
    void should_have_drawn_everything() {
        System.out.println(counted.told());
        counted.requireVariety(NETWORKS);
    }
}
