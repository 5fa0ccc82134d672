package org.twinnet.compare.cli.options;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.twinnet.compare.output.Outputs;
import org.twinnet.compare.report.comparison.Format;
import org.twinnet.compare.report.kit.JsonWriter;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.text.Visible;
import picocli.CommandLine.Option;

/** How a report is written. */
public final class ReportOptions {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            converter = Allowed.Formats.class,
            completionCandidates = Allowed.Formats.class,
            description = "What to write: html, md (with pictures), json, junit, csv; several with commas. "
                    + "Default: all of them.")
    private List<Format> formats;

    @Option(
            names = "--lang",
            paramLabel = "en|zh",
            defaultValue = "en",
            converter = Allowed.Languages.class,
            completionCandidates = Allowed.Languages.class,
            description = "Language of report.md, and of report.html as it opens. Default: ${DEFAULT-VALUE}.")
    private Language language;

    /** Made by the command line. */
    public ReportOptions() {}

    /**
     * Puts the report in place and says where.
     *
     * @param report the report
     * @param outputs where it goes
     * @param console hears of it
     */
    public void write(Report report, Outputs outputs, PrintWriter console) {
        Set<Format> chosen = formats == null ? EnumSet.allOf(Format.class) : EnumSet.copyOf(formats);
        outputs.write(
                        () -> Format.render(chosen, report, language),
                        () -> JsonWriter.write(report).getBytes(StandardCharsets.UTF_8))
                .ifPresent(folder -> say(folder, console));
    }

    /**
     * Says where a report is, as short as it can be said.
     *
     * @param folder its folder
     * @param console hears of it
     */
    public static void say(Path folder, PrintWriter console) {
        Path here = Path.of("").toAbsolutePath();
        Path shown = folder.startsWith(here) ? here.relativize(folder) : folder;
        console.println("Report: " + Visible.of(shown.toString()));
        console.flush();
    }
}
