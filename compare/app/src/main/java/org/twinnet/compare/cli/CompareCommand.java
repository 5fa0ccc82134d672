package org.twinnet.compare.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.twinnet.compare.Twinnet;
import org.twinnet.compare.agreement.TwinFactories;
import org.twinnet.compare.boundary.PlaneChoice;
import org.twinnet.compare.cli.options.Allowed;
import org.twinnet.compare.cli.options.DataOptions;
import org.twinnet.compare.cli.options.ExperimentOptions;
import org.twinnet.compare.cli.options.ExperimentSource;
import org.twinnet.compare.cli.options.ReportOptions;
import org.twinnet.compare.cli.options.TargetWords;
import org.twinnet.compare.cli.text.ExitCode;
import org.twinnet.compare.cli.text.Farewell;
import org.twinnet.compare.cli.text.Painted;
import org.twinnet.compare.cli.text.Provenances;
import org.twinnet.compare.cli.text.TerminalProgress;
import org.twinnet.compare.cli.text.UserException;
import org.twinnet.compare.comparison.Comparison;
import org.twinnet.compare.comparison.ComparisonOptions;
import org.twinnet.compare.equivalence.DropoutEquivalence;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Scenario;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.file.ExperimentFile;
import org.twinnet.compare.experiment.setting.SettingException;
import org.twinnet.compare.experiment.tree.ScenarioKeys;
import org.twinnet.compare.output.Existing;
import org.twinnet.compare.output.Inputs;
import org.twinnet.compare.output.Outputs;
import org.twinnet.compare.output.ReportFolder;
import org.twinnet.compare.report.comparison.Summary;
import org.twinnet.compare.report.kit.TextTable;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.report.model.ReportBuilder;
import org.twinnet.compare.text.Visible;
import org.twinnet.data.Split;
import org.twinnet.data.Targets;
import org.twinnet.dl4j.runtime.Nd4jRuntime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The main job: train both twins on each scenario, hold them against each other, write the report. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Trains both networks in each scenario and says whether they computed the same.",
            "Writes report.html, report.md, report.json, junit.xml and costs.csv into a new folder.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  twinnet compare",
            "  twinnet compare --data data.mat --scenario none l2 --out report",
            "  twinnet compare --l2 0.3 --keep-prob 0.8 --dropout-masks fresh",
            "  twinnet compare --preset spiral-softmax --learning-rate 0.5",
            "  twinnet compare --preset adam --print-experiment"
        })
final class CompareCommand implements Callable<Integer> {

