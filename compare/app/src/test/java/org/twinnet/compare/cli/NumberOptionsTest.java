package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberOptionsTest extends NumberOptions {

    @Override
    protected Program program() {
        return Main.PROGRAM;
    }

    @Test
    void should_know_all_options_that_take_numbers() {
        Set<String> known = known();
        assertTrue(
                known.containsAll(List.of(
                        "--l2",
                        "--keep-prob",
                        "--learning-rate",
                        "--layers",
                        "--iterations",
                        "--seed",
                        "--mask-seed",
                        "--cost-every",
                        "--dropout-seeds",
                        "--threads",
                        "--seeds",
                        "--candidates",
                        "--folds",
                        "--repeats",
                        "--halving",
                        "--lag",
                        "--workers",
                        "--candidate-time",
                        "--max-time")),
                known::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--l2", "--learning-rate", "--keep-prob"})
    void should_refuse_a_number_that_a_double_makes_zero(String option) {
        Cli.Outcome outcome = Cli.run("compare", "--iterations", Cli.ENDLESS, option, "1e-400");
        assertEquals(2, outcome.code());
        assertTrue(outcome.firstLine().contains("'1e-400' is not allowed"), outcome.err());
        assertTrue(outcome.firstLine().endsWith("the smallest above 0 is 4.9E-324"), outcome.err());
    }
}
