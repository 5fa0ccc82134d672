package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EffectRunTest {

    private static Cli.Outcome effect(Object... arguments) {
        return Cli.run(Stream.concat(Stream.of("effect", "--iterations", 30, "--quiet"), Stream.of(arguments))
                .toArray());
    }

    @Test
    void should_print_mean_and_deviation_of_each_scenario() {
        Cli.Outcome outcome = effect("--seeds", 2);
        assertEquals(0, outcome.code(), outcome.err());
        assertEquals("", outcome.err());
        List<String> lines = outcome.out().lines().toList();
        assertTrue(lines.get(0).matches("scenario +train accuracy +sd +test accuracy +sd +seeds"), outcome.out());
        for (int i = 0; i < 3; i++) {
            String scenario = List.of("none", "l2", "dropout").get(i);
            assertTrue(
                    lines.get(i + 1)
                            .matches(scenario + " +\\d+\\.\\d\\d % +\\d+\\.\\d\\d +\\d+\\.\\d\\d % +\\d+\\.\\d\\d +2"),
                    outcome.out());
        }
        assertEquals(4, lines.size());
    }

    @Test
    void should_give_no_deviation_of_a_single_seed_and_the_same_numbers_again() {
        Cli.Outcome outcome = effect("--seeds", 1);
        assertTrue(outcome.out().matches("(?s).*none +\\S+ % +- +\\S+ % +- +1\n.*"), outcome.out());
        assertEquals(outcome, effect("--seeds", 1));
    }

    @Test
    void should_print_accuracies_of_classes_and_r_squared_of_a_regression() {
        Cli.Outcome classes = effect("--seeds", 2, "--layers", "6,3");
        assertEquals(0, classes.code(), classes.err());
        assertTrue(
                classes.out().matches("(?s).*dropout +\\d+\\.\\d\\d % +\\d+\\.\\d\\d +\\S+ % +\\S+ +2\n"),
                classes.out());
        Cli.Outcome regression = effect("--seeds", 2, "--layers", "6,1", "--output", "identity");
        assertEquals(0, regression.code(), regression.err());
        assertTrue(
                regression
                        .out()
                        .matches("scenario +train R² +sd +test R² +sd +seeds\n(\\w+( +-?\\d+\\.\\d{4}){4} +2\n){3}"),
                regression.out());
    }

    @Test
    void should_take_a_preset_without_its_own_regularization() {
        assertEquals(effect("--seeds", 1), effect("--preset", "published", "--seeds", 1));
        effect("--preset", "momentum", "--seed", 5, "--l2", 0.1).isMisuse("twinnet effect", "unknown option '--l2'");
    }

    @Test
    void should_take_its_own_seeds_whatever_the_seed_option_says() {
        assertEquals(effect("--seeds", 1), effect("--seeds", 1, "--seed", 99));
    }
}
