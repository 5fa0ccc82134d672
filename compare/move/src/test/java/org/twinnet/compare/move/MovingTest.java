package org.twinnet.compare.move;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.data.Dataset;
import org.twinnet.data.npz.NpzWriter;

@DisplayName("Somebody's weights")
class MovingTest {

    @TempDir
    private Path folder;

    static IntStream ambiguous() {
        return IntStream.range(0, 50);
    }

    /** Fifty in all: no examples, examples that say nothing, sizes that differ, predictions that both readings give. */
    @ParameterizedTest(name = "input {0}")
    @MethodSource("ambiguous")
    void should_be_refused_with_the_reason_where_two_readings_are_possible(int number) throws IOException {
        AmbiguousLayoutException refused = assertThrows(
                AmbiguousLayoutException.class,
                () -> {
                    switch (number % 5) {
                        case 0 -> sizesThatDiffer(number);
                        case 1 -> predictionsOfBoth(number);
                        case 2, 3 -> squares(number, true);
                        default -> squares(number, false);
                    }
                },
                "input " + number);

        String message = refused.getMessage();
        String reason = switch (number % 5) {
            case 0 -> ", as [";
            case 1 -> ", and both give these predictions";
            case 2, 3 -> ", and the examples do not decide: the mean squared error is ";
            default -> ", units by inputs and inputs by units, and there are no examples to decide";
        };
        assertTrue(message.contains(": its shapes fit both ways" + reason), message);
        assertFalse(message.contains("--"), "options are the command line's");
        assertEquals(1, message.lines().count());
    }

    /** Targets that have nothing to do with the network decide nothing. */
    private void squares(int number, boolean examples) throws IOException {
        RandomSource source = new RandomSource(10_000 + number, true);
        Moving.read(source.save(folder), Optional.empty())
                .decide(
                        source.experiment.with(Penalty.NONE),
                        examples ? Optional.of(source.data) : Optional.empty(),
                        Optional.empty(),
                        List.of());
    }

    /** Without biases m × n and n × m are a network from n to n, or one from m to m. */
    private void sizesThatDiffer(int number) throws IOException {
        int m = 2 + number % 3;
        int n = m + 1 + number % 4;
        Moving.read(saved(numbers(number, m * n), m, n, numbers(-number, n * m), n, m), Optional.empty())
                .sizes();
    }

    /** A layer whose units are all off gives the same answers whichever way it lies. */
    private void predictionsOfBoth(int number) throws IOException {
        int n = 2 + number % 4;
        Experiment experiment = Experiment.of(n, n, n);
        Path file = Files.write(
                folder.resolve("w.npz"),
                new NpzWriter()
                        .put("W1", numbers(number, n * n), n, n)
                        .put("b1", DoubleStream.generate(() -> -1000).limit(n).toArray(), n)
                        .put("W2", numbers(-number, n * n), n, n)
                        .write());
        Dataset data = Moving.drawn(experiment);
        double[] one = new double[n * data.size()];
        Arrays.fill(one, experiment.output().activation() instanceof Activation.Softmax ? 1.0 / n : 0.5);
        Path answers = Files.write(
                folder.resolve("p.npz"),
                new NpzWriter().put("predictions", one, n, data.size()).write());
        Moving.read(file, Optional.empty())
                .decide(experiment, Optional.of(data), Optional.of(Predictions.read(answers)), List.of());
    }

    private static double[] numbers(long seed, int count) {
        return new SplittableRandom(seed).doubles(count, -1, 1).toArray();
    }

    private Path saved(double[] W1, int m, int n, double[] W2, int k, int l) throws IOException {
        return Files.write(
                folder.resolve("w.npz"),
                new NpzWriter().put("W1", W1, m, n).put("W2", W2, k, l).write());
    }

    @Test
    void should_be_decided_by_symmetry_since_both_readings_are_the_same() throws IOException {
        Path file = Files.write(
                folder.resolve("w.npz"),
                new NpzWriter()
                        .put("W1", new double[] {1, 2, 2, 3}, 2, 2)
                        .put("b1", new double[] {0, 1}, 2)
                        .write());
        Experiment experiment = Experiment.of(2, 2);

        MovedNetwork moved =
                Moving.read(file, Optional.empty()).decide(experiment, Optional.empty(), Optional.empty(), List.of());

        assertArrayEquals(new double[] {1, 2, 2, 3, 0, 1}, moved.parameters());
    }
}
