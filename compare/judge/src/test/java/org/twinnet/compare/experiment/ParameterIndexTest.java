package org.twinnet.compare.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.experiment.ParameterIndex.Slice;
import org.twinnet.compare.experiment.tree.ExperimentTree;

class ParameterIndexTest {

    @Test
    void should_lay_out_weights_row_by_row_then_biases_layer_after_layer() {
        ParameterIndex index = ParameterIndex.of(Experiment.of(2, 20, 3, 1));
        assertEquals(
                List.of(
                        new Slice("W", 1, 0, 20, 2),
                        new Slice("b", 1, 40, 20, 1),
                        new Slice("W", 2, 60, 3, 20),
                        new Slice("b", 2, 120, 3, 1),
                        new Slice("W", 3, 123, 1, 3),
                        new Slice("b", 3, 126, 1, 1)),
                index.tensors());
        assertEquals(127, index.length());
    }

    @Test
    void should_give_every_index_to_exactly_one_tensor() {
        ParameterIndex index = ParameterIndex.of(Experiment.of(7, 5, 4, 3, 1));
        int next = 0;
        for (Slice slice : index.tensors()) {
            assertEquals(next, slice.offset());
            next += slice.length();
        }
        assertEquals(7 * 5 + 5 + 5 * 4 + 4 + 4 * 3 + 3 + 3 + 1, next);
        assertEquals(next, index.length());
    }

    @Test
    void should_name_entries_by_layer_row_and_column() {
        List<Slice> tensors = ParameterIndex.of(Experiment.of(2, 20, 3, 1)).tensors();
        assertEquals("layer 1 W[0,0]", tensors.get(0).entry(0).english());
        assertEquals("layer 1 W[19,1]", tensors.get(0).entry(39).english());
        assertEquals("layer 1 b[0]", tensors.get(1).entry(40).english());
        assertEquals("layer 2 W[1,3]", tensors.get(2).entry(60 + 20 + 3).english());
        assertEquals("layer 3 b[0]", tensors.get(5).entry(126).english());
    }

    @Test
    void should_put_gamma_and_beta_behind_b_and_running_statistics_in_a_vector_of_their_own() {
        Experiment experiment =
                ExperimentTree.with(Experiment.of(2, 3, 4, 1), Map.of("layers[].batch_norm", "batch-norm"));
        assertEquals(
                List.of("W1 6", "b1 3", "gamma1 3", "beta1 3", "W2 12", "b2 4", "gamma2 4", "beta2 4", "W3 4", "b3 1"),
                ParameterIndex.of(experiment).tensors().stream()
                        .map(slice -> slice.symbol() + slice.layer() + " " + slice.length())
                        .toList());
        assertEquals(
                "layer 2 gamma[1]",
                ParameterIndex.of(experiment).entry(15 + 16 + 1).english());
        ParameterIndex kept = ParameterIndex.ofStatistics(experiment);
        assertEquals(
                List.of(
                        new Slice("mean", 1, 0, 3, 1),
                        new Slice("variance", 1, 3, 3, 1),
                        new Slice("mean", 2, 6, 4, 1),
                        new Slice("variance", 2, 10, 4, 1)),
                kept.tensors());
        assertEquals(14, kept.length());
        assertEquals(0, ParameterIndex.ofStatistics(Experiment.of(2, 3, 1)).length());
    }

    @Test
    void should_count_entries_of_tensors_from_their_own_beginning() {
        Tensor z = new Tensor("Z", 2, 211, new double[3 * 211]);
        assertEquals("layer 2 Z[0,0]", z.entry(0).english());
        assertEquals("layer 2 Z[0,210]", z.entry(210).english());
        assertEquals("layer 2 Z[1,0]", z.entry(211).english());
        assertEquals("layer 2 Z[2,17]", z.entry(2 * 211 + 17).english());
        assertEquals(
                "layer 1 A[3]", new Tensor("A", 1, 1, new double[5]).entry(3).english());
    }
}
