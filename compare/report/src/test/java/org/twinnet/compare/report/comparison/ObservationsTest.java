package org.twinnet.compare.report.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.report.model.Picture;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.report.model.Reports;

class ObservationsTest {

    private static final Texts EN = Texts.of(Language.EN);

    @Test
    void should_name_the_scenarios_where_training_exceeds_test_accuracy_most_and_least() {
        assertEquals(
                "Training accuracy minus test accuracy is largest in scenario “b” (11.0 points) and "
                        + "smallest in “c” (-4.0 points).",
                gap(scenario("a", 90, 91, 3), scenario("b", 95, 84, 3), scenario("c", 88, 92, 3)));
    }

    @Test
    void should_say_one_gap_where_all_are_alike() {
        assertEquals(
                "Training accuracy minus test accuracy is 5.0 points.",
                gap(scenario("a", 90, 85, 3), scenario("b", 95, 90, 3)));
        assertEquals(
                "There are no test examples, so there is no gap to see.",
                Observations.gap(Reports.withoutTestData()).in(EN));
    }

    @Test
    void should_name_the_scenario_with_the_smallest_weights_in_all_layers_together() {
        assertEquals(
                "The weights are smallest in “b”: the norm of all weights together is 5.00 there and 13.00 in “a”.",
                others(scenario("a", 1, 1, 5, 12), scenario("b", 1, 1, 3, 4)).get(0));
    }

    @Test
    void should_write_weights_without_end_with_a_power_of_ten() {
        assertEquals(
                "The weights are smallest in “b”: the norm of all weights together is 5.00 there and 5.000e150 in “a”.",
                others(scenario("a", 1, 1, 3e150, 4e150), scenario("b", 1, 1, 3, 4))
                        .get(0));
    }

    @Test
    void should_not_rank_what_differs_only_beyond_the_digits_that_are_shown() {
        assertEquals(
                "The norm of all weights together is 3.00.",
                others(scenario("a", 1, 1, 3), scenario("b", 1, 1, 3.001)).get(0));
    }

    @Test
    void should_weigh_the_sparsity_of_a_layer_with_its_units() {
        // Three hidden units with 40 % of zeros; the output layer has none to count.
        assertEquals(
                "40.0 % of the hidden activations are exactly 0.",
                others(Reports.agreeing()).get(1));
    }

    private static String gap(Report.Scenario... scenarios) {
        return Observations.gap(Reports.of(Status.AGREE, scenarios)).in(EN);
    }

    private static List<String> others(Report.Scenario... scenarios) {
        return Observations.others(Reports.of(Status.AGREE, scenarios)).stream()
                .map(phrase -> phrase.in(EN))
                .toList();
    }

    private static Report.Scenario scenario(String name, int train, int test, double... norms) {
        List<Picture.Layer> layers = Stream.iterate(1, l -> l <= norms.length, l -> l + 1)
                .map(l -> {
                    Picture.Weights weights = new Picture.Weights(List.of(1), norms[l - 1], 1.0, null);
                    return new Picture.Layer(l, -1.0, 2.0, weights, weights);
                })
                .toList();
        return Reports.observed(
                name, new Report.Accuracies(new Report.Count(train, 100), new Report.Count(test, 100)), layers);
    }
}
