package org.twinnet.compare.move;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.constraint.MaxNormConstraint;
import org.deeplearning4j.nn.conf.dropout.AlphaDropout;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossHinge;
import org.nd4j.linalg.lossfunctions.impl.LossL2;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.SigmoidSchedule;
import org.nd4j.linalg.schedule.StepSchedule;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Batches;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.choice.PenaltyOver;
import org.twinnet.compare.move.back.MovedBack;
import org.twinnet.compare.move.model.ModelZip;
import org.twinnet.compare.move.model.SavedModel;
import org.twinnet.compare.move.port.PortFinding;
import org.twinnet.data.InvalidDataException;

@DisplayName("A model of DL4J on its way back")
class MovedBackTest {

    @TempDir
    private Path folder;

    private MovedBack back(byte[] zip) throws IOException {
        return MovedBack.of(ModelZip.read(Files.write(folder.resolve("model.zip"), zip)));
    }

    @Test
    void should_know_the_batches_where_a_penalty_is_divided_by_them() throws IOException {
        Experiment experiment = Experiment.of(1, 1)
                .with(new Penalty(0.7, 0.1, 0.01, 0, true, PenaltyOver.BATCH))
                .with(new Batches.Shuffled(7, 1));
        Path weights = Files.writeString(folder.resolve("w.json"), "{\"W1\": [[0.5]], \"b1\": [0.25]}");
        MovedNetwork moved = Moving.read(weights, Optional.of(WeightsAs.UNITS_BY_INPUTS))
                .decide(experiment, Optional.of(Moving.drawn(experiment)), Optional.empty(), List.of());

        Experiment back = back(moved.model()).experiment();

        assertEquals(experiment.penalty(), back.penalty());
        assertEquals(experiment.batches(), back.batches());
    }

    /** A configuration with one thing that no experiment says. */
    private record Foreign(
            String part,
            Consumer<NeuralNetConfiguration.Builder> network,
            DenseLayer.Builder layer,
            ILossFunction loss) {

        static Foreign of(String part, Consumer<NeuralNetConfiguration.Builder> network) {
            return new Foreign(part, network, new DenseLayer.Builder(), new LossBinaryXENT());
        }

        static Foreign of(String part, DenseLayer.Builder layer) {
            return new Foreign(part, network -> {}, layer, new LossBinaryXENT());
        }

        static Foreign of(String part, ILossFunction loss) {
            return new Foreign(part, network -> {}, new DenseLayer.Builder(), loss);
        }

        byte[] saved() {
            NeuralNetConfiguration.Builder builder = new NeuralNetConfiguration.Builder()
                    .dataType(DataType.DOUBLE)
                    .seed(1)
                    .updater(new Sgd(0.1));
            network.accept(builder);
            return SavedModel.of(
                    builder.list()
                            .layer(layer.nIn(2).nOut(3).build())
                            .layer(new OutputLayer.Builder(loss)
                                    .nIn(3)
                                    .nOut(2)
                                    .activation(Activation.SIGMOID)
                                    .build())
                            .build(),
                    new double[0]);
        }

        @Override
        public String toString() {
            return part;
        }
    }

    static Stream<Foreign> foreign() {
        return Stream.of(
                Foreign.of("has the updater AdaMax", it -> it.updater(new AdaMax(0.1))),
                Foreign.of(
                        "has the learning rate of a SigmoidSchedule",
                        it -> it.updater(new Sgd(new SigmoidSchedule(ScheduleType.ITERATION, 0.1, 0.9, 10)))),
                Foreign.of(
                        "has a learning rate that changes by epochs",
                        it -> it.updater(new Sgd(new StepSchedule(ScheduleType.EPOCH, 0.1, 0.9, 10)))),
                Foreign.of("has several updaters", it -> it.biasUpdater(new Sgd(0.2))),
                Foreign.of("layer 1 has another optimizer", new DenseLayer.Builder().updater(new Sgd(0.3))),
                Foreign.of("layer 1 has another penalty", new DenseLayer.Builder().l2(0.3)),
                Foreign.of("has a penalty of the biases", it -> it.l2Bias(0.1)),
                Foreign.of(
                        "has the gradient normalization RenormalizeL2PerLayer",
                        it -> it.gradientNormalization(GradientNormalization.RenormalizeL2PerLayer)),
                Foreign.of("has the activation ActivationCube", new DenseLayer.Builder().activation(Activation.CUBE)),
                Foreign.of("activation-approximate", new DenseLayer.Builder().activation(Activation.GELU)),
                Foreign.of("wrong-activation", new DenseLayer.Builder().activation(new ActivationReLU(6.0, 0.0, 0.0))),
                Foreign.of("bias-missing", new DenseLayer.Builder().hasBias(false)),
                Foreign.of("constraint", new DenseLayer.Builder().constrainWeights(new MaxNormConstraint(1, 1))),
                Foreign.of("weight-noise", it -> it.weightNoise(new DropConnect(0.5))),
                Foreign.of("dropout-kind", new DenseLayer.Builder().dropOut(new AlphaDropout(0.5))),
                Foreign.of("sum-for-mean", it -> it.miniBatch(false)),
                Foreign.of("maximized", it -> it.minimize(false)),
                Foreign.of("has the loss LossHinge", new LossHinge()),
                Foreign.of("has the loss LossL2, the sum over 2 outputs", new LossL2()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("foreign")
    void should_be_refused_in_one_line_where_no_experiment_says_it(Foreign foreign) {
        InvalidDataException refused = assertThrows(InvalidDataException.class, () -> back(foreign.saved()));

        String message = refused.getMessage();
        assertTrue(message.contains(foreign.part()) && message.contains("no experiment can say"), message);
        assertEquals(1, message.lines().count());
        assertTrue(message.startsWith(folder.resolve("model.zip").toString()), message);
    }

    @Test
    void should_be_read_where_nothing_is_foreign() throws IOException {
        MovedBack back = back(Foreign.of("", new LossMSE()).saved());

        assertEquals(new Optimizer.GradientDescent(0.1), back.experiment().optimizer());
        assertEquals(List.of(), back.differences());
        assertEquals(Optional.empty(), back.updates());
    }

    @Test
    void should_tell_what_dl4j_does_otherwise_in_training() throws IOException {
        MovedBack back = back(Foreign.of("", it -> it.updater(new RmsProp(0.1)).weightDecay(0.01))
                .saved());

        assertEquals(0.02, back.experiment().weightDecay());
        assertEquals(
                List.of("weight-decay-twice", "state-begins-at-epsilon", "loss-clipped"),
                back.differences().stream()
                        .map(PortFinding::mistake)
                        .map(it -> it.id())
                        .toList());
    }
}
