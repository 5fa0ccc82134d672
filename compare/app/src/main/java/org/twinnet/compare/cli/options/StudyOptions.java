package org.twinnet.compare.cli.options;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twinnet.compare.cli.text.UserException;
import org.twinnet.compare.cli.text.Versions;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.setting.SettingException;
import org.twinnet.compare.experiment.tree.ExperimentKeys;
import org.twinnet.compare.tuning.DataSource;
import org.twinnet.compare.tuning.Metric;
import org.twinnet.compare.tuning.SearchKind;
import org.twinnet.compare.tuning.StudySettings;
import org.twinnet.compare.tuning.TwinKind;
import org.twinnet.compare.tuning.space.SearchSpace;
import org.twinnet.data.Dataset;
import org.twinnet.data.Split;
import org.twinnet.data.Targets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * The options that decide the result of a study, among them one for each setting of an experiment, made from the list
 * of settings itself. None has a default of its own, so that a resumed study takes its own for what is left out.
 */
@Command
public final class StudyOptions {

    /** What a study is when nothing is said. */
    private static final StudySettings DEFAULTS = new StudySettings(
            "",
            "",
            "",
            "",
            TwinKind.BOTH,
            SearchKind.TPE,
            40,
            5,
            3,
            Metric.CROSS_ENTROPY,
            false,
            SearchSpace.usual().texts(),
            5000,
            1,
            4,
            0,
            1);

    private final Map<String, OptionSpec> settings = new LinkedHashMap<>();
    private CommandSpec command;

    @Option(
            names = "--twin",
            paramLabel = "scratch|dl4j|both",
            converter = AllowedStudy.Twins.class,
            completionCandidates = AllowedStudy.Twins.class,
            description = "Score candidates on the hand-written network, on DL4J's, which is slower, or on the "
                    + "hand-written one and"
                    + " train the best five as twins that must agree. Default: both.")
    private TwinKind twin;

    @Option(
            names = "--search",
            paramLabel = "random|grid|genetic|tpe",
            converter = AllowedStudy.Searches.class,
            completionCandidates = AllowedStudy.Searches.class,
            description = "How candidates are proposed; tpe is a tree-structured Parzen estimator. Default: tpe.")
    private SearchKind search;

    @Option(
            names = "--candidates",
            paramLabel = "N",
            converter = AllowedStudy.Candidates.class,
            description = "The most candidates. Default: 40.")
    private Integer candidates;

