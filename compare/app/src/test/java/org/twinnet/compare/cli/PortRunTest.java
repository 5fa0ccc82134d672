package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.twinnet.compare.diagnosis.TraceFiles;
import org.twinnet.compare.move.port.PortMistake;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.testing.ProjectFolder;
import org.twinnet.data.npz.NpyArray;
import org.twinnet.data.npz.NpzArchive;
import org.twinnet.dl4j.loss.LogitCrossEntropy;

@DisplayName("twinnet check --dl4j")
class PortRunTest {

    private static final Path DATA = ProjectFolder.file("data/src/main/resources/org/twinnet/data/pitch-train.csv");
    private static final Path EXPERIMENT = ProjectFolder.file("compare/docs/example/port.json");

    @TempDir
    private Path folder;

    /** How a team configures three layers: data type, penalty, dropout and loss. */
    private record Team(DataType type, double l2, double dropOut, ILossFunction loss) {

        MultiLayerNetwork network(int inputs, int first, int second) {
            MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                    .dataType(type)
                    .seed(1)
                    .updater(new Sgd(0.3))
                    .l2(l2)
                    .list()
                    .layer(new DenseLayer.Builder()
                            .nIn(inputs)
                            .nOut(first)
                            .activation(Activation.RELU)
                            .build())
                    .layer(new DenseLayer.Builder()
                            .nIn(first)
                            .nOut(second)
                            .activation(Activation.RELU)
                            .dropOut(dropOut)
                            .build())
                    .layer(new OutputLayer.Builder(loss)
                            .nIn(second)
                            .nOut(1)
                            .activation(Activation.SIGMOID)
                            .dropOut(dropOut)
                            .build())
                    .build());
            network.init();
            return network;
        }
    }

    private static byte[] saved(MultiLayerNetwork network) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelSerializer.writeModel(network, out, true);
        return out.toByteArray();
    }

    /** Writes {@code compare/docs/example/port.zip}: the published network with four things wrong. */
    public static void main(String[] arguments) throws IOException {
        Team team = new Team(DataType.FLOAT, 0.7, 1 - 0.86, new LossBinaryXENT());
        Files.write(ProjectFolder.file("compare/docs/example").resolve("port.zip"), saved(team.network(2, 20, 3)));
    }

    @Test
    void should_print_what_the_documents_show() throws IOException {
        String shownThere = Files.readString(ProjectFolder.file("compare/docs/moving.md"));
        String command = "check --dl4j compare/docs/example/port.zip --experiment compare/docs/example/port.json --data"
                + " data/src/main/resources/org/twinnet/data/pitch-train.csv";
        assertTrue(shownThere.contains(command));

        Cli.Outcome outcome = Cli.run(
                "check",
                "--dl4j",
                ProjectFolder.file("compare/docs/example/port.zip"),
                "--experiment",
                EXPERIMENT,
                "--data",
                DATA);

        assertEquals(1, outcome.code(), outcome.err());
        String printed = outcome.out()
                .replace(
                        ProjectFolder.file("compare/docs/example/port.zip").toString(), "compare/docs/example/port.zip")
                .replace(EXPERIMENT.toString(), "compare/docs/example/port.json");
        List<String> lines = printed.lines().toList();
        assertTrue(shownThere.contains(lines.get(0)), printed);
        for (String id : List.of("float-for-double", "l2-lambda-not-divided", "drop-for-keep", "loss-clipped")) {
            assertTrue(lines.stream().anyMatch(line -> line.startsWith(id)), id);
        }
        int shown = lines.indexOf("l2-lambda-not-divided, layers 0, 1, 2");
        assertTrue(shownThere.contains(String.join("\n", lines.subList(shown, shown + 4))), printed);
    }

    @Test
    void should_agree_where_the_port_is_right() throws IOException {
        Team team = new Team(DataType.DOUBLE, 0.7 / 211, 0.86, new LogitCrossEntropy());
        Path model = Files.write(folder.resolve("model.zip"), saved(team.network(2, 20, 3)));

        Cli.Outcome outcome = Cli.run("check", "--dl4j", model, "--experiment", EXPERIMENT, "--data", DATA);

        assertEquals("", outcome.err());
        assertEquals(0, outcome.code(), outcome.out());
        assertTrue(outcome.out().startsWith(model + " is a port of --experiment " + EXPERIMENT + ": no mistake"));
        assertTrue(outcome.out().contains("Answers of DL4J: within "), outcome.out());
    }

    @Test
    void should_recognize_the_parameters_of_a_trace() throws IOException {
        Path trace = TraceFiles.correct().write(folder.resolve("mine.npz"));
        NpzArchive archive = NpzArchive.read(trace);
        List<Double> numbers = new ArrayList<>();
        for (int l = 1; l <= 3; l++) {
            for (String name : List.of("W" + l + "@0", "b" + l + "@0")) {
                NpyArray array = archive.array(name).orElseThrow();
                for (double value : array.values()) {
                    numbers.add(value);
                }
            }
        }
        int m = archive.array("X").orElseThrow().shape()[1];
        Team team = new Team(DataType.DOUBLE, 0.5 / m, 0.8, new LogitCrossEntropy());
        MultiLayerNetwork network = team.network(2, 6, 4);
        network.setParams(Nd4j.createFromArray(
                numbers.stream().mapToDouble(Double::doubleValue).toArray()));
        Path model = Files.write(folder.resolve("model.zip"), saved(network));

        Cli.Outcome right = Cli.run("check", "--dl4j", model, "--trace", trace);

        assertEquals(0, right.code(), right.out() + right.err());
        assertTrue(right.out().contains("Parameters: recognized as the original's."), right.out());
        network.getParam("1_b").putScalar(2, 5);
        Files.write(model, saved(network));
        Cli.Outcome wrong = Cli.run("check", trace, "--dl4j", model);
        assertEquals(1, wrong.code());
        assertTrue(wrong.out().contains("weights-other, layer 1"), wrong.out());
        assertTrue(wrong.out().contains("other numbers in b2"), wrong.out());
    }

    @Test
    void should_refuse_what_is_no_model_and_say_what_is_missing() throws IOException {
        Path text = Files.writeString(folder.resolve("model.zip"), "no zip", StandardCharsets.UTF_8);
        Path trace = TraceFiles.correct().write(folder.resolve("mine.npz"));

        Cli.run("check", "--dl4j", text, "--trace", trace)
                .isRefused(text + ": is not a complete zip archive, which a model of DL4J is; it is cut off, or another"
                        + " kind of file");
        Cli.run("check", "--dl4j", text)
                .isRefused("--dl4j needs what the model is a port of: --trace TRACE.npz, or --experiment FILE with"
                        + " --data FILE.");
        Cli.run("check", "--dl4j", text, "--experiment", EXPERIMENT)
                .isRefused("--experiment " + EXPERIMENT + " needs the training data: --data FILE.");
        Cli.run("check", "--trace", trace)
                .isRefused("--trace and --experiment go with --dl4j, the model of your network; 'twinnet check"
                        + " TRACE.npz' checks a trace alone.");
    }

    @Test
    void should_write_the_report_in_the_language_that_was_asked_for() throws IOException {
        Path model = ProjectFolder.file("compare/docs/example/port.zip");
        Path out = folder.resolve("port");
        Path json = folder.resolve("port.json");

        Cli.Outcome outcome = Cli.run(
                "check",
                "--dl4j",
                model,
                "--experiment",
                EXPERIMENT,
                "--data",
                DATA,
                "--out",
                out,
                "--json",
                json,
                "--lang",
                "zh",
                "--quiet");

        assertEquals(1, outcome.code(), outcome.err());
        assertEquals(2, outcome.out().lines().count(), outcome.out());
        assertTrue(outcome.out().contains("4 处错误"), outcome.out());
        String markdown = Files.readString(out.resolve("report.md"));
        assertTrue(markdown.contains("4 处错误") && markdown.contains("正确的是 不截断，由 logit 计算"), markdown);
        assertFalse(markdown.contains("from the logit") || markdown.contains("none"), markdown);
        assertTrue(Files.readString(out.resolve("report.html")).contains("<html lang=\"zh\">"));
        assertEquals(Files.readString(out.resolve("report.json")), Files.readString(json));
        Cli.run("check", "--dl4j", model, "--experiment", EXPERIMENT, "--data", DATA, "--out", out)
                .isRefused(
                        "--out " + out + " holds a report already; name another folder, or add --force to replace it.");
    }

    @Test
    void should_have_words_for_every_mistake_in_both_languages_and_no_others() {
        for (Language language : Language.values()) {
            Set<String> words = Texts.of(language).keys().stream()
                    .filter(key -> key.startsWith("port.mistake."))
                    .collect(Collectors.toSet());
            assertEquals(
                    Arrays.stream(PortMistake.values())
                            .map(mistake -> "port.mistake." + mistake.id())
                            .collect(Collectors.toSet()),
                    words);
        }
    }
}
