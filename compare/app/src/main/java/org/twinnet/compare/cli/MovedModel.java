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
import org.twinnet.compare.move.back.MovedBack;
import org.twinnet.compare.move.model.ModelZip;
import org.twinnet.compare.move.port.PortFinding;
import org.twinnet.compare.output.Existing;
import org.twinnet.compare.output.ReportFolder;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.report.port.PortWriter;
import org.twinnet.compare.text.Visible;
import org.twinnet.data.Dataset;
import picocli.CommandLine.Model.CommandSpec;

/** A model of DL4J on its way back to NumPy. */
final class MovedModel {

    private static final Companions COMPANIONS =
            new Companions("--from-dl4j", "whose model says itself what it is", Set.of());

    private final CommandSpec spec;
    private final Path file;

    MovedModel(CommandSpec spec, Path file) {
        this.spec = spec;
        this.file = file;
    }

    int move(DataOptions data, Path out, boolean force) {
        COMPANIONS.require(spec);
        ReportFolder folder = ReportFolder.project(
                "--out", out, Existing.forced(force), data.inputs().and(file));
        MovedBack moved = MovedBack.of(ModelZip.read(file));
        Answers answers;
        String examples = "64 drawn examples";
        if (data.inputs().paths().isEmpty()) {
            answers = moved.checked();
        } else {
            Dataset read = data.read(moved.experiment().targets()).train();
            data.tell(spec);
            answers = moved.checked(read);
            examples = "the " + read.size() + " examples of " + read.name();
        }
        Path written = folder.write(moved.files());
        tell(moved, answers, examples, written);
        return ExitCode.of(answers.alike() ? Status.AGREE : Status.DISAGREE).code();
    }

    private void tell(MovedBack moved, Answers answers, String examples, Path written) {
        PrintWriter console = spec.commandLine().getOut();
        String sizes =
                moved.experiment().layerSizes().stream().map(String::valueOf).collect(Collectors.joining("-"));
        console.println("Model: " + sizes + ", " + moved.model().network().parameters().length + " parameters in "
                + (moved.experiment().precision() == Precision.FLOAT64 ? "double" : "single") + " precision");
        console.println(Visible.of(String.format(
                Locale.ROOT,
                "Answers of DL4J: within %.2g of the formulas' on %s, of which rounding explains %.2g",
                answers.difference(),
                examples,
                answers.floor())));
        moved.differences().forEach(difference -> console.println(told(difference)));
        moved.updates()
                .ifPresent(updates -> console.println("Trained: " + updates
                        + " updates; what the updater remembers of them stays behind, and schedules begin anew"));
        if (moved.experiment().batches() instanceof Batches.Full) {
            console.println("Batches: a model does not say them; the experiment trains on all examples at once");
        }
        console.println("Folder: " + ReportOptions.shown(written) + " with "
                + String.join(", ", List.copyOf(moved.files().keySet())));
        console.flush();
    }

    private static String told(PortFinding difference) {
        return "Otherwise in DL4J: " + difference.mistake().id() + ". "
                + PortWriter.mistake(difference.mistake().id()).in(Texts.of(Language.EN));
    }
}