    private static final String INTERRUPTED = "interrupted; a comparison is whole or nothing, so nothing was written."
            + " The same command begins anew; fewer --iterations, one --scenario or more --threads make it shorter.";

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            arity = "1..*",
            split = ",",
            description = "Which of the published scenarios: none, l2 (a penalty of 0.7), dropout (which keeps "
                    + "a unit with probability 0.86). Default: all.")
    private List<String> scenarios;

    @Mixin
    private ExperimentSource source;

    @Option(
            names = "--print-experiment",
            description = "Print the experiment file of this command line, and train nothing.")
    private boolean printExperiment;

    @Mixin
    private ExperimentOptions training;

    @Option(
            names = "--dl4j-loss",
            paramLabel = "stable|stock",
            defaultValue = "stable",
            converter = Allowed.Loss.class,
            completionCandidates = Allowed.Loss.class,
            description =
                    "The form of DL4J's cross-entropy: stable, from the logits, which is exact, or the stock loss,"
                            + " which clips probabilities at 1e-5 (1e-10 with a softmax) and so parts from the formula."
                            + " Default: ${DEFAULT-VALUE}.")
    private TwinFactories.Loss loss;

    @Option(
            names = "--cost-every",
            paramLabel = "N",
            converter = Allowed.Count.class,
            description =
                    "Keep every n-th cost, and the last. Default: 100; for more than 300000 iterations so many more"
                            + " that about 3000 costs are kept.")
    private Integer costEvery;

    @Option(
            names = "--dropout-seeds",
            paramLabel = "N",
            converter = Allowed.SeedCount.class,
            description = "Train DL4J with its own Dropout as well, over N seeds, 2 or more, and test whether it is"
                    + " equivalent to dropout by hand; " + DropoutEquivalence.USUAL_SEEDS + " find so with a"
                    + " probability of 0.997.")
    private Integer dropoutSeeds;

    @Option(
            names = "--plane",
            paramLabel = "A,B",
            split = ",",
            description = "Show boundaries over these two features, by name or number from 1; the others stay at their"
                    + " mean. Default: the two whose weights in the first layer have the largest norm.")
    private List<String> plane;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the report. Default: a new folder twinnet-report-DATE-TIME here.")
    private Path out;

    @Option(
            names = "--force",
            description = "Replace the report in --out, or any file in --json. What Twinnet did not write into "
                    + "the folder, what this"
                    + " command reads, and a study are never replaced.")
    private boolean force;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write report.json to this file as well; in the folder of the report it is part of it.")
    private Path json;

    @Mixin
    private ReportOptions reportOptions;

    @Option(
            names = "--stable",
            description = "Leave date, duration and the facts of this machine out of the report, so that two runs "
                    + "write the same"
                    + " bytes.")
    private boolean stable;

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = Allowed.Threads.class,
            description = "Train so many networks side by side. Default: the number of processors.")
    private Integer threads;

    @Override
    public Integer call() throws InterruptedException {
        long start = System.nanoTime();
        // the number of features comes with the data, and how targets are read comes with the experiments
        Split split = data.prepared(data.read(targets(experiments(1, training::said))));
        data.tell(spec);
        List<Experiment> experiments = experiments(split.train().featureCount(), training::applied);
        if (printExperiment) {
            spec.commandLine().getOut().print(ExperimentFile.text(experiments));
            spec.commandLine().getOut().flush();
            return ExitCode.AGREE.code();
        }
        requireTrainable(experiments);
        PlaneChoice planeChoice = planeChoice(split);
        if (dropoutSeeds != null && experiments.stream().noneMatch(Experiment::hasDropout)) {
            throw misuse("--dropout-seeds tests dropout, and no keep probability is below 1; add --keep-prob.");
        }
        Outputs outputs = outputs(inputs(experiments));
        int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        ComparisonOptions options = new ComparisonOptions(
                loss,
                costEvery == null ? OptionalInt.empty() : OptionalInt.of(costEvery),
                workers,
                dropoutSeeds == null ? 0 : dropoutSeeds,
                planeChoice);
        Comparison comparison;
        long iterations = Comparison.progressOf(experiments, options);
        Farewell farewell = Farewell.say(INTERRUPTED);
        try (farewell;
                TerminalProgress progress = TerminalProgress.start(iterations, "--iterations, --threads", quiet)) {
            comparison = Twinnet.compare(experiments, split, options, progress);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Report report = ReportBuilder.build(
                comparison.scenarios(),
                comparison.evolutions(),
                split,
                Provenances.of(spec, Nd4jRuntime.start(), comparison.blasProducts(), seconds, workers, stable));
        PrintWriter console = spec.commandLine().getOut();
        print(report, console);
        reportOptions.write(report, outputs, console);
        return ExitCode.of(comparison.verdict()).code();
    }

    private PlaneChoice planeChoice(Split split) {
        if (plane == null) {
            return new PlaneChoice.LargestWeights();
        }
        if (!split.train().targets().areLabels()) {
            throw new UserException("--plane shows boundaries, and a regression has none; leave it out.");
        }
        try {
            return PlaneChoice.named(plane, split.train().featureNames());
        } catch (IllegalArgumentException e) {
            throw new UserException("--plane: " + e.getMessage() + ".", e);
        }
    }

    private void requireTrainable(List<Experiment> experiments) {
        try {
            Comparison.requireTrainable(experiments);
        } catch (SettingException e) {
            throw new UserException(training.told(e), e);
        }
    }

    private static Targets targets(List<Experiment> experiments) {
        List<Targets> targets =
                experiments.stream().map(Experiment::targets).distinct().toList();
        if (targets.size() > 1) {
            throw new UserException("The experiments read the numbers beside the features differently ("
                    + TargetWords.of(targets.get(0)) + ", and " + TargetWords.of(targets.get(1))
                    + "); run them one after the other.");
        }
        return targets.get(0);
    }

    private List<Experiment> experiments(int inputs, UnaryOperator<Experiment> said) {
        Set<String> regularization = ScenarioKeys.all();
        boolean custom = training.says(regularization);
        if (custom && scenarios != null) {
            throw misuse(
                    "--scenario names published scenarios; leave it out with " + training.names(regularization) + ".");
        }
        Optional<List<Experiment>> named = source.read(inputs);
        if (named.isPresent() && scenarios != null) {
            throw misuse("--scenario names published scenarios; leave it out with "
                    + source.name().orElseThrow() + ".");
        }
        if (named.isPresent()) {
            return named.get().stream().map(said).toList();
        }
        Experiment published = said.apply(Experiment.published(inputs));
        if (custom) {
            return List.of(published.named("custom"));
        }
        List<Experiment> experiments = new ArrayList<>();
        for (String label : scenarios == null ? Scenario.labels() : scenarios) {
            Experiment experiment = scenario(label).of(published);
            if (!experiments.contains(experiment)) {
                experiments.add(experiment);
            }
        }
        return experiments;
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private Scenario scenario(String label) {
        try {
            return Scenario.of(label);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--scenario': " + e.getMessage(), e);
        }
    }

    private Inputs inputs(List<Experiment> experiments) {
        Inputs inputs = data.inputs().and(source.file().orElse(null));
        for (Experiment experiment : experiments) {
            if (experiment.initialization() instanceof Initialization.File given) {
                inputs = inputs.and(Path.of(given.file()));
            }
        }
        return inputs;
    }

    private Outputs outputs(Inputs inputs) {
        String time = LocalDateTime.now(ZoneId.systemDefault())
                .format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT));
        Path place = out == null ? Path.of("twinnet-report-" + time) : out;
        Existing existing = Existing.forced(force && out != null);
        ReportFolder folder = ReportFolder.at("--out", place, existing, inputs);
        return Outputs.claim(Optional.of(folder), "--json", Optional.ofNullable(json), force, inputs);
    }

    /** Before anything is written: a full disk shall not cost the result of a long run. */
    private void print(Report report, PrintWriter console) {
        Texts texts = reportOptions.texts();
        TextTable table = new TextTable(Summary.headings(report, texts));
        report.scenarios().forEach(scenario -> table.add(Summary.cells(report, scenario, texts)));
        console.print(table.within(spec.usageMessage().width()));
        console.println();
        List<String> sentences =
                Summary.sentences(report, texts).stream().map(Visible::of).toList();
        console.println(Painted.of(sentences.get(0), report.verdict()));
        sentences.stream().skip(1).forEach(console::println);
        console.flush();
    }
}
