package org.twinnet.scratch.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.network.NetworkConfig;

class OptimizerStateTest {

    private static final Parameters PARAMETERS = new NetworkConfig(List.of(2, 3, 1)).newParameters();

    @Test
    void should_hold_a_zero_for_each_parameter_and_letter() {
        OptimizerState state = OptimizerState.zeros(PARAMETERS, "m", "v");

        assertEquals(
                List.of("m", "v"),
                state.memories().stream().map(OptimizerState.Memory::symbol).toList());
        assertArrayEquals(new double[3][2], state.get("m").W(1).toArray());
        assertArrayEquals(new double[13], state.get("v").toVector());
        assertSame(state.get("v"), state.memories().get(1).values());
        assertNotSame(state.get("m"), state.get("v"));
        assertNotSame(PARAMETERS, state.get("m"));
    }

    @Test
    void should_say_what_is_remembered_when_asked_for_something_else() {
        assertEquals(
                "The optimizer does not remember s; it remembers m, v.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> OptimizerState.zeros(PARAMETERS, "m", "v").get("s"))
                        .getMessage());
        assertEquals(
                "The optimizer does not remember v; it remembers nothing.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> OptimizerState.none().get("v"))
                        .getMessage());
    }

    @Test
    void should_not_change_with_the_list_it_was_made_from() {
        List<OptimizerState.Memory> memories = new ArrayList<>();
        OptimizerState state = new OptimizerState(memories);
        memories.add(new OptimizerState.Memory("v", PARAMETERS));
        assertEquals(List.of(), state.memories());
    }
}
