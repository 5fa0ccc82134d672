package org.twinnet.compare.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.twinnet.compare.agreement.prediction.Accuracy;
import org.twinnet.compare.cli.options.Allowed;
import org.twinnet.compare.cli.options.DataOptions;
import org.twinnet.compare.cli.options.ExperimentOptions;
import org.twinnet.compare.cli.text.ExitCode;
import org.twinnet.compare.cli.text.TerminalProgress;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Scenario;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.experiment.tree.ScenarioKeys;
import org.twinnet.compare.report.kit.TextTable;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.Split;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what regularization does to a data set, over many weight seeds instead of one lucky one. */
@Command(
        name = "effect",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Trains the hand-written network in each scenario from many weight seeds and prints mean "
                    + "accuracies and their spread.",
            ""
        },
        footer = {"", "Example: twinnet effect --seeds 20"})
final class EffectCommand implements Callable<Integer> {

    /** The scenarios say how it is regularized; parameters from a file would be the same for every seed. */
    private static final Set<String> OWN = Stream.concat(ScenarioKeys.all().stream(), Stream.of("initialization.file"))
            .collect(Collectors.toUnmodifiableSet());

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data;

    @Mixin
    private final ExperimentOptions training = new ExperimentOptions(OWN);

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "20",
            converter = Allowed.Seeds.class,
            description = "Weight seeds: 1 to N, in place of --seed. Default: ${DEFAULT-VALUE}.")
    private int seeds;

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    /** What one scenario came to, one entry a seed. */
    private record Outcomes(String scenario, List<Future<Outcome>> runs) {}

    private record Outcome(double train, double test) {}

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        Split split = data.read();
        Dataset test = split.test()
                .orElseThrow(() -> new InvalidDataException(
                        split.train().name() + " has no test examples; give some with --test-data."));
        int inputs = split.train().featureCount();
        Experiment published = training.applied(Experiment.published(inputs));
        ExperimentOptions.requireLabel("effect", published);
        long total = (long) Scenario.values().length * seeds * published.iterations();
        ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        TextTable table = new TextTable(List.of("scenario", "train accuracy", "sd", "test accuracy", "sd", "seeds"));
        try (TerminalProgress progress = TerminalProgress.start(total, quiet)) {
            List<Outcomes> outcomes = new ArrayList<>();
            for (Scenario scenario : Scenario.values()) {
                List<Future<Outcome>> runs = new ArrayList<>();
                for (int seed = 1; seed <= seeds; seed++) {
                    Experiment experiment =
                            ExperimentTree.with(scenario.of(published), Map.of("initialization.seed", seed));
                    runs.add(pool.submit(() -> train(experiment, split.train(), test, progress)));
                }
                outcomes.add(new Outcomes(scenario.label(), runs));
            }
            for (Outcomes outcome : outcomes) {
                table.add(row(outcome));
            }
        } finally {
            pool.shutdownNow();
        }
        spec.commandLine().getOut().print(table);
        spec.commandLine().getOut().flush();
        return ExitCode.AGREE.code();
    }

    private static Outcome train(Experiment experiment, Dataset training, Dataset test, TerminalProgress progress) {
        try (ScratchTwin twin = new ScratchTwin(experiment, training)) {
            for (int i = 0; i < experiment.iterations(); i++) {
                twin.step();
            }
            progress.advanced(experiment.name(), experiment.iterations());
            return new Outcome(accuracy(twin, training), accuracy(twin, test));
        }
    }

    private static double accuracy(ScratchTwin twin, Dataset examples) {
        return Accuracy.of(twin.predict(examples.featureRows()), examples.labels())
                .fraction();
    }

    private static List<String> row(Outcomes outcomes) throws InterruptedException, ExecutionException {
        List<Outcome> results = new ArrayList<>();
        for (Future<Outcome> run : outcomes.runs()) {
            results.add(run.get());
        }
        List<String> cells = new ArrayList<>();
        cells.add(outcomes.scenario());
        cells.addAll(
                meanAndDeviation(results.stream().mapToDouble(Outcome::train).toArray()));
        cells.addAll(
                meanAndDeviation(results.stream().mapToDouble(Outcome::test).toArray()));
        cells.add(String.valueOf(results.size()));
        return cells;
    }

    /** Sample mean and sample standard deviation, in percent. */
    private static List<String> meanAndDeviation(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : Double.NaN;
        return List.of(
                String.format(Locale.ROOT, "%.2f %%", 100 * mean),
                Double.isNaN(deviation) ? "-" : String.format(Locale.ROOT, "%.2f", 100 * deviation));
    }
}