    @Option(
            names = "--folds",
            paramLabel = "K",
            converter = AllowedStudy.Folds.class,
            description = "Folds of cross-validation on the training examples. Default: 5.")
    private Integer folds;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            converter = AllowedStudy.Repeats.class,
            description = "How often the folds are dealt anew, with other weight seeds. Default: 3.")
    private Integer repeats;

    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            converter = AllowedStudy.Metrics.class,
            completionCandidates = AllowedStudy.Metrics.class,
            description = "What is scored on the validation examples, without penalty: cross-entropy or accuracy of "
                    + "labels, mean-squared-error or r-squared of a regression. Default: cross-entropy or "
                    + "mean-squared-error.")
    private Metric metric;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            converter = Allowed.Count.class,
            description = "Full-batch iterations of each training. Default: 5000.")
    private Integer iterations;

    @Option(
            names = "--halving",
            paramLabel = "N",
            converter = AllowedStudy.Halving.class,
            description =
                    "Successive halving: at n/8, n/4 and n/2 of the iterations (for N = 2) only the best 1/N go on."
                            + " Default: 1, which gives up nothing.")
    private Integer halving;

    @Option(
            names = "--lag",
            paramLabel = "N",
            converter = Allowed.Threads.class,
            description = "A search that learns proposes a candidate when all but the last N-1 before it are "
                    + "finished, so that the study"
                    + " is the same on any number of workers; more workers than N have nothing to "
                    + "do. Default: 4.")
    private Integer lag;

    @Option(
            names = "--candidate-time",
            paramLabel = "TIME",
            converter = AllowedStudy.Times.class,
            description = "Time limit of a candidate, such as 30s; one over it has failed. Default: none.")
    private AllowedStudy.Time candidateTime;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            converter = Allowed.Seed.class,
            description = "Seed of the search, the folds, weights and masks. Default: 1.")
    private Long seed;

    @Option(
            names = Varied.OPTION,
            paramLabel = "KEY=VALUES",
            description = "Try values of any setting by its key in experiment files; may be repeated: "
                    + "optimizer.learning_rate=1e-4..1:log, optimizer.kind=adam|rmsprop, or that of one layer, the "
                    + "first after the inputs being 0: layers[0].units=4..40. What only some candidates can have is "
                    + "left out of the others.")
    private List<String> varied = List.of();

    /** Made by the command line. */
    public StudyOptions() {}

    /** Adds an option for each setting of an experiment to the command that uses these. */
    @Spec(Spec.Target.MIXEE)
    void addTo(CommandSpec mixee) {
        command = mixee;
        for (SettingOption option : SettingOption.all()) {
            ExperimentKeys.Key key = option.key();
            if (option.isChoice() && !SearchSpace.own().contains(key.key())) {
                OptionSpec spec = option.spec(new TriedValues(option), "tried.label", "tried");
                settings.put(key.key(), spec);
                mixee.addOption(spec);
            }
        }
    }

    /**
     * The settings of this run: what was said, else what the study to be resumed says, else the defaults.
     *
     * @param data its data, before it is standardized
     * @param standardize whether each training shall standardize its features
     * @param around what is trained where nothing else is said; empty for the published network
     * @param stored settings of the study to be resumed
     * @return the settings
     */
    public StudySettings settings(
            Split data, boolean standardize, Optional<Experiment> around, Optional<StudySettings> stored) {
        StudySettings base = stored.orElse(DEFAULTS);
        Targets targets = data.train().targets();
        StudySettings said = new StudySettings(
                Versions.twinnet(),
                data.train().name(),
                data.train().sha256(),
                data.test().map(Dataset::sha256).orElse(""),
                or(twin, base.twin()),
                or(search, base.search()),
                or(candidates, base.candidates()),
                or(folds, base.folds()),
                or(repeats, base.repeats()),
                or(metric, stored.map(StudySettings::metric).orElseGet(() -> Metric.usual(targets))),
                standardize || base.standardize(),
                tried(around, stored),
                or(iterations, around.map(Experiment::iterations).orElse(base.iterations())),
                or(halving, base.halving()),
                or(lag, base.lag()),
                candidateTime == null ? base.candidateSeconds() : candidateTime.seconds(),
                or(seed, base.seed()));
        StudyCheck.requireScored(said.metric(), data.train());
        check().requireTrainable(said, data.train().featureCount());
        return said;
    }

    /**
     * How the numbers beside the features are read, whatever the data: as the first candidate would.
     *
     * @param around what is trained where nothing else is said; empty for the published network
     * @param stored settings of the study to be resumed
     * @return what the outputs should be
     */
    public Targets targets(Optional<Experiment> around, Optional<StudySettings> stored) {
        return check().targets(SearchSpace.of(tried(around, stored)));
    }

    private StudyCheck check() {
        return new StudyCheck(command, varied);
    }

    /** What was said in place of what would be tried; settings of which nothing was tried come last. */
    private Map<String, String> tried(Optional<Experiment> around, Optional<StudySettings> stored) {
        Map<String, String> tried = new LinkedHashMap<>(
                around.map(this::texts).orElse(stored.map(StudySettings::tried).orElse(DEFAULTS.tried())));
        Set<String> named = new LinkedHashSet<>(tried.keySet());
        settings.forEach((key, option) -> {
            if (option.getValue() instanceof TriedValues.Tried said) {
                tried.put(key, said.dimension().text());
                named.remove(key);
            }
        });
        try {
            Varied.read(varied, SearchSpace.own()).forEach((key, dimension) -> {
                if (settings.containsKey(key) && settings.get(key).getValue() != null) {
                    throw new TypeConversionException(settings.get(key).longestName() + " and " + Varied.OPTION + " "
                            + key + " say the same; leave one of both out");
                }
                tried.put(key, dimension.text());
                named.remove(key);
            });
        } catch (TypeConversionException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
        if (around.isPresent()) {
            // another optimizer than that of an experiment leaves settings behind
            SearchSpace space = SearchSpace.of(tried);
            named.removeIf(space::hasPlace);
            tried.keySet().removeAll(named);
        }
        return stored.isPresent() ? tried : SearchSpace.of(tried).withoutIdle().texts();
    }

    private Map<String, String> texts(Experiment around) {
        try {
            return SearchSpace.around(around).texts();
        } catch (SettingException e) {
            throw new UserException(e.getMessage(), e);
        }
    }

    /**
     * The options that begin such a study, the defaults left out.
     *
     * @param settings its settings
     * @param source its data
     * @return the words after the program's name
     */
    public static List<String> commandLine(StudySettings settings, DataSource source) {
        List<String> words = new ArrayList<>(List.of("tune"));
        add(words, "--data", source.file());
        add(words, "--test-data", source.testFile());
        source.table().forEach((name, value) -> add(words, "--" + name, value));
        add(words, "--examples-as", source.examplesAs());
        Map<String, String> defaults = DEFAULTS.options();
        settings.options().forEach((name, value) -> {
            String option = OptionNames.of(name);
            if (name.equals(StudySettings.STANDARDIZE)) {
                words.add("--" + name);
            } else if (SettingOption.isOfOneLayer(name)) {
                add(words, Varied.OPTION, name + "=" + value);
            } else if (option.startsWith("--") && !value.equals(defaults.get(name))) {
                add(words, option, name.equals("candidate-time") ? seconds(settings.candidateSeconds()) : value);
            }
        });
        return words;
    }

    private static void add(List<String> words, String name, String value) {
        if (!value.isEmpty()) {
            words.add(name);
            words.add(value);
        }
    }

    private static String seconds(double seconds) {
        return new BigDecimal(String.valueOf(seconds)).stripTrailingZeros().toPlainString() + "s";
    }

    private static <T> T or(T said, T otherwise) {
        return said == null ? otherwise : said;
    }
}
