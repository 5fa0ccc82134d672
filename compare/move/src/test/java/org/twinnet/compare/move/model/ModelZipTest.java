package org.twinnet.compare.move.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.twinnet.data.InvalidDataException;

@DisplayName("A model zip")
class ModelZipTest {

    private static final int SECONDS = 10;

    @TempDir
    private Path folder;

    private static MultiLayerConfiguration configuration(DataType type) {
        return new NeuralNetConfiguration.Builder()
                .dataType(type)
                .seed(1)
                .updater(new Adam(0.01))
                .l2(0.5)
                .list()
                .layer(new DenseLayer.Builder()
                        .nIn(2)
                        .nOut(3)
                        .activation(Activation.IDENTITY)
                        .build())
                .layer(new BatchNormalization.Builder().nOut(3).build())
                .layer(new ActivationLayer(Activation.RELU))
                .layer(new DropoutLayer(0.5))
                .layer(new OutputLayer.Builder(new LossBinaryXENT())
                        .nIn(3)
                        .nOut(1)
                        .activation(Activation.SIGMOID)
                        .build())
                .build();
    }

    private static MultiLayerNetwork trained(DataType type) {
        MultiLayerNetwork network = new MultiLayerNetwork(configuration(type));
        network.init();
        network.fit(Nd4j.rand(DataType.DOUBLE, 5, 2), Nd4j.ones(DataType.DOUBLE, 5, 1));
        return network;
    }

    private ModelZip read(byte[] zip) throws IOException {
        return ModelZip.read(Files.write(folder.resolve("model.zip"), zip));
    }

    @Test
    void should_be_read_as_dl4j_reads_it() throws IOException {
        for (DataType type : List.of(DataType.DOUBLE, DataType.FLOAT)) {
            MultiLayerNetwork network = trained(type);

            ModelZip model = read(SavedModel.bytes(network));

            assertArrayEquals(network.params().toDoubleVector(), model.network().numbers());
            assertArrayEquals(network.getUpdater().getStateViewArray().toDoubleVector(), model.state());
            assertEquals(List.of(2, 3, 1), model.network().sizes());
            assertEquals(type.toString(), model.network().dataType());
            assertEquals(1, model.network().iterations());
            ModelBlock hidden = model.network().blocks().get(0);
            assertTrue(hidden.norm().isPresent());
            assertEquals("ActivationReLU", hidden.activation().type());
            assertEquals(0.5, model.network().blocks().get(1).keep());
            assertEquals("LossBinaryXENT", model.network().loss().type());
            assertEquals(1e-5, model.network().loss().number("clipEps", 0));
            // W and b of both layers, gamma and beta of one
            assertEquals(2 * 3 + 3 + 6 + 3 + 1, model.network().parameters().length);
            double[] variances = network.getParam("1_log10stdev").toDoubleVector();
            for (int k = 0; k < 3; k++) {
                assertEquals(Math.pow(10, 2 * variances[k]), model.network().statistics()[3 + k]);
            }
        }
    }

    @Test
    void should_be_refused_where_its_layers_are_of_another_kind() {
        byte[] images = SavedModel.configured(
                SavedModel.bytes(trained(DataType.DOUBLE)), it -> it.replaceFirst("DenseLayer", "ConvolutionLayer"));

        InvalidDataException refused = assertThrows(InvalidDataException.class, () -> read(images));

        assertTrue(
                refused.getMessage()
                        .endsWith("confs[0].layer is a layer that is not read, org.deeplearning4j.nn.conf.layers"
                                + ".ConvolutionLayer; needed: a network of dense layers, activations, dropout and batch"
                                + " normalization"),
                refused.getMessage());
    }

    /** The program that reads them in little memory. */
    static final class Reading {
        private Reading() {}

        public static void main(String[] files) {
            for (String file : files) {
                long start = System.nanoTime();
                String said;
                try {
                    ModelZip.read(Path.of(file));
                    said = "read";
                } catch (InvalidDataException e) {
                    said = e.getMessage();
                }
                print((System.nanoTime() - start) / 1_000_000_000 + " "
                        + said.lines().count() + " " + said);
            }
        }

        @SuppressWarnings("SystemOut") // it is a program of its own
        private static void print(String line) {
            System.out.println(line);
        }
    }

    @Test
    @Timeout(120)
    void should_be_refused_in_a_line_within_256_mb_and_10_s_where_it_is_hostile() throws Exception {
        Map<String, byte[]> hostile = HostileZips.of(SavedModel.bytes(trained(DataType.DOUBLE)));
        assertTrue(hostile.size() >= 30, "only " + hostile.size());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Reading.class.getName()));
        int k = 0;
        for (byte[] zip : hostile.values()) {
            command.add(Files.write(folder.resolve("h" + k++ + ".zip"), zip).toString());
        }
        Path printed = folder.resolve("printed");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        assertTrue(process.waitFor(100, TimeUnit.SECONDS));

        List<String> lines =
                Files.readString(printed, StandardCharsets.UTF_8).lines().toList();
        List<String> names = List.copyOf(hostile.keySet());
        assertEquals(names.size(), lines.size(), () -> String.join("\n", lines));
        for (int n = 0; n < names.size(); n++) {
            String[] words = lines.get(n).split(" ", 3);
            assertTrue(Integer.parseInt(words[0]) < SECONDS, names.get(n) + ": " + lines.get(n));
            assertEquals("1", words[1], names.get(n));
            assertTrue(
                    words[2].startsWith(folder.resolve("h" + n + ".zip").toString()), names.get(n) + ": " + words[2]);
            assertFalse(words[2].contains("Exception"), words[2]);
        }
        assertEquals(0, process.exitValue());
    }
}
