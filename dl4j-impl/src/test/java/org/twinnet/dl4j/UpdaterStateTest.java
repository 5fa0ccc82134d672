package org.twinnet.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.twinnet.dl4j.runtime.Nd4jRuntime;

class UpdaterStateTest {

    private static final int PARAMETERS = 3 * 4 + 4 + 4 + 1;

    @BeforeAll
    static void startNd4j() {
        Nd4jRuntime.start();
    }

    @Test
    void should_be_empty_where_the_updater_remembers_nothing() {
        MultiLayerNetwork network = trained(new Sgd(0.1), 3);
        assertEquals(Map.of(), UpdaterState.read(network));
        UpdaterState.write(Map.of(), network);
    }

    @Test
    void should_hold_the_velocity_of_nesterovs_in_the_order_of_the_parameters() {
        // after one step from zero: v = μ·0 − α·g, and what is added to the parameters is (1 + μ)·v
        MultiLayerNetwork network = network(new Nesterovs(0.1, 0.9));
        double[] before = parameters(network);
        train(network, 1);
        double[] after = parameters(network);

        Map<String, double[]> state = UpdaterState.read(network);

        assertEquals(Set.of("V"), state.keySet());
        double[] v = state.get("V");
        assertEquals(PARAMETERS, v.length);
        for (int i = 0; i < v.length; i++) {
            assertEquals(after[i] - before[i], 1.9 * v[i], 1e-15, "parameter " + i);
        }
    }

    @Test
    void should_go_on_to_the_same_bits_from_the_state_of_another_network() {
        for (IUpdater updater : List.of(new Nesterovs(0.1, 0.9), new Adam(0.01))) {
            MultiLayerNetwork ahead = trained(updater, 4);
            MultiLayerNetwork behind = trained(updater, 1);
            MultiLayerNetwork forgetful = trained(updater, 1);

            for (MultiLayerNetwork other : List.of(behind, forgetful)) {
                other.params().assign(ahead.params());
                other.setIterationCount(ahead.getIterationCount());
            }
            UpdaterState.write(UpdaterState.read(ahead), behind);
            train(ahead, 3);
            train(behind, 3);
            train(forgetful, 3);

            assertArrayEquals(parameters(ahead), parameters(behind));
            assertFalse(Arrays.equals(parameters(ahead), parameters(forgetful)), "without the state it goes elsewhere");
        }
    }

    @Test
    void should_give_back_what_was_set_one_name_and_number_at_a_time() {
        MultiLayerNetwork network = trained(new Adam(0.01), 1);
        Map<String, double[]> set = new LinkedHashMap<>();
        for (String name : UpdaterState.read(network).keySet()) {
            double[] values = new double[PARAMETERS];
            Arrays.setAll(values, i -> 100 * set.size() + i);
            set.put(name, values);
        }
        assertEquals(Set.of("M", "V"), set.keySet());

        UpdaterState.write(set, network);

        set.forEach((name, values) ->
                assertArrayEquals(values, UpdaterState.read(network).get(name)));
    }

    @Test
    void should_reach_updaters_that_differ_from_layer_to_layer() {
        MultiLayerNetwork network = network(new Sgd(0.1), new Nesterovs(0.1, 0.9));
        train(network, 1);
        double[] v = UpdaterState.read(network).get("V");

        for (int i = 0; i < v.length; i++) {
            assertEquals(i < 3 * 4 + 4, v[i] == 0, "parameter " + i + ": Sgd of layer 1 remembers nothing");
        }
    }

    @Test
    void should_refuse_other_names_and_lengths_and_stay_as_it_was() {
        MultiLayerNetwork network = trained(new Nesterovs(0.1, 0.9), 2);
        double[] before = UpdaterState.read(network).get("V");

        assertEquals(
                "Setting the updater's state: it has [M], the network's updater remembers [V]; give exactly these.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> UpdaterState.write(Map.of("M", new double[PARAMETERS]), network))
                        .getMessage());
        assertEquals(
                "Setting the updater's state: V has 2 numbers, the network 21 parameters; give one for each.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> UpdaterState.write(Map.of("V", new double[2]), network))
                        .getMessage());
        assertArrayEquals(before, UpdaterState.read(network).get("V"));
    }

    private static MultiLayerNetwork trained(IUpdater updater, int iterations) {
        MultiLayerNetwork network = network(updater);
        train(network, iterations);
        return network;
    }

    private static void train(MultiLayerNetwork network, int iterations) {
        double[][] rows = {{1, 0.5, -1}, {-0.25, 2, 0.75}, {0.5, -1.5, 1}, {2, 1, -0.5}};
        INDArray X = Nd4j.createFromArray(rows);
        INDArray Y = Nd4j.createFromArray(new double[][] {{1}, {0}, {1}, {0}});
        for (int i = 0; i < iterations; i++) {
            network.fit(X, Y);
        }
    }

    private static double[] parameters(MultiLayerNetwork network) {
        return network.params().dup().data().asDouble();
    }

    private static MultiLayerNetwork network(IUpdater updater) {
        return network(updater, updater);
    }

    private static MultiLayerNetwork network(IUpdater first, IUpdater second) {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .seed(1)
                .list()
                .layer(new DenseLayer.Builder()
                        .nIn(3)
                        .nOut(4)
                        .activation(Activation.TANH)
                        .updater(first)
                        .build())
                .layer(new OutputLayer.Builder(new LossBinaryXENT())
                        .nIn(4)
                        .nOut(1)
                        .activation(Activation.SIGMOID)
                        .updater(second)
                        .build())
                .build());
        network.init();
        return network;
    }
}
