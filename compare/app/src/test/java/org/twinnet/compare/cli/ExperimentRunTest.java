package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinnet.compare.diagnosis.TraceFiles;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Scenario;
import org.twinnet.compare.experiment.choice.Clipping;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.file.ExperimentFile;

class ExperimentRunTest {

    @TempDir
    private Path folder;

    private static List<Experiment> printed(Object... options) {
        Object[] words = new Object[options.length + 2];
        words[0] = "compare";
        words[1] = "--print-experiment";
        System.arraycopy(options, 0, words, 2, options.length);
        Cli.Outcome outcome = Cli.run(words);
        assertEquals(0, outcome.code(), outcome.err());
        return ExperimentFile.parse("printed", outcome.out(), false, 2);
    }

    @Test
    void should_print_the_file_of_any_command_line() {
        assertEquals(
                List.of(Scenario.values()).stream()
                        .map(scenario -> scenario.of(Experiment.published(2)))
                        .toList(),
                printed());
        assertEquals(
                List.of(Experiment.of(2, 5, 1)
                        .with(Penalty.l2(0.5))
                        .keepProbability(0.9)
                        .iterations(7)),
                printed("--l2", 0.5, "--keep-prob", 0.9, "--layers", "5,1", "--iterations", 7));
        assertEquals(
                List.of(0.7, 0.9, 0.8),
                printed("--keep-prob", "0.9,0.8", "--input-keep-prob", 0.7)
                        .get(0)
                        .keepProbabilities());
        Cli.run("compare", "--keep-prob", "0.9,0.8,1,1")
                .isMisuse(
                        "twinnet compare",
                        "--keep-prob has 4 values for 3 layers; needed: one for each, or for each hidden one");
    }

    @Test
    void should_run_a_file_as_the_options_that_it_was_printed_from() throws IOException {
        String[] options = {"--l2", "0.5", "--layers", "5,1", "--iterations", "40", "--seed", "9"};
        Cli.Outcome printed = Cli.run(
                "compare", "--print-experiment", "--l2", "0.5", "--layers", "5,1", "--iterations", "40", "--seed", "9");
        Path file = Files.writeString(folder.resolve("e.json"), printed.out());
        Path byFile = folder.resolve("file");
        Path byOptions = folder.resolve("options");
        Cli.Outcome one = Cli.run("compare", "--experiment", file, "--out", byFile, "--stable", "--quiet");
        Cli.Outcome other = Cli.run(
                "compare",
                "--out",
                byOptions,
                "--stable",
                "--quiet",
                options[0],
                options[1],
                options[2],
                options[3],
                options[4],
                options[5],
                options[6],
                options[7]);
        assertEquals(0, one.code(), one.err());
        assertEquals(0, other.code(), other.err());
        assertEquals(Files.readString(byOptions.resolve("costs.csv")), Files.readString(byFile.resolve("costs.csv")));
    }

    @Test
    void should_let_options_change_a_file() throws IOException {
        Path file = Files.writeString(
                folder.resolve("e.yaml"), "name: mine\nlayers:\n- units: 4\n- units: 1\npenalty: {l2: 2}\n");
        assertEquals(
                List.of(Experiment.of(2, 4, 1).named("mine").with(Penalty.l2(2)).iterations(5)),
                printed("--experiment", file, "--iterations", 5));
    }

    @Test
    void should_refuse_a_bad_file_in_one_line_and_write_nothing() throws IOException {
        Path file = Files.writeString(
                folder.resolve("e.json"), "{\"layers\": [{\"units\": 1}],\n \"optimizer\": {\"kind\": \"adamv\"}}");
        Cli.run("compare", "--experiment", file, "--out", folder.resolve("report"))
                .isRefused(file
                        + ", line 2: optimizer is 'adamv'; allowed: gradient-descent, momentum,"
                        + " nesterov, adagrad, rmsprop, adam, adamw, amsgrad; did you mean 'adam'?");
        Cli.run("compare", "--experiment", folder.resolve("none.json"))
                .isRefused(folder.resolve("none.json") + ": there is no such file");
        assertEquals(List.of("e.json"), Cli.names(folder));
    }

