package org.twinnet.compare.report.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.agreement.Divergence;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.report.model.Diverges;
import org.twinnet.compare.report.model.Prepared;
import org.twinnet.compare.report.model.RSquared;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.report.model.Reports;

@DisplayName("What both networks have not learned")
class LearnedWordsTest {

    private static final List<List<Integer>> BOTH = List.of(List.of(50, 4), List.of(6, 40));
    private static final List<List<Integer>> ONE = List.of(List.of(0, 54), List.of(0, 46));

    private static Report.Twin labels(List<List<Integer>> confusion, int correct) {
        return new Report.Twin(
                Reports.agreeing().twins().scratch().costs(),
                new Report.Accuracies(new Report.Count(correct, 100), null),
                null,
                confusion,
                null);
    }

    private static Report.Twin fit(Double rSquared) {
        return new Report.Twin(
                Reports.agreeing().twins().scratch().costs(), null, new RSquared(rSquared, null), null, null);
    }

    private static List<String> said(
            Report.Twin scratch, Report.Twin dl4j, double sparsity, Diverges diverges, Prepared prepared) {
        Report.Scenario like = Reports.agreeing();
        Report.Scenario scenario = new Report.Scenario(
                "l2",
                like.verdict(),
                like.experiment(),
                new Report.Twins(scratch, dl4j),
                like.largestCostDifference(),
                like.largestCostDifferenceOfWholeRun(),
                null,
                like.rungs(),
                like.spread(),
                like.boundary(),
                like.clip(),
                like.published(),
                like.picture(),
                like.costDifferences(),
                new Report.Effect(null, 1.0, sparsity),
                diverges);
        Report whole = Reports.of(Status.AGREE);
        Report.Data data = whole.data();
        Report report = new Report(
                whole.format(),
                whole.version(),
                whole.verdict(),
                new Report.Data(
                        data.name(),
                        data.features(),
                        data.train(),
                        data.test(),
                        data.trainPoints(),
                        data.testPoints(),
                        data.classes(),
                        prepared),
                whole.provenance(),
                List.of(scenario));
        return LearnedWords.of(report).stream()
                .map(phrase -> phrase.in(Texts.of(Language.EN)))
                .toList();
    }

    @Test
    void should_be_nothing_where_networks_tell_classes_apart() {
        assertEquals(List.of(), said(labels(BOTH, 90), labels(BOTH, 90), 0.5, null, null));
        assertEquals(List.of(), said(labels(ONE, 46), labels(BOTH, 90), 0.5, null, null), "one of them alone");
        assertEquals(List.of(), said(fit(0.01), fit(0.01), 0, null, null));
        assertEquals(List.of(), said(fit(null), fit(null), 0, null, null));
    }

    @Test
    void should_be_the_only_label_that_they_give() {
        assertEquals(
                List.of("But both networks of scenario l2 have learned nothing: they give every training example the"
                        + " label 1, which 46 of 100 have. Features of one scale, another learning rate or more"
                        + " iterations may help."),
                said(labels(ONE, 46), labels(ONE, 46), 0.5, null, null));
        assertEquals(
                List.of("But both networks of scenario l2 have learned nothing: they give every training example the"
                        + " label M, which 46 of 100 have. Features of one scale, another learning rate or more"
                        + " iterations may help."),
                said(labels(ONE, 46), labels(ONE, 46), 0.5, null, new Prepared(List.of("B", "M"), null)));
    }

    @Test
    void should_be_that_a_regression_is_no_better_than_the_mean() {
        assertEquals(
                List.of("But both networks of scenario l2 have learned nothing: they predict the training examples no"
                        + " better than their mean does (R² -0.2000). Features of one scale, another learning rate or"
                        + " more iterations may help."),
                said(fit(-0.2), fit(-0.2), 0, null, null));
    }

    @Test
    void should_be_that_all_hidden_units_are_dead() {
        assertEquals(
                List.of("All hidden units of scenario l2 are dead: each is 0 for every training example, and their"
                        + " weights get no gradient any more. A lower learning rate, features of one scale or another"
                        + " activation may help."),
                said(labels(BOTH, 90), labels(BOTH, 90), 1, null, null));
    }

    @Test
    void should_leave_to_others_what_left_the_range_of_doubles() {
        Diverges left = new Diverges(Divergence.Kind.LEFT_DOUBLES, 3, 1.0, null, Divergence.Cause.LEARNING_RATE);
        assertEquals(List.of(), said(labels(ONE, 46), labels(ONE, 46), 1, left, null));
    }
}
