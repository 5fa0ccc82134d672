package org.twinnet.compare.report.check;

import gg.jte.Content;
import java.util.List;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.report.kit.BilingualPage;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.kit.PageAssets;
import org.twinnet.compare.report.kit.SettingWords;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.SaidOfCheck;
import org.twinnet.compare.verdict.CheckReport;
import org.twinnet.compare.verdict.CheckText;

/** What the template of the page of a check asks for. */
public final class CheckPage extends BilingualPage {

    private final CheckReport report;

    CheckPage(CheckReport report, Language language) {
        super(
                language,
                PageAssets.plain(PageAssets.CHECK),
                key -> key.startsWith("switch.")
                        || key.equals("check.pointer.none")
                        || key.equals("facts")
                        || key.equals("check.dots.label"));
        this.report = report;
    }

    /**
     * The report.
     *
     * @return what was found
     */
    public CheckReport report() {
        return report;
    }

    /**
     * The picture of all quantities.
     *
     * @return its parts
     */
    public CheckDots dots() {
        return CheckDots.of(report);
    }

    /**
     * The name of a setting at the beginning of a line.
     *
     * @param key its key
     * @return such as {@code Learning rate}; a letter of a formula stays as it is
     */
    public Content label(String key) {
        return both(texts -> {
            String label = SettingWords.label(key).in(texts);
            char first = label.charAt(0);
            return first >= 'a' && first <= 'z' ? (char) (first - 'a' + 'A') + label.substring(1) : label;
        });
    }

    /**
     * A number as people read it.
     *
     * @param value a number, or null where it is not finite
     * @return its text
     */
    public Phrase number(Double value) {
        return CheckText.number(value);
    }

    /**
     * An outcome.
     *
     * @param status the outcome
     * @return one word
     */
    public Phrase outcome(Status status) {
        return CheckText.outcome(status);
    }

    /**
     * What a rung or a list says of itself.
     *
     * @param heading the words
     * @return the phrase
     */
    public Phrase heading(SaidOfCheck heading) {
        return heading.of();
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
}
