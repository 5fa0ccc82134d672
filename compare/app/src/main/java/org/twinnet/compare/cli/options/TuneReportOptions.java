package org.twinnet.compare.cli.options;

import java.io.PrintWriter;
import org.twinnet.compare.output.ReportFolder;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.tune.TuneReport;
import org.twinnet.compare.report.tune.TuneText;
import org.twinnet.compare.report.tune.TuneWriter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the report of a study is written. */
public final class TuneReportOptions {

    @Mixin
    private LanguageOption language;

    @Option(
            names = "--stable",
            description = "Leave date, times and the facts of this machine out of the report, so that two runs "
                    + "write the same bytes.")
    private boolean stable;

    /** Made by the command line. */
    public TuneReportOptions() {}

    /**
     * Whether to leave out what two runs may differ in.
     *
     * @return true for the same bytes
     */
    public boolean stable() {
        return stable;
    }

    /**
     * The language of what is written.
     *
     * @return the language
     */
    public Language language() {
        return language.language();
    }

    /**
     * Prints the report and puts it in place.
     *
     * @param report the report
     * @param folder its place
     * @param console hears of it
     */
    public void write(TuneReport report, ReportFolder folder, PrintWriter console) {
        TuneReport written = stable ? report.stable() : report;
        console.print(TuneText.write(written));
        console.flush();
        ReportOptions.say(folder.write(TuneWriter.files(written, language())), console);
    }
}
