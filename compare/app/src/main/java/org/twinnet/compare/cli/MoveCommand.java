package org.twinnet.compare.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import org.twinnet.compare.agreement.TwinFactories;
import org.twinnet.compare.cli.options.DataOptions;
import org.twinnet.compare.cli.options.ExperimentOptions;
import org.twinnet.compare.cli.options.ExperimentSource;
import org.twinnet.compare.cli.options.FeatureOptions;
import org.twinnet.compare.cli.options.LanguageOption;
import org.twinnet.compare.cli.options.LayoutOption;
import org.twinnet.compare.cli.options.ReportOptions;
import org.twinnet.compare.cli.text.ExitCode;
import org.twinnet.compare.cli.text.Provenances;
import org.twinnet.compare.cli.text.TerminalProgress;
import org.twinnet.compare.cli.text.UserException;
import org.twinnet.compare.comparison.Comparison;
import org.twinnet.compare.comparison.ComparisonOptions;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Layer;
import org.twinnet.compare.experiment.setting.SettingException;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.move.AmbiguousLayoutException;
import org.twinnet.compare.move.MovedNetwork;
import org.twinnet.compare.move.MovedProject;
import org.twinnet.compare.move.Moving;
import org.twinnet.compare.move.Predictions;
import org.twinnet.compare.move.WeightsAs;
import org.twinnet.compare.move.trace.TraceSteps;
import org.twinnet.compare.output.Existing;
import org.twinnet.compare.output.Inputs;
import org.twinnet.compare.output.ReportFolder;
import org.twinnet.compare.report.comparison.Format;
import org.twinnet.compare.report.comparison.Summary;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.report.model.ReportBuilder;
import org.twinnet.compare.text.Visible;
import org.twinnet.data.Dataset;
import org.twinnet.data.Split;
import org.twinnet.data.Standardization;
import org.twinnet.dl4j.runtime.Nd4jRuntime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Turns somebody's weights into a project with Deeplearning4j, and proves that it computes the same. */
@Command(
        name = "move",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Moves a network to Deeplearning4j: reads its weights, writes a Maven project with the model, its "
                    + "configuration as Java code and programs to predict and to train, and proves that it computes the"
                    + " same.",
            "What the weights are a network of, the options say that 'compare' has too; their shapes give the layers.",
            "With --from-dl4j it goes the other way: a model becomes weights, an experiment file and a page of NumPy.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  twinnet move --weights weights.npz --data data.csv --l2 0.7 --out my-network",
            "  twinnet move --weights state_dict.npz --experiment mine.json --predictions p.npz --data data.npz --out "
                    + "moved",
            "  twinnet move --weights keras.npz --data data.csv --penalty-of keras --l2 0.01 --out moved",
            "  twinnet move --weights weights.npz --trace mine.npz --out moved",
            "  twinnet move --from-dl4j model.zip --out back"
        })
final class MoveCommand implements Callable<Integer> {

