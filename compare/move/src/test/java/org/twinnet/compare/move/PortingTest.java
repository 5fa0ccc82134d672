package org.twinnet.compare.move;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Layer;
import org.twinnet.compare.experiment.ParameterIndex;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Loss;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.move.HandPort.Slip;
import org.twinnet.compare.move.model.ModelZip;
import org.twinnet.compare.move.model.SavedModel;
import org.twinnet.compare.move.port.PortFinding;
import org.twinnet.compare.move.port.PortMistake;
import org.twinnet.data.Dataset;
import org.twinnet.data.Targets;
import org.twinnet.dl4j.loss.LogitCrossEntropy;

@DisplayName("A port that a team made itself")
class PortingTest {

    private static final int M = 40;

    @TempDir
    private Path folder;

    private static Map<String, Experiment> networks() {
        Map<String, Experiment> networks = new LinkedHashMap<>();
        var relu = new Activation.Relu();
        var tanh = new Activation.Tanh();
        var leaky = new Activation.LeakyRelu(0.1);
        networks.put(
                "binary",
                experiment(
                        2,
                        new Loss.BinaryCrossEntropy(),
                        new Layer(4, relu, 0.86),
                        new Layer(4, relu, 0.7),
                        new Layer(1, new Activation.Sigmoid(), 1)));
        networks.put(
                "classes",
                experiment(
                        3,
                        new Loss.SoftmaxCrossEntropy(),
                        new Layer(5, tanh, 0.9),
                        new Layer(5, tanh, 1),
                        new Layer(3, new Activation.Softmax(), 1)));
        networks.put(
                "numbers",
                experiment(
                        3,
                        new Loss.Quadratic(),
                        new Layer(3, leaky, 1),
                        new Layer(6, leaky, 0.6),
                        new Layer(3, new Activation.Identity(), 1)));
        return networks;
    }

    private static Experiment experiment(int inputs, Loss loss, Layer... layers) {
        Layer output = layers[layers.length - 1];
        Experiment plain = Experiment.of(inputs, layers[0].units(), layers[1].units(), output.units())
                .with(output.activation())
                .with(loss)
                .with(List.of(layers));
        return ExperimentTree.with(
                plain.named("mine"),
                Map.of(
                        "penalty.l2",
                        0.7,
                        "optimizer.kind",
                        "adam",
                        "optimizer.learning_rate",
                        0.01,
                        "batches.kind",
                        "shuffled",
                        "batches.size",
                        8L,
                        "clip.kind",
                        "value",
                        "clip.limit",
                        5.0));
    }

    private static Dataset data(Experiment experiment) {
        SplittableRandom random = new SplittableRandom(5);
        Targets targets = experiment.targets();
        double[][] X = new double[M][experiment.inputs()];
        double[][] Y = new double[M][targets.kind() == Targets.Kind.CLASSES ? 1 : targets.outputs()];
        for (int j = 0; j < M; j++) {
            Arrays.setAll(X[j], i -> 2 * random.nextDouble() - 1);
            Arrays.setAll(
                    Y[j],
                    k -> targets.kind() == Targets.Kind.NUMBERS
                            ? random.nextDouble()
                            : random.nextInt(targets.classes()));
        }
        List<String> names =
                IntStream.range(0, X[0].length).mapToObj(i -> "x" + i).toList();
        return Dataset.of("mine", names, X, Y, targets);
    }

    private static double[] theta(Experiment experiment) {
        SplittableRandom random = new SplittableRandom(9);
        double[] theta = new double[ParameterIndex.of(experiment).length()];
        Arrays.setAll(theta, k -> 2 * random.nextDouble() - 1);
        return theta;
    }

    private PortVerdict judged(byte[] zip, Experiment experiment, Dataset data, List<double[]> known)
            throws IOException {
        return new Porting(ModelZip.read(Files.write(folder.resolve("m.zip"), zip)), experiment, data).judge(known);
    }

    private PortVerdict judged(Experiment experiment, Slip slip) throws IOException {
        double[] theta = theta(experiment);
        return judged(
                new HandPort(experiment, M, slip).saved(theta), experiment, data(experiment), List.of(theta.clone()));
    }

