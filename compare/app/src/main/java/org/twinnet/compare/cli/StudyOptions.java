package org.twinnet.compare.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import picocli.CommandLine.Option;

/** The options that decide the result of a study. None has a default of its own, so that a resumed study takes its own for what is left out. */
final class StudyOptions {

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
            new Dimension.Range(1e-4, 10, true).text(String::valueOf),
            new Dimension.Range(0.5, 1, false).text(String::valueOf),
            "0.3",
            "20,3,1",
            5000,
            1,
            4,
            0,
            1);

    @Option(
            names = "--twin",
            paramLabel = "scratch|dl4j|both",
            converter = AllowedStudy.Twins.class,
            completionCandidates = AllowedStudy.Twins.class,
            description =
                    "Score candidates on the hand-written network, on DL4J's, which is slower, or on the hand-written one and"
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
            description =
                    "What is scored on the validation examples; cross-entropy is without penalty. Default: cross-entropy.")
    private Metric metric;

    @Option(
            names = "--l2",
            paramLabel = "LAMBDAS",
            converter = AllowedStudy.Lambdas.class,
            description =
                    "Values of lambda: one, several (0|0.1|0.7), a range (0..1), or one in decades (1e-4..10:log)."
                            + " Default: 1e-4..10:log.")
    private AllowedStudy.Numbers lambda;

    @Option(
            names = "--keep-prob",
            paramLabel = "PROBABILITIES",
            converter = AllowedStudy.KeepProbabilities.class,
            description = "Values of the probability to keep a hidden unit, likewise. Default: 0.5..1.")
    private AllowedStudy.Numbers keepProbability;

    @Option(
            names = "--learning-rate",
            paramLabel = "RATES",
            converter = AllowedStudy.LearningRates.class,
            description = "Values of the step of gradient descent, likewise. Default: 0.3.")
    private AllowedStudy.Numbers learningRate;

    @Option(
            names = "--layers",
            paramLabel = "LAYERS",
            converter = AllowedStudy.LayerChoices.class,
            description = "Units of each layer after the inputs; several with bars: 10,3,1|20,3,1. Default: 20,3,1.")
    private AllowedStudy.Layers layers;

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
            description =
                    "A search that learns proposes a candidate when all but the last N-1 before it are finished, so that the study"
                            + " is the same on any number of workers; more workers than N have nothing to do. Default: 4.")
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

    /** The settings of this run: what was said, else what the study to be resumed says, else the defaults. */
    StudySettings settings(Split data, Optional<StudySettings> stored) {
        StudySettings base = stored.orElse(DEFAULTS);
        StudySettings settings = new StudySettings(
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
                lambda == null ? base.lambda() : lambda.dimension().text(String::valueOf),
                keepProbability == null
                        ? base.keepProbability()
                        : keepProbability.dimension().text(String::valueOf),
                learningRate == null
                        ? base.learningRate()
                        : learningRate.dimension().text(String::valueOf),
                layers == null ? base.layers() : layers.dimension().text(Setting::layerText),
                or(iterations, base.iterations()),
                or(halving, base.halving()),
                or(lag, base.lag()),
                candidateTime == null ? base.candidateSeconds() : candidateTime.seconds(),
                or(seed, base.seed()));
        requireTrainable(settings, data.train().featureCount());
        return settings;
    }

    /** The options that begin such a study, the defaults left out. */
    static List<String> commandLine(StudySettings settings, DataSource source) {
        List<String> words = new ArrayList<>(List.of("tune"));
        add(words, "--data", source.file());
        add(words, "--test-data", source.testFile());
        add(words, "--label-column", source.labelColumn());
        add(words, "--examples-as", source.examplesAs());
        Map<String, String> defaults = DEFAULTS.named();
        settings.named().forEach((name, value) -> {
            if (name.startsWith("--") && !value.equals(defaults.get(name))) {
                add(words, name, name.equals("--candidate-time") ? seconds(settings.candidateSeconds()) : value);
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

    private static void requireTrainable(StudySettings settings, int inputs) {
        SearchSpace space = settings.space();
        for (List<Integer> units : space.layers().values()) {
            ExperimentOptions.requireTrainable(Setting.layerSizes(inputs, units));
        }
        if (settings.search() == SearchKind.GRID
                && space.settings().isEmpty()
                && space.gridPoints(settings.candidates()).isEmpty()) {
            throw new UserException("--candidates " + settings.candidates()
                    + " are too few for a grid, which needs two points of each range and every value of each choice;"
                    + " allow more candidates, or search at random");
        }
    }
}
