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

    void tell(double[] parameters, TraceSteps steps, PrintWriter console) {
        OptionalInt iteration = trace.iterationOf(parameters);
        String name = Visible.of(file.toString());
        console.println(
                iteration.isPresent()
                        ? "Weights: those of iteration " + iteration.getAsInt() + " of " + name
                        : "Weights: those of no iteration that " + name + " holds");
        console.println("Trace: " + told(steps));
        steps.worst().ifPresent(worst -> console.println(told(worst)));
        if (!steps.agrees()) {
            console.println("'twinnet check " + name + "' says whether the trace is right, and how its costs are kept");
        }
    }

    private static String told(TraceSteps steps) {
        String ending = steps.ending()
                .map(it -> switch (it) {
                    case NO_PARAMETERS -> "it holds no parameters of iteration 0 to begin from";
                    case NO_MASKS -> "it holds no dropout masks";
                    case NOT_TOLD -> "it does not tell the batches or masks of later ones";
                    case NOT_IN_DL4J -> "DL4J has no such network";
                    case CHAOTIC -> "rounding alone moves later ones too far";
                })
                .orElse("");
        String made = steps.steps() + " training steps of DL4J from its first parameters"
                + (ending.isEmpty() ? "" : ", no more, since " + ending);
        if (steps.compared().isEmpty()) {
            return made + "; it holds nothing to compare them with";
        }
        long differing = steps.compared().stream().filter(it -> !it.agrees()).count();
        String numbers = steps.compared().size() + " of its costs and parameters";
        return made + "; "
                + (differing == 0 ? "all " + numbers + " are DL4J's" : differing + " of " + numbers + " are not DL4J's")
                + (steps.showsTraining() ? "" : ", none of them behind an update");
    }

    private static String told(TraceStep worst) {
        return String.format(
                Locale.ROOT,
                "Farthest: %s of iteration %d, %.17g there and %.17g in DL4J; rounding explains %.2g",
                worst.name(),
                worst.iteration(),
                worst.original(),
                worst.dl4j(),
                worst.limit());
    }
}
