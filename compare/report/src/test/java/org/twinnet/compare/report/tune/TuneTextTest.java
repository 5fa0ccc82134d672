package org.twinnet.compare.report.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.tuning.Metric;
import org.twinnet.compare.tuning.SearchKind;
import org.twinnet.compare.tuning.Studies;
import org.twinnet.compare.tuning.Study;
import org.twinnet.compare.tuning.space.Dimension;
import org.twinnet.compare.tuning.space.SearchSpace;

class TuneTextTest {

    private static String of(String name) {
        return TuneText.write(DegenerateStudies.all().get(name));
    }

    static Stream<String> reports() {
        return DegenerateStudies.all().keySet().stream();
    }

    @Test
    void should_say_what_was_found_in_sentences_and_two_tables() {
        assertEquals("""
                Best of 60 candidates: λ = 0.8257, keep probability 0.8601, learning rate 0.3, layers 20,3,1. Cross-validated cross-entropy 0.2023 ± 0.0038 (candidate 28).
                Scored anew on other folds and seeds, so that luck in the search does not count, the winner has 0.2071 over 15 trainings.
                Against no regularization it is better by 0.0442 (95 % confidence interval 0.0279 to 0.0605).
                Against the published setting (λ = 0.7, keep 0.86) its advantage is +0.0048 (95 % confidence interval -0.0021 to +0.0117): the two cannot be told apart.
                Against the usual advice (λ = 0.03, keep 0.8) it is worse by 0.0019 (95 % confidence interval 0.0005 to 0.0033).
                On the 200 test examples, which were used once and only for the winner, it labels 188 correctly (94.0 %), cross-entropy 0.1834.
                Both networks computed the same for all 4 settings that were trained as twins.
                Random search: 60 candidates, of which 36 were trained to the end, 23 were given up early and 1 failed; 2,853,100 iterations in all.
                Giving up early saved 35.5 % of the iterations.
                No proposal depended on any result.

                candidate  cross-entropy      +-   lambda    keep  learning rate  layers  iterations
                28                0.2023  0.0038   0.8257  0.8601            0.3  20,3,1       75000
                39                0.2028  0.0038     0.51   0.822            0.3  20,3,1       75000
                20                0.2035  0.0038   0.9007  0.8904            0.3  20,3,1       75000
                51                0.2056  0.0038   0.3161  0.9195            0.3  20,3,1       75000
                13                0.2085  0.0038  0.09308  0.9706            0.3  20,3,1       75000
                52                0.2087  0.0038   0.3462   0.936            0.3  20,3,1       75000
                44                0.2098  0.0038    0.276  0.9973            0.3  20,3,1       75000
                3                 0.2120  0.0038   0.1321  0.8106            0.3  20,3,1       75000
                48                0.2133  0.0038  0.08667  0.9944            0.3  20,3,1       75000
                7                 0.2141  0.0038     0.11  0.8061            0.3  20,3,1       75000
                and 26 more that were trained to the end

                scored anew            cross-entropy  minus the winner     from       to  lambda    keep  learning rate  layers
                the winner                    0.2071                 -        -        -  0.8257  0.8601            0.3  20,3,1
                no regularization             0.2513           +0.0442  +0.0279  +0.0605       0       1            0.3  20,3,1
                the published setting         0.2119           +0.0048  -0.0021  +0.0117     0.7    0.86            0.3  20,3,1
                the usual advice              0.2052           -0.0019  -0.0033  -0.0005    0.03     0.8            0.3  20,3,1

                Failed candidates:
                  1: diverged: cost not finite at iteration 100
                """, of("ordinary"));
    }

    @Test
    void should_lead_with_twins_that_disagree() {
        assertEquals(
                "ERROR: The twins disagree for the published setting (λ = 0.7, keep probability 0.86, "
                        + "learning rate 0.3, layers 20,3,1): rung “gradients”, dW of layer 1, layer 1 W[0,1], first at iteration 1; relative difference 1.0e-03 against a noise floor of 1.0e-15. Until that is explained, no score here can be trusted.",
                of("disagreeing").lines().findFirst().orElseThrow());
    }

    @Test
    void should_say_why_there_is_no_winner() {
        assertTrue(of("no-candidate").startsWith("No candidate has been tried yet.\n"));
        assertTrue(of("all-failed")
                .startsWith("All 30 candidates failed; the most frequent reason (10): out of memory\n"));
        assertTrue(of("none-complete").startsWith("None of 1 candidates was trained to the end"));
        assertTrue(of("not-a-number").startsWith("None of 1 candidates was trained to the end"));
    }

    @Test
    void should_say_that_an_interrupted_study_can_be_resumed() {
        assertTrue(of("cancelled").contains("was interrupted and can be resumed"));
    }

    @Test
    void should_write_accuracies_in_percent_and_turn_their_differences_around() {
        assertTrue(
                of("accuracy")
                        .contains("Against no regularization it is better by 3.10 points (95 % confidence "
                                + "interval 2.00 points to 4.20 points)"),
                () -> of("accuracy"));
    }

    @Test
    void should_say_of_a_regression_its_r_squared_and_its_error_in_the_unit_of_the_targets() {
        String text = of("regression");
        assertTrue(text.contains("Cross-validated mean squared error 2.003e5 ±"), text);
        assertTrue(
                text.contains(
                        "Against no regularization it is better by 30000 (95 % confidence interval 20000 to 40000)"),
                text);
        assertTrue(
                text.contains("On the 200 test examples, which were used once and only for the winner, its R² is 0.8300"
                        + " and its root mean squared error 1235."),
                text);
        assertTrue(of("r-squared").contains("Against no regularization it is better by 0.0300"), () -> of("r-squared"));
    }

    @Test
    void should_say_that_targets_that_do_not_vary_have_no_r_squared() {
        assertTrue(
                of("constant-targets")
                        .contains("its R² is undefined, because their targets do not vary, and its root mean squared"
                                + " error 0.25."),
                () -> of("constant-targets"));
    }

    @Test
    void should_count_examples_of_classes_and_outputs_of_several_labels() {
        assertTrue(
                of("three-classes")
                        .contains("On the 200 test examples, which were used once and only for the winner, it"
                                + " labels 188 correctly (94.0 %)"),
                () -> of("three-classes"));
        assertTrue(
                of("several-labels").contains("it labels 563 of 600 outputs correctly (93.8 %)"),
                () -> of("several-labels"));
    }

    @Test
    void should_have_no_column_for_what_all_candidates_share_but_for_the_usual() {
        SearchSpace space = Studies.PLANE
                .with("batches.size", new Dimension.Fixed<>(32))
                .with("optimizer.kind", new Dimension.Choice<>(List.of("adam", "momentum")));
        Study study = Studies.of(
                space,
                SearchKind.RANDOM,
                Metric.CROSS_ENTROPY,
                Studies.scored(Studies.PLANE, 3, Studies::bowl).results());
        TuneReport report = TuneReports.of(study, null);
        assertEquals(
                List.of(
                        "penalty.l2",
                        "layers[].keep_prob",
                        "optimizer.learning_rate",
                        "layers[].units",
                        "optimizer.kind"),
                report.columns());
        assertTrue(report.keys().contains("batches.size"));
        assertFalse(TuneText.write(report).contains("batch size"), () -> TuneText.write(report));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void should_render_every_report_without_a_hole(String name) {
        String text = of(name);
        assertFalse(text.contains("null") || text.contains("NaN"), text);
        assertTrue(text.lines().noneMatch(line -> line.chars().anyMatch(c -> c < ' ')), text);
        assertTrue(name.equals("hostile") || !text.contains("{0}"), text);
    }
}