    @Test
    void should_refuse_what_dl4j_has_no_way_to_train_and_print_it_all_the_same() throws IOException {
        String reason = " is norm, and DL4J has no limit for the norm of a gradient over all layers; allowed where"
                + " DL4J trains: none, value, norm-per-layer";
        Cli.run("compare", "--clip", "norm", "--out", folder.resolve("report")).isRefused("--clip" + reason);
        Path file = Files.writeString(folder.resolve("e.yaml"), "layers: [{units: 1}]\nclip: {kind: norm, limit: 2}\n");
        Cli.run("compare", "--experiment", file, "--out", folder.resolve("report"))
                .isRefused("clip.kind" + reason);
        assertEquals(
                new Clipping.Norm(2, false),
                printed("--experiment", file).get(0).clip());
        assertEquals(List.of("e.yaml"), Cli.names(folder));
    }

    @Test
    void should_name_the_option_that_a_setting_belongs_to() {
        Cli.run("compare", "--momentum", 0.9)
                .isMisuse(
                        "twinnet compare",
                        "--momentum belongs to momentum and nesterov, not to gradient-descent; choose --optimizer"
                                + " momentum or nesterov, or leave it out");
        assertEquals(
                0,
                Cli.run("compare", "--print-experiment", "--optimizer", "momentum", "--momentum", 0.8)
                        .code());
    }

    @Test
    void should_never_replace_the_experiment_file() throws IOException {
        Path file = Files.writeString(folder.resolve("e.json"), "{\"layers\": [{\"units\": 1}], \"iterations\": 3}");
        Cli.Outcome outcome =
                Cli.run("compare", "--experiment", file, "--json", file, "--force", "--out", folder.resolve("report"));
        assertEquals(2, outcome.code());
        assertTrue(Files.readString(file).contains("units"));
    }

    @Test
    void should_start_where_a_file_says_and_never_replace_it() throws IOException {
        Path weights = new TraceFiles()
                .put("W1", "<f8", "(1, 2)", 0.5, -0.25)
                .put("b1", "<f8", "(1,)", 0.125)
                .write(folder.resolve("w.npz"));
        byte[] before = Files.readAllBytes(weights);
        Object[] options = {
            "compare",
            "--layers",
            "1",
            "--iterations",
            3,
            "--initialization",
            "file",
            "--initial-parameters",
            weights,
            "--scenario",
            "none",
            "--quiet",
            "--out",
            folder.resolve("report"),
            "--json"
        };
        Cli.Outcome right = Cli.run(Stream.concat(Stream.of(options), Stream.of(folder.resolve("r.json")))
                .toArray());
        assertEquals(0, right.code(), right.err());

        Cli.Outcome wrong = Cli.run(
                Stream.concat(Stream.of(options), Stream.of(weights, "--force")).toArray());
        assertEquals(2, wrong.code());
        assertArrayEquals(before, Files.readAllBytes(weights));
    }

    /** What is missing can't have been said, and what a loss is called in a file is no option. */
    @Test
    void should_name_the_option_that_has_to_be_given_or_does_not_go_with_another() {
        for (List<String> given : List.of(
                List.of("--initialization", "file", "--initial-parameters is missing; needed: a text"),
                List.of(
                        "--batches",
                        "shuffled",
                        "--batch-size is missing; needed: a whole number from 1 to 1000000000"),
                List.of(
                        "--loss",
                        "softmax-cross-entropy",
                        "--loss is softmax-cross-entropy with the output sigmoid; allowed: binary-cross-entropy,"
                                + " mean-squared-error, quadratic"))) {
            Cli.Outcome outcome = Cli.run("compare", given.get(0), given.get(1), "--print-experiment");
            assertEquals(2, outcome.code());
            assertEquals("twinnet: " + given.get(2), outcome.firstLine());
        }
    }
}
