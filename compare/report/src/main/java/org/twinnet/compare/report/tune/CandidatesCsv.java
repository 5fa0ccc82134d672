package org.twinnet.compare.report.tune;

import org.twinnet.compare.report.CsvCell;

/** Renders the candidates as CSV, in the order of proposing; what is not known is empty. */
final class CandidatesCsv {

    private static final String HEADER =
            "number,status,lambda,keep_probability,learning_rate,layers,score,standard_error,iterations,seconds,seen,failure\n";

    private CandidatesCsv() {}

    static String write(TuneReport report) {
        StringBuilder text = new StringBuilder(HEADER);
        for (TuneReport.Candidate candidate : report.candidates()) {
            TuneReport.Setting setting = candidate.setting();
            text.append(candidate.number())
                    .append(',')
                    .append(CsvCell.of(candidate.status()))
                    .append(',')
                    .append(setting.lambda())
                    .append(',')
                    .append(setting.keepProbability())
                    .append(',')
                    .append(setting.learningRate())
                    .append(',')
                    .append(CsvCell.of(TuneNumbers.layers(setting)))
                    .append(',')
                    .append(number(candidate.score()))
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
