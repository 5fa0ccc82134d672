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
    void should_take_its_own_seeds_whatever_the_seed_option_says() {
        assertEquals(effect("--seeds", 1), effect("--seeds", 1, "--seed", 99));
    }
}
