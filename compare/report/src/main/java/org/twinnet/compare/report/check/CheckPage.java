package org.twinnet.compare.report.check;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.report.kit.PageStyle;
import org.twinnet.compare.report.kit.SettingWords;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.SaidOfCheck;
import org.twinnet.compare.verdict.CheckReport;
import org.twinnet.compare.verdict.CheckText;

/**
 * What the page of a check shows, in one language.
 *
 * @param report the report
 * @param texts the language
 */
public record CheckPage(CheckReport report, Texts texts) {

    /** Width of the picture. */
    public static final int WIDTH = 900;

    /** Height of the picture. */
    public static final int HEIGHT = 220;

    private static final double LEAST = -4;
    private static final double MOST = 17;

    /**
     * A dot of the picture: one quantity.
     *
     * @param x its place in the order of the computation
     * @param y its multiple of the floor, on a log scale
     * @param status its outcome
     * @param label what it is
     */
    public record Dot(double x, double y, Status status, String label) {}

    /**
     * The page's style.
     *
     * @return CSS
     */
    public String style() {
        return PageStyle.css();
    }

    /**
     * The name of a setting at the beginning of a line.
     *
     * @param key its key
     * @return such as {@code Learning rate}; a letter of a formula stays as it is
     */
    public String label(String key) {
        String label = SettingWords.label(key).in(texts);
        char first = label.charAt(0);
        return first >= 'a' && first <= 'z' ? (char) (first - 'a' + 'A') + label.substring(1) : label;
    }

    /**
     * A number as people read it.
     *
     * @param value a number, or null where it is not finite
     * @return text
     */
    public String number(Double value) {
        return CheckText.number(value).in(texts);
    }

    /**
     * A text.
     *
     * @param key key in the bundles
     * @param arguments what takes its places
     * @return the text
     */
    public String text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    /**
     * What the judge says.
     *
     * @param phrase a phrase
     * @return the text
     */
    public String say(Phrase phrase) {
        return phrase.in(texts);
    }

    /**
     * An outcome.
     *
     * @param status the outcome
     * @return one word
     */
    public String say(Status status) {
        return say(CheckText.outcome(status));
    }

    /**
     * What stands above the columns of a rung, behind the quantity.
     *
     * @return the headings from left to right
     */
    public List<SaidOfCheck> headings() {
        return List.of(
                SaidOfCheck.HEADING_NUMBERS,
                SaidOfCheck.HEADING_DIFFERENCE,
                SaidOfCheck.HEADING_FLOOR,
                SaidOfCheck.HEADING_MULTIPLE,
                SaidOfCheck.HEADING_WHERE,
                SaidOfCheck.HEADING_OUTCOME);
    }

    /**
     * The quantities of all rungs as dots.
     *
     * @return the dots in the order of the rungs
     */
    public List<Dot> dots() {
        List<CheckReport.QuantityResult> quantities = new ArrayList<>();
        report.rungs().forEach(rung -> quantities.addAll(rung.quantities()));
        List<Dot> dots = new ArrayList<>();
        for (int k = 0; k < quantities.size(); k++) {
            CheckReport.QuantityResult quantity = quantities.get(k);
            double x = 50 + (WIDTH - 70.0) * (k + 0.5) / quantities.size();
            dots.add(new Dot(
                    x,
                    y(quantity.multiple() == null ? Math.pow(10, MOST) : quantity.multiple()),
                    quantity.status(),
                    text("check.dot", say(quantity.quantity()), number(quantity.multiple()))));
        }
        return dots;
    }

    /**
     * Where a multiple of the floor stands in the picture.
     *
     * @param multiple the multiple
     * @return from the top
     */
    public double y(double multiple) {
        double exponent = Math.min(MOST, Math.max(LEAST, Math.log10(Math.max(multiple, 1e-300))));
        return Math.rint(10 * (10 + (HEIGHT - 40) * (MOST - exponent) / (MOST - LEAST))) / 10;
    }
}
