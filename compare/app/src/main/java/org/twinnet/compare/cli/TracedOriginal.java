package org.twinnet.compare.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.twinnet.compare.cli.text.TerminalProgress;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.move.trace.OriginalTrace;
import org.twinnet.compare.move.trace.TraceStep;
import org.twinnet.compare.move.trace.TraceSteps;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Visible;
import org.twinnet.compare.trace.file.TraceReader;
import org.twinnet.data.Dataset;
import picocli.CommandLine.Model.CommandSpec;

/** The trace that a network wrote whose weights are moved. */
final class TracedOriginal {

    private static final Companions COMPANIONS = new Companions(
            "--trace",
            "which states its experiment and its examples",
            Set.of("--weights", "--weights-as", "--feature-mean", "--feature-deviation", "--lang"));

    private final Path file;
    private final OriginalTrace trace;

    private TracedOriginal(Path file, OriginalTrace trace) {
        this.file = file;
        this.trace = trace;
    }

    /** Reads a trace; examples are for one that holds none. */
    static TracedOriginal read(CommandSpec spec, Path file, Optional<Dataset> examples) {
        COMPANIONS.require(spec);
        return new TracedOriginal(file, new OriginalTrace(TraceReader.read(file, examples)));
    }

    OriginalTrace trace() {
        return trace;
    }

    /** What the network is, as a moved one is called. */
    Experiment experiment() {
        return trace.experiment().named("moved");
    }

    /** DL4J's steps beside the trace's. */
    TraceSteps steps(int most, boolean quiet) {
        try (TerminalProgress progress = TerminalProgress.start(most, "", quiet)) {
            return trace.steps(most, progress);
        }
    }

    /** The steps as a file of the proof. */
    static Map<String, byte[]> files(TraceSteps steps) {
        return Map.of("proof/trace.csv", steps.csv().getBytes(StandardCharsets.UTF_8));
    }

    void tell(double[] parameters, TraceSteps steps, Texts texts, PrintWriter console) {
        OptionalInt iteration = trace.iterationOf(parameters);
        String name = Visible.of(file.toString());
        console.println(
                iteration.isPresent()
                        ? texts.text("move.traced", iteration.getAsInt(), name)
                        : texts.text("move.traced.none", name));
        console.println(told(steps).in(texts));
        steps.worst().ifPresent(worst -> console.println(told(worst).in(texts)));
        if (!steps.agrees()) {
            console.println(texts.text("move.steps.check", name));
        }
    }

    private static Phrase told(TraceSteps steps) {
        Phrase made = Phrase.of("move.steps.made", steps.steps());
        Phrase whole = steps.ending()
                .map(it -> Phrase.of("move.steps.ended", made, Phrase.of(reason(it))))
                .orElse(made);
        return Phrase.of("move.steps", whole, compared(steps));
    }

    private static String reason(TraceSteps.Ending ending) {
        return switch (ending) {
            case NO_PARAMETERS -> "move.steps.no-parameters";
            case NO_MASKS -> "move.steps.no-masks";
            case NOT_TOLD -> "move.steps.not-told";
            case NOT_IN_DL4J -> "move.steps.not-in-dl4j";
            case CHAOTIC -> "move.steps.chaotic";
        };
    }

    private static Phrase compared(TraceSteps steps) {
        if (steps.compared().isEmpty()) {
            return Phrase.of("move.steps.nothing");
        }
        int all = steps.compared().size();
        long differing = steps.compared().stream().filter(it -> !it.agrees()).count();
        Phrase numbers =
                differing == 0 ? Phrase.of("move.steps.agree", all) : Phrase.of("move.steps.differ", differing, all);
        return steps.showsTraining() ? numbers : Phrase.of("move.steps.first-alone", numbers);
    }

    private static Phrase told(TraceStep worst) {
        return Phrase.of(
                "move.steps.worst",
                worst.name(),
                worst.iteration(),
                String.format(Locale.ROOT, "%.17g", worst.original()),
                String.format(Locale.ROOT, "%.17g", worst.dl4j()),
                String.format(Locale.ROOT, "%.2g", worst.limit()));
    }
}