    /** Steps of the proof. */
    private static final int STEPS = 200;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "The weights: an .npz, a .json of arrays, or a folder of .csv files. Known are names such as "
                    + "W1 and b1, layer1.weight, dense/kernel:0, coefs_0 and intercepts_0, arr_0, arr_1, ….")
    private Path weights;

    @Option(
            names = "--from-dl4j",
            paramLabel = "MODEL.zip",
            description = "Move this model, which DL4J's ModelSerializer saved, back to NumPy; nothing in it is run.")
    private Path model;

    @Mixin
    private LayoutOption layout;

    @Mixin
    private DataOptions data;

    @Option(
            names = "--predictions",
            paramLabel = "FILE",
            description =
                    "What the original answers for the examples of --data: an .npz, outputs × examples or examples"
                            + " × outputs.")
    private Path predictions;

    @Option(
            names = "--trace",
            paramLabel = "TRACE.npz",
            description = "A trace that the original wrote of its training: it decides which way the matrices lie, says"
                    + " what the network is and holds its examples, and DL4J's training is held against it.")
    private Path trace;

    @Mixin
    private FeatureOptions features;

    @Mixin
    private ExperimentSource source;

    @Mixin
    private ExperimentOptions training =
            new ExperimentOptions(Set.of("initialization.kind", "initialization.seed", "initialization.file"));

    @Mixin
    private PenaltyOption penalty;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for the project.")
    private Path out;

    @Option(
            names = "--force",
            description = "Replace the project in --out. What Twinnet did not write into the folder, what was changed "
                    + "since, and what this command reads, are never replaced.")
    private boolean force;

    @Mixin
    private LanguageOption language;

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    @Override
    public Integer call() throws InterruptedException {
        if (model != null) {
            return new MovedModel(spec, model, language.texts()).move(data, out, force);
        }
        if (weights == null) {
            throw new ParameterException(
                    spec.commandLine(), "Missing required option: '--weights=FILE', or '--from-dl4j=MODEL.zip'");
        }
        try {
            return move();
        } catch (AmbiguousLayoutException e) {
            throw new UserException(
                    e.getMessage()
                            + "; give --weights-as units-by-inputs (PyTorch, the course) or inputs-by-units (Keras,"
                            + " scikit-learn), or --data with --predictions, or a --trace",
                    e);
        }
    }

    private int move() throws InterruptedException {
        long start = System.nanoTime();
        Inputs inputs =
                Inputs.of(weights, predictions).and(source.file().orElse(null)).and(trace);
        for (Path file : data.inputs().paths()) {
            inputs = inputs.and(file);
        }
        for (Path file : features.files()) {
            inputs = inputs.and(file);
        }
        ReportFolder folder = ReportFolder.project("--out", out, Existing.forced(force), inputs);
        Moving moving = Moving.read(weights, layout.chosen());
        Optional<TracedOriginal> original =
                Optional.ofNullable(trace).map(file -> TracedOriginal.read(spec, file, data.examples()));
        Optional<Split> split = Optional.empty();
        if (original.isPresent()) {
            moving = moving.inputs(original.get().experiment().inputs());
        } else if (!data.inputs().paths().isEmpty()) {
            split = Optional.of(data.read(experiment(moving).targets()));
            moving = moving.inputs(split.get().train().featureCount());
            data.tell(spec);
        } else if (predictions != null) {
            throw new UserException("--predictions are those of examples; give these with --data.");
        }
        Experiment experiment = original.isPresent() ? original.get().experiment() : experiment(moving);
        moving = moving.units(experiment.layers().stream().map(Layer::units).toList());
        Optional<Standardization> standardization =
                features.standardization(moving, split.filter(it -> data.standardize()));
        MovedNetwork network = moving.decide(
                experiment,
                original.isPresent() ? Optional.of(original.get().trace().data()) : examples(split, standardization),
                Optional.ofNullable(predictions).map(Predictions::read),
                original.map(it -> it.trace().known()).orElse(List.of()));
        Optional<TraceSteps> steps = original.map(it -> it.steps(STEPS, quiet));
        Comparison comparison = prove(network.experiment().iterations(STEPS), network);
        Map<String, byte[]> files = new LinkedHashMap<>(new MovedProject(
                        network,
                        standardization,
                        out.toAbsolutePath().getFileName().toString(),
                        Locale.forLanguageTag(language.language().code()))
                .files());
        double seconds = (System.nanoTime() - start) / 1e9;
        Report report = ReportBuilder.build(
                comparison.scenarios(),
                comparison.evolutions(),
                new Split(network.data(), Optional.empty()),
                Provenances.of(spec, Nd4jRuntime.start(), comparison.blasProducts(), seconds, 1, true));
        Format.render(EnumSet.allOf(Format.class), report, language.language())
                .forEach((name, content) -> files.put("proof/" + name, content));
        steps.map(TracedOriginal::files).ifPresent(files::putAll);
        Path written = folder.write(files);
        original.ifPresent(it -> it.tell(
                network.parameters(),
                steps.orElseThrow(),
                language.texts(),
                spec.commandLine().getOut()));
        tell(network, report, written);
        boolean differs = steps.filter(it -> !it.agrees()).isPresent();
        return ExitCode.of(differs ? Status.DISAGREE : comparison.verdict()).code();
    }

    /** What the options say the network is; it has the sizes of the weights where they do not say these. */
    private Experiment experiment(Moving moving) {
        int inputs = moving.inputs();
        Experiment experiment = source.readOne(inputs).orElseGet(() -> Experiment.of(moving.sizes()));
        return penalty.applied(
                training.applied(experiment.inputs(inputs).named("moved")),
                training.said("penalty.biases").map(Boolean.class::cast));
    }

    private static Optional<Dataset> examples(Optional<Split> split, Optional<Standardization> standardization) {
        return split.map(Split::train)
                .map(it -> standardization.map(how -> how.apply(it)).orElse(it));
    }

    private Comparison prove(Experiment experiment, MovedNetwork network) throws InterruptedException {
        try {
            Comparison.requireTrainable(List.of(experiment));
        } catch (SettingException e) {
            throw new UserException(training.told(e), e);
        }
        ComparisonOptions options = new ComparisonOptions(
                TwinFactories.Loss.LOGIT,
                OptionalInt.of(1),
                Runtime.getRuntime().availableProcessors(),
                0);
        long iterations = Comparison.progressOf(List.of(experiment), options);
        try (TerminalProgress progress = TerminalProgress.start(iterations, "", quiet)) {
            return Comparison.of(
                    List.of(experiment),
                    new Split(network.data(), Optional.empty()),
                    options,
                    network.factories(),
                    progress);
        }
    }

    private void tell(MovedNetwork network, Report report, Path written) {
        PrintWriter console = spec.commandLine().getOut();
        Texts texts = language.texts();
        console.println(texts.text(
                network.as() == WeightsAs.UNITS_BY_INPUTS
                        ? "move.weights.units-by-inputs"
                        : "move.weights.inputs-by-units",
                network.parameters().length));
        network.predicted()
                .ifPresent(difference -> console.println(
                        texts.text("move.predictions", String.format(Locale.ROOT, "%.2g", difference))));
        penalty.told(network.experiment()).map(it -> it.in(texts)).ifPresent(console::println);
        Dataset examples = network.data();
        console.println(Visible.of(texts.text(
                "move.proof", STEPS, network.given() ? examples.name() : texts.text("move.drawn", examples.size()))));
        Summary.sentences(report, texts).stream().map(Visible::of).forEach(console::println);
        console.println(texts.text("move.project", ReportOptions.shown(written)));
        console.flush();
    }
}
