package org.twinnet.compare.theory.mistake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A scope")
class ScopeTest {

    @Test
    void should_name_the_sets_of_layers_that_it_speaks_of() {
        assertEquals(List.of(List.of(0)), Scope.NETWORK.layers(3));
        assertEquals(List.of(List.of(3)), Scope.OUTPUT.layers(3));
        assertEquals(List.of(List.of(1, 2, 3)), Scope.ALL_LAYERS.layers(3));
    }

    @Test
    void should_try_all_layers_first_then_single_ones_then_others() {
        assertEquals(
                List.of(
                        List.of(1, 2, 3),
                        List.of(1),
                        List.of(2),
                        List.of(3),
                        List.of(1, 2),
                        List.of(1, 3),
                        List.of(2, 3)),
                Scope.LAYERS.layers(3));
        assertEquals(List.of(List.of(1, 2), List.of(1), List.of(2)), Scope.HIDDEN_LAYERS.layers(3));
        assertEquals(List.of(List.of(2, 3), List.of(2), List.of(3)), Scope.LATER_LAYERS.layers(3));
    }

    @Test
    void should_leave_out_all_layers_together_where_some_must_be_right() {
        List<List<Integer>> sets = Scope.NOT_ALL_LAYERS.layers(3);
        assertEquals(Scope.LAYERS.layers(3).subList(1, 7), sets);
        assertEquals(List.of(), Scope.NOT_ALL_LAYERS.layers(1));
    }

    @Test
    void should_have_no_hidden_and_no_later_layer_in_a_network_of_one() {
        assertEquals(List.of(List.of(1)), Scope.LAYERS.layers(1));
        assertEquals(List.of(), Scope.HIDDEN_LAYERS.layers(1));
        assertEquals(List.of(), Scope.LATER_LAYERS.layers(1));
    }

    @Test
    void should_try_every_set_of_up_to_five_layers() {
        List<List<Integer>> sets = Scope.LAYERS.layers(5);
        assertEquals(31, sets.size());
        assertEquals(31, sets.stream().distinct().count());
        assertTrue(sets.contains(List.of(1, 3, 5)));
    }

    @Test
    void should_try_only_all_each_and_all_but_one_of_six() {
        assertEquals(
                List.of(
                        List.of(1, 2, 3, 4, 5, 6),
                        List.of(1),
                        List.of(2),
                        List.of(3),
                        List.of(4),
                        List.of(5),
                        List.of(6),
                        List.of(1, 2, 3, 4, 5),
                        List.of(1, 2, 3, 4, 6),
                        List.of(1, 2, 3, 5, 6),
                        List.of(1, 2, 4, 5, 6),
                        List.of(1, 3, 4, 5, 6),
                        List.of(2, 3, 4, 5, 6)),
                Scope.LAYERS.layers(6));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21, 40})
    void should_reach_every_layer_of_a_deep_network(int depth) {
        List<List<Integer>> sets = Scope.LAYERS.layers(depth);
        assertEquals(1 + depth + depth, sets.size());
        assertEquals(depth, sets.get(0).size());
        assertEquals(List.of(depth), sets.get(depth));
    }

    @ParameterizedTest
    @EnumSource(
            value = Scope.class,
            names = {"NETWORK", "ALL_LAYERS"})
    void should_need_no_layer_named_where_it_allows_one_set_only(Scope scope) {
        assertTrue(scope.isWhole(scope.layers(1).get(0), 1));
        assertTrue(scope.isWhole(scope.layers(3).get(0), 3));
    }

    @Test
    void should_name_the_output_and_layers_that_differ_from_others() {
        assertFalse(Scope.OUTPUT.isWhole(List.of(3), 3));
        assertFalse(Scope.NOT_ALL_LAYERS.isWhole(List.of(1, 2), 3));
    }

    @Test
    void should_be_whole_with_all_layers_of_several() {
        assertTrue(Scope.LAYERS.isWhole(List.of(1, 2), 2));
        assertFalse(Scope.LAYERS.isWhole(List.of(1), 2));
        assertFalse(Scope.LAYERS.isWhole(List.of(1), 1), "the only layer is named");
    }

    @ParameterizedTest
    @EnumSource(
            value = Scope.class,
            names = {"HIDDEN_LAYERS", "LATER_LAYERS"})
    void should_be_whole_with_all_layers_but_one_of_several(Scope scope) {
        assertTrue(scope.isWhole(List.of(2, 3), 3));
        assertFalse(scope.isWhole(List.of(2), 3));
        assertFalse(scope.isWhole(List.of(1), 2), "the only one is named");
    }
}
