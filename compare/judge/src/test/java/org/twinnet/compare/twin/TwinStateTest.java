package org.twinnet.compare.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The state of a twin")
class TwinStateTest {

    @Test
    void should_refuse_an_iteration_before_the_first() {
        assertEquals(
                "Iterations are counted from 0; there is no -1.",
                assertThrows(IllegalArgumentException.class, () -> new TwinState(-1, new double[1], List.of()))
                        .getMessage());
    }

    @Test
    void should_refuse_a_memory_without_one_number_for_each_parameter() {
        List<TwinState.Memory> memories =
                List.of(new TwinState.Memory("m", new double[3]), new TwinState.Memory("v", new double[2]));
        assertEquals(
                "State of iteration 5: v has 2 numbers for 3 parameters; needed: one for each.",
                assertThrows(IllegalArgumentException.class, () -> new TwinState(5, new double[3], memories))
                        .getMessage());
    }

    @Test
    void should_not_change_with_the_list_it_was_made_from() {
        List<TwinState.Memory> memories = new ArrayList<>();
        TwinState state = new TwinState(0, new double[3], memories);
        memories.add(new TwinState.Memory("v", new double[3]));
        assertEquals(List.of(), state.memories());
    }
}
