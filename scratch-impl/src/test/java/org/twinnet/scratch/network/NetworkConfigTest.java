package org.twinnet.scratch.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.twinnet.scratch.activation.Activation;
import org.twinnet.scratch.activation.Relu;
import org.twinnet.scratch.activation.Sigmoid;
import org.twinnet.scratch.activation.Softmax;
import org.twinnet.scratch.layer.ActivationLayer;
import org.twinnet.scratch.layer.Dense;
import org.twinnet.scratch.layer.Dropout;

class NetworkConfigTest {

    @Test
    void should_describe_the_layers_of_the_notebook() {
        NetworkConfig config = new NetworkConfig(List.of(2, 20, 3, 1));

        assertEquals(3, config.depth());
        assertEquals(2, config.units(0));
        assertEquals(20, config.units(1));
        assertEquals(3, config.units(2));
        assertEquals(1, config.units(3));
        assertEquals(List.of(20, 3), config.hiddenUnits());
        assertEquals(20 * 3 + 3 * 21 + 4, config.parameterCount());
    }

    @Test
    void should_allow_a_network_without_hidden_layers() {
        NetworkConfig config = new NetworkConfig(List.of(5, 1));

        assertEquals(1, config.depth());
        assertEquals(List.of(), config.hiddenUnits());
        assertEquals(6, config.parameterCount());
    }

    @Test
    void should_list_its_layers_with_dropout_of_the_hidden_ones_where_something_is_dropped() {
        NetworkConfig config = new NetworkConfig(List.of(2, 20, 3, 1));

        assertEquals(
                List.of(
                        new Dense(1, 2, 20),
                        new ActivationLayer(1, new Relu()),
                        new Dropout(1, 0.5),
                        new Dense(2, 20, 3),
                        new ActivationLayer(2, new Relu()),
                        new Dropout(2, 0.5),
                        new Dense(3, 3, 1),
                        new ActivationLayer(3, new Sigmoid())),
                config.layers(config.dropouts(0.5)));
        assertEquals(
                List.of(
                        new Dense(1, 2, 20),
                        new ActivationLayer(1, new Relu()),
                        new Dense(2, 20, 3),
                        new ActivationLayer(2, new Relu()),
                        new Dense(3, 3, 1),
                        new ActivationLayer(3, new Sigmoid())),
                config.layers(config.dropouts(1)));
        assertEquals(config.parameterCount(), config.newParameters().size());
    }

    @Test
    void should_put_dropout_behind_the_inputs_and_the_layers_that_have_it() {
        NetworkConfig config = new NetworkConfig(List.of(2, 20, 3, 1));
        assertEquals(
                List.of(
                        new Dropout(0, 0.9),
                        new Dense(1, 2, 20),
                        new ActivationLayer(1, new Relu()),
                        new Dense(2, 20, 3),
                        new ActivationLayer(2, new Relu()),
                        new Dropout(2, 0.7),
                        new Dense(3, 3, 1),
                        new ActivationLayer(3, new Sigmoid())),
                config.layers(List.of(new Dropout(0, 0.9), new Dropout(2, 0.7))));
        for (int layer : new int[] {-1, 3, 4}) {
            assertThrows(IllegalArgumentException.class, () -> config.layers(List.of(new Dropout(layer, 0.9))));
        }
    }

    @Test
    void should_not_change_with_the_list_it_was_made_from() {
        List<Integer> sizes = new ArrayList<>(List.of(1, 1));
        NetworkConfig config = new NetworkConfig(sizes);
        sizes.set(0, 9);
        assertEquals(List.of(1, 1), config.layerSizes());
    }

    @Test
    void should_refuse_layers_that_make_no_network() {
        assertRefused("A network needs its inputs and at least one layer, each of 1 unit or more, not []", List.of());
        assertRefused("A network needs its inputs and at least one layer, each of 1 unit or more, not [1]", List.of(1));
        assertRefused(
                "A network needs its inputs and at least one layer, each of 1 unit or more, not [2, 0, 1]",
                List.of(2, 0, 1));
        assertRefused(
                "A network needs its inputs and at least one layer, each of 1 unit or more, not [-2, 1]",
                List.of(-2, 1));
    }

    @Test
    void should_end_with_as_many_units_of_as_any_activation_as_it_is_told() {
        NetworkConfig config = new NetworkConfig(List.of(2, 4), List.of(), new Softmax());
        assertEquals(
                List.of(new Dense(1, 2, 4), new ActivationLayer(1, new Softmax())), config.layers(config.dropouts(1)));
    }

    @Test
    void should_refuse_another_number_of_activations_than_hidden_layers() {
        for (List<Activation> hidden : List.of(List.<Activation>of(), List.<Activation>of(new Relu(), new Relu()))) {
            assertEquals(
                    "The layers [2, 3, 1] have 1 hidden ones, and there are " + hidden.size()
                            + " activations for them.",
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> new NetworkConfig(List.of(2, 3, 1), hidden, new Sigmoid()))
                            .getMessage());
        }
    }

    private static void assertRefused(String message, List<Integer> sizes) {
        assertEquals(
                message + ".",
                assertThrows(IllegalArgumentException.class, () -> new NetworkConfig(sizes))
                        .getMessage());
    }

    @Test
    void should_name_the_layers_that_can_be_dropped() {
        List<Dropout> dropouts = List.of(new Dropout(3, 0.5));
        assertEquals(
                "Dropout is of the inputs, layer 0, and of the layers up to 2, not all of which " + dropouts + " are.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new NetworkConfig(List.of(2, 4, 3, 1)).layers(dropouts))
                        .getMessage());
    }
}
