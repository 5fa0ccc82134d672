package org.twinnet.compare.report.comparison;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.report.model.OtherTargets;
import org.twinnet.compare.report.model.Picture;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.report.model.Reports;

/** Reports that try to break a page: each by name. */
final class Degenerate {

    private Degenerate() {}

    static Map<String, Report> all() {
        Map<String, Report> reports = new LinkedHashMap<>();
        reports.put("ordinary", Reports.of(Status.AGREE, Reports.agreeing()));
        reports.put("parted", Reports.of(Status.DISAGREE, Reports.agreeing(), Reports.parted()));
        reports.put("inconclusive", Reports.of(Status.INCONCLUSIVE, Reports.inconclusive()));
        reports.put("no-scenario", Reports.of(Status.INCONCLUSIVE));
        reports.put("no-picture", Reports.of(Status.AGREE, Reports.withPicture(null)));
        Picture picture = Reports.picture();
        reports.put(
                "one-snapshot",
                Reports.of(
                        Status.AGREE,
                        Reports.withPicture(new Picture(
                                picture.plane(), picture.snapshots().subList(0, 1), picture.layers(), List.of()))));
        reports.put(
                "no-snapshot",
                Reports.of(
                        Status.AGREE,
                        Reports.withPicture(new Picture(picture.plane(), List.of(), List.of(), List.of()))));
        reports.put("nothing-finite", Reports.of(Status.DISAGREE, Reports.notFinite()));
        reports.put("one-iteration", Reports.of(Status.AGREE, Reports.oneIteration()));
        String hostile = "<script>alert(1)</script>\u0001\"'&amp;{0}</textarea>";
        reports.put(
                "hostile",
                Reports.of(Status.AGREE, hostile, Reports.provenance(hostile + "\n```"), Reports.named(hostile)));
        reports.put("stable", Reports.of(Status.AGREE, "data", Reports.PROVENANCE.stable(), Reports.agreeing()));
        reports.put("twenty-features", Reports.twentyFeatures());
        Picture.Snapshot last = picture.snapshots().get(1);
        reports.put(
                "between-costs",
                Reports.of(
                        Status.AGREE,
                        Reports.withPicture(new Picture(
                                picture.plane(),
                                List.of(new Picture.Snapshot(
                                        1500, last.scratch(), last.dl4j(), last.difference(), last.disagreements())),
                                picture.layers(),
                                List.of()))));
        reports.put("one-feature", Reports.oneFeature());
        reports.put("no-test-data", Reports.withoutTestData());
        reports.put("three-classes", OtherTargets.classes(3));
        reports.put("twelve-classes", OtherTargets.classes(12));
        reports.put("class-without-number", OtherTargets.broken(3));
        reports.put("regression", OtherTargets.regression(1));
        reports.put("three-outputs", OtherTargets.regression(3));
        return reports;
    }
}
