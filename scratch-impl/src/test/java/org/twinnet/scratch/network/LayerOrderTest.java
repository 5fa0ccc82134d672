package org.twinnet.scratch.network;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.twinnet.scratch.activation.Relu;
import org.twinnet.scratch.activation.Sigmoid;
import org.twinnet.scratch.layer.ActivationLayer;
import org.twinnet.scratch.layer.BatchNormalization;
import org.twinnet.scratch.layer.Dense;
import org.twinnet.scratch.layer.Dropout;
import org.twinnet.scratch.layer.Layer;
import org.twinnet.scratch.loss.BinaryCrossEntropy;
import org.twinnet.scratch.penalty.NoPenalty;

class LayerOrderTest {

    private static final Layer DENSE_1 = new Dense(1, 2, 3);
    private static final Layer RELU_1 = new ActivationLayer(1, new Relu());
    private static final Layer DROPOUT_1 = new Dropout(1, 0.5);
    private static final Layer DENSE_2 = new Dense(2, 3, 1);
    private static final Layer SIGMOID_2 = new ActivationLayer(2, new Sigmoid());

    @Test
    void should_accept_dropout_of_the_inputs_and_of_any_hidden_layer() {
        assertDoesNotThrow(() -> network(DENSE_1, RELU_1, DENSE_2, SIGMOID_2));
        assertDoesNotThrow(() -> network(DENSE_1, RELU_1, DROPOUT_1, DENSE_2, SIGMOID_2));
        assertDoesNotThrow(() -> network(new Dropout(0, 1), DENSE_1, RELU_1, DENSE_2, SIGMOID_2));
        assertDoesNotThrow(() -> network(new Dense(1, 7, 1), new ActivationLayer(1, new Sigmoid())));
    }

    @Test
    void should_refuse_a_layer_that_does_not_fit_behind_the_one_before_it() {
        assertRefused("Dense[layer=2, inputs=3, units=1]", "X", DENSE_2, SIGMOID_2);
        assertRefused("ActivationLayer[layer=1, activation=Relu[]]", "X", RELU_1);
        assertRefused("Dropout[layer=1, keepProbability=0.5]", "X", DROPOUT_1);
        assertRefused("Dense[layer=2, inputs=3, units=1]", DENSE_1.toString(), DENSE_1, DENSE_2);
        assertRefused(DROPOUT_1.toString(), DENSE_1.toString(), DENSE_1, DROPOUT_1);
        assertRefused(SIGMOID_2.toString(), DENSE_1.toString(), DENSE_1, SIGMOID_2);
        assertRefused(RELU_1.toString(), RELU_1.toString(), DENSE_1, RELU_1, RELU_1);
        assertRefused(DENSE_1.toString(), RELU_1.toString(), DENSE_1, RELU_1, DENSE_1);
        assertRefused(DROPOUT_1.toString(), DROPOUT_1.toString(), DENSE_1, RELU_1, DROPOUT_1, DROPOUT_1);
        Layer narrower = new Dense(2, 2, 1);
        assertRefused(narrower.toString(), RELU_1.toString(), DENSE_1, RELU_1, narrower);
        Layer ofAnother = new Dropout(0, 0.5);
        assertRefused(ofAnother.toString(), RELU_1.toString(), DENSE_1, RELU_1, ofAnother);
    }

    @Test
    void should_refuse_a_network_that_does_not_end_with_its_output() {
        assertEquals(
                "A network ends with an ActivationLayer, its output, not with X.",
                assertThrows(IllegalArgumentException.class, () -> network()).getMessage());
        assertEquals(
                "A network ends with an ActivationLayer, its output, not with " + DROPOUT_1 + ".",
                assertThrows(IllegalArgumentException.class, () -> network(DENSE_1, RELU_1, DROPOUT_1))
                        .getMessage());
    }

    @Test
    void should_refuse_an_output_that_the_loss_is_not_defined_for() {
        assertEquals(
                "Binary cross-entropy needs a sigmoid output, a probability, not Relu[].",
                assertThrows(IllegalArgumentException.class, () -> network(DENSE_1, RELU_1))
                        .getMessage());
    }

    @Test
    void should_not_change_with_the_list_it_was_made_from() {
        List<Layer> layers = new ArrayList<>(List.of(DENSE_1, RELU_1, DENSE_2, SIGMOID_2));
        Network network = new Network(layers, new BinaryCrossEntropy(), new NoPenalty());
        layers.clear();
        assertEquals(4, network.layers().size());
    }

    private static void assertRefused(String layer, String before, Layer... layers) {
        assertEquals(
                layer + " does not fit behind " + before
                        + "; needed: Dense, perhaps BatchNormalization, ActivationLayer and perhaps Dropout of layer"
                        + " 1, then of layer 2 with the units of layer 1 as inputs, and so on.",
                assertThrows(IllegalArgumentException.class, () -> network(layers))
                        .getMessage());
    }

    private static Network network(Layer... layers) {
        return new Network(List.of(layers), new BinaryCrossEntropy(), new NoPenalty());
    }

    @Test
    void should_put_normalization_between_a_dense_layer_and_its_activation_only() {
        BatchNormalization own = new BatchNormalization(1, 3, 0.9, 1e-5, false);
        new Network(List.of(DENSE_1, own, RELU_1, DENSE_2, SIGMOID_2), new BinaryCrossEntropy(), new NoPenalty());
        BatchNormalization wide = new BatchNormalization(1, 4, 0.9, 1e-5, false);
        BatchNormalization later = new BatchNormalization(2, 3, 0.9, 1e-5, false);
        assertRefused(wide.toString(), DENSE_1.toString(), DENSE_1, wide, RELU_1, DENSE_2, SIGMOID_2);
        assertRefused(later.toString(), DENSE_1.toString(), DENSE_1, later, RELU_1, DENSE_2, SIGMOID_2);
        assertRefused(own.toString(), own.toString(), DENSE_1, own, own, RELU_1, DENSE_2, SIGMOID_2);
        assertRefused(own.toString(), RELU_1.toString(), DENSE_1, RELU_1, own, DENSE_2, SIGMOID_2);
    }
}
