package org.twinnet.compare.report.comparison;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.twinnet.compare.ladder.RungName;
import org.twinnet.compare.report.kit.BilingualPage;
import org.twinnet.compare.report.kit.JsonWriter;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.kit.Numbers;
import org.twinnet.compare.report.kit.PageAssets;
import org.twinnet.compare.report.model.Derived;
import org.twinnet.compare.report.model.Picture;
import org.twinnet.compare.report.model.RSquared;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.text.Phrase;

/** What the template of the page of a comparison asks for. */
public final class Page extends BilingualPage {

    /** Tables of more classes don't fit beside one another. */
    private static final int WIDE = 5;

    private final Report report;

    Page(Report report, Language language) {
        super(
                language,
                PageAssets.of(PageAssets.COMPARISON),
                key -> !key.startsWith("tune.") && !key.startsWith("port."));
        this.report = report;
    }

    /**
     * The report.
     *
     * @return the model
     */
    public Report report() {
        return report;
    }

    /**
     * The verdict in a sentence.
     *
     * @return the sentence
     */
    public Phrase verdict() {
        return Summary.verdict(report);
    }

    /**
     * What to know of scenarios that diverge, saturate, are chaotic, or hold numbers that are not determined.
     *
     * @return a sentence each
     */
    public List<Phrase> notes() {
        return Summary.notes(report);
    }

    /**
     * A cell of the summary.
     *
     * @param heading key of its heading
     * @param value what it says
     * @param isBeyond whether it is of the end of a run that is comparable up to an earlier iteration
     */
    public record Cell(String heading, Object value, boolean isBeyond) {}

    /**
     * A scenario's row in the summary.
     *
     * @param scenario the scenario
     * @return its cells, name and verdict excluded
     */
    public List<Cell> row(Report.Scenario scenario) {
        List<Object> values = Summary.row(report, scenario);
        return IntStream.range(0, values.size())
                .mapToObj(i -> new Cell(
                        headings().get(i + 1),
                        values.get(i),
                        Summary.isBeyond(headings().get(i + 1), scenario)))
                .toList();
    }

    /**
     * The verdict of a scenario.
     *
     * @param scenario the scenario
     * @return with the iteration up to which it holds, where that is not the last
     */
    public Phrase verdict(Report.Scenario scenario) {
        return Summary.verdict(scenario);
    }

    /**
     * The headings of the summary.
     *
     * @return their keys, one for each cell of a row, name and verdict included
     */
    public List<String> headings() {
        return Summary.headings(report);
    }

    /**
     * What to know of the summary's columns.
     *
     * @return sentences
     */
    public Phrase note() {
        return Summary.note(report);
    }

    /**
     * Whether the data are numbers, so that there are predictions to see and no boundary.
     *
     * @return true for a regression
     */
    public boolean isRegression() {
        return Derived.isRegression(report);
    }

    /**
     * What the plane of the pictures shows.
     *
     * @return a sentence; nothing where examples have no label or no feature
     */
    public Optional<Phrase> lead() {
        Report.Data data = report.data();
        if (data.classes() == null || data.features().isEmpty()) {
            return Optional.empty();
        }
        boolean one = data.features().size() == 1;
        String key = data.classes() > 2
                ? one ? "boundaries.lead.classes.one" : "boundaries.lead.classes"
                : one ? "boundaries.lead.one" : "boundaries.lead";
        return Optional.of(Phrase.of(key, Summary.axes(report).toArray()));
    }

    /**
     * Why the plane shows these two features.
     *
     * @return a sentence; nothing where there is no choice
     */
    public Optional<Phrase> choice() {
        return Summary.plane(report);
    }

    /**
     * Whether there are published costs beside those of this run.
     *
     * @return true where a scenario is a published one
     */
    public boolean hasPublished() {
        return report.scenarios().stream()
                .anyMatch(scenario -> !scenario.published().isEmpty());
    }

    /**
     * Whether there are tables of which class is taken for which.
     *
     * @return true for more than two classes, but not too many
     */
    public boolean hasConfusions() {
        return Confusions.has(report);
    }

    /**
     * Which class is taken for which.
     *
     * @param scenario the scenario
     * @return tables of training and test examples
     */
    public List<Confusions.Table> confusions(Report.Scenario scenario) {
        return Confusions.of(scenario);
    }

    /**
     * How many scenarios have their tables side by side.
     *
     * @return as many as pictures, or 1 for wide tables
     */
    public int confusionColumns() {
        boolean wide = report.data().classes() != null && report.data().classes() > WIDE;
        return wide ? 1 : Math.min(3, report.scenarios().size());
    }

    /**
     * The name of a class.
     *
     * @param label the class, from 0
     * @return such as class 2
     */
    public Phrase className(int label) {
        return Confusions.name(label);
    }

