package org.twinnet.compare.cli;

import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import org.twinnet.compare.cli.options.TuneReportOptions;
import org.twinnet.compare.cli.text.ExitCode;
import org.twinnet.compare.cli.text.Provenances;
import org.twinnet.compare.cli.text.TerminalProgress;
import org.twinnet.compare.cli.text.UserException;
import org.twinnet.compare.output.ReportFolder;
import org.twinnet.compare.report.comparison.Format;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.report.model.ReportBuilder;
import org.twinnet.compare.report.tune.ProofBuilder;
import org.twinnet.compare.report.tune.ProofJson;
import org.twinnet.compare.report.tune.StudyFindings;
import org.twinnet.compare.report.tune.TuneReport;
import org.twinnet.compare.report.tune.TuneReportBuilder;
import org.twinnet.compare.tuning.Search.CancelledException;
import org.twinnet.compare.tuning.Search.Ending;
import org.twinnet.compare.tuning.Study;
import org.twinnet.compare.tuning.run.Proof;
import org.twinnet.compare.tuning.run.StudyRun;
import org.twinnet.compare.tuning.study.StudyFolder;
import org.twinnet.data.Split;
import org.twinnet.dl4j.runtime.Nd4jRuntime;

/**
 * What follows a search: the winner's proof, and the report.
 *
 * @param console where results are printed
 * @param command the command line that does all of it again, from its beginning
 * @param reporting how to write
 * @param runtime DL4J, started
 * @param threads networks that are trained side by side
 * @param places where reports go
 * @param quiet show no progress
 * @param start when the command began, nanoseconds
 */
record StudyEnd(
        PrintWriter console,
        List<String> command,
        TuneReportOptions reporting,
        Places places,
        Nd4jRuntime runtime,
        int threads,
        boolean quiet,
        long start) {

    /** Name of what a study keeps for its report beside the candidates. */
    static final String FINDINGS = "findings";

    /**
     * The folders of reports in the folder of a study, claimed before the search, so that nothing there can end a study
     * that was searched.
     *
     * @param report the report of the study
     * @param twins the comparison of the twins
     */
    record Places(ReportFolder report, ReportFolder twins) {
        static Places of(StudyFolder folder) {
            return new Places(
                    ReportFolder.ofStudy(folder.path(), StudyFolder.REPORT),
                    ReportFolder.ofStudy(folder.path(), StudyFolder.TWINS));
        }
    }

    /** Notes what the report of a study needs to say even when this process is killed. */
    void begin(StudyFolder folder, Split data) {
        folder.finding(FINDINGS).map(StudyFindings::read).ifPresent(kept -> requireSameData(folder, kept, data));
        if (folder.finding(FINDINGS).isEmpty()) {
            keep(folder, new StudyFindings(0, Ending.CANCELLED, TuneReportBuilder.data(data), provenance(0), ""));
        }
    }

    /** The database of a former version does not say what it is of, but its findings do. */
    private static void requireSameData(StudyFolder folder, StudyFindings kept, Split data) {
        if (!kept.data().train().sha256().equals(data.train().sha256())) {
            throw new UserException("the study " + folder.path() + " cannot be resumed: its study.db is of "
                    + kept.data().name() + ", which holds other training examples; begin another study for these");
        }
    }

    /** Proves the winner, unless that was done, and writes the report. */
    int prove(StudyFolder folder, Study study, Split data) {
        TuneReport.Proof kept = findings(folder).proofOf(study);
        if (kept != null) {
            return finish(folder, study);
        }
        StudyRun run = new StudyRun(threads, () -> false, result -> {});
        long products = run.testMachine(study, data);
        Proof proof;
        try (TerminalProgress progress = TerminalProgress.start(run.progressOf(study), "", quiet)) {
            proof = run.prove(folder, study, data, progress);
        } catch (InterruptedException | CancelledException e) {
            return without(folder, study, data);
        }
        Report.Provenance provenance = provenance(products);
        Report twins = ReportBuilder.build(
                proof.twins().stream().map(Proof.Twins::comparison).toList(),
                proof.twins().stream().map(Proof.Twins::evolution).toList(),
                data.withoutTest(),
                provenance);
        places.twins().write(Format.render(EnumSet.allOf(Format.class), twins, reporting.language()));
        String written = ProofJson.write(ProofBuilder.build(proof, twins));
        keep(
                folder,
                new StudyFindings(
                        study.results().size(), study.ending(), TuneReportBuilder.data(data), provenance, written));
        return finish(folder, study);
    }

    /** Writes the report of what there is. */
    int without(StudyFolder folder, Study study, Split data) {
        // The flag of an interrupted thread would end the writing of files as well.
        boolean interrupted = Thread.interrupted();
        keep(
                folder,
                new StudyFindings(
                        study.results().size(), study.ending(), TuneReportBuilder.data(data), provenance(0), ""));
        int code = finish(folder, study);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return code;
    }

    private static void keep(StudyFolder folder, StudyFindings findings) {
        folder.saveFinding(FINDINGS, findings.write());
    }

    private static StudyFindings findings(StudyFolder folder) {
        return StudyFindings.read(folder.finding(FINDINGS).orElseThrow());
    }

    private Report.Provenance provenance(long blasProducts) {
        return Provenances.of(
                command, runtime, blasProducts, (System.nanoTime() - start) / 1e9, threads, reporting.stable());
    }

    private int finish(StudyFolder folder, Study study) {
        StudyFindings findings = findings(folder);
        TuneReport report = TuneReportBuilder.build(
                study, findings.data(), findings.provenance(), findings.proofOf(study), folder.testUses());
        reporting.write(report, places.report(), console);
        return code(report, study);
    }

    /** Agreement is only claimed of what was trained; a search whose every candidate failed found nothing. */
    static int code(TuneReport report, Study study) {
        boolean nothing = study.best(1).isEmpty() && !study.results().isEmpty();
        if (nothing) {
            return ExitCode.DISAGREE.code();
        }
        return report.proof() == null
                ? ExitCode.AGREE.code()
                : ExitCode.of(report.proof().verdict()).code();
    }
}
