package org.twinnet.compare.report.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.equivalence.TwoOneSidedTests.Result;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.report.kit.JsonWriter;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.report.model.JsonReader;
import org.twinnet.compare.report.model.Picture;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.report.model.Reports;

@DisplayName("What is said of DL4J's own dropout")
class DropoutWordsTest {

    private static Report report(Result result, Double p) {
        Picture of = Reports.picture();
        Picture.Dropout dropout =
                new Picture.Dropout(50, 0.28, 0.2801, p == null ? null : 1e-4, 2e-4, 9e-4, p, 0.05, 0.9875, result);
        return Reports.of(
                Status.AGREE,
                Reports.withPicture(
                        new Picture(of.plane(), of.snapshots(), of.layers(), of.conventions(), null, dropout)));
    }

    private static String english(Report report) {
        return DropoutWords.of(report).get(0).in(Texts.of(Language.EN));
    }

    @Test
    void should_state_result_interval_margin_size_and_power() {
        String sentence = english(report(Result.EQUIVALENT, 1e-5));

        assertTrue(sentence.contains("trains networks as good as those by hand."), sentence);
        assertTrue(
                sentence.contains("Over 50 seeds the cost without dropout is 0.2801 with it and 0.2800 by hand,"
                        + " a difference of 1.0e-04 ± 2.0e-04 (90.0 % interval); the margin is 9.0e-04"),
                sentence);
        assertTrue(sentence.contains("p = 1.0e-05, size 5.00 %, power 0.99"), sentence);
    }

    @Test
    void should_not_call_equivalent_what_is_different_or_undecided_or_no_number() {
        assertTrue(english(report(Result.DIFFERENT, 1.0)).contains("trains other networks"));
        assertTrue(english(report(Result.UNDECIDED, 0.2)).contains("more of them would"));
        assertTrue(english(report(Result.UNDECIDED, null)).contains("nothing could be measured"));
    }

    @Test
    void should_say_nothing_where_nobody_asked() {
        assertEquals(List.of(), DropoutWords.of(Reports.of(Status.AGREE, Reports.agreeing())));
    }

    @Test
    void should_be_read_again_from_the_report() {
        Report report = report(Result.EQUIVALENT, 1e-5);

        assertEquals(report, JsonReader.parse("report.json", JsonWriter.write(report)));
    }
}
