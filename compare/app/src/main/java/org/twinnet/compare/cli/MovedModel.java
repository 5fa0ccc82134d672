package org.twinnet.compare.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.twinnet.compare.cli.options.DataOptions;
import org.twinnet.compare.cli.options.ReportOptions;
import org.twinnet.compare.cli.text.ExitCode;
import org.twinnet.compare.experiment.choice.Batches;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.move.Answers;
import org.twinnet.compare.move.Moving;
import org.twinnet.compare.move.back.MovedBack;
import org.twinnet.compare.move.model.ModelZip;
import org.twinnet.compare.move.port.PortFinding;
import org.twinnet.compare.output.Existing;
import org.twinnet.compare.output.ReportFolder;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.report.port.PortWriter;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Visible;
import org.twinnet.data.Dataset;
import picocli.CommandLine.Model.CommandSpec;

/** A model of DL4J on its way back to NumPy. */
final class MovedModel {

    private static final Companions COMPANIONS =
            new Companions("--from-dl4j", "whose model says itself what it is", Set.of("--lang"));

    private final CommandSpec spec;
    private final Path file;
    private final Texts texts;

    MovedModel(CommandSpec spec, Path file, Texts texts) {
        this.spec = spec;
        this.file = file;
        this.texts = texts;
    }

    int move(DataOptions data, Path out, boolean force) {
        COMPANIONS.require(spec);
        ReportFolder folder = ReportFolder.project(
                "--out", out, Existing.forced(force), data.inputs().and(file));
        MovedBack moved = MovedBack.of(ModelZip.read(file));
        Answers answers;
        Phrase examples = Phrase.of("move.drawn", Moving.DRAWN);
        if (data.inputs().paths().isEmpty()) {
            answers = moved.checked();
        } else {
            Dataset read = data.read(moved.experiment().targets()).train();
            data.tell(spec);
            answers = moved.checked(read);
            examples = Phrase.of("move.back.examples", read.size(), read.name());
        }
        Path written = folder.write(moved.files());
        tell(moved, answers, examples, written);
        return ExitCode.of(answers.alike() ? Status.AGREE : Status.DISAGREE).code();
    }

    private void tell(MovedBack moved, Answers answers, Phrase examples, Path written) {
        PrintWriter console = spec.commandLine().getOut();
        String sizes =
                moved.experiment().layerSizes().stream().map(String::valueOf).collect(Collectors.joining("-"));
        console.println(texts.text(
                moved.experiment().precision() == Precision.FLOAT64 ? "move.back.double" : "move.back.single",
                sizes,
                moved.model().network().parameters().length));
        Phrase compared = Phrase.of(
                "move.back.answers",
                String.format(Locale.ROOT, "%.2g", answers.difference()),
                examples,
                String.format(Locale.ROOT, "%.2g", answers.floor()));
        console.println(Visible.of(compared.in(texts)));
        moved.differences().forEach(difference -> console.println(told(difference)));
        moved.updates().ifPresent(updates -> console.println(texts.text("move.back.trained", updates)));
        if (moved.experiment().batches() instanceof Batches.Full) {
            console.println(texts.text("move.back.batches"));
        }
        console.println(texts.text(
                "move.back.folder",
                ReportOptions.shown(written),
                String.join(", ", List.copyOf(moved.files().keySet()))));
        console.flush();
    }

    private String told(PortFinding difference) {
        String id = difference.mistake().id();
        return Phrase.of("move.back.otherwise", id, PortWriter.mistake(id)).in(texts);
    }
}
