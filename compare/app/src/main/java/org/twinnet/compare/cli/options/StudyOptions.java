package org.twinnet.compare.cli.options;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.twinnet.compare.tuning.space.Dimension;
import org.twinnet.compare.tuning.space.SearchSpace;
import org.twinnet.compare.tuning.space.Setting;
import org.twinnet.data.Dataset;
import org.twinnet.data.Split;
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
            SearchSpace.usual().texts(),
            5000,
            1,
            4,
            0,
            1);

    /** A study gives each of its trainings seeds of its own, all of them as many iterations, and the loss of labels. */
    private static final Set<String> OWN =
            Set.of("initialization.seed", "initialization.file", "masks.seed", "iterations", "loss.kind");

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
            paramLabel = "cross-entropy|accuracy",
            converter = AllowedStudy.Metrics.class,
            completionCandidates = AllowedStudy.Metrics.class,
            description = "What is scored on the validation examples; cross-entropy is without penalty. Default: "
                    + "cross-entropy.")
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
        for (ExperimentKeys.Key key : ExperimentKeys.all()) {
            SettingOption option = new SettingOption(key);
            if (option.isChoice() && !OWN.contains(key.key())) {
                OptionSpec spec = option.spec(new TriedValues(option), "tried.label", "tried");
                settings.put(key.key(), spec);
                mixee.addOption(spec);
            }
        }
    }

    /**
     * The settings of this run: what was said, else what the study to be resumed says, else the defaults.
     *
     * @param data its data
     * @param stored settings of the study to be resumed
     * @return the settings
     */
    public StudySettings settings(Split data, Optional<StudySettings> stored) {
        StudySettings base = stored.orElse(DEFAULTS);
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
                or(metric, base.metric()),
                tried(base.tried()),
                or(iterations, base.iterations()),
                or(halving, base.halving()),
                or(lag, base.lag()),
                candidateTime == null ? base.candidateSeconds() : candidateTime.seconds(),
                or(seed, base.seed()));
        requireTrainable(said, data.train().featureCount());
        return said;
    }

    /** What was said in place of what would be tried; settings of which nothing was tried come last. */
    private Map<String, String> tried(Map<String, String> base) {
        Map<String, String> tried = new LinkedHashMap<>(base);
        settings.forEach((key, option) -> {
            if (option.getValue() instanceof TriedValues.Tried said) {
                tried.put(key, said.dimension().text());
            }
        });
        try {
            Varied.read(varied, OWN).forEach((key, dimension) -> {
                if (settings.containsKey(key) && settings.get(key).getValue() != null) {
                    throw new TypeConversionException(settings.get(key).longestName() + " and " + Varied.OPTION + " "
                            + key + " say the same; leave one of both out");
                }
                tried.put(key, dimension.text());
            });
        } catch (TypeConversionException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
        return tried;
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
        add(words, "--label-column", source.labelColumn());
        add(words, "--examples-as", source.examplesAs());
        Map<String, String> defaults = DEFAULTS.options();
        settings.options().forEach((name, value) -> {
            String option = OptionNames.of(name);
            if (SettingOption.isOfOneLayer(name)) {
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

    /** Each value by itself, beside the first of all others; what does not go together is a candidate that fails. */
    private void requireTrainable(StudySettings said, int inputs) {
        SearchSpace space = said.space();
        Map<String, Object> usual = new LinkedHashMap<>();
        space.axes()
                .forEach(axis -> usual.put(axis.key(), ends(axis.dimension()).get(0)));
        requireTrainable("", space.setting(usual), inputs);
        List<Map<String, Object>> looked = new ArrayList<>(List.of(usual));
        for (SearchSpace.Axis axis : space.axes()) {
            for (Object value : ends(axis.dimension())) {
                Map<String, Object> one = new LinkedHashMap<>(usual);
                one.put(axis.key(), value);
                looked.add(one);
                requireTrainable(axis.key(), space.setting(one), inputs);
            }
        }
        space.axes().forEach(axis -> requirePlace(space, axis, looked, inputs));
        boolean ranges = space.axes().stream().anyMatch(axis -> axis.dimension() instanceof Dimension.Range);
        if (said.search() == SearchKind.GRID
                && ranges
                && space.gridPoints(said.candidates()).isEmpty()) {
            throw new UserException("--candidates " + said.candidates()
                    + " are too few for a grid, which needs two points of each range and every value of each choice;"
                    + " allow more candidates, or search at random");
        }
    }

    /** A setting of some kinds is held to what it may be beside one of these; where there is none it is a mistake. */
    private void requirePlace(SearchSpace space, SearchSpace.Axis axis, List<Map<String, Object>> looked, int inputs) {
        Map<String, Object> place = looked.stream()
                .filter(values -> space.setting(values).values().containsKey(axis.key()))
                .findFirst()
                .orElse(looked.get(0));
        for (Object value : ends(axis.dimension())) {
            Map<String, Object> one = new LinkedHashMap<>(place);
            one.put(axis.key(), value);
            requireTrainable(axis.key(), space.setting(one).with(Map.of(axis.key(), value)), inputs);
        }
    }

    private void requireTrainable(String key, Setting setting, int inputs) {
        try {
            Experiment experiment = setting.experiment("", inputs, 1, 0, 0);
            ExperimentOptions.requireTrainable(experiment.layerSizes());
            ExperimentOptions.requireLabel("tune", experiment);
        } catch (SettingException e) {
            throw misuse(key, e.key().equals(key) ? SettingOption.named(e.reason()) : told(e));
        }
    }

    /** Keys count layers from 0, as lists do; messages of an experiment from 1, as people do. */
    private static String told(SettingException e) {
        return SettingOption.named(e.getMessage()).replaceAll("layers\\[(\\d+)\\]\\.([\\w.]+)", "$2 of layer $1");
    }

    private ParameterException misuse(String key, String message) {
        String name = varied.stream().anyMatch(one -> one.strip().startsWith(key + "="))
                ? Varied.OPTION + " " + key
                : SettingOption.nameOf(key);
        return new ParameterException(command.commandLine(), key.isEmpty() ? message : name + ": " + message);
    }

    private static List<?> ends(Dimension<?> dimension) {
        return dimension instanceof Dimension.Range range
                ? List.of(range.nearest(range.from()), range.nearest(range.to()))
                : dimension.values();
    }
}
