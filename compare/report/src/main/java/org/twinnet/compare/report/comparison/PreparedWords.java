package org.twinnet.compare.report.comparison;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.compare.report.model.Prepared;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.text.Phrase;

/** How it is told what was done to the data between its file and the numbers of the networks. */
final class PreparedWords {

    private PreparedWords() {}

    /**
     * What was done.
     *
     * @param report the report
     * @return sentences; none where the numbers are those of the file
     */
    static List<Phrase> of(Report report) {
        List<Phrase> sentences = new ArrayList<>();
        Prepared prepared = report.data().prepared();
        if (prepared != null && prepared.labels() != null) {
            List<String> pairs = new ArrayList<>();
            for (int k = 0; k < prepared.labels().size(); k++) {
                pairs.add(k + " = " + prepared.labels().get(k));
            }
            sentences.add(Phrase.of("prepared.labels", String.join(", ", pairs)));
        }
        if (prepared != null && prepared.standardized() != null) {
            sentences.add(Phrase.of("prepared.standardized"));
        }
        return sentences;
    }
}
