package org.twinnet.compare.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.twinnet.compare.cli.options.ExperimentSource;
import org.twinnet.compare.cli.text.ExitCode;
import org.twinnet.compare.cli.text.UserException;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.move.PortVerdict;
import org.twinnet.compare.move.Porting;
import org.twinnet.compare.move.model.ModelZip;
import org.twinnet.compare.move.port.PortFinding;
import org.twinnet.compare.text.Visible;
import org.twinnet.compare.trace.Trace;
import org.twinnet.data.Dataset;
import org.twinnet.data.source.DataFiles;
import org.twinnet.data.source.ReadOptions;
import org.twinnet.data.table.CsvOptions;

/** A model of DL4J that somebody made, checked and told on the terminal. */
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
    int against(Supplier<Trace> trace, Path name, PrintWriter console, boolean quiet) {
        ModelZip model = ModelZip.read(file);
        return told(Porting.judge(model, trace.get()), name.toString(), console, quiet);
    }

    /** Against what somebody says of the original. */
    int against(ExperimentSource source, PenaltyOption penalty, PrintWriter console, boolean quiet) {
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
        PortVerdict verdict = new Porting(model, experiment, examples).judge(List.of(Porting.initial(experiment)));
        return told(verdict, name, console, quiet);
    }

    private int told(PortVerdict verdict, String original, PrintWriter console, boolean quiet) {
        String sentence = file + (verdict.agrees() ? " is a port of " : " is no port of ") + original + ": "
                + counted(verdict) + ".";
        console.println(Visible.of(sentence));
        if (!quiet) {
            verdict.findings().forEach(finding -> told(finding, console));
            console.println();
            console.println(numbers(verdict));
        }
        console.flush();
        return ExitCode.of(verdict.agrees() ? Status.AGREE : Status.DISAGREE).code();
    }

    private static String counted(PortVerdict verdict) {
        int mistakes = verdict.findings().size();
        if (mistakes == 0) {
            return verdict.answersAlike()
                    ? "no mistake was found"
                    : "it answers otherwise, and no mistake is known for it";
        }
        return mistakes + (mistakes == 1 ? " mistake" : " mistakes");
    }

    private static void told(PortFinding finding, PrintWriter console) {
        String layers = finding.layers().stream().map(String::valueOf).collect(Collectors.joining(", "));
        console.println();
        console.println(finding.mistake().id()
                + (layers.isEmpty() ? "" : (finding.layers().size() == 1 ? ", layer " : ", layers ") + layers));
        console.println("    " + finding.mistake().text());
        console.println(Visible.of("    It is " + finding.found() + "; right is " + finding.right() + "."));
        console.println(Visible.of("    " + finding.line()));
    }

    private static String numbers(PortVerdict verdict) {
        String parameters = verdict.known().isPresent()
                ? "Parameters: recognized as the original's. "
                : "Parameters: the original's are not known for this model. ";
        return parameters
                + verdict.answers()
                        .map(answers -> String.format(
                                Locale.ROOT,
                                "Answers of DL4J: within %.2g of the formulas' with the same parameters, of which"
                                        + " rounding explains %.2g.",
                                answers.difference(),
                                answers.floor()))
                        .orElse("Answers: not compared, the networks differ.");
    }
}
