package org.twinnet.compare.move;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Normalization;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.data.Dataset;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.npz.NpzWriter;

@DisplayName("The names of somebody's arrays")
class WeightNamesTest {

    @TempDir
    private Path folder;

    /** Names of W and b of a 3-4-1 network, layer after layer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "W1 b1 W2 b2",
                "b2 W2 W1 b1",
                "weights_1 biases_1 weights_2 biases_2",
                "0.weight 0.bias 2.weight 2.bias",
                "layer1.weight layer1.bias layer10.weight layer10.bias",
                "fc1.weight fc1.bias fc2.weight fc2.bias",
                "net.0.weight net.0.bias net.3.weight net.3.bias",
                "hidden.weight hidden.bias out.weight out.bias",
                "dense/kernel:0 dense/bias:0 dense_1/kernel:0 dense_1/bias:0",
                "coefs_0 intercepts_0 coefs_1 intercepts_1",
                "w_1 b_1 w_2 b_2",
            })
    void should_be_understood(String names) throws IOException {
        NpzWriter npz = new NpzWriter();
        for (String name : names.split(" ", -1)) {
            boolean second = (name.matches(".*(2|10|3\\.|_1/|out).*") && !name.matches("[wb]_1|(weights|biases)_1"))
                    || name.matches("coefs_1|intercepts_1");
            boolean bias = name.matches(".*(b\\d|b_|bias|intercepts).*");
            if (bias) {
                npz.put(name, numbers(second ? 1 : 4), second ? 1 : 4);
            } else {
                npz.put(name, numbers(second ? 4 : 12), second ? 1 : 4, second ? 4 : 3);
            }
        }

        assertEquals(List.of(3, 4, 1), read(npz).sizes());
    }

    @Test
    void should_be_none_where_keras_gives_arrays_in_turn() throws IOException {
        NpzWriter npz = new NpzWriter()
                .put("arr_0", numbers(12), 3, 4)
                .put("arr_1", numbers(4), 4)
                .put("arr_2", numbers(4), 4)
                .put("arr_3", numbers(4), 4)
                .put("arr_4", numbers(4), 4)
                .put("arr_5", numbers(4), 4)
                .put("arr_6", numbers(4), 4, 1)
                .put("arr_7", numbers(1), 1);
        Moving moving = read(npz);
        assertEquals(List.of(3, 4, 1), moving.sizes());
        Experiment plain = Experiment.of(3, 4, 1);
        assertMessage(
                "w.npz: layer 0 has batch normalization there, and none in the experiment; both need the same",
                () -> moving.decide(plain, Optional.empty(), Optional.empty(), List.of()));
        Experiment normalized = plain.with(List.of(
                plain.layers()
                        .get(0)
                        .with(new Normalization.BatchNorm(0.9, 1e-3, Normalization.RunningVariance.BIASED)),
                plain.layers().get(1)));
        MovedNetwork moved = moving.decide(normalized, Optional.empty(), Optional.empty(), List.of());
        assertEquals(8, moved.statistics().length);
        assertEquals(WeightsAs.INPUTS_BY_UNITS, moved.as());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X=2x3 | w.npz: X is the name of no array of a network; known are names such as W1 and b1,"
                        + " layer1.weight, dense/kernel:0, coefs_0, arr_0",
                "W1=2x3 weights_1=2x3 | w.npz: W1 and weights_1 are both the weights of one layer; remove one",
                "W1=2x3 b1=5 | w.npz: the shapes make no network: b1 of shape (5,) goes with no layer of 2 units;"
                        + " the other way round b1 of shape (5,) goes with no layer of 3 units",
                "W1=2x3 W2=4x5 | w.npz: the shapes make no network: W2 of shape (4, 5) has 5 inputs, and 2 come from"
                        + " below; the other way round W2 of shape (4, 5) has 4 inputs, and 3 come from below",
                "W1=6 | w.npz, array W1: its shape is (6,); needed: a matrix, (units, inputs) or (inputs, units)",
                "b1=2 | w.npz: b1 has no matrix of weights beside it; needed: one for each layer",
                "W1=2x3 gamma1=2 | w.npz: the batch normalization behind W1 lacks something; needed: gamma, beta,"
                        + " running mean and running variance",
                "W1=2x3 mean=3 | w.npz: holds only one of mean and std; needed: both or none",
                "arr_0=2x3 arr_1=2x1 | w.npz: arr_1 may be a bias or weights, since all arrays are matrices and their"
                        + " names say nothing; save them under names such as W1, b1, W2, b2",
                "arr_0=3 arr_1=2x1 | w.npz, array arr_0 of shape (3,): needed in turn: the matrix of a layer, its bias,"
                        + " and with batch normalization gamma, beta, moving mean and moving variance",
            })
    void should_be_refused_with_the_reason(String arrays, String message) throws IOException {
        NpzWriter npz = new NpzWriter();
        for (String array : arrays.split(" ", -1)) {
            String[] parts = array.split("=", -1);
            int[] shape = Arrays.stream(parts[1].split("x", -1))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            npz.put(parts[0], numbers(Arrays.stream(shape).reduce(1, (a, b) -> a * b)), shape);
        }
        assertMessage(message, () -> read(npz));
    }

    @Test
    void should_have_an_order_or_be_refused_in_a_folder() throws IOException {
        Path csv = Files.createDirectory(folder.resolve("csv"));
        Files.writeString(csv.resolve("hidden_weights.csv"), "1,2\n3,4\n5,6\n");
        Files.writeString(csv.resolve("out_weights.csv"), "1,2,3\n");
        assertMessage(
                "csv: a folder has no order, and the names hidden and out tell none; needed: numbers, such as W1.csv,"
                        + " b1.csv, W2.csv, b2.csv",
                () -> Moving.read(csv, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "w.json | [1] | w.json: needed: an object of arrays, such as {\"W1\": [[0.1, 0.2]]}",
                "w.json | {\"W1\": [[1, 2], [3]]} | w.json, array W1: row 2 has 1 numbers, the first has 2; needed: as"
                        + " many in each",
                "w.json | {\"W1\": \"no\"} | w.json, array W1: needed: a list of numbers, or a list of such lists, one a"
                        + " row",
                "w.json | {\"W1\": [[1, 1e999]]} | w.json, array W1: number 1 is Infinity; needed: finite ones",
                "w.pt | PK | w.pt: weights are read from .npz, .json, or a folder of .csv files; for PyTorch write"
                        + " numpy.savez(\"weights.npz\", **{k: v.numpy() for k, v in model.state_dict().items()})",
            })
    void should_be_refused_where_the_file_is_none(String name, String content, String message) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
        assertMessage(message, () -> Moving.read(file, Optional.empty()));
    }

    @Test
    void should_be_refused_where_a_layer_has_no_unit_or_a_feature_no_deviation() throws IOException {
        assertMessage(
                "w.npz, array W1: its shape is (0, 4); needed: from 1 to 100000 inputs and units",
                () -> read(new NpzWriter().put("W1", new double[0], 0, 4)));
        Moving flat = read(new NpzWriter()
                .put("W1", numbers(2), 1, 2)
                .put("mean", new double[2], 2)
                .put("std", new double[] {1, 0}, 2));
        assertMessage(
                "The deviation of feature 1 is 0.0; needed: above 0; of a feature that never changes take 1",
                flat::standardization);
    }

    @Test
    void should_not_hide_that_the_network_is_another_one() throws IOException {
        Moving moving = read(new NpzWriter().put("W1", numbers(12), 4, 3).put("W2", numbers(4), 1, 4));
        assertMessage(
                "w.npz: its network has the layer sizes [3, 4, 1], the inputs first; 2 features were given",
                () -> moving.inputs(2));
        assertMessage(
                "w.npz: its network has the layer sizes [3, 4, 1], the inputs first; layers of [5, 1] units were given",
                () -> moving.units(List.of(5, 1)));
        assertMessage(
                "A penalty that the number of examples divides needs that number, and there are no examples; give"
                        + " the data, or the penalty as a coefficient that nothing divides",
                () -> moving.decide(
                        Experiment.of(3, 4, 1).with(Penalty.l2(0.7)), Optional.empty(), Optional.empty(), List.of()));
    }

    @Test
    void should_not_pass_predictions_that_the_network_does_not_give() throws IOException {
        Moving moving = read(new NpzWriter().put("W1", numbers(3), 1, 3).put("b1", numbers(1), 1));
        Dataset data =
                Dataset.of("two", List.of("a", "b", "c"), new double[][] {{1, 2, 3}, {3, 2, 1}}, new double[] {0, 1});
        Path file = Files.write(
                folder.resolve("p.npz"),
                new NpzWriter().put("p", new double[] {0.5, 0.25}, 2).write());
        String message = assertThrows(
                        InvalidDataException.class,
                        () -> moving.decide(
                                Experiment.of(3, 1), Optional.of(data), Optional.of(Predictions.read(file)), List.of()))
                .getMessage();
        assertTrue(message.contains("differs from what the network answers by up to"), message);
        assertTrue(message.contains("at example 1, where rounding explains"), message);
    }

    @Test
    void should_take_the_standardization_along() throws IOException {
        Moving moving = read(new NpzWriter()
                .put("W1", numbers(2), 1, 2)
                .put("b1", numbers(1), 1)
                .put("mean", new double[] {1, 2}, 2)
                .put("std", new double[] {4, 0.5}, 2));
        Dataset data = Dataset.of("one", List.of("a", "b"), new double[][] {{3, 3}}, new double[] {1});

        double[] standardized =
                moving.standardization().orElseThrow().apply(data).featureRows()[0];

        assertArrayEquals(new double[] {0.5, 2}, standardized);
    }

    private static double[] numbers(int count) {
        double[] numbers = new double[count];
        Arrays.setAll(numbers, i -> (i % 7 - 3) / 4.0);
        return numbers;
    }

    private Moving read(NpzWriter npz) throws IOException {
        return Moving.read(Files.write(folder.resolve("w.npz"), npz.write()), Optional.empty());
    }

    /** Files are called by their names alone. */
    private void assertMessage(String message, Executable reading) {
        assertEquals(
                message,
                assertThrows(InvalidDataException.class, reading).getMessage().replace(folder + "/", ""));
    }
}
