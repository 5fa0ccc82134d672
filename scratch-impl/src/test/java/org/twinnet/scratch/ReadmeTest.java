package org.twinnet.scratch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.twinnet.scratch.dropout.DropoutMasks;
import org.twinnet.scratch.initialization.ScaledGaussian;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.network.Network;
import org.twinnet.scratch.network.NetworkConfig;
import org.twinnet.scratch.optimizer.GradientDescent;
import org.twinnet.scratch.penalty.Penalty;
import org.twinnet.scratch.schedule.Schedule;
import org.twinnet.scratch.training.Trainer;

/** The example of the README compiles, runs, learns, and is the one in the README. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final Path SOURCE = Path.of("src/test/java/org/twinnet/scratch/ReadmeTest.java");

    @Test
    void should_learn_with_the_lines_of_the_readme() {
        Matrix X = Matrix.of(new double[][] {{-2, -1, 1, 2}, {0.5, -0.5, 0.5, -0.5}});
        Matrix Y = Matrix.ofRow(0, 0, 1, 1);

        // README
        NetworkConfig config = new NetworkConfig(List.of(2, 20, 3, 1));
        Trainer trainer = new Trainer(
                Network.of(config, Penalty.l2(0.7), 1),
                new ScaledGaussian(3).draw(config),
                new DropoutMasks.None(),
                new GradientDescent(),
                Schedule.constant(0.3),
                X,
                Y);
        while (trainer.iteration() < 30_000) {
            trainer.step();
        }
        Matrix probabilities = trainer.network().predict(trainer.parameters(), X);
        // README

        for (int j = 0; j < 4; j++) {
            assertEquals(Y.get(0, j) == 1, probabilities.get(0, j) > 0.5);
        }
    }

    @Test
    void should_show_the_lines_that_are_tested() throws IOException {
        String shown = between(Files.readString(README), "```java\n", "```");
        String tested = between(Files.readString(SOURCE), "// README\n", "        // README");

        assertTrue(shown.lines().count() > 5);
        assertEquals(
                tested.lines().map(ReadmeTest::unindented).collect(Collectors.joining("\n")), shown.stripTrailing());
    }

    private static String unindented(String line) {
        return line.replaceFirst("^ {8}", "");
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
