package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class OptionValuesTest {

    private static final String ABOVE_ZERO = "a number above 0, such as 0.3 or 1e-3";
    private static final String WHOLE = "a whole number from 1 to 1000000000";
    private static final String ACTIVATIONS =
            "relu, sigmoid, tanh, leaky-relu, elu, softplus, gelu, swish, softsign, identity, softmax";
    private static final String PRESETS =
            "published, logistic-regression, spiral-softmax, regression, momentum, adam, batch-norm, mnist-like";
    private static final String SEED = "a whole number from 0 to 4294967295";
    private static final String LAYERS =
            "units of each layer after the inputs, separated by commas, each from 1 to 100000; such as 20,3,1";
    private static final String PATH = "the path of a file or folder";

    /** What is allowed and what is not, for each option that takes a value of its own kind. */
    private record Rule(String allowed, List<String> refused) {}

    private static Rule rule(String allowed, String... refused) {
        return new Rule(allowed, List.of(refused));
    }

    private static final Map<String, Rule> SHARED = Map.ofEntries(
            Map.entry("--data", rule(PATH, "", " ", "a\0b")),
            Map.entry("--test-data", rule(PATH, "", "a\0b")),
            Map.entry("--examples-as", rule("columns, rows", "", "row", "EXAMPLES_AS_ROWS")),
            Map.entry("--delimiter", rule("comma, semicolon, tab, bar", "colon", ":", "")),
            Map.entry("--missing", rule("refuse, mean, drop-rows", "median", "")),
            Map.entry(
                    "--layers",
                    rule(LAYERS, "", ",", "20,,1", "0,1", "-3,1", "100001,1", "20;1", "20,1.0", "1e3,1", "20,3,")),
            Map.entry("--learning-rate", rule(ABOVE_ZERO, "0", "-0.3", "NaN", "Infinity", "1e999", "fast", "")),
            Map.entry(
                    "--iterations",
                    rule(WHOLE, "0", "-1", "1.5", "1e3", "1000000001", "99999999999999999999", "x", "")),
            Map.entry("--dropout-masks", rule("published, fresh", "none", "")),
            Map.entry("--activation", rule(ACTIVATIONS, "rectifier", "")),
            Map.entry("--output", rule(ACTIVATIONS, "rectifier", "")),
            Map.entry(
                    "--loss",
                    rule("binary-cross-entropy, softmax-cross-entropy, mean-squared-error, quadratic", "mse", "")),
            Map.entry("--slope", rule("a number from 0 to 1, such as 0.01", "-0.1", "1.5", "NaN", "x", "")),
            Map.entry(
                    "--optimizer",
                    rule("gradient-descent, momentum, nesterov, adagrad, rmsprop, adam, adamw, amsgrad", "lion", "")),
            Map.entry("--momentum", rule("a number from 0 and below 1, such as 0.9", "-0.1", "1", "NaN", "x", "")),
            Map.entry("--l1", rule("a number of 0 or more, such as 0.1 or 1e-3", "-0.1", "NaN", "strong", "")),
            Map.entry("--l2-coefficient", rule("a number of 0 or more, such as 1e-4", "-0.1", "NaN", "strong", "")),
            Map.entry("--l1-coefficient", rule("a number of 0 or more, such as 1e-4", "-0.1", "NaN", "strong", "")),
            Map.entry("--penalize-biases", rule("true, false", "yes", "1", "")),
            Map.entry("--penalty-over", rule("training-set, batch", "m", "")),
            Map.entry("--precision", rule("float64, float32", "single", "")),
            Map.entry("--average", rule("true, false", "yes", "1", "")),
            Map.entry("--epsilon", rule("a number above 0, such as 1e-8", "0", "-1", "NaN", "x", "")),
            Map.entry("--decay", rule("a number from 0 and below 1, such as 0.9", "-0.1", "1", "NaN", "x", "")),
            Map.entry("--beta1", rule("a number from 0 and below 1, such as 0.9", "-0.1", "1", "NaN", "x", "")),
            Map.entry("--beta2", rule("a number from 0 and below 1, such as 0.999", "-0.1", "1", "NaN", "x", "")),
            Map.entry("--epsilon-place", rule("after-correction, before-correction", "inside", "")),
            Map.entry("--weight-decay", rule("a number of 0 or more, such as 0.01", "-0.1", "NaN", "x", "")),
            Map.entry("--clip", rule("none, value, norm-per-layer, norm", "l2", "")),
            Map.entry("--clip-limit", rule("a number above 0, such as 0.5", "0", "-1", "NaN", "x", "")),
            Map.entry("--clip-after-penalty", rule("true, false", "yes", "")),
            Map.entry("--schedule", rule("constant, step, exponential, inverse", "cosine", "")),
            Map.entry("--schedule-every", rule(WHOLE, "0", "1.5", "x", "")),
            Map.entry("--batch-norm", rule("none, batch-norm", "layer")),
            Map.entry("--batch-norm-decay", rule("a number from 0 and below 1, such as 0.9", "-0.1", "1", "NaN", "")),
            Map.entry("--batch-norm-epsilon", rule("a number above 0, such as 1e-5", "0", "-1", "NaN", "x", "")),
            Map.entry("--running-variance", rule("biased, unbiased", "sample", "")),
            Map.entry("--schedule-factor", rule("a number above 0, such as 0.5", "0", "-1", "NaN", "x", "")),
            Map.entry("--schedule-rate", rule("a number of 0 or more, such as 1e-3", "-1", "NaN", "x", "")),
            Map.entry("--schedule-power", rule("a number of 0 or more, such as 0.5", "-1", "NaN", "x", "")),
            Map.entry("--input-keep-prob", rule("a number above 0 and at most 1, such as 0.9", "0", "1.1", "NaN", "")),
            Map.entry("--initialization", rule("scaled-gaussian, he, xavier, file", "zeros", "")),
            Map.entry("--experiment", rule(PATH, "", "a\0b")),
            Map.entry("--preset", rule(PRESETS, "resnet", "")),
            Map.entry("--batches", rule("full, shuffled", "mini", "")),
            Map.entry("--batch-size", rule(WHOLE + ", such as 32", "0", "-1", "1.5", "x", "")),
            Map.entry("--batch-seed", rule(SEED, "-1", "4294967296", "x", "")),
            Map.entry("--seed", rule(SEED, "-1", "4294967296", "3.0", "x", "")),
            Map.entry("--mask-seed", rule(SEED, "-1", "4294967296", "x")));

    private static final Map<String, Rule> COMPARE = with(Map.ofEntries(
            Map.entry(
                    "--l2",
                    rule("a number of 0 or more, such as 0.7 or 1e-3", "-0.1", "NaN", "Infinity", "strong", "")),
            Map.entry(
                    "--keep-prob",
                    rule("a number above 0 and at most 1, such as 0.86", "0", "-1", "1.0000001", "NaN", "86%", "")),
            Map.entry("--initial-parameters", rule(PATH, "", "a\0b")),
            Map.entry("--dl4j-loss", rule("stable, stock", "mse", "")),
            Map.entry("--cost-every", rule(WHOLE, "0", "-1", "often", "")),
            Map.entry("--dropout-seeds", rule("a whole number from 2 to 10000", "0", "1", "10001", "many", "")),
            Map.entry("--threads", rule("a whole number from 1 to 1024", "0", "1025", "two", "")),
            Map.entry("--out", rule(PATH, "", "a\0b")),
            Map.entry("--format", rule("html, md, json, junit, csv", "pdf", "")),
            Map.entry("--lang", rule("en, zh", "de", "")),
            Map.entry("--json", rule(PATH, "", "a\0b"))));

    private static final Map<String, Rule> EFFECT =
            with(Map.of("--seeds", rule("a whole number from 1 to 10000", "0", "-1", "10001", "x", "")));

    private static final String SEVERAL = "; several between bars, such as 0|0.1|0.7; or a range, such as ";
    private static final String RANGES = SEVERAL + "0.01..1 or 0.01..1:log";
    private static final String WHOLE_RANGES =
            "; several between bars, such as 10|20|40; or a range, such as 10..40 or 10..1000:log";
    private static final String TIME = "a time above 0 such as 90s, 10m or 1.5h";

    private static final Map<String, Rule> TUNE = Map.ofEntries(
            Map.entry("--data", rule(PATH, "", "a\0b")),
            Map.entry("--test-data", rule(PATH, "")),
            Map.entry("--examples-as", rule("columns, rows", "row")),
            Map.entry("--delimiter", rule("comma, semicolon, tab, bar", "colon", ":", "")),
            Map.entry("--missing", rule("refuse, mean, drop-rows", "median", "")),
            Map.entry("--study", rule(PATH, "", " ")),
            Map.entry("--experiment", rule(PATH, "", "a\0b")),
            Map.entry("--preset", rule(PRESETS, "resnet", "")),
            Map.entry("--output", rule(ACTIVATIONS, "sine", "")),
            Map.entry(
                    "--loss",
                    rule("binary-cross-entropy, softmax-cross-entropy, mean-squared-error, quadratic", "hinge", "")),
            Map.entry("--twin", rule("scratch, dl4j, both", "numpy", "")),
            Map.entry("--search", rule("random, grid, genetic, tpe", "bayes", "")),
            Map.entry("--candidates", rule("a whole number from 1 to 100000", "0", "100001", "many", "1.5", "")),
            Map.entry("--folds", rule("a whole number from 2 to 1000", "1", "1001", "x", "")),
            Map.entry("--repeats", rule("a whole number from 1 to 1000", "0", "1001", "x")),
            Map.entry("--metric", rule("cross-entropy, accuracy, mean-squared-error, r-squared", "f1", "")),
            Map.entry(
                    "--l2",
                    rule(
                            "a number of 0 or more" + RANGES,
                            "-1",
                            "NaN",
                            "x",
                            "",
                            "0..1:log",
                            "1..1",
                            "2..1",
                            "1..2..3",
                            "0.1|0.1",
                            "0.1|",
                            "0.5:log",
                            "0..1|2",
                            "1..Infinity")),
            Map.entry(
                    "--keep-prob",
                    rule("a number above 0 and at most 1" + SEVERAL + "0.5..1", "0", "0..1", "0.5..1.1", "0.5|2", "")),
            Map.entry("--input-keep-prob", rule("a number above 0 and at most 1" + RANGES, "0", "0.5..1.1", "x", "")),
            Map.entry("--batches", rule("full, shuffled", "mini", "")),
            Map.entry("--batch-size", rule(WHOLE + WHOLE_RANGES, "0", "1.5..3", "x", "")),
            Map.entry("--batch-seed", rule(SEED, "-1", "x", "")),
            Map.entry("--activation", rule(ACTIVATIONS, "sine", "")),
            Map.entry("--initialization", rule("scaled-gaussian, he, xavier, file", "zeros", "")),
            Map.entry("--slope", rule("a number from 0 to 1" + RANGES, "1.1", "-1..0.5", "x", "")),
            Map.entry(
                    "--optimizer",
                    rule("gradient-descent, momentum, nesterov, adagrad, rmsprop, adam, adamw, amsgrad", "lion", "")),
            Map.entry("--l1", rule("a number of 0 or more" + RANGES, "-1", "NaN", "x", "")),
            Map.entry("--l2-coefficient", rule("a number of 0 or more" + RANGES, "-1", "NaN", "x", "")),
            Map.entry("--l1-coefficient", rule("a number of 0 or more" + RANGES, "-1", "NaN", "x", "")),
            Map.entry("--penalize-biases", rule("true, false", "yes", "")),
            Map.entry("--penalty-over", rule("training-set, batch", "m", "")),
            Map.entry("--precision", rule("float64, float32", "single", "")),
            Map.entry("--momentum", rule("a number from 0 and below 1" + RANGES, "1", "-1..0.5", "x", "")),
            Map.entry("--average", rule("true, false", "yes", "")),
            Map.entry("--epsilon", rule("a number above 0" + RANGES, "0", "-1..1", "x", "")),
            Map.entry("--decay", rule("a number from 0 and below 1" + RANGES, "1", "-1..0.5", "x", "")),
            Map.entry("--beta1", rule("a number from 0 and below 1" + RANGES, "1", "-1..0.5", "x", "")),
            Map.entry("--beta2", rule("a number from 0 and below 1" + RANGES, "1", "-1..0.5", "x", "")),
            Map.entry("--epsilon-place", rule("after-correction, before-correction", "inside", "")),
            Map.entry("--weight-decay", rule("a number of 0 or more" + RANGES, "-1", "NaN", "x", "")),
            Map.entry("--clip", rule("none, value, norm-per-layer, norm", "l2", "")),
            Map.entry("--clip-limit", rule("a number above 0" + RANGES, "0", "-1..1", "x", "")),
            Map.entry("--clip-after-penalty", rule("true, false", "yes", "")),
            Map.entry("--schedule", rule("constant, step, exponential, inverse", "cosine", "")),
            Map.entry("--schedule-every", rule(WHOLE + WHOLE_RANGES, "0", "1.5..3", "9..3", "x", "")),
            Map.entry("--batch-norm", rule("none, batch-norm", "layer")),
            Map.entry("--batch-norm-decay", rule("a number from 0 and below 1" + RANGES, "1", "-1..0.5", "x", "")),
            Map.entry("--batch-norm-epsilon", rule("a number above 0" + RANGES, "0", "-1..1", "x", "")),
            Map.entry("--running-variance", rule("biased, unbiased", "sample", "")),
            Map.entry("--schedule-factor", rule("a number above 0" + RANGES, "0", "-1..1", "x", "")),
            Map.entry("--schedule-rate", rule("a number of 0 or more" + RANGES, "-1", "NaN", "x", "")),
            Map.entry("--schedule-power", rule("a number of 0 or more" + RANGES, "-1", "NaN", "x", "")),
            Map.entry("--dropout-masks", rule("published, fresh", "new", "")),
            Map.entry("--learning-rate", rule("a number above 0" + RANGES, "0", "0..1", "-1..1", "fast", "")),
            Map.entry(
                    "--layers",
                    rule("layers that differ, with bars between them, such as 10,3,1|20,3,1", "20,3,1|20,3,1")),
            Map.entry("--iterations", rule(WHOLE, "0", "x", "")),
            Map.entry("--halving", rule("a whole number from 1 to 10, 1 to give up nothing", "0", "11", "x", "")),
            Map.entry("--lag", rule("a whole number from 1 to 1024", "0", "1025", "")),
            Map.entry("--candidate-time", rule(TIME, "0", "-1s", "1d", "s", "1m30s", "NaN", "")),
            Map.entry("--max-time", rule(TIME, "0s", "soon", "")),
            Map.entry("--seed", rule(SEED, "-1", "x", "")),
            Map.entry("--workers", rule("a whole number from 1 to 1024", "0", "1025", "")),
            Map.entry("--lang", rule("en, zh", "de", "")));

    @TempDir
    private Path folder;

    private static Map<String, Rule> with(Map<String, Rule> own) {
        Map<String, Rule> all = new TreeMap<>(SHARED);
        all.putAll(own);
        return all;
    }

    static Stream<Arguments> refused() {
        return Stream.of(refused("compare", COMPARE), refused("effect", EFFECT), refused("tune", TUNE))
                .flatMap(rules -> rules);
    }

    private static Stream<Arguments> refused(String command, Map<String, Rule> rules) {
        return rules.entrySet().stream()
                .flatMap(entry -> entry.getValue().refused().stream()
                        .map(value -> Arguments.of(
                                command, entry.getKey(), value, entry.getValue().allowed())));
    }

    @ParameterizedTest(name = "{0} {1} \"{2}\"")
    @MethodSource("refused")
    void should_name_option_value_and_what_is_allowed(String command, String option, String value, String allowed)
            throws IOException {
        List<String> words = command.equals("compare") && !option.equals("--out")
                ? List.of(command, "--out", folder.resolve("report").toString(), option, value)
                : List.of(command, option, value);
        Cli.run(words.toArray())
                .isMisuse(
                        "twinnet " + command,
                        "Invalid value for option '" + option + (option.equals("--format") ? "' (FORMAT): '" : "': '")
                                + value.replace('\0', '?') + "' is not allowed; allowed: " + allowed);
        assertEquals(List.of(), Cli.names(folder));
    }

    /**
     * So that no option is forgotten here: flags take no value, names are checked against the data, the scenarios or
     * the settings.
     */
    @Test
    void should_cover_every_option_that_takes_a_value() {
        Set<String> compare = new TreeSet<>(COMPARE.keySet());
        compare.addAll(List.of("--scenario", "--plane", "--label-column", "--drop-column", "--positive"));
        assertEquals(compare, optionsWithValue("compare"));
        Set<String> effect = new TreeSet<>(EFFECT.keySet());
        effect.addAll(List.of("--label-column", "--drop-column", "--positive"));
        assertEquals(effect, optionsWithValue("effect"));
        Set<String> tune = new TreeSet<>(TUNE.keySet());
        tune.addAll(List.of("--label-column", "--drop-column", "--positive", "--vary"));
        assertEquals(tune, optionsWithValue("tune"));
    }

    private static Set<String> optionsWithValue(String command) {
        Set<String> names = new TreeSet<>();
        Cli.options(command).stream()
                .filter(option -> option.arity().max() > 0)
                .forEach(option -> names.add(option.longestName()));
        return names;
    }

    @ParameterizedTest
    @ValueSource(strings = {"--data", "--l2", "--iterations", "--out", "--scenario", "--layers"})
    void should_say_which_option_lacks_its_value(String option) {
        Cli.Outcome outcome = Cli.run("compare", option);
        assertEquals(2, outcome.code());
        assertTrue(
                outcome.firstLine().startsWith("twinnet: Missing required parameter for option '" + option + "'"),
                outcome.err());
    }

    @Test
    void should_refuse_an_option_given_twice() {
        Cli.run("compare", "--l2", "1", "--l2", "2")
                .isMisuse("twinnet compare", "option '--l2' (LAMBDA) should be specified only once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--quiet=7", "--force=7"})
    void should_refuse_a_value_for_a_flag(String flag) {
        Cli.run("compare", flag)
                .isMisuse(
                        "twinnet compare",
                        "Invalid value for option '" + flag.replace("=7", "") + "': '7' is not a boolean");
    }

    @ParameterizedTest
    @ValueSource(strings = {"l3", "", "none,,l2", "none l2"})
    void should_list_the_scenarios_where_one_is_unknown(String value) throws IOException {
        String unknown = value.equals("none,,l2") ? "" : value;
        Cli.run("compare", "--iterations", Cli.ENDLESS, "--out", folder.resolve("report"), "--scenario", value)
                .isMisuse(
                        "twinnet compare",
                        "Invalid value for option '--scenario': '" + unknown
                                + "' is no scenario; allowed: none, l2, dropout.");
        assertEquals(List.of(), Cli.names(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--l2", "--keep-prob"})
    void should_refuse_a_scenario_together_with_a_custom_one(String option) {
        Cli.run("compare", "--iterations", Cli.ENDLESS, "--scenario", "none", option, "0.5")
                .isMisuse(
                        "twinnet compare",
                        "--scenario names published scenarios; leave it out with --keep-prob or --l2.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"compare", "effect"})
    void should_refuse_more_parameters_than_fit_into_memory(String command) {
        Cli.run(command, "--layers", "100000,100000,1")
                .isRefused("--layers 100000,100000,1 makes 10000500001 parameters on 2 features; allowed: at most"
                        + " 10000000 in all");
    }
}
