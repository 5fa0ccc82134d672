package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerStandardize;
import org.nd4j.linalg.factory.Nd4j;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ParameterIndex;
import org.twinnet.compare.experiment.file.ExperimentFile;
import org.twinnet.compare.move.MovedNetwork;
import org.twinnet.compare.move.Moving;
import org.twinnet.compare.move.WeightsAs;
import org.twinnet.compare.testing.ProjectFolder;

@DisplayName("twinnet move --from-dl4j")
class MoveBackRunTest {

    private static final int M = 20;

    @TempDir
    private Path folder;

    /** All activations, batch normalization, both precisions. */
    static Stream<String> networks() {
        return Stream.of(
                "{\"layers\": [{\"units\": 4, \"keep_prob\": 0.8}, {\"units\": 1}], \"penalty\": {\"l2\": 0.7}}",
                "{\"layers\": [{\"units\": 4, \"activation\": \"gelu\"}, {\"units\": 3, \"activation\": \"softplus\"},"
                        + " {\"units\": 3}]}",
                "{\"layers\": [{\"units\": 4, \"activation\": \"elu\", \"batch_norm\": {\"epsilon\": 0.001}},"
                        + " {\"units\": 3, \"activation\": {\"kind\": \"leaky-relu\", \"slope\": 0.2}},"
                        + " {\"units\": 2, \"activation\": \"identity\"}]}",
                "{\"layers\": [{\"units\": 4, \"activation\": \"swish\"}, {\"units\": 3, \"activation\": \"softsign\"},"
                        + " {\"units\": 2, \"activation\": \"tanh\", \"batch_norm\": {}}], \"loss\": \"quadratic\"}",
                "{\"layers\": [{\"units\": 5, \"activation\": \"sigmoid\"}, {\"units\": 3}],"
                        + " \"optimizer\": {\"kind\": \"adam\"}, \"precision\": \"float32\"}");
    }

    private Experiment experiment(String json) throws IOException {
        return ExperimentFile.read(Files.writeString(folder.resolve("mine.json"), json), 2)
                .get(0);
    }

    /** A network with numbers drawn for it, γ and variances above 0. */
    private static MovedNetwork drawn(Experiment experiment) {
        return new MovedNetwork(
                experiment,
                Moving.drawn(experiment),
                false,
                WeightsAs.UNITS_BY_INPUTS,
                vector(ParameterIndex.of(experiment), experiment),
                vector(ParameterIndex.ofStatistics(experiment), experiment),
                OptionalDouble.empty());
    }

    private static double[] vector(ParameterIndex index, Experiment experiment) {
        SplittableRandom random = new SplittableRandom(11);
        double[] vector = new double[index.length()];
        for (ParameterIndex.Slice slice : index.tensors()) {
            boolean positive = List.of("gamma", "variance").contains(slice.symbol());
            for (int k = 0; k < slice.length(); k++) {
                double drawn = random.nextDouble();
                vector[slice.offset() + k] = experiment.precision().round(positive ? 0.5 + drawn : 2 * drawn - 1);
            }
        }
        return vector;
    }

    private static double[][] measured() {
        SplittableRandom random = new SplittableRandom(13);
        double[][] rows = new double[M][2];
        for (double[] row : rows) {
            Arrays.setAll(row, i -> 6 * random.nextDouble() - 3);
        }
        return rows;
    }

