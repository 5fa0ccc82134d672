package org.twinnet.compare.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.twinnet.compare.output.Outputs;
import org.twinnet.compare.report.Format;
import org.twinnet.compare.report.JsonWriter;
import org.twinnet.compare.report.Language;
import org.twinnet.compare.report.Report;
import org.twinnet.compare.text.Visible;
import picocli.CommandLine.Option;

/** How a report is written. */
final class ReportOptions {

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

    /** Puts the report in place and says where. */
    void write(Report report, Outputs outputs, PrintWriter console) {
        Set<Format> chosen = formats == null ? EnumSet.allOf(Format.class) : EnumSet.copyOf(formats);
        outputs.write(
                        () -> Format.render(chosen, report, language),
                        () -> JsonWriter.write(report).getBytes(StandardCharsets.UTF_8))
                .ifPresent(folder -> say(folder, console));
    }

    /** Where a report is, as short as it can be said. */
    static void say(Path folder, PrintWriter console) {
        Path here = Path.of("").toAbsolutePath();
        Path shown = folder.startsWith(here) ? here.relativize(folder) : folder;
        console.println("Report: " + Visible.of(shown.toString()));
        console.flush();
    }
}
