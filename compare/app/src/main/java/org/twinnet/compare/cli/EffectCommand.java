package org.twinnet.compare.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hipparchus.stat.descriptive.moment.Mean;
import org.hipparchus.stat.descriptive.moment.StandardDeviation;
import org.twinnet.compare.Twinnet;
import org.twinnet.compare.agreement.prediction.Accuracy;
import org.twinnet.compare.agreement.prediction.Fit;
import org.twinnet.compare.cli.options.Allowed;
import org.twinnet.compare.cli.options.DataOptions;
import org.twinnet.compare.cli.options.ExperimentOptions;
import org.twinnet.compare.cli.options.ExperimentSource;
import org.twinnet.compare.cli.text.ExitCode;
import org.twinnet.compare.cli.text.TerminalProgress;
import org.twinnet.compare.cli.text.UserException;
import org.twinnet.compare.comparison.Effect;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.tree.ScenarioKeys;
import org.twinnet.compare.report.kit.TextTable;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.Split;
import org.twinnet.data.Targets;
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
                    + "accuracies, or R² of a regression, and their spread.",
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

    @Mixin
    private ExperimentSource source;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "20",
            converter = Allowed.Seeds.class,
            description = "Weight seeds: 1 to N, in place of --seed. Default: ${DEFAULT-VALUE}.")
    private int seeds;

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    @Override
    public Integer call() throws InterruptedException {
        Split split = data.prepared(data.read(experiment(1, training::said).targets()));
        data.tell(spec);
        if (split.test().isEmpty()) {
            throw new InvalidDataException(split.train().name() + " has no test examples; give some with --test-data.");
        }
        Experiment plain = experiment(split.train().featureCount(), training::applied);
        boolean numbers = split.train().targets().kind() == Targets.Kind.NUMBERS;
        String fit = numbers ? "R²" : "accuracy";
        TextTable table = new TextTable(List.of("scenario", "train " + fit, "sd", "test " + fit, "sd", "seeds"));
        try (TerminalProgress progress =
                TerminalProgress.start(Effect.progressOf(plain, seeds), "--seeds, --iterations", quiet)) {
            Effect effect = Twinnet.effect(plain, seeds, split, progress);
            effect.outcomes().forEach(outcome -> table.add(row(outcome)));
        }
        spec.commandLine().getOut().print(table);
        spec.commandLine().getOut().flush();
        return ExitCode.AGREE.code();
    }

    private Experiment experiment(int inputs, UnaryOperator<Experiment> said) {
        Experiment experiment = said.apply(source.readOne(inputs).orElseGet(() -> Experiment.published(inputs)));
        if (experiment.initialization() instanceof Initialization.File) {
            throw new UserException("The parameters of " + source.name().orElseThrow()
                    + " come from a file, which would be the same for every seed; leave the file out.");
        }
        return experiment;
    }

    private static List<String> row(Effect.Outcome outcome) {
        List<String> cells = new ArrayList<>();
        cells.add(outcome.scenario().label());
        cells.addAll(meanAndDeviation(outcome.train()));
        cells.addAll(meanAndDeviation(outcome.test()));
        cells.add(String.valueOf(outcome.train().size()));
        return cells;
    }

    /** Sample mean and sample standard deviation; of accuracies in percent. */
    private static List<String> meanAndDeviation(List<Fit> fits) {
        double[] values = fits.stream().mapToDouble(Fit::value).toArray();
        boolean percent = fits.get(0) instanceof Accuracy;
        double mean = new Mean().evaluate(values);
        double deviation = values.length > 1 ? new StandardDeviation().evaluate(values) : Double.NaN;
        return List.of(
                told(mean, percent ? "%.2f %%" : "%.4f", percent), told(deviation, percent ? "%.2f" : "%.4f", percent));
    }

    /** A dash where there is no number, as R² of targets that do not vary. */
    private static String told(double value, String format, boolean percent) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, percent ? 100 * value : value);
    }
}
