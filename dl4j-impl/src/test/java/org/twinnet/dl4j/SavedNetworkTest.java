package org.twinnet.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinnet.dl4j.activation.Dl4jActivation;
import org.twinnet.dl4j.batch.BatchSource;
import org.twinnet.dl4j.dropout.DropoutChoice;
import org.twinnet.dl4j.loss.Dl4jLoss;
import org.twinnet.dl4j.memory.Precision;
import org.twinnet.dl4j.normalization.BatchNorm;
import org.twinnet.dl4j.runtime.Engine;
import org.twinnet.dl4j.runtime.Nd4jRuntime;
import org.twinnet.dl4j.update.Descent;
import org.twinnet.dl4j.update.EpsilonPlace;
import org.twinnet.dl4j.update.GradientClip;
import org.twinnet.dl4j.update.RateSchedule;
import org.twinnet.dl4j.update.Update;

@DisplayName("A network that DL4J saved and read back")
class SavedNetworkTest {

    private static final int M = 12;
    private static final List<Integer> SIZES = List.of(3, 4, 2);

    /** A case and its settings. */
    private record Saved(String name, Dl4jSettings settings) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Every choice of ours that a configuration can hold; what is DL4J's own, DL4J saves. */
    static Stream<Saved> networks() {
        Dl4jSettings base = Dl4jSettings.of(SIZES, 0.1).withEngine(Engine.PLAIN);
        List<Saved> all = new ArrayList<>();
        for (Descent descent : descents()) {
            for (RateSchedule schedule : List.of(
                    new RateSchedule.Constant(),
                    new RateSchedule.Step(2, 0.5),
                    new RateSchedule.Exponential(0.9),
                    new RateSchedule.Inverse(0.1, 0.75))) {
                all.add(new Saved(
                        descent + " " + schedule,
                        base.withUpdate(new Update(new GradientClip.None(), descent, schedule, 0))));
            }
        }
        for (GradientClip clip : List.of(
                new GradientClip.Value(0.01, false),
                new GradientClip.Value(0.01, true),
                new GradientClip.NormPerLayer(0.01, false),
                new GradientClip.NormPerLayer(0.01, true))) {
            for (Descent descent : List.of(new Descent.GradientDescent(0.1), new Descent.Momentum(0.1, 0.9, false))) {
                all.add(new Saved(
                        clip + " " + descent,
                        base.withPenalty(Penalty.l2(0.7))
                                .withUpdate(new Update(clip, descent, new RateSchedule.Constant(), 0.01))));
            }
        }
        for (Dl4jActivation activation : List.of(
                new Dl4jActivation.LeakyRelu(0.1),
                new Dl4jActivation.Elu(),
                new Dl4jActivation.Softplus(),
                new Dl4jActivation.Gelu(),
                new Dl4jActivation.Swish(),
                new Dl4jActivation.Tanh(),
                new Dl4jActivation.Identity())) {
            all.add(new Saved(activation.toString(), base.withHidden(List.of(activation))));
        }
        all.add(new Saved("softmax", base.withOutput(new Dl4jActivation.Softmax(), Dl4jLoss.SOFTMAX_CROSS_ENTROPY)));
        all.add(new Saved("quadratic", base.withOutput(new Dl4jActivation.Identity(), Dl4jLoss.QUADRATIC)));
        all.add(new Saved("squared", base.withOutput(new Dl4jActivation.Identity(), Dl4jLoss.MEAN_SQUARED_ERROR)));
        for (boolean unbiased : List.of(false, true)) {
            Update clipped = new Update(
                    new GradientClip.NormPerLayer(0.05, true),
                    new Descent.Amsgrad(0.01, 0.9, 0.999, 1e-8, EpsilonPlace.AFTER_CORRECTION),
                    new RateSchedule.Constant(),
                    0.02);
            all.add(new Saved(
                    "batch normalization, unbiased " + unbiased,
                    base.withUpdate(clipped)
                            .withNormalization(
                                    Collections.nCopies(2, Optional.of(new BatchNorm(0.9, 1e-5, unbiased))))));
        }
        all.add(new Saved("single precision", base.withPrecision(Precision.FLOAT32)));
        return all.stream();
    }

    private static List<Descent> descents() {
        List<Descent> all = new ArrayList<>(List.of(
                new Descent.GradientDescent(0.1),
                new Descent.Momentum(0.1, 0.9, false),
                new Descent.Momentum(0.1, 0.9, true),
                new Descent.Nesterov(0.1, 0.9),
                new Descent.Adagrad(0.1, 1e-8),
                new Descent.Rmsprop(0.01, 0.9, 1e-8)));
        for (EpsilonPlace place : EpsilonPlace.values()) {
            all.add(new Descent.Adam(0.01, 0.9, 0.999, 1e-6, place));
            all.add(new Descent.Amsgrad(0.01, 0.9, 0.999, 1e-6, place));
        }
        return all;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void should_be_the_same_network_and_train_on_to_the_same_bits(Saved saved) throws IOException {
        Nd4jRuntime.start();
        double[][] rows = Problems.features(7, M, SIZES.get(0));
        double[][] targets = new double[M][];
        Arrays.setAll(targets, j -> rows[j][0] > 0 ? new double[] {1, 0} : new double[] {0, 1});
        try (Dl4jNetwork network = Dl4jNetwork.create(
                saved.settings(), Examples.of(rows, targets), DropoutChoice.none(), BatchSource.full(M))) {
            train(network, 3);
            MultiLayerNetwork again = readAgain(network.network());

            MultiLayerConfiguration before = network.network().getLayerWiseConfigurations();
            assertEquals(before.toJson(), again.getLayerWiseConfigurations().toJson());
            assertArrayEquals(vector(network.network()), vector(again));
            train(network, 4);
            INDArray X = Nd4j.createFromArray(rows).castTo(again.params().dataType());
            INDArray Y = Nd4j.createFromArray(targets).castTo(again.params().dataType());
            for (int i = 0; i < 4; i++) {
                again.fit(X, Y);
            }
            assertArrayEquals(vector(network.network()), vector(again));
        }
    }

    private static void train(Dl4jNetwork network, int iterations) {
        for (int i = 0; i < iterations; i++) {
            network.fit();
        }
    }

    private static MultiLayerNetwork readAgain(MultiLayerNetwork network) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        ModelSerializer.writeModel(network, zip, true);
        return ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(zip.toByteArray()), true);
    }

    private static double[] vector(MultiLayerNetwork network) {
        return network.params().dup('c').data().asDouble();
    }
}
