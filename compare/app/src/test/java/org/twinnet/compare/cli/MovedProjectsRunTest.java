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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ParameterIndex;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.file.ExperimentFile;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;
import org.twinnet.data.Targets;
import org.twinnet.data.npz.NpzWriter;

@DisplayName("Projects that 'twinnet move' writes")
@Timeout(900)
class MovedProjectsRunTest {

    private static final int M = 30;
    private static final long SPACE = 4L << 30;

    @TempDir
    private Path folder;

    /** A network that somebody has, and how it is trained. */
    private record Owned(String name, boolean standardized, String experiment) {}

    private static List<Owned> networks() {
        return List.of(
                new Owned(
                        "published",
                        false,
                        "{\"layers\": [{\"units\": 20, \"keep_prob\": 0.86}, {\"units\": 3, \"keep_prob\": 0.86},"
                                + " {\"units\": 1}], \"penalty\": {\"l2\": 0.7}}"),
                new Owned(
                        "softmax-adam",
                        false,
                        "{\"layers\": [{\"units\": 6, \"activation\": \"tanh\"}, {\"units\": 3}],"
                                + " \"optimizer\": {\"kind\": \"adam\", \"learning_rate\": 0.01},"
                                + " \"batches\": {\"size\": 8}}"),
                new Owned(
                        "batch-norm",
                        false,
                        "{\"layers\": [{\"units\": 5, \"batch_norm\": {\"decay\": 0.99, \"epsilon\": 0.001}},"
                                + " {\"units\": 1}], \"optimizer\": {\"kind\": \"momentum\"}}"),
                new Owned(
                        "dropout-per-layer",
                        false,
                        "{\"layers\": [{\"units\": 4, \"keep_prob\": 0.9}, {\"units\": 4, \"keep_prob\": 0.6,"
                                + " \"activation\": \"gelu\"}, {\"units\": 1}], \"input_keep_prob\": 0.8,"
                                + " \"clip\": {\"kind\": \"norm-per-layer\", \"limit\": 1.0, \"after_penalty\": true}}"),
                new Owned(
                        "regression",
                        true,
                        "{\"layers\": [{\"units\": 7, \"activation\": \"softplus\"}, {\"units\": 2, \"activation\":"
                                + " \"identity\"}], \"loss\": \"quadratic\", \"weight_decay\": 0.01}"));
    }

    /** One that was moved, with what the original answers. */
    @SuppressWarnings("ArrayRecordComponent") // read by this test alone
    private record Moved(String name, Path project, double[] outputs) {}

    @Test
    void should_be_packaged_offline_as_one_jar_that_predicts_the_same() throws Exception {
        assumeTrue(maven().isPresent(), "no mvn on the path");
        assumeTrue(Files.getFileStore(folder).getUsableSpace() > SPACE, "less than 4 GB free for five jars");
        double[][] measured = rows(3, M, 2);
        List<Moved> projects = new ArrayList<>();
        for (Owned owned : networks()) {
            projects.add(moved(owned, measured));
        }
        packaged(projects);

        StringBuilder csv = new StringBuilder("x1,x2\n");
        for (double[] row : measured) {
            csv.append(row[0]).append(',').append(row[1]).append('\n');
        }
        Path data = Files.writeString(folder.resolve("x.csv"), csv);
        for (Moved moved : projects) {
            Path target = moved.project().resolve("target");
            try (Stream<Path> jars = Files.walk(target)) {
                assertEquals(
                        List.of(target.resolve(moved.name() + ".jar")),
                        jars.filter(it -> it.toString().endsWith(".jar")).toList());
            }
            String printed =
                    run(moved.project(), List.of(java(), "-jar", "target/" + moved.name() + ".jar", data.toString()));
            assertPredicts(moved, printed);
        }
    }

    /** The first as its README says; the others in one run of Maven, packed without compression. */
    private void packaged(List<Moved> projects) throws Exception {
        String mvn = maven().orElseThrow();
        assertEquals("", run(projects.get(0).project(), List.of(mvn, "-o", "-q", "-B", "package")));
        String modules = projects.stream()
                .skip(1)
                .map(it -> "<module>" + it.name() + "</module>")
                .collect(Collectors.joining());
        Files.writeString(
                folder.resolve("pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>networks</groupId><artifactId>all</artifactId>"
                        + "<version>1</version><packaging>pom</packaging><modules>" + modules + "</modules></project>");
        assertEquals("", run(folder, List.of(mvn, "-o", "-q", "-B", "-T2", "-Djar.compress=false", "package")));
    }

    private Moved moved(Owned owned, double[][] measured) throws IOException {
        Path file = Files.writeString(folder.resolve(owned.name() + ".json"), owned.experiment());
        Experiment experiment = ExperimentFile.read(file, 2).get(0);
        double[][] seen = new double[M][];
        for (int j = 0; j < M; j++) {
            seen[j] = owned.standardized()
                    ? new double[] {(measured[j][0] - 0.25) / 2, (measured[j][1] + 1) / 0.5}
                    : measured[j].clone();
        }
        Dataset data = data(experiment, seen);
        NpzWriter weights = new NpzWriter();
        double[] outputs = weights(experiment, data, weights);
        if (owned.standardized()) {
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
        return new Moved(owned.name(), out, outputs);
    }

    private static void assertPredicts(Moved moved, String printed) {
        double[] outputs = moved.outputs();
        List<String> lines = printed.lines().toList();
        assertEquals(M, lines.size(), printed);
        for (int j = 0; j < M; j++) {
            String[] numbers = lines.get(j).split(",", -1);
            assertEquals(outputs.length / M, numbers.length);
            for (int k = 0; k < numbers.length; k++) {
                assertEquals(outputs[k * M + j], Double.parseDouble(numbers[k]), 1e-12, moved.name());
            }
        }
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
}
