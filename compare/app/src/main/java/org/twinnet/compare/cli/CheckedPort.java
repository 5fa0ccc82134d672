package org.twinnet.compare.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.twinnet.compare.cli.options.ExperimentSource;
import org.twinnet.compare.cli.text.UserException;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.move.Answers;
import org.twinnet.compare.move.PortVerdict;
import org.twinnet.compare.move.Porting;
import org.twinnet.compare.move.model.ModelZip;
import org.twinnet.compare.move.port.PortFinding;
import org.twinnet.compare.move.trace.HeldPredictions;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.report.port.PortReport;
import org.twinnet.compare.report.port.PortWriter;
import org.twinnet.compare.trace.Trace;
import org.twinnet.data.Dataset;
import org.twinnet.data.source.DataFiles;
import org.twinnet.data.source.ReadOptions;
import org.twinnet.data.table.CsvOptions;

/** A model of DL4J that somebody made, checked. */
final class CheckedPort {

    private final Path file;
    private final Path data;
    private final CsvOptions csv;

    CheckedPort(Path file, Path data, CsvOptions csv) {
        this.file = file;
        this.data = data;
        this.csv = csv;
    }

    /** Against what the original wrote down. */
    PortReport against(Supplier<Trace> trace, Path name) {
        ModelZip model = ModelZip.read(file);
        return report(Porting.judge(model, trace.get()), name.toString());
    }

    /** Against what somebody says of the original. */
    PortReport against(ExperimentSource source, PenaltyOption penalty) {
        String name = source.name()
                .orElseThrow(() -> new UserException("--dl4j needs what the model is a port of: --trace TRACE.npz, or"
                        + " --experiment FILE with --data FILE."));
        if (data == null) {
            throw new UserException(name + " needs the training data: --data FILE.");
        }
        ModelZip model = ModelZip.read(file);
        Experiment stated = source.readOne(model.network().sizes().get(0)).orElseThrow();
        Experiment experiment = penalty.applied(stated, Optional.empty());
        Dataset examples = DataFiles.read(
                        data, ReadOptions.defaults().withCsv(csv).withTargets(experiment.targets()))
                .train();
        return report(new Porting(model, experiment, examples).judge(List.of(Porting.initial(experiment))), name);
    }

    private PortReport report(PortVerdict verdict, String original) {
        return new PortReport(
                PortReport.FORMAT,
                PortReport.VERSION,
                verdict.agrees() ? Status.AGREE : Status.DISAGREE,
                file.toString(),
                original,
                verdict.known().isPresent(),
                verdict.answers().map(CheckedPort::answers).orElse(null),
                verdict.predictions().map(CheckedPort::predictions).orElse(null),
                verdict.findings().stream().map(CheckedPort::mistake).toList());
    }

    private static PortReport.Answers answers(Answers answers) {
        double difference = answers.difference();
        return new PortReport.Answers(Double.isFinite(difference) ? difference : null, answers.floor());
    }

    private static PortReport.Predictions predictions(HeldPredictions held) {
        String state = held.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
        boolean numbers = held.state() == HeldPredictions.State.ALIKE || held.isOtherwise();
        return new PortReport.Predictions(
                state,
                numbers && Double.isFinite(held.difference()) ? held.difference() : null,
                numbers ? held.floor() : null,
                numbers ? held.example() : null);
    }

    private static PortReport.Mistake mistake(PortFinding finding) {
        String id = finding.mistake().id();
        return new PortReport.Mistake(
                id,
                finding.layers(),
                PortWriter.mistake(id).in(Texts.of(Language.EN)),
                finding.found(),
                finding.right(),
                finding.line());
    }
}
