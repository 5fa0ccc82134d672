package org.twinnet.compare.report.comparison;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.compare.report.kit.Numbers;
import org.twinnet.compare.report.model.Picture;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.text.Phrase;

/** How far the predictions of both networks are apart, and which of them a picture shows. */
final class PredictionWords {

    private PredictionWords() {}

    /** Sentences on training and test examples; none without predictions. */
    static List<Phrase> of(Report.Scenario scenario) {
        List<Phrase> phrases = new ArrayList<>();
        if (scenario.picture() != null && scenario.picture().predictions() != null) {
            Picture.Predictions predictions = scenario.picture().predictions();
            add(phrases, "predictions.difference.train", predictions.train());
            add(phrases, "predictions.difference.test", predictions.test());
        }
        return phrases;
    }

    private static void add(List<Phrase> phrases, String key, Picture.PredictedSet set) {
        if (set == null) {
            return;
        }
        phrases.add(Phrase.of(key, Numbers.count(set.examples()), Numbers.small(set.largestDifference())));
        if (set.shown() < set.examples()) {
            phrases.add(Phrase.of("predictions.some", Numbers.count(set.shown()), Numbers.count(set.examples())));
        }
    }
}
