package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.cli.text.ExitCode;

@Timeout(60)
class UsageTest {

    @TempDir
    private Path folder;

    @Test
    void should_ask_for_a_command() {
        Cli.run().isMisuse("twinnet", "a COMMAND is needed, such as 'compare'.");
    }

    @Test
    void should_suggest_the_command_that_was_meant() {
        Cli.Outcome outcome = Cli.run("compar");
        outcome.isMisuse("twinnet", "unknown command 'compar'");
        assertTrue(outcome.err().contains("Did you mean: twinnet compare"), outcome.err());
    }

    @ParameterizedTest
    @CsvSource({"compare, --iteratons, --iterations", "compare, --keep-prop, --keep-prob", "effect, --seads, --seeds"})
    void should_suggest_the_option_that_was_meant(String command, String option, String meant) {
        Cli.Outcome outcome = Cli.run(command, option, "5");
        outcome.isMisuse("twinnet " + command, "unknown option '" + option + "'");
        String suggestions = outcome.err().lines().skip(1).findFirst().orElse("");
        assertTrue(suggestions.startsWith("Possible solutions: "), outcome.err());
        assertTrue(suggestions.contains(meant), outcome.err());
    }

    @Test
    void should_say_where_the_measurements_went() {
        Cli.run("bench", "--rounds", "5")
                .isMisuse(
                        "twinnet",
                        "unknown command 'bench': the measurements are a program of their own,"
                                + " java -jar compare/bench/target/twinnet-bench.jar");
    }

    @Test
    void should_refuse_an_unknown_option_before_any_command() {
        Cli.run("--frob").isMisuse("twinnet", "unknown option '--frob'");
    }

    @Test
    void should_refuse_an_argument_too_many() {
        Cli.run("compare", "data.csv").isMisuse("twinnet compare", "unexpected argument 'data.csv'");
    }

    @Test
    void should_show_control_characters_of_an_argument_as_question_marks() {
        Cli.run("a\u001b[31m").isMisuse("twinnet", "unknown command 'a?[31m'");
        Cli.run("a\nb").isMisuse("twinnet", "unknown command 'a b'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"compare", "effect", "generate-completion", "help"})
    void should_explain_each_command(String command) {
        Cli.Outcome outcome = Cli.run(command, "--help");
        assertEquals(0, outcome.code());
        assertEquals("", outcome.err());
        assertTrue(outcome.out().contains("Usage: twinnet " + command + " "), outcome.out());
        if (!command.equals("help")) {
            assertEquals(outcome, Cli.run("help", command));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"compare", "effect"})
    void should_explain_each_option_and_break_no_example(String command) {
        String help = Cli.run(command, "--help").out();
        Cli.options(command).stream()
                .filter(option -> !option.hidden())
                .forEach(option -> assertTrue(
                        help.contains(option.longestName()) && option.description().length > 0,
                        option.longestName() + " is not explained"));
        help.lines().forEach(line -> assertTrue(line.length() <= 80, line));
        help.lines()
                .dropWhile(line -> !line.startsWith("Example"))
                .filter(line -> !line.startsWith("Example"))
                .forEach(line -> assertTrue(line.startsWith("  twinnet "), line));
    }

    @Test
    void should_list_commands_and_exit_codes() {
        Cli.Outcome outcome = Cli.run("--help");
        assertEquals(0, outcome.code());
        for (String word : List.of("compare", "effect", "generate-completion", "0   agree", "1   disagree")) {
            assertTrue(outcome.out().contains("  " + word), outcome.out());
        }
        for (ExitCode code : ExitCode.values()) {
            assertTrue(outcome.out().contains("\n  " + code.code() + "   "), outcome.out());
        }
        assertEquals(outcome, Cli.run("help"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "compare ", "effect "})
    void should_say_the_versions_of_program_libraries_and_virtual_machine(String command) {
        Cli.Outcome outcome = Cli.run((Object[]) (command + "--version").split(" "));
        assertEquals(0, outcome.code());
        assertEquals("", outcome.err());
        List<String> lines = outcome.out().lines().toList();
        assertTrue(lines.get(0).matches("Twinnet \\S+"), outcome.out());
        for (String part : List.of("DL4J 1.0.0-M2.1", "ND4J 1.0.0-M2.1", "BLAS ", "JVM ")) {
            assertEquals(
                    1, lines.stream().filter(line -> line.startsWith(part)).count(), part + " in\n" + outcome.out());
        }
    }

    @Test
    void should_refuse_help_for_an_unknown_command() {
        Cli.run("help", "frob").isMisuse("twinnet", "Unknown subcommand 'frob'.");
    }

    @Test
    void should_generate_completion_that_bash_accepts() throws IOException, InterruptedException {
        Cli.Outcome outcome = Cli.run("generate-completion");
        assertEquals(0, outcome.code());
        Path script = Files.writeString(folder.resolve("completion"), outcome.out());
        Process bash;
        try {
            bash = new ProcessBuilder("bash", "-n", script.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "there is no bash here");
            return;
        }
        assertEquals("", new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, bash.waitFor());
    }

    @Test
    void should_complete_only_words_that_the_options_accept() {
        List<String> offers = Cli.run("generate-completion")
                .out()
                .lines()
                .filter(line -> line.contains("_option_args=("))
                .map(line -> line.replaceAll(".*=\\(\"|\"\\).*", "").replace("\" \"", " "))
                .distinct()
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "after-correction before-correction",
                        "biased unbiased",
                        "binary-cross-entropy softmax-cross-entropy mean-squared-error quadratic",
                        "columns rows",
                        "comma semicolon tab bar",
                        "constant step exponential inverse",
                        "cross-entropy accuracy mean-squared-error r-squared",
                        "en zh",
                        "float64 float32",
                        "full shuffled",
                        "gradient-descent momentum nesterov adagrad rmsprop adam adamw amsgrad",
                        "html md json junit csv",
                        "none batch-norm",
                        "none value norm-per-layer norm",
                        "notebook keras pytorch scikit-learn caffe dl4j",
                        "published fresh",
                        "published logistic-regression spiral-softmax regression momentum adam batch-norm mnist-like",
                        "random grid genetic tpe",
                        "refuse mean drop-rows",
                        "relu sigmoid tanh leaky-relu elu softplus gelu swish softsign identity softmax",
                        "scaled-gaussian he xavier file",
                        "scratch dl4j both",
                        "stable stock",
                        "training-set batch",
                        "units-by-inputs inputs-by-units"),
                offers);
    }
}
