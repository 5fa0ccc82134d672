package org.twinnet.compare.move.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.twinnet.compare.move.PenaltyConvention;
import org.twinnet.compare.testing.ProjectFolder;
import org.twinnet.data.Split;
import org.twinnet.data.source.ShippedData;
import org.twinnet.dl4j.runtime.Nd4jRuntime;

@DisplayName("The migration guide")
@Timeout(600)
class MigrationGuideTest {

    private static final Path PAGE = ProjectFolder.file("compare/docs/conventions.md");

    private static final String HEAD = """
            # Moving to DL4J: what it does otherwise

            The build makes this page: what stands beside "costs" is measured by doing both, with both lines in DL4J and both formulas by hand, on the football pitch that comes with Twinnet (TRAINING training and TEST test
            examples), with the published network 2-20-3-1 under gradient descent for ITERATIONS iterations where nothing else is said. `twinnet move` writes all of it rightly,
            and `twinnet check --dl4j` names what a port of your own has wrong. Classes that DL4J lacks are those of `dl4j-impl`; `twinnet move` copies what a network needs.

            """;

    private static final String PENALTIES = """
            ### Whose number a penalty is

            A number of the row becomes, in the convention of the column,

            """;

    private static final String BEHIND_PENALTIES = """

            with m training examples, B of them in a batch. Each cell is proved by a training step, taken as the library's own code takes it. `--penalty-of` translates.

            """;

    private static final String MASKS = """
            ### DL4J draws masks of its own

            DL4J's own `Dropout` draws from ND4J's generator, which no other program has; in `twinnet compare` it gets the masks of the hand-written network. `compare
            --dropout-seeds 50` trains both over 50 seeds, DL4J with its own, and tests by two one-sided tests whether their costs are equivalent: published network, keep
            0.86, 400 iterations, mean cost 0.3389 and 0.3389, difference −9e-6 ± 3e-4 (90 %), margin 9e-4 (one standard deviation from seed to seed), p = 4e-6, size 5 %, power 0.997.

            """;

    /** To write the page anew: delete it and run this test. */
    @Test
    void should_hold_what_is_measured() throws IOException {
        Nd4jRuntime.start();
        Split pitch = ShippedData.pitch();
        String head = HEAD.replace("TRAINING", String.valueOf(pitch.train().size()))
                .replace("TEST", String.valueOf(pitch.test().orElseThrow().size()))
                .replace("ITERATIONS", String.valueOf(PenaltyGuide.ITERATIONS));
        String page = head
                + chapter("Numbers and weights", LayerGuide.numbers())
                + chapter("Penalties, dropout and limits", PenaltyGuide.all())
                + PENALTIES + table() + BEHIND_PENALTIES + MASKS
                + chapter("Losses and activations", LayerGuide.losses())
                + chapter("Batch normalization", LayerGuide.normalization())
                + chapter("Updaters", UpdateGuide.all()).stripTrailing()
                + "\n";

        if (Files.notExists(PAGE)) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.readString(PAGE), "delete " + PAGE + " and run this test to write it anew");
    }

    @Test
    void should_say_everything_of_each_difference() throws IOException {
        String page = Files.readString(PAGE);
        for (String row : List.of("the original", "DL4J", "example", "overlooked", "costs", "mended by")) {
            List<String> cells = page.lines()
                    .filter(line -> line.startsWith("| " + row + " |"))
                    .map(line -> line.substring(row.length() + 4, line.length() - 1))
                    .toList();
            assertEquals(29, cells.size(), row);
            assertTrue(cells.stream().noneMatch(String::isBlank), row);
        }
    }

    private static String chapter(String title, List<Difference> differences) {
        return "## " + title + "\n\n"
                + differences.stream().map(Difference::section).collect(Collectors.joining());
    }

    private static String table() {
        StringBuilder table = new StringBuilder();
        StringJoiner head = new StringJoiner(" | ", "| number of | ", " |\n");
        for (PenaltyConvention to : PenaltyConvention.values()) {
            head.add(to.word());
        }
        table.append(head)
                .append("|---".repeat(PenaltyConvention.values().length + 1))
                .append("|\n");
        for (PenaltyConvention from : PenaltyConvention.values()) {
            StringJoiner row = new StringJoiner(" | ", "| " + from.word() + ": " + from.squares() + " | ", " |\n");
            for (PenaltyConvention to : PenaltyConvention.values()) {
                row.add(from.formula(to));
            }
            table.append(row);
        }
        return table.toString();
    }
}
