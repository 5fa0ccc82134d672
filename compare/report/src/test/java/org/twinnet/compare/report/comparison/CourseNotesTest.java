package org.twinnet.compare.report.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.agreement.Divergence;
import org.twinnet.compare.ladder.RungName;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.report.model.Diverges;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.report.model.Reports;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;

@DisplayName("What is told of the course of a training")
class CourseNotesTest {

    private static final Texts EN = Texts.of(Language.EN);

    private static Report.Quantity quantity(Said name, long compared, long undetermined, Integer first) {
        return new Report.Quantity(
                name.of(), Status.AGREE, compared, 0, undetermined, first, 0.0, 0.0, 0.0, 0.0, Phrase.NOTHING, 0);
    }

    private static Report.Rung rung(RungName name, Report.Quantity... quantities) {
        return new Report.Rung(
                name,
                Status.AGREE,
                9,
                0,
                0.0,
                0.0,
                0.0,
                Phrase.NOTHING,
                0,
                Phrase.NOTHING,
                Phrase.NOTHING,
                List.of(quantities));
    }

    private static List<String> notes(Diverges diverges, boolean whole, Report.Rung... rungs) {
        Report.Scenario like = Reports.agreeing();
        Report.Scenario scenario = new Report.Scenario(
                like.name(),
                like.verdict(),
                like.experiment(),
                like.twins(),
                like.largestCostDifference(),
                like.largestCostDifferenceOfWholeRun(),
                null,
                List.of(rungs),
                new Report.Spread(40, whole, like.spread().points()),
                like.boundary(),
                like.clip(),
                like.published(),
                like.picture(),
                like.costDifferences(),
                like.effect(),
                diverges);
        return CourseNotes.of(scenario).stream().map(phrase -> phrase.in(EN)).toList();
    }

    @Test
    void should_be_nothing_where_everything_is_determined_and_comparable() {
        assertEquals(List.of(), notes(null, true, rung(RungName.LOCK_STEP, quantity(Said.COST, 60, 0, null))));
    }

    @Test
    void should_be_divergence_and_not_chaos_where_the_range_of_doubles_is_left() {
        assertEquals(
                List.of("Scenario l2 diverges: it left the range of its numbers at iteration 1,204, so nothing "
                        + "can be compared from there on."
                        + " α·λ/m is above 2, so that each step on the penalty overshoots: lower λ "
                        + "or the learning rate."),
                notes(new Diverges(Divergence.Kind.LEFT_DOUBLES, 1204, 0.7, 1e300, Divergence.Cause.PENALTY), false));
    }

    @Test
    void should_say_how_far_costs_grew_and_what_mends_it() {
        assertEquals(
                List.of("Scenario l2 diverges in both networks alike: the cost went from 5.0e-01 to 5.0e+09."
                        + " The features are large: scale them, or lower the learning rate."),
                notes(new Diverges(Divergence.Kind.GROWS, 59, 0.5, 5e9, Divergence.Cause.FEATURES), true));
    }

    @Test
    void should_say_where_outputs_saturate_and_what_was_compared_in_place_of_the_cost() {
        assertEquals(
                List.of("Outputs of scenario l2 saturate, first at iteration 3: they round to the wrong "
                        + "label, and the cost as the notebook"
                        + " writes it is not determined at 20 of 60 iterations. The cost from the "
                        + "logit was compared there."
                        + " Scaled features or a lower learning rate avoid it."),
                notes(
                        null,
                        true,
                        rung(
                                RungName.LOCK_STEP,
                                quantity(Said.COST, 40, 20, 3),
                                quantity(Said.COST_FROM_LOGIT, 20, 0, null),
                                quantity(Said.UPDATE, 60, 0, null))));
    }

    @Test
    void should_count_what_stays_open_in_training_and_after_it() {
        assertEquals(
                List.of(
                        "Of the training steps of scenario l2, 30 of 50 numbers are not determined, first "
                                + "at iteration 7: rounding explains"
                                + " any value there. The verdict rests on the others.",
                        "After the training of scenario l2, 8 of 12 probabilities and labels are not "
                                + "determined: rounding explains any value"
                                + " there."),
                notes(
                        null,
                        true,
                        rung(
                                RungName.LOCK_STEP,
                                quantity(Said.COST, 50, 0, null),
                                quantity(Said.UPDATE, 10, 10, 9),
                                quantity(Said.NEXT_PARAMETERS, 10, 20, 7)),
                        rung(RungName.PREDICTIONS, quantity(Said.LABELS, 4, 0, null)),
                        rung(RungName.BOUNDARY, quantity(Said.FEATURES, 0, 8, 0))));
    }
}
