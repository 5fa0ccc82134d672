package org.twinnet.compare.report.tune;

import org.twinnet.compare.report.kit.CsvCell;
import org.twinnet.compare.tuning.space.SettingText;

/**
 * Renders the candidates as CSV, their settings in columns that are called by the keys, in the order of proposing; what
 * is not known is empty.
 */
final class CandidatesCsv {

    private static final String AFTER = "score,standard_error,iterations,seconds,seen,failure\n";

    private CandidatesCsv() {}

    static String write(TuneReport report) {
        StringBuilder text = new StringBuilder("number,status,");
        report.keys().forEach(key -> text.append(key).append(','));
        text.append(AFTER);
        for (TuneReport.Candidate candidate : report.candidates()) {
            text.append(candidate.number())
                    .append(',')
                    .append(CsvCell.of(candidate.status()))
                    .append(',');
            report.keys()
                    .forEach(key -> text.append(CsvCell.of(
                                    SettingText.of(candidate.setting().getOrDefault(key, ""))))
                            .append(','));
            text.append(number(candidate.score()))
                    .append(',')
                    .append(number(candidate.standardError()))
                    .append(',')
                    .append(candidate.iterations())
                    .append(',')
                    .append(number(candidate.seconds()))
                    .append(',')
                    .append(candidate.seen())
                    .append(',')
                    .append(CsvCell.of(candidate.failure()))
                    .append('\n');
        }
        return text.toString();
    }

    private static String number(Double value) {
        return value == null ? "" : value.toString();
    }
}
