package org.twinnet.compare.report.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.twinnet.compare.agreement.Divergence;
import org.twinnet.compare.report.kit.Numbers;
import org.twinnet.compare.report.model.RSquared;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.text.Phrase;

/**
 * That a network has learned nothing, which agreement of both networks does not say: one label for every training
 * example, no better a fit than the mean, or hidden units that are all dead.
 */
final class LearnedWords {

    private LearnedWords() {}

    /**
     * What was not learned in any scenario.
     *
     * @param report the report
     * @return sentences; none where each network has learned something, or left the range of doubles
     */
    static List<Phrase> of(Report report) {
        List<Phrase> sentences = new ArrayList<>();
        for (Report.Scenario scenario : report.scenarios()) {
            boolean left = scenario.diverges() != null && scenario.diverges().kind() == Divergence.Kind.LEFT_DOUBLES;
            if (!left) {
                add(sentences, report, scenario);
            }
        }
        return sentences;
    }

    private static void add(List<Phrase> sentences, Report report, Report.Scenario scenario) {
        Report.Twin scratch = scenario.twins().scratch();
        Report.Twin dl4j = scenario.twins().dl4j();
        int only = onlyLabel(scratch.confusion());
        if (only >= 0 && only == onlyLabel(dl4j.confusion())) {
            sentences.add(Phrase.of(
                    "learned.one-label",
                    scenario.name(),
                    label(report, only),
                    Numbers.count(scratch.accuracy().train().correct()),
                    Numbers.count(scratch.accuracy().train().total())));
        }
        if (explainsNothing(scratch.rSquared()) && explainsNothing(dl4j.rSquared())) {
            sentences.add(Phrase.of(
                    "learned.mean",
                    scenario.name(),
                    Summary.rSquared(scratch.rSquared().train())));
        }
        Double zeros = scenario.effect().sparsity();
        if (zeros != null && zeros == 1) {
            sentences.add(Phrase.of("learned.dead", scenario.name()));
        }
    }

    /** The only label that a network gives; −1 where it gives several, or examples have none. */
    private static int onlyLabel(List<List<Integer>> confusion) {
        if (confusion == null) {
            return -1;
        }
        List<Integer> given = IntStream.range(0, confusion.size())
                .filter(k -> confusion.stream().anyMatch(row -> row.get(k) > 0))
                .boxed()
                .toList();
        return given.size() == 1 ? given.get(0) : -1;
    }

    private static boolean explainsNothing(RSquared rSquared) {
        return rSquared != null && rSquared.train() != null && rSquared.train() <= 0;
    }

    private static String label(Report report, int number) {
        boolean named = report.data().prepared() != null
                && report.data().prepared().labels() != null
                && number < report.data().prepared().labels().size();
        return named ? report.data().prepared().labels().get(number) : String.valueOf(number);
    }
}
