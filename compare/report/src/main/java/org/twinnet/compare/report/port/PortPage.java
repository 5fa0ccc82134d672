package org.twinnet.compare.report.port;

import gg.jte.Content;
import org.twinnet.compare.report.kit.BilingualPage;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.kit.PageAssets;

/** What the template of the page asks for. */
public final class PortPage extends BilingualPage {

    private final PortReport report;

    PortPage(PortReport report, Language language) {
        super(language, PageAssets.plain(PageAssets.PORT), key -> key.startsWith("switch."));
        this.report = report;
    }

    /**
     * The report.
     *
     * @return what was found
     */
    public PortReport report() {
        return report;
    }

    /**
     * What is wrong with a mistake, in both languages.
     *
     * @param mistake the mistake
     * @return four contents: the layers, the sentence, the numbers, the line that mends it
     */
    public Told told(PortReport.Mistake mistake) {
        return new Told(
                mistake.where().isNothing() ? say("") : say(mistake.where()),
                say(mistake.told()),
                say(mistake.numbers()),
                say(mistake.line()));
    }

    /**
     * A mistake as the page shows it.
     *
     * @param where its layers
     * @param sentence what is wrong
     * @param numbers what is there and what is right
     * @param line the line that mends it
     */
    public record Told(Content where, Content sentence, Content numbers, Content line) {}
}
