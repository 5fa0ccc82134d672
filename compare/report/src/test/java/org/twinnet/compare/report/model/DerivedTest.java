package org.twinnet.compare.report.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.agreement.FreeRunCosts;

class DerivedTest {

    private static final List<Integer> LAYERS = List.of(4, 2, 6, 1);

    private static final Report.Accuracies ACCURACIES =
            new Report.Accuracies(new Report.Count(9, 10), new Report.Count(3, 4));

    @Test
    void should_count_the_costs_that_are_compared_and_those_that_are_equal() {
        Report.CostDifferences differences = Derived.costDifferences(new FreeRunCosts(List.of(
                new FreeRunCosts.Point(0, 0, 1e-14, false),
                new FreeRunCosts.Point(1, 0.2, Double.POSITIVE_INFINITY, true),
                new FreeRunCosts.Point(2, Double.NaN, Double.NaN, false))));
        assertEquals(2, differences.compared());
        assertEquals(1, differences.equal());
        assertEquals(
                List.of(
                        new Report.CostDifference(0, 0.0, 1e-14),
                        new Report.CostDifference(1, 0.2, null),
                        new Report.CostDifference(2, null, null)),
                differences.points());
    }

    @Test
    void should_relate_each_difference_of_costs_to_the_larger() {
        List<Report.Cost> byHand = List.of(
                cost(0, 2.0), cost(1, 1.0), cost(2, 1.0), cost(3, null), new Report.Cost(4, null, null, null, 4.0));
        List<Report.Cost> byDl4j = List.of(cost(0, 2.0), cost(1, 1.25), cost(2, -1.0), cost(3, 1.0), cost(4, 4.0));
        assertEquals(
                List.of(
                        new Report.CostDifference(0, 0.0, null),
                        new Report.CostDifference(1, 0.2, null),
                        new Report.CostDifference(2, 2.0, null),
                        new Report.CostDifference(3, null, null),
                        new Report.CostDifference(4, 0.0, null)),
                Derived.differences(byHand, byDl4j));
    }

    private static Report.Cost cost(int iteration, Double cost) {
        return new Report.Cost(iteration, cost, cost, 0.0, null);
    }

    @Test
    void should_take_the_norm_over_all_layers_and_the_sparsity_over_all_hidden_units() {
        Report.Effect effect = effect(layer(1, 3.0, 0.5), layer(2, 4.0, 0.25), layer(3, 12.0, null));
        assertEquals(15, effect.accuracyGap(), 1e-13);
        assertEquals(13, effect.weightNorm());
        // Two units with one half and six with one quarter: 2.5 of 8.
        assertEquals(2.5 / 8, effect.sparsity());
    }

    @Test
    void should_not_guess_what_is_not_finite_or_not_there() {
        assertNull(effect(layer(1, 3.0, null), layer(2, null, null)).weightNorm());
        assertNull(effect(layer(1, 3.0, null)).sparsity());
        Report.Twin blind = new Report.Twin(List.of(), new Report.Accuracies(new Report.Count(9, 10), null));
        assertEquals(new Report.Effect(null, null, null), Derived.effect(new Report.Twins(blind, blind), LAYERS, null));
    }

    private static Report.Effect effect(Picture.Layer... layers) {
        Report.Twin twin = new Report.Twin(List.of(), ACCURACIES);
        Picture picture = new Picture(Reports.picture().plane(), List.of(), List.of(layers), List.of());
        return Derived.effect(new Report.Twins(twin, twin), LAYERS, picture);
    }

    private static Picture.Layer layer(int number, Double norm, Double sparsity) {
        Picture.Weights weights = new Picture.Weights(List.of(), norm, norm, sparsity);
        return new Picture.Layer(number, -1.0, 1.0, weights, weights);
    }
}