    /**
     * How far the predictions of a regression are apart.
     *
     * @param scenario the scenario
     * @return sentences
     */
    public List<Phrase> predictions(Report.Scenario scenario) {
        return PredictionWords.of(scenario);
    }

    /**
     * What regularizes a scenario.
     *
     * @param scenario the scenario
     * @return such as an L2 penalty and its strength
     */
    public Phrase regularizer(Report.Scenario scenario) {
        return ScenarioSettings.of(scenario).regularizer();
    }

    /**
     * The same of all scenarios, for pictures.
     *
     * @return JSON: for each scenario its keys and values
     */
    public String regularizers() {
        return JsonWriter.writeCompact(report.scenarios().stream()
                .map(scenario -> ScenarioSettings.of(scenario).regularizers())
                .toList());
    }

    /**
     * What was trained.
     *
     * @param scenario the scenario
     * @return every setting that could be otherwise
     */
    public Phrase settings(Report.Scenario scenario) {
        return ScenarioSettings.of(scenario).sentence();
    }

    /**
     * What is to be seen of the gap.
     *
     * @return a sentence
     */
    public Phrase gap() {
        return Observations.gap(report);
    }

    /**
     * What else regularization did.
     *
     * @return sentences
     */
    public List<Phrase> observations() {
        return Observations.others(report);
    }

    /**
     * Accuracies of the hand-written network.
     *
     * @param scenario the scenario
     * @return training accuracy, test accuracy, gap
     */
    public List<Object> accuracies(Report.Scenario scenario) {
        Report.Accuracies accuracy = scenario.twins().scratch().accuracy();
        Double gap = scenario.effect().accuracyGap();
        if (accuracy == null) {
            RSquared fit = scenario.twins().scratch().rSquared();
            return List.of(Summary.rSquared(fit.train()), Summary.rSquared(fit.test()), "–");
        }
        return List.of(
                Numbers.percent(Derived.share(accuracy.train())),
                accuracy.test() == null ? "–" : Numbers.percent(Derived.share(accuracy.test())),
                gap == null ? "–" : Phrase.of("points", String.format(Locale.ROOT, "%.1f", gap)));
    }

    /**
     * The name of a rung.
     *
     * @param rung the rung
     * @return the phrase
     */
    public Phrase rung(RungName rung) {
        return LadderWords.rung(rung);
    }

    /**
     * The entry that decided.
     *
     * @param where the entry
     * @param iteration its iteration
     * @param multiple difference as a multiple of the floor
     * @return entry and iteration; a dash where every number was equal
     */
    public Object where(Phrase where, int iteration, Double multiple) {
        return LadderWords.where(where, iteration, multiple);
    }

    /**
     * The identifiers of all conventions that some scenario measured, in order.
     *
     * @return such as {@code l2-gradient}
     */
    public List<String> conventions() {
        return report.scenarios().stream()
                .filter(scenario -> scenario.picture() != null)
                .flatMap(scenario -> scenario.picture().conventions().stream())
                .map(Picture.Convention::id)
                .distinct()
                .toList();
    }

    /**
     * A scenario's numbers on a convention.
     *
     * @param scenario the scenario
     * @param id the convention
     * @return expected and measured; a single phrase where it is not in use
     */
    public List<Object> convention(Report.Scenario scenario, String id) {
        if (scenario.picture() == null) {
            return List.of(Phrase.of("conventions.unused"));
        }
        return scenario.picture().conventions().stream()
                .filter(row -> row.id().equals(id) && row.compared() > 0)
                .findFirst()
                .<List<Object>>map(row -> LadderWords.isChange(row)
                        ? List.of(LadderWords.measured(row))
                        : List.of(
                                LadderWords.measured(row),
                                Numbers.exact(row.expected()),
                                Numbers.count(row.compared())))
                .orElse(List.of(Phrase.of("conventions.unused")));
    }

    /**
     * What was done to the data between its file and the numbers of the networks.
     *
     * @return sentences; none where the numbers are those of the file
     */
    public List<Phrase> prepared() {
        return PreparedWords.of(report);
    }

    /**
     * How DL4J's own dropout trains.
     *
     * @return one sentence for each scenario that was tested
     */
    public List<Phrase> dropout() {
        return DropoutWords.of(report);
    }

    /**
     * Values that do not vary over the plane.
     *
     * @param plane the plane
     * @return such as {@code x3 = 0.25}, comma-separated
     */
    public String fixed(Picture.Plane plane) {
        return plane.fixed().stream()
                .map(f ->
                        f.feature() + " = " + (f.value() == null ? "?" : String.format(Locale.ROOT, "%.4g", f.value())))
                .collect(Collectors.joining(", "));
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
