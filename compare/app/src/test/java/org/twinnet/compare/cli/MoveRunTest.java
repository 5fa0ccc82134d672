package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ParameterIndex;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.file.ExperimentFile;
import org.twinnet.compare.testing.ProjectFolder;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;
import org.twinnet.data.Targets;
import org.twinnet.data.npz.NpzWriter;

@DisplayName("twinnet move")
@Timeout(600)
class MoveRunTest {

    private static final int M = 30;

    @TempDir
    private Path folder;

    /** A network that somebody has, and how it is trained. */
    private record Owned(String name, boolean wholeJar, String experiment, List<String> options) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Owned> networks() {
        return Stream.of(
                new Owned(
                        "published",
                        true,
                        "{\"layers\": [{\"units\": 20, \"keep_prob\": 0.86}, {\"units\": 3, \"keep_prob\": 0.86},"
                                + " {\"units\": 1}], \"penalty\": {\"l2\": 0.7}}",
                        List.of()),
                new Owned(
                        "softmax-adam",
                        false,
                        "{\"layers\": [{\"units\": 6, \"activation\": \"tanh\"}, {\"units\": 3}],"
                                + " \"optimizer\": {\"kind\": \"adam\", \"learning_rate\": 0.01},"
                                + " \"batches\": {\"size\": 8}}",
                        List.of()),
                new Owned(
                        "batch-norm",
                        false,
                        "{\"layers\": [{\"units\": 5, \"batch_norm\": {\"decay\": 0.99, \"epsilon\": 0.001}},"
                                + " {\"units\": 1}], \"optimizer\": {\"kind\": \"momentum\"}}",
                        List.of()),
                new Owned(
                        "dropout-per-layer",
                        false,
                        "{\"layers\": [{\"units\": 4, \"keep_prob\": 0.9}, {\"units\": 4, \"keep_prob\": 0.6,"
                                + " \"activation\": \"gelu\"}, {\"units\": 1}], \"input_keep_prob\": 0.8,"
                                + " \"clip\": {\"kind\": \"norm-per-layer\", \"limit\": 1.0, \"after_penalty\": true}}",
                        List.of()),
                new Owned(
                        "regression",
                        false,
                        "{\"layers\": [{\"units\": 7, \"activation\": \"softplus\"}, {\"units\": 2, \"activation\":"
                                + " \"identity\"}], \"loss\": \"quadratic\", \"weight_decay\": 0.01}",
                        List.of("standardized")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void should_write_a_project_that_is_built_offline_and_predicts_the_same(Owned owned) throws Exception {
        assumeTrue(maven().isPresent(), "no mvn on the path");
        Path file = Files.writeString(folder.resolve("mine.json"), owned.experiment());
        Experiment experiment = ExperimentFile.read(file, 2).get(0);
        boolean standardized = owned.options().contains("standardized");
        double[][] measured = rows(3, M, 2);
        double[][] seen = new double[M][];
        for (int j = 0; j < M; j++) {
            seen[j] = standardized
                    ? new double[] {(measured[j][0] - 0.25) / 2, (measured[j][1] + 1) / 0.5}
                    : measured[j].clone();
        }
        Dataset data = data(experiment, seen);
        NpzWriter weights = new NpzWriter();
        double[] outputs = weights(experiment, data, weights);
        if (standardized) {
            weights.put("mean", new double[] {0.25, -1}, 2).put("std", new double[] {2, 0.5}, 2);
        }
        Path saved = Files.write(folder.resolve("w.npz"), weights.write());
        Path examples = Files.write(folder.resolve("d.npz"), examples(measured, data));
        Path answers = Files.write(
                folder.resolve("p.npz"),
                new NpzWriter()
                        .put("predictions", outputs, outputs.length / M, M)
                        .write());
        Path out = folder.resolve(owned.name());

        Cli.Outcome outcome = Cli.run(
                "move",
                "--weights",
                saved,
                "--experiment",
                file,
                "--data",
                examples,
                "--predictions",
                answers,
                "--out",
                out,
                "--quiet");

        assertEquals(0, outcome.code(), outcome.err());
        assertTrue(outcome.out().contains("Both networks computed the same"), outcome.out());
        assertTrue(Files.exists(out.resolve("proof/report.html")));
        String printed = predicted(out, owned, measured);
        assertPredicts(outputs, printed);
    }

    private static void assertPredicts(double[] outputs, String printed) {
        List<String> lines = printed.lines().toList();
        assertEquals(M, lines.size(), printed);
        for (int j = 0; j < M; j++) {
            String[] numbers = lines.get(j).split(",", -1);
            assertEquals(outputs.length / M, numbers.length);
            for (int k = 0; k < numbers.length; k++) {
                assertEquals(outputs[k * M + j], Double.parseDouble(numbers[k]), 1e-12);
            }
        }
    }

    /** One is packed as a whole, which takes half a minute for its 150 MB; of the others the classes are run. */
    private String predicted(Path project, Owned owned, double[][] rows) throws Exception {
        StringBuilder csv = new StringBuilder("x1,x2\n");
        for (double[] row : rows) {
            csv.append(row[0]).append(',').append(row[1]).append('\n');
        }
        Path data = Files.writeString(folder.resolve("x.csv"), csv);
        List<String> build = new ArrayList<>(List.of(maven().orElseThrow(), "-o", "-q", "-B", "package"));
        if (!owned.wholeJar()) {
            build.add("-Dassembly.skipAssembly=true");
        }
        assertEquals("", run(project, build));
        Path target = project.resolve("target");
        if (!owned.wholeJar()) {
            String path = target.resolve("classes") + System.getProperty("path.separator") + libraries();
            return run(project, List.of(java(), "-cp", path, "network.Predict", data.toString()));
        }
        try (Stream<Path> jars = Files.walk(target)) {
            assertEquals(
                    List.of(target.resolve("published.jar")),
                    jars.filter(it -> it.toString().endsWith(".jar")).toList());
        }
        return run(project, List.of(java(), "-jar", "target/published.jar", data.toString()));
    }

    /** The libraries of this build without its own classes, whose settings of the log are not the project's. */
    private static String libraries() {
        String separator = System.getProperty("path.separator");
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(separator, -1))
                .filter(entry -> entry.endsWith(".jar"))
                .filter(entry -> StreamSupport.stream(Path.of(entry).spliterator(), false)
                        .noneMatch(part -> part.toString().equals("target")))
                .collect(Collectors.joining(separator));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Optional<String> maven() {
        return Arrays.stream(System.getenv("PATH").split(System.getProperty("path.separator"), -1))
                .map(it -> Path.of(it, "mvn"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** What a program prints; its errors are the test's. */
    private String run(Path place, List<String> command) throws IOException, InterruptedException {
        Path out = folder.resolve("printed");
        Process process = new ProcessBuilder(command)
                .directory(place.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertTrue(process.waitFor(300, TimeUnit.SECONDS), command::toString);
        // Maven says that its colours end even where it says nothing else
        String printed = Files.readString(out, StandardCharsets.UTF_8).replaceAll("\u001b\\[[0-9;]*m", "");
        assertEquals(0, process.exitValue(), printed);
        return printed;
    }

    private static double[][] rows(long seed, int count, int width) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = new double[count][width];
        for (double[] row : rows) {
            Arrays.setAll(row, i -> 2 * random.nextDouble() - 1);
        }
        return rows;
    }

    private static Dataset data(Experiment experiment, double[][] seen) {
        Targets targets = experiment.targets();
        SplittableRandom random = new SplittableRandom(5);
        double[][] outputs = new double[M][targets.kind() == Targets.Kind.CLASSES ? 1 : targets.outputs()];
        for (double[] row : outputs) {
            Arrays.setAll(
                    row,
                    k -> targets.kind() == Targets.Kind.NUMBERS
                            ? random.nextDouble()
                            : random.nextInt(targets.classes()));
        }
        return Dataset.of("mine", List.of("x1", "x2"), seen, outputs, targets);
    }

    private static byte[] examples(double[][] measured, Dataset data) {
        double[][] targets = data.targetRows();
        double[] X = new double[2 * M];
        double[] Y = new double[targets[0].length * M];
        for (int j = 0; j < M; j++) {
            for (int i = 0; i < 2; i++) {
                X[i * M + j] = measured[j][i];
            }
            for (int k = 0; k < targets[0].length; k++) {
                Y[k * M + j] = targets[j][k];
            }
        }
        return new NpzWriter().put("X", X, 2, M).put("Y", Y, Y.length / M, M).write();
    }

    /** Draws weights, saves them, and says what the network by hand answers. */
    private static double[] weights(Experiment experiment, Dataset data, NpzWriter npz) {
        ParameterIndex parameters = ParameterIndex.of(experiment);
        ParameterIndex statistics = ParameterIndex.ofStatistics(experiment);
        double[] theta = rows(7, 1, parameters.length())[0];
        double[] kept = rows(8, 1, Math.max(1, statistics.length()))[0];
        kept = Arrays.copyOf(Arrays.stream(kept).map(it -> it + 1.5).toArray(), statistics.length());
        save(parameters, theta, npz);
        save(statistics, kept, npz);
        try (Twin twin = ScratchTwin.factory().create(experiment.with(new Initialization.ScaledGaussian(1)), data)) {
            twin.setParameters(theta);
            twin.setStatistics(kept);
            return twin.predict(data.featureRows());
        }
    }

    private static void save(ParameterIndex index, double[] vector, NpzWriter npz) {
        for (ParameterIndex.Slice slice : index.tensors()) {
            String symbol = switch (slice.symbol()) {
                case "mean" -> "running_mean";
                case "variance" -> "running_var";
                default -> slice.symbol();
            };
            npz.put(
                    symbol + slice.layer(),
                    Arrays.copyOfRange(vector, slice.offset(), slice.offset() + slice.length()),
                    slice.rows(),
                    slice.columns());
        }
    }

    @Test
    void should_print_what_the_readme_shows() throws IOException {
        String readme = Files.readString(ProjectFolder.file("README.md"));
        assertTrue(readme.contains("move --weights compare/docs/example/weights.npz --data"
                + " data/src/main/resources/org/twinnet/data/pitch-train.csv --l2 0.7 --out my-network"));
        Cli.Outcome outcome = Cli.run(
                "move",
                "--weights",
                ProjectFolder.file("compare/docs/example/weights.npz"),
                "--data",
                ProjectFolder.file("data/src/main/resources/org/twinnet/data/pitch-train.csv"),
                "--l2",
                "0.7",
                "--out",
                folder.resolve("my-network"),
                "--quiet");
        assertEquals(0, outcome.code(), outcome.err());
        List<String> lines = outcome.out().lines().limit(2).toList();
        assertTrue(readme.contains(String.join("\n", lines)), outcome.out());
    }

    @Test
    void should_translate_the_penalty_of_another_library() throws IOException {
        Path weights = ProjectFolder.file("compare/docs/example/weights.npz");
        Path data = ProjectFolder.file("data/src/main/resources/org/twinnet/data/pitch-train.csv");
        String guide = Files.readString(ProjectFolder.file("compare/docs/moving.md"));
        Object[] command = {
            "move",
            "--weights",
            weights,
            "--data",
            data,
            "--penalty-of",
            "keras",
            "--l2",
            "0.01",
            "--out",
            folder.resolve("moved"),
            "--quiet"
        };

        Cli.Outcome outcome = Cli.run(command);

        assertEquals(0, outcome.code(), outcome.err());
        String line = outcome.out().lines().skip(1).findFirst().orElseThrow();
        assertEquals("Penalty of keras: l2(0.02) in DL4J, on weights alone", line);
        assertTrue(guide.contains(line));
        assertTrue(Files.readString(folder.resolve("moved/experiment.json")).contains("\"l2_coefficient\" : 0.02"));
        command[6] = "pytorch";
        command[7] = "--l1";
        command[10] = folder.resolve("other");
        Cli.run(command)
                .isRefused("--l1 is no number of pytorch, which has no L1; give what your code adds as"
                        + " --l1-coefficient, with penalties of dl4j");
    }

    @Test
    void should_ask_which_way_square_matrices_lie() throws IOException {
        Path square = Files.write(
                folder.resolve("w.npz"),
                new NpzWriter().put("W1", new double[] {1, 2, 3, 4}, 2, 2).write());

        Cli.run("move", "--weights", square, "--out", folder.resolve("out"))
                .isRefused(square + ": its shapes fit both ways, units by inputs and inputs by units, and there are no"
                        + " examples to decide; give --weights-as units-by-inputs (PyTorch, the course) or"
                        + " inputs-by-units (Keras, scikit-learn), or --data with --predictions");
        assertTrue(Files.notExists(folder.resolve("out")));
    }

    @Test
    void should_leave_what_somebody_changed() throws IOException {
        Path weights = Files.write(
                folder.resolve("w.npz"),
                new NpzWriter()
                        .put("W1", new double[] {1, 2}, 1, 2)
                        .put("b1", new double[] {0}, 1)
                        .write());
        Path out = folder.resolve("out");
        assertEquals(
                0,
                Cli.run("move", "--weights", weights, "--out", out, "--quiet").code());

        Cli.run("move", "--weights", weights, "--out", out)
                .isRefused("--out " + out
                        + " holds a project already; name another folder, or add --force to replace it.");
        assertEquals(
                0,
                Cli.run("move", "--weights", weights, "--out", out, "--quiet", "--force")
                        .code());
        Files.writeString(out.resolve("src/main/java/network/Predict.java"), "// mine");
        Cli.run("move", "--weights", weights, "--out", out, "--force")
                .isRefused("--out " + out
                        + " holds Predict.java, which was changed after Twinnet wrote it; name another" + " folder.");
        Cli.run("compare", "--out", out, "--force")
                .isRefused("--out " + out + " holds a project, which no report replaces; name another folder.");
        assertEquals("// mine", Files.readString(out.resolve("src/main/java/network/Predict.java")));
    }

    @Test
    void should_build_projects_with_the_versions_of_our_own_build() throws IOException {
        String ours = Files.readString(ProjectFolder.file("pom.xml"));
        String theirs = Files.readString(
                ProjectFolder.file("compare/move/src/main/resources/org/twinnet/compare/move/project/pom.xml"));
        Matcher plugin = Pattern.compile("<artifactId>(maven-\\w+-plugin)</artifactId>\\s*<version>([^<]+)</version>")
                .matcher(theirs);
        int plugins = 0;
        while (plugin.find()) {
            plugins++;
            assertTrue(
                    ours.replaceAll("\\s+", "")
                            .contains("<artifactId>" + plugin.group(1) + "</artifactId><version>" + plugin.group(2)
                                    + "</version>"),
                    plugin.group());
        }
        assertEquals(6, plugins);
    }
}
