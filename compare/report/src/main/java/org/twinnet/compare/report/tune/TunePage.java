package org.twinnet.compare.report.tune;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.twinnet.compare.report.kit.BilingualPage;
import org.twinnet.compare.report.kit.JsonWriter;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.kit.Numbers;
import org.twinnet.compare.report.kit.PageAssets;
import org.twinnet.compare.report.kit.SettingWords;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.tuning.run.Contender;
import org.twinnet.compare.tuning.space.SettingText;

/** What the template of the page of a study asks for. */
public final class TunePage extends BilingualPage {

    private final TuneReport report;
    private final TuneSummary summary;

    TunePage(TuneReport report, Language language) {
        super(
                language,
                PageAssets.of(PageAssets.STUDY, "tune/tune.css"),
                key -> !key.startsWith("said.") && !key.startsWith("port."));
        this.report = report;
        this.summary = new TuneSummary(report);
    }

    /**
     * The report.
     *
     * @return the model
     */
    public TuneReport report() {
        return report;
    }

    /**
     * The outcome of the twins.
     *
     * @return {@code agree}, {@code disagree}, {@code inconclusive}, or {@code none} without twins
     */
    public String verdict() {
        return summary.verdict();
    }

    /**
     * What all else has to wait for.
     *
     * @return a sentence for each setting whose twins part
     */
    public List<Phrase> disagreements() {
        return summary.disagreements();
    }

    /**
     * The answer.
     *
     * @return the best candidate, or why there is none
     */
    public Phrase answer() {
        return summary.answer();
    }

    /**
     * How the winner compares, and what the test examples say.
     *
     * @return sentences
     */
    public List<Phrase> evidence() {
        return Stream.concat(summary.comparisons().stream(), Stream.of(summary.test()))
                .toList();
    }

    /**
     * What the twins came to.
     *
     * @return a sentence
     */
    public Phrase twins() {
        return summary.twins();
    }

    /**
     * How was searched.
     *
     * @return sentences
     */
    public List<Phrase> search() {
        return summary.search();
    }

    /**
     * What the picture of the score is drawn over.
     *
     * @return the first two numbers that were searched, or each parameter where there are no two
     */
    public Phrase map() {
        return summary.map();
    }

    /**
     * What the model of the score is worth.
     *
     * @return sentences
     */
    public List<Phrase> surrogate() {
        return summary.surrogate();
    }

    /**
     * What is scored.
     *
     * @return such as cross-entropy
     */
    public Phrase metric() {
        return summary.metric();
    }

    /**
     * All candidates.
     *
     * @return complete ones by their rank, then those given up, then those that failed
     */
    public List<TuneReport.Candidate> candidates() {
        return summary.all();
    }

    /**
     * Reasons of failures.
     *
     * @return reason and number of candidates, the most frequent first
     */
    public List<Map.Entry<String, Integer>> failures() {
        return summary.failures();
    }

    /**
     * A contender, or a setting trained as twins.
     *
     * @param name its name in the model
     * @return its name for people
     */
    public Phrase contender(String name) {
        return TuneSummary.contender(name);
    }

    /**
     * A score.
     *
     * @param score the score, null where there is none
     * @return a number, or a dash
     */
    public Object score(Double score) {
        return score == null ? "–" : summary.numbers().score(score);
    }

    /**
     * A distance of scores.
     *
     * @param distance the distance, null where there is none
     * @return a number, or a dash
     */
    public Object distance(Double distance) {
        return distance == null ? "–" : summary.numbers().distance(distance);
    }

    /**
     * A difference of scores.
     *
     * @param difference the difference
     * @return a number with its sign
     */
    public Object signed(Double difference) {
        return summary.numbers().signed(difference);
    }

    /**
     * A confidence level.
     *
     * @param level such as 0.95
     * @return such as {@code 95}
     */
    public String level(double level) {
        return TuneNumbers.level(level);
    }

    /**
     * The name of a setting.
     *
     * @param key its key
     * @return its name for people
     */
    public Phrase label(String key) {
        return SettingWords.label(key);
    }

    /**
     * The value of a setting.
     *
     * @param value the value, null where there is none
     * @return four significant digits of a number, or a text
     */
    public String value(Object value) {
        return TuneNumbers.value(value);
    }

    /**
     * What a table sorts a value by.
     *
     * @param value the value, null where there is none
     * @return all of its digits
     */
    public String sortedBy(Object value) {
        return value == null ? "" : SettingText.of(value);
    }

    /**
     * How far a candidate's trainings came.
     *
     * @param candidate the candidate
     * @return iterations of one training at its last rung; a dash where it reached none
     */
    public String reached(TuneReport.Candidate candidate) {
        List<TuneReport.Rung> rungs = candidate.rungs();
        return rungs.isEmpty() ? "–" : Numbers.count(rungs.get(rungs.size() - 1).iterations());
    }

    /**
     * What was tried of a hyper-parameter.
     *
     * @param parameter the hyper-parameter
     * @return its range or its values
     */
    public Object tried(TuneReport.Parameter parameter) {
        return TuneNumbers.tried(parameter);
    }

    /**
     * A share.
     *
     * @param share 0 to 1
     * @return in percent with one decimal place
     */
    public String share(double share) {
        return TuneNumbers.share(share);
    }

    /**
     * A time span.
     *
     * @param seconds its length
     * @return with one decimal place
     */
    public String seconds(double seconds) {
        return String.format(Locale.ROOT, "%,.1f", seconds);
    }

    /**
     * What people would take without a search, for pictures.
     *
     * @return JSON: {@code published} has a value under each key, {@code advised} the smallest and the largest
     */
    public String landmarks() {
        Map<String, List<Double>> advised = new TreeMap<>();
        Contender.advised().forEach((key, range) -> advised.put(key, List.of(range.from(), range.to())));
        // in the same order in every run, so that a stable page is the same bytes
        Map<String, Object> landmarks = new TreeMap<>();
        landmarks.put("published", new TreeMap<>(Contender.PUBLISHED.changes()));
        landmarks.put("advised", advised);
        return JsonWriter.writeCompact(landmarks).strip();
    }

    /**
     * The report as JSON that can stand inside a script element.
     *
     * @return JSON without {@code <}
     */
    public String json() {
        return inScript(report);
    }
}