    private static String csv(double[][] rows) {
        StringBuilder text = new StringBuilder("x1,x2\n");
        for (double[] row : rows) {
            text.append(row[0]).append(',').append(row[1]).append('\n');
        }
        return text.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void should_write_a_page_of_numpy_that_predicts_what_dl4j_does(String json) throws Exception {
        Experiment experiment = experiment(json);
        boolean single = json.contains("float32");
        MultiLayerNetwork network = ModelSerializer.restoreMultiLayerNetwork(
                new ByteArrayInputStream(drawn(experiment).model()), true);
        Path model = folder.resolve("model.zip");
        ModelSerializer.writeModel(network, model.toFile(), true);
        NormalizerStandardize normalizer = new NormalizerStandardize(
                Nd4j.createFromArray(new double[][] {{0.25, -1}}), Nd4j.createFromArray(new double[][] {{2, 0.5}}));
        ModelSerializer.addNormalizerToModel(model.toFile(), normalizer);

        Cli.Outcome outcome = Cli.run("move", "--from-dl4j", model, "--out", folder.resolve("back"));

        assertEquals(0, outcome.code(), outcome.err());
        Path program = folder.resolve("back/predict.py");
        assertTrue(Files.readAllLines(program).size() <= 66, "a page");
        double[][] measured = measured();
        double[][] seen = new double[M][];
        for (int j = 0; j < M; j++) {
            seen[j] = new double[] {(measured[j][0] - 0.25) / 2, (measured[j][1] + 1) / 0.5};
        }
        double[][] answers = network.output(
                        Nd4j.createFromArray(seen).castTo(network.params().dataType()), false)
                .toDoubleMatrix();
        Path data = Files.writeString(folder.resolve("x.csv"), csv(measured));
        for (Python python : Python.with("numpy").toList()) {
            List<String> lines = python.run(folder, program, data).lines().toList();
            assertEquals(M, lines.size());
            for (int j = 0; j < M; j++) {
                double[] numbers = Arrays.stream(lines.get(j).split(",", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                // measured: 8.9e-16, and 6.0e-8 in single precision
                assertArrayEquals(answers[j], numbers, single ? 1e-6 : 1e-12);
            }
        }
    }

    @Test
    void should_say_what_was_moved_and_how_far_the_answers_agree() throws IOException {
        Path model = ProjectFolder.file("compare/docs/example/port.zip");
        Path data = ProjectFolder.file("data/src/main/resources/org/twinnet/data/pitch-train.csv");
        Path out = folder.resolve("back");

        Cli.Outcome outcome = Cli.run("move", "--from-dl4j", model, "--data", data, "--out", out);

        assertEquals(0, outcome.code(), outcome.err());
        List<String> lines = outcome.out().lines().toList();
        assertEquals("Model: 2-20-3-1, 127 parameters in single precision", lines.get(0));
        assertTrue(lines.get(1).matches("Answers of DL4J: within .* of the formulas' on the 211 examples of .*"));
        assertTrue(lines.get(2).startsWith("Otherwise in DL4J: loss-clipped. "), outcome.out());
        assertTrue(lines.get(4).endsWith("back with weights.npz, experiment.json, predict.py"), outcome.out());
        Cli.Outcome chinese =
                Cli.run("move", "--from-dl4j", model, "--data", data, "--out", folder.resolve("zh"), "--lang", "zh");
        assertEquals(0, chinese.code(), chinese.err());
        List<String> said = chinese.out().lines().toList();
        assertEquals("模型：2-20-3-1，127 个单精度参数", said.get(0));
        assertTrue(said.get(2).startsWith("DL4J 的不同之处：loss-clipped。自带的损失会截断概率"), chinese.out());
        assertEquals(lines.size(), said.size());
        // what was written is an experiment that trains
        assertEquals(
                0,
                Cli.run("compare", "--experiment", out.resolve("experiment.json"), "--iterations", 5, "--data", data)
                        .code());
    }

    @Test
    void should_refuse_what_a_model_says_itself_and_leave_what_is_there() throws IOException {
        Path model = ProjectFolder.file("compare/docs/example/port.zip");
        Path out = folder.resolve("out");

        Cli.run("move", "--from-dl4j", model, "--l2", "0.7", "--out", out)
                .isRefused("--l2 does not go with --from-dl4j, whose model says itself what it is; leave one of both"
                        + " out.");
        Cli.run("move", "--from-dl4j", folder.resolve("none.zip"), "--out", out)
                .isRefused(folder.resolve("none.zip") + ": no such file; check the path");
        Cli.run("move", "--out", out)
                .isMisuse("twinnet move", "Missing required option: '--weights=FILE', or '--from-dl4j=MODEL.zip'");
        assertTrue(Files.notExists(out));
        Path kept = Files.writeString(Files.createDirectory(out).resolve("mine.txt"), "mine");
        Cli.run("move", "--from-dl4j", model, "--out", out, "--force")
                .isRefused("--out " + out
                        + " holds mine.txt, which Twinnet did not write, and so is never replaced; name another"
                        + " folder.");
        assertEquals("mine", Files.readString(kept));
    }
}