    private static Set<PortMistake> mistakes(PortVerdict verdict) {
        return verdict.findings().stream()
                .map(PortFinding::mistake)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(PortMistake.class)));
    }

    static Stream<Arguments> slips() {
        return networks().keySet().stream()
                .flatMap(name -> Arrays.stream(Slip.values())
                        .filter(slip -> slip != Slip.NONE)
                        // of softmax the stock loss has the exact gradient, and of numbers it is none that is clipped
                        .filter(slip -> slip != Slip.STOCK_LOSS || name.equals("binary"))
                        .map(slip -> Arguments.of(name, slip)));
    }

    /** What is to be named: exactly that, and nothing beside it. */
    private static Set<PortMistake> expected(String network, Slip slip) {
        return switch (slip) {
            case NONE -> Set.of();
            case LAMBDA_FOR_COEFFICIENT -> Set.of(PortMistake.L2_LAMBDA_NOT_DIVIDED);
            case LAMBDA_BY_BATCH -> Set.of(PortMistake.L2_DIVIDED_BY_BATCH);
            case HALF_TWICE -> Set.of(PortMistake.L2_HALVED);
            case NO_PENALTY -> Set.of(PortMistake.L2_MISSING);
            case GLOBAL_WEIGHT_DECAY -> Set.of(PortMistake.WEIGHT_DECAY_FOR_L2, PortMistake.WEIGHT_DECAY_TWICE);
            case WEIGHT_DECAY_OF_EACH_LAYER -> Set.of(PortMistake.WEIGHT_DECAY_FOR_L2);
            case PENALTY_OF_BIASES -> Set.of(PortMistake.L2_ON_BIASES);
            case DROP_PROBABILITY -> Set.of(PortMistake.DROP_FOR_KEEP);
            case DROPOUT_ON_ITS_OWN_LAYER -> Set.of(PortMistake.DROPOUT_ON_WRONG_LAYER);
            case NO_DROPOUT -> Set.of(PortMistake.DROPOUT_MISSING);
            case STOCK_LOSS -> Set.of(PortMistake.LOSS_CLIPPED);
            case OTHER_LOSS -> Set.of(network.equals("numbers") ? PortMistake.LOSS_FACTOR : PortMistake.WRONG_LOSS);
            case SINGLE_PRECISION -> Set.of(PortMistake.FLOAT_FOR_DOUBLE);
            case TRANSPOSED_WEIGHTS -> Set.of(PortMistake.WEIGHTS_TRANSPOSED);
            case FLOAT_WEIGHTS -> Set.of(PortMistake.WEIGHTS_ROUNDED);
            case OTHER_ACTIVATION -> Set.of(PortMistake.WRONG_ACTIVATION);
            case STOCK_ADAM -> Set.of(PortMistake.ADAM_EPSILON_PLACE);
            case EPSILON_OF_KERAS -> Set.of(PortMistake.UPDATER_EPSILON);
            case OTHER_LEARNING_RATE -> Set.of(PortMistake.LEARNING_RATE);
            case OTHER_BETA1 -> Set.of(PortMistake.BETA1);
            case SGD -> Set.of(PortMistake.WRONG_UPDATER);
            case SUMS -> Set.of(PortMistake.SUM_FOR_MEAN);
            case NO_BIAS -> Set.of(PortMistake.BIAS_MISSING);
            case NO_CLIP -> Set.of(PortMistake.CLIP_MISSING);
            case BIASES_OF_THEIR_OWN_RATE -> Set.of(PortMistake.BIAS_UPDATER);
        };
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("slips")
    void should_have_its_mistake_named(String network, Slip slip) throws IOException {
        PortVerdict verdict = judged(networks().get(network), slip);

        assertEquals(
                expected(network, slip),
                mistakes(verdict),
                () -> verdict.findings().toString());
        verdict.findings()
                .forEach(finding -> assertTrue(!finding.line().english().isBlank(), finding.toString()));
    }

    @Test
    void should_have_nothing_named_where_it_is_right() throws IOException {
        for (Experiment experiment : networks().values()) {
            PortVerdict verdict = judged(experiment, Slip.NONE);

            assertEquals(List.of(), verdict.findings());
            assertTrue(verdict.agrees(), verdict::toString);
        }
    }

    @Test
    void should_have_a_transposed_matrix_named_by_the_examples_alone() throws IOException {
        Experiment experiment = networks().get("numbers");
        double[] theta = theta(experiment);
        Dataset drawn = data(experiment);
        double[] outputs = Outputs.of(theta, new double[0], experiment, drawn);
        double[][] Y = new double[M][3];
        for (int j = 0; j < M; j++) {
            int example = j;
            Arrays.setAll(Y[j], k -> outputs[k * M + example] + 1e-3 * Math.sin(example + k));
        }
        Dataset taught = Dataset.of("taught", drawn.featureNames(), drawn.featureRows(), Y, drawn.targets());

        PortVerdict wrong = judged(
                new HandPort(experiment, M, Slip.TRANSPOSED_WEIGHTS).saved(theta), experiment, taught, List.of());
        PortVerdict right = judged(new HandPort(experiment, M, Slip.NONE).saved(theta), experiment, taught, List.of());

        assertEquals(Set.of(PortMistake.WEIGHTS_TRANSPOSED), mistakes(wrong));
        assertTrue(right.agrees(), right::toString);
        assertTrue(right.known().isEmpty());
    }

    static LongStream moved() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest(name = "moved network {0}")
    @MethodSource("moved")
    void should_have_nothing_named_where_twinnet_moved_it(long seed) throws IOException {
        RandomSource source = new RandomSource(seed, false);
        MovedNetwork moved = source.moved();

        PortVerdict verdict = judged(moved.model(), source.experiment, source.data, List.of(source.parameters));

        assertEquals(List.of(), verdict.findings());
        assertTrue(verdict.agrees(), () -> verdict + " " + source.experiment);
    }

    @Test
    void should_be_read_with_variances_that_are_no_logarithms() throws IOException {
        Experiment experiment = ExperimentTree.with(
                Experiment.of(2, 3, 1),
                Map.of("optimizer.learning_rate", 0.1, "layers[].batch_norm", List.of(Map.of(), "none")));
        byte[] zip = SavedModel.of(
                new NeuralNetConfiguration.Builder()
                        .dataType(DataType.DOUBLE)
                        .updater(new Sgd(0.1))
                        .list()
                        .layer(new DenseLayer.Builder()
                                .nIn(2)
                                .nOut(3)
                                .activation(org.nd4j.linalg.activations.Activation.IDENTITY)
                                .build())
                        .layer(new BatchNormalization.Builder().useLogStd(false).build())
                        .layer(new ActivationLayer.Builder()
                                .activation(org.nd4j.linalg.activations.Activation.RELU)
                                .build())
                        .layer(logistic())
                        .build(),
                new double[0]);

        PortVerdict verdict = judged(zip, experiment, data(experiment), List.of());

        assertTrue(verdict.agrees(), verdict::toString);
    }

    static Stream<Arguments> updaters() {
        return Stream.of(
                Arguments.of("gradient-descent", new Sgd(0.1), Set.of()),
                Arguments.of("nesterov", new Nesterovs(0.1, 0.9), Set.of()),
                Arguments.of("nesterov", new Nesterovs(0.1, 0.5), Set.of(PortMistake.MOMENTUM)),
                Arguments.of("momentum", new Nesterovs(0.1, 0.9), Set.of(PortMistake.NESTEROVS_FOR_MOMENTUM)),
                Arguments.of("rmsprop", new RmsProp(0.1, 0.9, 1e-8), Set.of(PortMistake.STATE_BEGINS_AT_EPSILON)),
                Arguments.of(
                        "gradient-descent",
                        new Sgd(new StepSchedule(ScheduleType.ITERATION, 0.1, 0.5, 100)),
                        Set.of(PortMistake.SCHEDULE_EXTRA)));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("updaters")
    void should_have_its_updater_understood(String kind, IUpdater updater, Set<PortMistake> expected)
            throws IOException {
        Experiment experiment = ExperimentTree.with(
                Experiment.of(2, 3, 1), Map.of("optimizer.kind", kind, "optimizer.learning_rate", 0.1));
        double[] theta = theta(experiment);
        byte[] zip = SavedModel.of(
                new NeuralNetConfiguration.Builder()
                        .dataType(DataType.DOUBLE)
                        .updater(updater)
                        .list()
                        .layer(new DenseLayer.Builder()
                                .nIn(2)
                                .nOut(3)
                                .activation(org.nd4j.linalg.activations.Activation.RELU)
                                .build())
                        .layer(logistic())
                        .build(),
                theta);

        assertEquals(expected, mistakes(judged(zip, experiment, data(experiment), List.of(theta))));
    }

    private static OutputLayer logistic() {
        return new OutputLayer.Builder(new LogitCrossEntropy())
                .nIn(3)
                .nOut(1)
                .activation(org.nd4j.linalg.activations.Activation.SIGMOID)
                .build();
    }
}
