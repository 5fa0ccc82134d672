package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.experiment.ExperimentKeys;
import org.twinnet.compare.tuning.space.Dimension;
import picocli.CommandLine.TypeConversionException;

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

    @ParameterizedTest
    @CsvSource({"0.7, 0.7", "+0.7, 0.7", ".7, 0.7", "7e-1, 0.7", "7E-1, 0.7", "0, 0", "-0.0, -0.0", "4.9e-324, 4.9e-324"
    })
    void should_take_each_way_to_write_a_decimal_number(String text, double value) {
        assertEquals(value, option("penalty.l2").value().convert(text));
    }

    @Test
    void should_take_blanks_beside_the_separators_of_a_list() {
        assertEquals(List.of(20L, 3L, 1L), option("layers[].units").value().convert("20, 3, 1"));
        assertEquals(
                new TriedValues.Tried(new Dimension.Choice<>(List.of(0.1, 0.7))),
                new TriedValues(option("penalty.l2")).convert("0.1 | 0.7"));
        assertThrows(
                TypeConversionException.class,
                () -> option("layers[].units").value().convert("20, 3 ,1 "));
    }

    private static SettingOption option(String key) {
        return new SettingOption(ExperimentKeys.find(key).orElseThrow());
    }
}
