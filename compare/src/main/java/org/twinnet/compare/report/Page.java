package org.twinnet.compare.report;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** What the template of the page asks for. Every text is said in both languages at once, and the page shows one of them. */
public final class Page {

    private static final Pattern UNBROKEN =
            Pattern.compile("[-−]?\\d[\\d.,]*(e[-+]?\\d+| %| rad)|-\\d[\\d.,]*|--[a-z-]{1,24}");

    private final Report report;
    private final Texts first;
    private final Texts en = Texts.of(Language.EN);
    private final Texts zh = Texts.of(Language.ZH);
    private final PageAssets assets;

    Page(Report report, Language language, PageAssets assets) {
        this.report = report;
        this.first = Texts.of(language);
        this.assets = assets;
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
     * The language that the page opens in.
     *
     * @return such as {@code en}
     */
    public String language() {
        return first.language().code();
    }

    /**
     * A text in both languages.
     *
     * @param key key in the bundles
     * @param arguments what takes its places
     * @return two elements, of which the page shows one
     */
    public Content text(String key, Object... arguments) {
        return say(Phrase.of(key, arguments));
    }

    /**
     * A phrase, a text or a number in both languages.
     *
     * @param what a {@link Phrase}, or anything else, which is written as it is
     * @return the content
     */
    public Content say(Object what) {
        if (what instanceof Phrase phrase) {
            return output -> {
                output.writeContent("<span lang=\"en\">");
                unbroken(output, phrase.in(en));
                output.writeContent("</span><span lang=\"zh\">");
                unbroken(output, phrase.in(zh));
                output.writeContent("</span>");
            };
        }
        return output -> unbroken(output, String.valueOf(what));
    }

    /** No line ends inside a number or an option, such as after the sign of an exponent. */
    private static void unbroken(TemplateOutput output, String text) {
        Matcher whole = UNBROKEN.matcher(text);
        int from = 0;
        while (whole.find()) {
            output.writeUserContent(text.substring(from, whole.start()));
            output.writeContent("<span class=\"n\">");
            output.writeUserContent(whole.group());
            output.writeContent("</span>");
            from = whole.end();
        }
        output.writeUserContent(text.substring(from));
    }

    /**
     * A text in the language that the page opens in, for attributes.
     *
     * @param key key in the bundles
     * @param arguments what takes its places
     * @return the text
     */
    public String plain(String key, Object... arguments) {
        return Phrase.of(key, arguments).in(first);
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
     * What to know of scenarios whose free runs cannot be compared to their end.
     *
     * @return a sentence each
     */
    public List<Phrase> chaos() {
        return Summary.chaos(report);
    }

    /**
     * A cell of the summary.
     *
     * @param heading key of its heading
     * @param value what it says
     */
    public record Cell(String heading, Object value) {}

    /**
     * A scenario's row in the summary.
     *
     * @param scenario the scenario
     * @return its cells, name and verdict excluded
     */
    public List<Cell> row(Report.Scenario scenario) {
        List<Object> values = Summary.row(scenario);
        return IntStream.range(0, values.size())
                .mapToObj(i -> new Cell(Summary.HEADINGS.get(i + 1), values.get(i)))
                .toList();
    }

    /**
     * What regularizes a scenario.
     *
     * @param scenario the scenario
     * @return such as {@code L2 penalty, λ = 0.7}
     */
    public Phrase regularizer(Report.Scenario scenario) {
        return Summary.regularizer(scenario.settings());
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
        return List.of(
                Numbers.percent(Derived.share(accuracy.train())),
                accuracy.test() == null ? "–" : Numbers.percent(Derived.share(accuracy.test())),
                gap == null ? "–" : Phrase.of("points", String.format(Locale.ROOT, "%.1f", gap)));
    }

    /**
     * The key of a rung's name.
     *
     * @param rung name in the model
     * @return the phrase
     */
    public Phrase rung(String rung) {
        return Vocabulary.rung(rung);
    }

    /**
     * Words of the report.
     *
     * @param text as the JSON says it
     * @return a phrase where it is known
     */
    public Object words(String text) {
        return Vocabulary.of(text);
    }

    /**
     * The entry that decided.
     *
     * @param where as the JSON says it
     * @param iteration its iteration
     * @param multiple difference as a multiple of the floor
     * @return entry and iteration; a dash where every number was equal
     */
    public Object where(String where, int iteration, Double multiple) {
        return Vocabulary.where(where, iteration, multiple);
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
                .<List<Object>>map(row -> id.startsWith("clip")
                        ? List.of(Numbers.measured(row))
                        : List.of(Numbers.measured(row), Numbers.exact(row.expected()), Numbers.count(row.compared())))
                .orElse(List.of(Phrase.of("conventions.unused")));
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
        return Markup.inScript(JsonWriter.writeCompact(report));
    }

    /**
     * The texts of both languages as JSON that can stand inside a script element.
     *
     * @return an object of two objects
     */
    public String textsAsJson() {
        Map<String, Map<String, String>> all = new TreeMap<>();
        for (Texts texts : List.of(en, zh)) {
            Map<String, String> of = new TreeMap<>();
            texts.keys().forEach(key -> of.put(key, texts.pattern(key)));
            all.put(texts.language().code(), of);
        }
        return Markup.inScript(JsonMapper.shared().writeValueAsString(all));
    }

    /**
     * The page's program: libraries first.
     *
     * @return JavaScript
     */
    public String script() {
        return assets.script();
    }

    /**
     * The only program that the page may run.
     *
     * @return the hash as a content security policy wants it
     */
    public String scriptHash() {
        return assets.scriptHash();
    }

    /**
     * The page's style.
     *
     * @return CSS
     */
    public String style() {
        return assets.style();
    }
}
