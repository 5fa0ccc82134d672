package org.twinnet.compare.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.twinnet.compare.cli.options.OptionNames;
import org.twinnet.compare.cli.options.TuneReportOptions;
import org.twinnet.compare.cli.text.UserException;
import org.twinnet.compare.output.Existing;
import org.twinnet.compare.output.Inputs;
import org.twinnet.compare.output.ReportFolder;
import org.twinnet.compare.report.tune.StudyFindings;
import org.twinnet.compare.report.tune.TuneReport;
import org.twinnet.compare.report.tune.TuneReportBuilder;
import org.twinnet.compare.tuning.Study;
import org.twinnet.compare.tuning.study.StudyException;
import org.twinnet.compare.tuning.study.StudyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a study again, finished or not. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows the table and the pictures of a study again, from what it has kept. Nothing is trained; "
                    + "a study that is still running"
                    + " may be looked at.",
            ""
        },
        footer = {"", "Example: twinnet tune show mine --lang zh --out page"})
final class TuneShowCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder of a study.")
    private Path study;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the report, replaced when it holds the report of a study. Default: 'report' "
                    + "in the study.")
    private Path out;

    @Option(
            names = "--force",
            description = "Replace any report in --out, changed ones too. What Twinnet did not write there, and a "
                    + "study, are never"
                    + " replaced.")
    private boolean force;

    @Mixin
    private TuneReportOptions reporting;

    @Override
    public Integer call() {
        try (StudyFolder folder = StudyFolder.look(study)) {
            ReportFolder place = place();
            StudyFindings findings = folder.finding(StudyEnd.FINDINGS)
                    .map(StudyFindings::read)
                    .orElseThrow(() -> new StudyException(study + " was killed before it began; 'twinnet tune --study "
                            + study + " --resume' begins it"));
            Study found = findings.study(folder.settings(), folder.results(), folder.guessing());
            TuneReport report = TuneReportBuilder.build(
                    found, findings.data(), findings.provenance(), findings.proofOf(found), folder.testUses());
            reporting.write(report, place, spec.commandLine().getOut());
            return StudyEnd.code(report, found);
        } catch (StudyException e) {
            throw new UserException(e.message(OptionNames::of));
        }
    }

    private ReportFolder place() {
        Path own = study.resolve(StudyFolder.REPORT);
        boolean inStudy = out == null
                || out.toAbsolutePath().normalize().equals(own.toAbsolutePath().normalize());
        return inStudy
                ? ReportFolder.ofStudy(study, StudyFolder.REPORT)
                : ReportFolder.at("--out", out, force ? Existing.REPLACE : Existing.RENEW, Inputs.of(study));
    }
}
