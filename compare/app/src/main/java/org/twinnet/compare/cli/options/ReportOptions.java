package org.twinnet.compare.cli.options;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.twinnet.compare.cli.text.UserException;
import org.twinnet.compare.output.Outputs;
import org.twinnet.compare.report.check.CheckWriter;
import org.twinnet.compare.report.comparison.Format;
import org.twinnet.compare.report.kit.JsonWriter;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.report.port.PortReport;
import org.twinnet.compare.report.port.PortWriter;
import org.twinnet.compare.text.Visible;
import org.twinnet.compare.verdict.CheckReport;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private LanguageOption language;

    /** Made by the command line. */
    public ReportOptions() {}

    /**
     * The texts of the language.
     *
     * @return its texts
     */
    public Texts texts() {
        return language.texts();
    }

    /**
     * Puts the report in place and says where.
     *
     * @param report the report
     * @param outputs where it goes
     * @param console hears of it
     */
    public void write(Report report, Outputs outputs, PrintWriter console) {
        write(() -> Format.render(chosen(), report, language.language()), report, outputs, console);
    }

    /**
     * Refuses to write a check as what it cannot be.
     *
     * @throws UserException if nothing was asked for but CSV
     */
    public void requireThoseOfCheck() {
        if (chosen().equals(EnumSet.of(Format.CSV))) {
            throw new UserException("a check has no --format csv; it has html, md, json and junit.");
        }
    }

    /**
     * Puts the report of a check in place and says where.
     *
     * @param report the report
     * @param seconds how long the check took; null where that is not told
     * @param outputs where it goes
     * @param console hears of it
     */
    public void write(CheckReport report, Double seconds, Outputs outputs, PrintWriter console) {
        write(() -> CheckWriter.files(chosen(), report, texts(), seconds), report, outputs, console);
    }

    /**
     * Puts the report of a model of DL4J in place and says where.
     *
     * @param report the report
     * @param outputs where it goes
     * @param console hears of it
     */
    public void write(PortReport report, Outputs outputs, PrintWriter console) {
        write(() -> PortWriter.files(chosen(), report, language.language()), report, outputs, console);
    }

    private static void write(
            Supplier<Map<String, byte[]>> files, Object report, Outputs outputs, PrintWriter console) {
        outputs.write(files, () -> JsonWriter.write(report).getBytes(StandardCharsets.UTF_8))
                .ifPresent(folder -> say(folder, console));
    }

    private Set<Format> chosen() {
        return formats == null ? EnumSet.allOf(Format.class) : EnumSet.copyOf(formats);
    }

    /**
     * Says where a report is, as short as it can be said.
     *
     * @param folder its folder
     * @param console hears of it
     */
    public static void say(Path folder, PrintWriter console) {
        console.println("Report: " + shown(folder));
        console.flush();
    }

    /**
     * A folder as short as it can be said.
     *
     * @param folder the folder
     * @return its path from here where it is below, without control characters
     */
    public static String shown(Path folder) {
        Path here = Path.of("").toAbsolutePath();
        return Visible.of((folder.startsWith(here) ? here.relativize(folder) : folder).toString());
    }
}
