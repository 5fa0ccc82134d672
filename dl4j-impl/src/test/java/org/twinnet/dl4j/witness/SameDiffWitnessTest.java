package org.twinnet.dl4j.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.dl4j.Dl4jSettings;
import org.twinnet.dl4j.Examples;
import org.twinnet.dl4j.PlainArithmetic;
import org.twinnet.dl4j.Problems;
import org.twinnet.dl4j.dropout.DropoutChoice;
import org.twinnet.dl4j.dropout.MaskSource;
import org.twinnet.dl4j.runtime.QuietOutput;

class SameDiffWitnessTest {
    /** Relative to a vector's largest entry; measured at most 5.5e-16. */
    private static final double ROUNDING = 2e-15;

    private static final int M = 23;
    private final double[][] features = Problems.features(6, M, 2);
    private final double[] labels = Problems.labels(features);
    private final Examples examples = Examples.of(features, labels);

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "0.7, 1, 1", "0, 0.8, 1", "0.7, 0.8, 1", "0.7, 1, 0.9", "0.7, 0.8, 0.9"})
    void should_differentiate_the_same_cost(double lambda, double keep, double inputKeep) {
        Dl4jSettings settings = Dl4jSettings.of(List.of(2, 6, 3, 1), 0.3)
                .withLambda(lambda)
                .withKeepProbabilities(List.of(inputKeep, 1.0, keep));
        MaskSource masks = Problems.masks(2, keep, false);
        DropoutChoice dropout = settings.drops() ? DropoutChoice.replayed(masks) : DropoutChoice.none();
        SameDiffWitness witness = new SameDiffWitness(settings, examples, dropout);
        for (int iteration = 0; iteration < 3; iteration++) {
            double[] theta = Problems.parameters(iteration, settings.layout());
            List<double[]> d = settings.drops() ? Problems.draw(masks, iteration, settings.layout(), M) : null;
            PlainArithmetic expected = new PlainArithmetic(settings, features, labels, theta, d);
            CostAndGradient actual = witness.evaluate(theta, iteration);
            assertClose(new double[] {expected.cost()}, new double[] {actual.cost()});
            assertClose(expected.update(1), actual.gradient());
        }
    }

    @Test
    void should_testify_where_outputs_saturate_and_at_the_kink_of_the_loss() {
        Examples saturated = Examples.of(new double[][] {{1}, {-1}, {1}, {0}}, new double[] {1, 0, 0, 1});
        SameDiffWitness witness =
                new SameDiffWitness(Dl4jSettings.of(List.of(1, 1), 0.1), saturated, DropoutChoice.none());
        CostAndGradient result = witness.evaluate(new double[] {1000, 0}, 0);
        double expected = (1000 + Math.log(2)) / 4;
        assertEquals(expected, result.cost(), Math.ulp(expected));
        assertClose(new double[] {0.25, (1 - 0.5) / 4}, result.gradient());
    }

    @Test
    void should_print_nothing_and_let_others_print() {
        PrintStream original = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            SameDiffWitness witness =
                    new SameDiffWitness(Dl4jSettings.of(List.of(2, 3, 1), 0.1), examples, DropoutChoice.none());
            witness.evaluate(new double[13], 0);
            assertEquals("", printed.toString(StandardCharsets.UTF_8));
            QuietOutput.run(() -> {
                System.out.println("mine");
                System.out.printf(Locale.ROOT, "%s", "mine");
                Thread other = new Thread(() -> System.out.print("other's"));
                other.start();
                try {
                    other.join();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return null;
            });
            System.out.print(", mine again");
            assertEquals("other's, mine again", printed.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(original);
        }
    }

    @Test
    void should_refuse_masks_that_only_dl4j_knows_and_vectors_of_another_length() {
        Dl4jSettings settings = Dl4jSettings.of(List.of(2, 1), 0.1);
        assertThrows(
                IllegalArgumentException.class,
                () -> new SameDiffWitness(settings, examples, DropoutChoice.drawnByDl4j(1)));
        SameDiffWitness witness = new SameDiffWitness(settings, examples, DropoutChoice.none());
        var e = assertThrows(IllegalArgumentException.class, () -> witness.evaluate(new double[4], 0));
        assertEquals("SameDiff witness: the vector has 4 entries, layer sizes [2, 1] need 3.", e.getMessage());
    }

    private static void assertClose(double[] expected, double[] actual) {
        double difference = Problems.difference(expected, actual);
        assertTrue(difference <= ROUNDING, () -> "relative difference " + difference);
    }
}
